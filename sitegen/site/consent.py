"""What a person's consent lets the site show: rules R2 and R3, `show_as` and `items`."""

from __future__ import annotations

from datetime import date

from sitegen.site.countries import ASKS, Country
from sitegen.site.front import Channel, Consent, ConsentItem


def consent_lacks(consent: Consent | None, country: Country, as_of: date, channel: Channel = "site") -> tuple[str, str, str] | None:
    """Say why a consent does not let anything be shown on the site, or elsewhere: (rule, message, mend); None when it does.

    R2 (NY Civil Rights Law s.51, GDPR Art 7, CAP 3.45, ICF Code): none, not granted, dated in the future, oral only in the US, without evidence in the UK,
    not for that place. R3 (GDPR Art 7(3)): withdrawn, or past its last day.
    """
    if consent is None:
        return "R2", "there is no consent on record", "Ask the person, then add `consent:` with status, date, method, scope and items."
    if consent.status == "withdrawn" or consent.withdrawn_on is not None:
        return "R3", "the consent was withdrawn", "It stays off the site. Delete the file, or keep it as it is."
    if consent.status != "granted":
        return "R2", f"the consent is '{consent.status}', not granted", "When the person has said yes, write status: granted and the date of the answer."
    if consent.date is not None and consent.date > as_of:
        return "R2", f"the consent is dated in the future ({consent.date})", "Write the day on which the person agreed."
    if consent.until is not None and consent.until < as_of:
        return "R3", f"the consent ended on {consent.until}", "Ask the person again, then write the new date and `until:`."
    if ASKS[country].written_consent and consent.method == "oral":
        return "R2", "the consent was only spoken, and in the US it has to be written", "Ask for a line by mail and write method: email."
    if ASKS[country].evidence_of_consent and not consent.evidence:
        return (
            "R2",
            "the consent has no evidence on file, which the UK's code asks for",
            "Save the mail or form in content/private/evidence/ and name it: evidence: content/private/evidence/anna.eml",
        )
    if channel not in consent.scope:
        if channel == "site":
            return "R2", "the consent does not cover the website", "If the person agreed to the site, write scope: [site]."
        place = "social media" if channel == "social" else channel
        return "R2", f"the consent does not cover {place}", f"If the person agreed to that, write scope: [{', '.join((*consent.scope, channel))}]."
    return None


def holds(consent: Consent | None, as_of: date) -> bool:
    """Say whether a consent that names no scope of its own (an employer's) is granted and in force on a day."""
    if consent is None or consent.status != "granted" or consent.withdrawn_on is not None or consent.date is None:
        return False
    return consent.date <= as_of and (consent.until is None or consent.until >= as_of) and (not consent.scope or "site" in consent.scope)


def covers(consent: Consent | None, item: ConsentItem) -> bool:
    """Say whether one thing (name, photo, company ...) may be shown; only where nothing else forbids it."""
    return consent is not None and item in consent.items


def pictured(consent: Consent | None) -> bool:
    """Say whether a person may be seen: a face names a person, so it goes with a full or a first name only."""
    return consent is not None and consent.show_as in ("full", "first_name")


def shown_name(consent: Consent, name: str, title: str | None) -> str:
    """Give how a person is named on the site; "" for one whose name is withheld."""
    words = name.split()
    if consent.show_as == "role":
        return title or "" if covers(consent, "title") else ""
    if not words or not covers(consent, "name"):
        return ""
    if consent.show_as == "full":
        return name
    if consent.show_as == "first_name":
        return words[0]
    if consent.show_as == "initials":
        return " ".join(f"{word[0].upper()}." for word in words)
    return ""


def withheld_words(consent: Consent | None, name: str) -> frozenset[str]:
    """Give the parts of a name that no address may hold, as they would stand in one."""
    import unicodedata

    from sitegen.common.values import slugify

    words = name.split()
    shown = ""
    if consent is not None and covers(consent, "name"):
        if consent.show_as == "full":
            return frozenset()
        if consent.show_as == "first_name":
            shown, words = words[0] if words else "", words[1:]

    def parts(word: str) -> set[str]:
        bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        return {part for form in (word, bare) for part in slugify(form).split("-") if len(part) > 1}

    return frozenset(part for word in words for part in parts(word)) - parts(shown)

"""What the public side shows with the right to: the words that the leak audit excuses."""

from __future__ import annotations

from datetime import date

from sitegen.common.leaks.excuses import Public
from sitegen.common.problems import ContentError
from sitegen.common.trees import Tree


def public_words(tree: Tree, as_of: date) -> Public:
    """Give names with consent to the full name, her own addresses, titles, and texts that people agreed to show; nothing of a site that can't be read."""
    from sitegen.site.consent import covers
    from sitegen.site.load import read_site
    from sitegen.site.showing import showing

    try:
        site = read_site(tree).site
    except ContentError:
        site = None
    if site is None:
        return Public()
    shown, own = showing(site, as_of), site.settings
    names, links = [own.name, own.practice or ""], [own.url or "", *(profile.url for profile in own.profiles)]
    texts = [own.promise, *site.files, *(word for item in site.items() for word in (str(getattr(item.record, "title", "") or ""), item.slug))]
    for item in shown.testimonials:
        consent = item.record.consent
        texts.append(item.body)
        if consent is not None and covers(consent, "name") and consent.show_as == "full":
            names.append(item.record.name)
            links.append(str(getattr(item.record, "link", None) or ""))
    for case in shown.results:
        texts += [*(str(goal) for goal in case.record.goals), *(measure.name for measure in case.record.measures), case.record.summary, case.body]
        client = case.record.client
        if case.record.consent is not None and covers(case.record.consent, "name") and case.record.consent.show_as == "full":
            names += [word for word in (getattr(client, "name", None),) if word]
    return Public(tuple(filter(None, names)), tuple(filter(None, [own.email])), tuple(filter(None, links)), tuple(filter(None, [own.phone])), tuple(texts))

"""Tables of reviews and of form answers: which column holds what, by the names that other programs give them, or by hers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.tables import whole_table
from sitegen.common.words import joined, suggestion
from sitegen.imports.export_days import certain_day
from sitegen.imports.given import Given, as_original, known_form, plain_words

ALIASES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "testimonial",
        "review",
        "review text",
        "content",
        "body",
        "comment",
        "post_content",
        "quote",
        "message",
        "your words",
        "bewertung",
        "bewertungstext",
    ),
    "name": ("name", "customer_name", "author", "client_name", "reviewer", "full name", "your name", "reviewer name", "vorname und name"),
    "title": ("title", "tagline", "customer_tagline", "job role", "role", "job title", "position", "headline"),
    "company": ("company", "customer_company", "organisation", "organization", "employer", "unternehmen", "firma"),
    "location": ("location", "town", "city", "ort"),
    "date": (
        "date",
        "created",
        "created_at",
        "created at",
        "submitted",
        "submitted at",
        "submission date",
        "timestamp",
        "review date",
        "creation date",
        "post_date",
        "datum",
    ),
    "rating": ("rating", "star rating", "stars", "score"),
    "source_url": ("url", "link", "source_url", "permalink", "review url"),
    "email": ("email", "e-mail", "email address", "customer_email"),
    "service": ("service",),
    "relationship": ("relationship", "connection"),
    "benefit": ("benefit",),
    "key": ("id", "review id", "review_id", "testimonial id", "post_id"),
}
"""Each field, and the names that its column has; case, hyphens and underscores are one."""
QUESTIONS = ("before", "hesitation", "different", "changed", "besides", "not_for")
"""The columns of the form's open questions, in the order in which their answers are put together."""
ANSWERS = (
    "show_as",
    "show_title",
    "show_company",
    "show_photo",
    "show_numbers",
    "on_site",
    "on_social",
    "in_print",
    "until",
    "agree",
    "wording",
    "benefit_what",
    "may_show",
)
"""The columns in which the form asks for consent; they are told, and never written into a testimonial by themselves."""
_RELATIONS = {
    "former colleague": "former_colleague", "colleague": "former_colleague", "peer": "peer_coach", "fellow coach": "peer_coach", "peer coach": "peer_coach",
    "relative": "family",
}  # fmt: skip
RELATIONSHIPS = ("client", "former_colleague", "manager", "peer_coach", "friend", "family", "partner", "employee")
BENEFITS = ("none", "free", "discounted", "paid", "gift", "reciprocal")


def plan(names: Sequence[str], given: Mapping[str, str], file: str) -> dict[str, str]:
    """Give the column of each field, both in small letters; `given` are hers, column to field. Raises ContentError: a column or field that there is not, or none that holds words."""
    known = [name.lower() for name in names]
    fields = (*ALIASES, *QUESTIONS)
    chosen: dict[str, str] = {}
    for column, field in given.items():
        if column.lower() not in known:
            raise _refused(file, f"there is no column '{column}'.", suggestion(column, [name for name in names if name], "Columns"))
        if field not in fields:
            raise _refused(file, f"'{field}' is no field that a column can be put into.", suggestion(field, fields, "Fields"))
        chosen[field] = column.lower()
    for field in fields:
        wanted = ALIASES.get(field, (field,))
        found = next((name for alias in wanted for name in known if _bare(name) == _bare(alias) and name not in chosen.values()), None)
        if field not in chosen and found is not None:
            chosen[field] = found
    if not any(field in chosen for field in ("text", *QUESTIONS)):
        there = joined(f"'{name}'" for name in names if name) or "none"
        raise _refused(
            file,
            f"no column of this table holds the words that people wrote. Its columns are: {there}.",
            'Say which one: --map column=text, like --map "Your answer"=text',
        )
    return chosen


def table_of(
    text: str, given: Mapping[str, str], file: str, source: str
) -> tuple[tuple[Given, ...], tuple[int, ...], Mapping[str, str], tuple[Mapping[str, str], ...]]:
    """Give what each row says, the rows that say nothing (1 is the first below the head), the plan of columns, and the rows as they are. Raises ContentError as `plan`."""
    names, rows = whole_table(text)
    if not names:
        raise _refused(file, "this table is empty.", "Export it again, with its head.")
    columns = plan(names, given, file)
    made, empty, kept = [], [], []
    for number, row in enumerate(rows, 1):
        one = _given(row, columns, source)
        if known_form(one.text):
            made.append(one)
            kept.append(row)
        else:
            empty.append(number)
    return tuple(made), tuple(empty), columns, tuple(kept)


def _given(row: Mapping[str, str], columns: Mapping[str, str], source: str) -> Given:
    def cell(field: str) -> str:
        return " ".join(plain_words(row.get(columns.get(field, "")) or "").split())

    answers = [as_original(plain_words(row.get(columns[field]) or "")) for field in ("text", *QUESTIONS) if field in columns]
    url = cell("source_url")
    relation = known_form(cell("relationship"))
    benefit = known_form(cell("benefit"))
    return Given(
        name=cell("name"), text="\n\n".join(filter(None, answers)), title=cell("title"), company=cell("company"), location=cell("location"), date=certain_day(cell("date")),
        source=source, source_url=url if re.fullmatch(r"https?://[^\s\"'<>\\@]+\.[^\s\"'<>\\@]+", url) else "", rating=_stars(cell("rating")),
        relationship=next((one for one in (relation.replace(" ", "_"), _RELATIONS.get(relation, "")) if one in RELATIONSHIPS), ""), service=cell("service"),
        benefit=benefit if benefit in BENEFITS else "", email=cell("email"), key=cell("key"),
    )  # fmt: skip


def _stars(text: str) -> str:
    """Give a rating of 1 to 5 as digits: `5`, `4.5`, `5/5`, `5 stars`, `★★★★★`; "" for any other."""
    if stars := text.count("★") or text.count("⭐"):
        return str(stars) if stars <= 5 else ""
    found = re.match(r"([1-5](?:[.,]\d)?)(?:\s*(?:/\s*5|out of 5|von 5|stars?|sterne?))?$", text.strip(), re.IGNORECASE)
    value = found[1].replace(",", ".") if found else ""
    return value if value and float(value) <= 5 else ""


def _bare(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name.strip().lower())


def _refused(file: str, message: str, mend: str) -> ContentError:
    return ContentError([Problem("import-file", Location(file), message, mend)])

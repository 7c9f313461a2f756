"""Words as they were given to a testimonial's file: received, and nothing more; no consent, no disclosure, not a word changed."""

from __future__ import annotations

from sitegen.common.yaml_writing import Plain, lines_of
from sitegen.imports.given import Given, as_original


def file_of(given: Given, today: str) -> str:
    """Give the text of content/testimonials/<name>.md. The words stand in `original:` whole and unchanged, and below as they are to be cut; `today` stands for a day that is not known."""
    words = as_original(given.text)
    known: dict[str, Plain] = {
        "name": given.name,
        "title": given.title,
        "company": given.company,
        "location": given.location,
        "relationship": given.relationship,
    }
    facts: dict[str, Plain] = {"service": given.service, "status": "received"}
    rest: dict[str, Plain] = {
        "date": given.date or today, "source": given.source, "source_url": given.source_url, "benefit": given.benefit if given.benefit != "none" else "", "rating": given.rating,
    }  # fmt: skip
    lines = ["---", *_fields(known), *_fields(facts), *block("original", words), *_fields(rest), "---", "", *words.split("\n")]
    return "\n".join(lines) + "\n"


def _fields(fields: dict[str, Plain]) -> list[str]:
    return lines_of({name: value for name, value in fields.items() if value}, 0)


def block(name: str, text: str) -> list[str]:
    """Give a field whose value is a text of several lines, which YAML gives back to the letter but for a last line end."""
    first = next((line for line in text.split("\n") if line), "")
    head = f"{name}: |2" if first.startswith((" ", "\t")) else f"{name}: |"
    return [head, *(f"  {line}" if line else "" for line in text.split("\n"))]

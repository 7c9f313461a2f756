"""A value of its own for every private field, made from the models: a field that nothing is planted for fails the tests."""

from __future__ import annotations

import json
import typing
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from sitegen.common.records import Field, fields_of, optional
from sitegen.common.values import Email, PartialDate, Url
from sitegen.outreach.clients import Clients
from sitegen.outreach.kept import guarded
from sitegen.outreach.people import Book
from sitegen.outreach.proof_log import ProofLog
from sitegen.outreach.short_forms import inner_model

PLAIN_WORDS = {
    "Person": {"company", "role", "groups", "every"}, "Touch": {"how"}, "Together": {"where"}, "Book": {"niche"}, "Allowed": {"name"},
    "ProofEntry": {"service", "item", "words"}, "Engagement": {"service", "sponsor"}, "Counted": {"unit", "period"},
}  # fmt: skip
"""Free text that says nothing of a person by itself: where somebody works and what they do there, a service, a unit. Everything else that is text is guarded."""

_FIRST = ("Quenby", "Ravella", "Sorrel", "Tamsyn", "Umbriel", "Vashti", "Wystan", "Xenia", "Yorick", "Zephyr", "Ambrose", "Berengar", "Cyprian")
_LAST = ("Oxhandler", "Pettibone", "Quagmire-Lund", "Rathskeller", "Stroganoff", "Trelawney", "Ungerford", "Vanterpool")
_WORDS = (
    "kestrel",
    "granite",
    "umbrella",
    "sextant",
    "marzipan",
    "lanyard",
    "obelisk",
    "quagga",
    "tundra",
    "wicket",
    "zeppelin",
    "yonder",
    "juniper",
    "flotsam",
)


class Canaries:
    """A book and clients with a value in every field, and what each value is."""

    def __init__(self) -> None:
        self.planted: dict[str, tuple[str, str]] = {}
        """The kind of leak and the value, by model and field."""
        self._count = 0
        self.book = self._record(Book, "Book")
        self.clients = self._record(Clients, "Clients")
        self.log = self._record(ProofLog, "ProofLog")

    def files(self) -> dict[str, bytes]:
        """Give the files; JSON is YAML."""
        return {
            name: json.dumps(record, ensure_ascii=False, indent=1).encode()
            for name, record in (("outreach.yaml", self.book), ("clients.yaml", self.clients), ("proof-log.yaml", self.log))
        }

    def _record(self, model: type, way: str) -> dict[str, Any]:
        leaks = {field.name: field.leak for field in guarded(model)}
        record: dict[str, Any] = {}
        for field in fields_of(model):
            inner = inner_model(field.kind)
            is_list = typing.get_origin(optional(field.kind)) is tuple
            if inner is not None:
                assert leaks[field.name] == "inside", f"{way}.{field.name} holds records"
                made: Any = self._record(inner, inner.__name__)
            else:
                made = self._value(model, field, leaks[field.name], f"{model.__name__}.{field.name}")
            record[field.name] = [made] if is_list else made
        return record

    def _value(self, model: type, field: Field, leak: str, way: str) -> Any:
        self._count += 1
        number, kind = self._count, optional(field.kind)
        if typing.get_origin(kind) is tuple:
            kind = optional(typing.get_args(kind)[0])
        if leak == "name":
            made = f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]}"
        elif leak == "email":
            made = f"canary.{number}@mail{number}.example.org"
        elif leak == "phone":
            made = f"+44 20 7946 {number:04}"
        elif leak == "link":
            made = f"https://www.example.net/in/canary-{number}"
        elif leak == "note":
            made = " ".join(_WORDS[(number * 3 + place * 5) % len(_WORDS)] for place in range(8)) + f" {number}"
        else:
            return self._plain(model, field, kind)
        self.planted[way] = (leak, made)
        return made

    @staticmethod
    def _plain(model: type, field: Field, kind: Any) -> Any:
        assert kind not in (Email, Url), f"{model.__name__}.{field.name} is an address and has to be guarded"
        if kind is str:
            assert field.name in PLAIN_WORDS.get(model.__name__, set()), f"{model.__name__}.{field.name} is free text: guard it, or say why it needs no guard"
            return "3 months" if field.name == "every" else "a word"
        if typing.get_origin(kind) is Literal:
            return typing.get_args(kind)[0]
        return {bool: "false", int: "3", Decimal: "4", date: "2026-03-01", PartialDate: "2014"}[kind]

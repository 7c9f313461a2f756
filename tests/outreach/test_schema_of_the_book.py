"""The schemas of the private files take what the reader takes: the example, and every short form."""

from __future__ import annotations

import json
from datetime import date

import yaml
from jsonschema import Draft202012Validator

from sitegen.common.json_schema import json_schema
from sitegen.outreach.beginning import example_files
from sitegen.outreach.clients import Clients
from sitegen.outreach.people import Book


def test_the_example_and_the_short_forms_fit_the_schema() -> None:
    files = example_files(date(2026, 11, 22))
    for model, text in ((Book, files["outreach.yaml"]), (Clients, files["clients.yaml"])):
        held = json.loads(json.dumps(yaml.safe_load(text), default=str))
        assert [fault.message[:200] for fault in Draft202012Validator(json_schema(model, "x")).iter_errors(held)] == []
    short = yaml.load(
        "people:\n  - Cy Trial\n  - {name: A B, email: a@example.com, touches: ['2026-11-02 call: x', {2026-11-02 coffee: y}], next: 2026-12-01 write, worked_together: X 2014-2018}\n",
        yaml.BaseLoader,
    )
    assert [fault.message for fault in Draft202012Validator(json_schema(Book, "x")).iter_errors(short)] == []

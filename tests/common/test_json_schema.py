"""The schemas for editors: each is one, and each takes what sitegen takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from sitegen.common.json_schema import json_schema
from sitegen.common.records import fields_of
from sitegen.site.facts import Facts
from sitegen.site.model import KINDS
from sitegen.site.settings import Settings

CONTENT = Path(__file__).parents[2] / "content"
MODELS: dict[str, type] = {"site": Settings, "proof": Facts, **{model.__name__.lower(): model for model in KINDS.values()}}


class AsEditors(yaml.CSafeLoader):
    """YAML as editors read it (1.2 core schema): dates are text, and only `true` and `false` are flags."""


AsEditors.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null||Null|NULL", ["~", "n", "N", ""]),
):
    AsEditors.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


def starter() -> Iterator[tuple[str, str, str]]:
    yield "site.yaml", "site", (CONTENT / "site.yaml").read_text(encoding="utf-8")
    yield "data/proof.yaml", "proof", (CONTENT / "data/proof.yaml").read_text(encoding="utf-8")
    for kind, model in KINDS.items():
        for file in sorted((CONTENT / kind).glob("**/*.md")):
            yield file.relative_to(CONTENT).as_posix(), model.__name__.lower(), file.read_text(encoding="utf-8").split("---\n")[1]


def faults(model: type, text: str) -> list[str]:
    validator = Draft202012Validator(json_schema(model, "x"))
    return [error.message for error in validator.iter_errors(yaml.load(text, AsEditors))]


@pytest.mark.parametrize("name", MODELS)
def test_every_schema_is_one_and_tells_each_field(name: str) -> None:
    schema = json_schema(MODELS[name], name)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == name
    assert {key: value["description"] for key, value in schema["properties"].items()} == {field.name: field.doc for field in fields_of(MODELS[name])}
    assert schema["required"] == [field.name for field in fields_of(MODELS[name]) if field.required]


@pytest.mark.parametrize("name", MODELS)
def test_every_reference_in_a_schema_leads_to_a_definition_that_is_used(name: str) -> None:
    schema = json_schema(MODELS[name], name)
    references = set(re.findall(r"'\$ref': '#/\$defs/(\w+)'", repr(schema)))
    assert references == set(schema["$defs"])


STARTER = list(starter())


@pytest.mark.parametrize(("file", "model", "text"), STARTER, ids=[file for file, _, _ in STARTER])
def test_the_starter_fits_its_schemas(file: str, model: str, text: str) -> None:
    assert faults(MODELS[model], text) == []


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_the_example_of_every_field_fits_its_schema(model: type) -> None:
    validator = Draft202012Validator({**json_schema(model, "x"), "required": []})
    for field in fields_of(model):
        assert [error.message for error in validator.iter_errors(yaml.load(field.example, AsEditors))] == [], field.example


def test_what_sitegen_refuses_an_editor_marks() -> None:
    assert faults(Settings, "name: Maya\n") == ["'promise' is a required property"]
    assert faults(Settings, "name: M\npromise: p\npromis: q\n") == ["Additional properties are not allowed ('promis' was unexpected)"]
    assert faults(Settings, "name: M\npromise: p\nper_page: 0\n") == ["0 is less than the minimum of 1"]
    assert faults(Settings, "name: M\npromise: p\ncountry: mars\n") == ["'mars' is not one of ['us', 'uk', 'eu', 'de', 'fr', 'other']"]
    assert faults(Settings, "name: M\npromise: p\naccent: green\n") == ["'green' does not match '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$'"]
    assert len(faults(KINDS["articles"], "title: a\nsummary: b\ndate: 1.2.2026\n")) == 1


def test_short_forms_fit_too() -> None:
    assert faults(Settings, "name: M\npromise: p\nbooking: https://cal.example.com\nmenu: [/about/, {to: /contact/, label: Write}]\n") == []
    assert faults(KINDS["pages"], "title: A\nmenu: 3\nsections: [hero, {type: text, text: Hello}]\n") == []

"""Records to JSON Schema (draft 2020-12), so that editors complete and check the YAML that people type."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from sitegen.common.records import fields_of, optional, variants
from sitegen.common.values import Colour, Currency, Email, FocalPoint, Language, Pairs, PartialDate, Slug, Url

_SCALARS: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean"}, int: {"type": "integer"}, Decimal: {"type": "number"}, str: {"type": ["string", "number", "boolean"]},
    date: {"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}$"}, datetime: {"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}[ T]\d{1,2}[:.]\d{2}(:00)?$"},
    PartialDate: {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{1,2}){0,2}$"},
    Slug: {"type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, Url: {"type": "string", "pattern": "^https?://"}, Email: {"type": "string", "format": "email"},
    FocalPoint: {"type": "string", "pattern": r"^\d{1,3} ?%?[ ,] ?\d{1,3} ?%?$"}, Colour: {"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}, Currency: {"type": "string", "pattern": "^[A-Z]{3}$"},
    Language: {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z]{2,4})?$"}, Pairs: {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
}  # fmt: skip


def json_schema(model: type, title: str) -> dict[str, Any]:
    """Give the schema of a record: every field with its words, nothing else allowed."""
    definitions: dict[str, Any] = {}
    schema = _record(model, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema, "$defs": dict(sorted(definitions.items()))}


def _record(model: type, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for field in fields_of(model):
        kind = _kind(field.kind, definitions)
        if field.least is not None and kind.get("type") in ("integer", "number"):
            kind = {**kind, "minimum": field.least}
        if field.most is not None and kind.get("type") in ("integer", "number"):
            kind = {**kind, "maximum": field.most}
        properties[field.name] = {**kind, "description": field.doc}
    also: dict[str, str] = getattr(model, "ALSO", {})
    properties |= {other: properties[name] for other, name in also.items() if other not in properties}
    required = [field.name for field in fields_of(model) if field.required and field.name not in also.values()]
    return {"type": "object", "description": (model.__doc__ or "").strip(), "properties": properties, "required": required, "additionalProperties": False}


def _kind(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    unwrapped = optional(kind)
    if models := variants(unwrapped):
        return {"anyOf": [_reference(model, definitions) for model in models.values()] + [{"enum": list(models)}]}
    origin = typing.get_origin(unwrapped)
    if origin is Literal:
        return {"enum": list(typing.get_args(unwrapped))}
    if origin is tuple:
        entry = _kind(typing.get_args(unwrapped)[0], definitions)
        return {"anyOf": [{"type": "array", "items": entry}, entry]}
    if unwrapped in _SCALARS:
        return dict(_SCALARS[unwrapped])
    if dataclasses.is_dataclass(unwrapped):
        return _reference(typing.cast("type", unwrapped), definitions)
    if origin in (typing.Union, types.UnionType):
        raise TypeError(f"no schema for {kind}")
    return dict(_SCALARS[str])


def _reference(model: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = model.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _record(model, definitions)
    reference = {"$ref": f"#/$defs/{name}"}
    short = getattr(model, "SHORT", "")
    if hasattr(model, "spelled"):
        return {"anyOf": [reference, {"type": "string"}, {"type": "object", "minProperties": 1, "maxProperties": 1}]}
    if not short:
        return reference
    kind = next(field.kind for field in fields_of(model) if field.attribute == short)
    return {"anyOf": [reference, _kind(kind, definitions)]}

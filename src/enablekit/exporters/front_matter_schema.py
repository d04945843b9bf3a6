"""JSON Schema of front matter and sidecars, made from the model that reads them."""

from __future__ import annotations

import datetime as dt
import types
import typing
from dataclasses import is_dataclass
from typing import Any

from enablekit.encoding.json_schema import DIALECT
from enablekit.model.asset_fields import AUDIENCES, AssetFields
from enablekit.model.field import Field, described, key_of
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry

_ID = "https://enablekit.dev/schema/front-matter-1.json"
_SIMPLE: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
}


def schema() -> dict[str, Any]:
    """Return the schema; keys enablekit does not know are allowed at the top, not in guidance."""
    definitions: dict[str, Any] = {}
    properties = _properties(AssetFields, definitions)
    properties["enablement"] = {
        "description": "Directions for using the asset.",
        "type": "object",
        "properties": _properties(Guidance, definitions),
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "$id": _ID,
        "title": "enablekit front matter",
        "type": "object",
        "properties": properties,
        "additionalProperties": True,
        "$defs": dict(sorted(definitions.items())),
    }


def _properties(owner: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(owner)
    return {
        key_of(declared): _field(hints[declared.name], field, definitions)
        for declared, field in described(owner)
    }


def _field(hint: Any, field: Field, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type hint
    inner = [one for one in typing.get_args(hint) if one not in {Ellipsis, types.NoneType}]
    kind = inner[0] if inner else hint
    single = _single(kind, field, definitions)
    if typing.get_origin(hint) is not tuple:
        return single | {"description": field.doc}
    # One value alone stands for a list of one, and pairs can be lines such as `this: that`.
    lines: list[dict[str, Any]] = []
    if getattr(kind, "by_key", ()):
        lines = [{"type": "object", "additionalProperties": {"type": ["string", "number"]}}]
    return {
        "description": field.doc,
        "anyOf": [{"type": "array", "items": {"anyOf": [single, *lines]} if lines else single},
                  single, *lines],
    }  # fmt: skip


def _single(kind: Any, field: Field, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type hint
    if is_dataclass(kind) and isinstance(kind, type):
        return _entry(kind, definitions)
    simple = {"type": ["number", "string"]} if field.figure else dict(_SIMPLE[kind])
    if field.one_of:
        simple["enum"] = list(field.one_of)
    return simple


def _entry(owner: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = owner.__name__
    if name not in definitions:
        definitions[name] = {}  # reserved first, so that an entry may contain itself
        properties = _properties(owner, definitions)
        if issubclass(owner, GuidanceEntry):
            properties["audience"] = {"enum": list(AUDIENCES), "description": "Who may read it."}
            properties["draft"] = {"type": "boolean", "description": "Not yet confirmed."}
        definitions[name] = {
            "description": (owner.__doc__ or "").strip().split("\n")[0],
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
    reference: dict[str, Any] = {"$ref": f"#/$defs/{name}"}
    if getattr(owner, "shorthand", ""):
        return {"anyOf": [reference, {"type": "string"}]}
    return reference

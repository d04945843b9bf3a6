"""`enablekit.json`: the whole publication as data, with a versioned schema."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data, json_schema
from enablekit.model.audience import Audience
from enablekit.model.finding import Finding
from enablekit.model.guide import Guide
from enablekit.model.item import Check
from enablekit.model.notes import PresenterNotes
from enablekit.model.program import Program
from enablekit.model.vocabulary import Vocabulary
from enablekit.packing.library_data import FILE, LEFT_OUT, SCHEMA, asset_line, document

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled, Publication

NAME = "json"
SUMMARY = "everything as data, with a published schema"
_ID = "https://enablekit.dev/schema/enablekit-1.json"

_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')


def lacks(compiled: Compiled) -> str:  # noqa: ARG001 - the contract of an exporter
    """Say nothing: every asset has data."""
    return ""


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write the assets of a parcel, with everything around them."""
    return {FILE: export(replace(parcel.publication, compiled=parcel.compiled))}


def export(publication: Publication) -> bytes:
    """Write the publication."""
    paths = publication.audience is Audience.INTERNAL
    lines = (asset_line(one, with_paths=paths) for one in publication.compiled)
    return document(publication, lines)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `enablekit.json`."""
    definitions: dict[str, Any] = {}
    guide = json_schema.of(Guide, definitions)
    for name in LEFT_OUT:
        definitions["Asset"]["properties"].pop(name, None)
    properties = {
        "schema": {"const": SCHEMA},
        "name": {"type": "string"},
        "generator": {"type": "string"},
        "audience": {"enum": [one.word for one in Audience]},
        "built_on": {"type": "string", "format": "date"},
        "language": {"type": "string"},
        "vocabulary": json_schema.of(Vocabulary, definitions),
        "programs": {"type": "array", "items": json_schema.of(Program, definitions)},
        "assets": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "guide": guide,
                    "notes": json_schema.of(PresenterNotes, definitions),
                    "check": json_schema.of(Check, definitions),
                },
                "required": ["id", "guide", "notes", "check"],
                "additionalProperties": False,
            },
        },
        "findings": {"type": "array", "items": json_schema.of(Finding, definitions)},
    }
    return {
        "$schema": json_schema.DIALECT,
        "$id": _ID,
        "title": "enablekit.json",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": _in_use(properties, definitions),
    }


def _in_use(properties: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Keep the definitions that the properties lead to; what is left out takes its own with it."""
    waiting, kept = [json_data.line(properties)], dict[str, Any]()
    while waiting:
        for name in _REFERENCE.findall(waiting.pop()):
            if name not in kept:
                kept[name] = definitions[name]
                waiting.append(json_data.line(definitions[name]))
    return dict(sorted(kept.items()))

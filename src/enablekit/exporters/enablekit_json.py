"""`enablekit.json`: the whole publication as data, with a versioned schema."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data, json_schema
from enablekit.model.audience import Audience
from enablekit.model.body import Body
from enablekit.model.finding import Finding
from enablekit.model.guide import Guide
from enablekit.model.item import Check
from enablekit.model.notes import PresenterNotes
from enablekit.model.program import Program
from enablekit.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled, Publication

NAME = "json"
SUMMARY = "everything as data, with a published schema"
FILE = "enablekit.json"
SCHEMA = "enablekit/1"
_ID = "https://enablekit.dev/schema/enablekit-1.json"

# The text of an asset is in its own file; its guide, evidence and outline are what is compiled.
_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')
_LEFT_OUT = ("body", "items", "places", "text_parts")


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


def document(publication: Publication, asset_lines: Iterable[str]) -> bytes:
    """
    Write the publication around the lines of its assets.

    Each asset stands on a line of its own, so that a comparison shows which one changed.
    """
    paths = publication.audience is Audience.INTERNAL
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "name": publication.name,
        "generator": publication.generator,
        "audience": publication.audience.word,
        "built_on": publication.built_on.isoformat(),
        "language": publication.language,
        "vocabulary": json_data.plain(publication.vocabulary, with_paths=paths),
        "programs": [json_data.plain(one, with_paths=paths) for one in publication.programs],
    }
    before = [f"{json_data.line(key)}:{json_data.line(value)}," for key, value in head.items()]
    findings = (json_data.line(json_data.plain(one)) for one in publication.findings)
    # Each line becomes bytes by itself: a thousand assets are too long a text to hold twice.
    parts = [
        _bytes("{\n" + "".join(f"{line}\n" for line in before)),
        b'"assets":[', *_listed(asset_lines), b"],\n",
        b'"findings":[', *_listed(findings), b"]\n}\n",
    ]  # fmt: skip
    return b"".join(parts)


def _bytes(text: str) -> bytes:
    """Encode a text; half a character cannot be written, and comes only from damaged input."""
    return text.encode("utf-8", "replace")


def places_of(lines: Mapping[str, str], data: bytes) -> dict[str, tuple[int, int]]:
    """
    Return where the lines of assets begin and end in a publication, in bytes.

    Args:
        lines: The line of each asset by any name.
        data: What `document` made of them.

    """
    found: dict[bytes, tuple[int, int]] = {}
    at = 0
    for line in data.splitlines(keepends=True):
        text = line.rstrip(b",\n")
        found[text] = (at, at + len(text))
        at += len(line)
    encoded = ((name, line.encode("utf-8", "replace")) for name, line in lines.items())
    return {name: found[line] for name, line in encoded if line in found}


def asset_line(compiled: Compiled, *, with_paths: bool) -> str:
    """Write one asset; file names stay out of a build for a wider audience."""
    return json_data.line(_asset(compiled, with_paths=with_paths))


def _listed(values: Iterable[str]) -> Iterator[bytes]:
    """Yield the lines of a list: nothing between its brackets where it is empty."""
    between = b"\n"
    for value in values:
        yield between
        yield _bytes(value)
        between = b",\n"
    if between != b"\n":
        yield b"\n"


def _asset(compiled: Compiled, *, with_paths: bool) -> dict[str, Any]:
    asset = replace(
        compiled.guide.asset, body=Body(), items=(), places=(), text_parts=()
    )  # see _LEFT_OUT
    guide = json_data.plain(replace(compiled.guide, asset=asset), with_paths=with_paths)
    for name in _LEFT_OUT:
        guide["asset"].pop(name, None)
    return {
        "id": compiled.guide.asset.id,
        "guide": guide,
        "notes": json_data.plain(compiled.notes, with_paths=with_paths),
        "check": json_data.plain(compiled.check, with_paths=with_paths),
    }


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `enablekit.json`."""
    definitions: dict[str, Any] = {}
    guide = json_schema.of(Guide, definitions)
    for name in _LEFT_OUT:
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

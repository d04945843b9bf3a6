"""The library as data: a line for each asset, and the document around the lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data
from enablekit.model.audience import Audience
from enablekit.model.body import Body
from enablekit.model.imprint import Imprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from enablekit.model.publication import Compiled, Publication

FILE = "enablekit.json"
SCHEMA = "enablekit/1"
# The text of an asset is in its own file; its guide, evidence and outline are what is compiled.
LEFT_OUT = ("body", "items", "places", "text_parts", "imprint")


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
        compiled.guide.asset, body=Body(), items=(), places=(), text_parts=(), imprint=Imprint()
    )  # see LEFT_OUT
    guide = json_data.plain(replace(compiled.guide, asset=asset), with_paths=with_paths)
    for name in LEFT_OUT:
        guide["asset"].pop(name, None)
    return {
        "id": compiled.guide.asset.id,
        "guide": guide,
        "notes": json_data.plain(compiled.notes, with_paths=with_paths),
        "check": json_data.plain(compiled.check, with_paths=with_paths),
    }

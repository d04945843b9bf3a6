"""Hashes of what an author wrote, so that a later change can be told from a later date."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from enablekit.encoding.part_hash import of_part
from enablekit.model.value import Mapping, Scalar

if TYPE_CHECKING:
    from enablekit.model.body import Body
    from enablekit.model.value import Value

_RECORD = "verified"  # the record of a verification is not part of what was verified


def of_text(text: str) -> str:
    """Return the SHA-256 of a text, blind to white space at line ends."""
    lines = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return hashlib.sha256(lines.encode("utf-8", "replace")).hexdigest()


def of_sections(body: Body) -> tuple[tuple[str, str], ...]:
    """Return a short hash of each section by its anchor; text before the first heading has none."""
    return tuple(
        (
            section.anchor,
            of_part(
                "\n".join(
                    block.text
                    for block in body.blocks
                    if section.span.line <= block.span.line <= section.span.end_line
                )
            ),
        )
        for section in body.sections
    )


def of_guidance(value: Value | None) -> str:
    """Return the SHA-256 of guidance as written, blind to its layout; empty without guidance."""
    if not isinstance(value, Mapping):
        return ""
    kept = tuple(entry for entry in value.entries if entry.key != _RECORD)
    written = repr(_plain(Mapping(entries=kept, span=value.span)))
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()


def _plain(value: Value) -> object:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Mapping):
        return sorted((entry.key, repr(_plain(entry.value))) for entry in value.entries)
    return [_plain(item) for item in value.items]

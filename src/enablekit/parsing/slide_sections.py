"""HTML that stands around slides of reveal.js, and what its attributes say to the presenter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.outline import covers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.parsing.outline import Outline, Stretch

# https://revealjs.com/markdown/: sections with Markdown inside, in a template or not.
_MAY_BE = re.compile(r"<section\b[^<>]*\bdata-markdown\b", re.IGNORECASE)
_TAG = (
    r"</?section\b[^<>]*>|<textarea\b[^<>]*\bdata-template\b[^<>]*>|</textarea\s*>"
    r"|<script\b[^<>]*\btext/template\b[^<>]*>|</script\s*>"
)
_AROUND = re.compile(rf"^[ \t]*(?:(?:{_TAG})\s*)+$", re.MULTILINE | re.IGNORECASE)
_SLIDE_COMMENT = re.compile(r"<!--\s*\.slide:")
_SAID = re.compile(
    r"""\bdata-(?:notes\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')"""
    r"""|timing\s*=\s*["']?(?P<seconds>\d{1,4})\b)""",
    re.IGNORECASE,
)
_LONGEST = 10_000  # characters of attributes that are looked at


def around(text: str, opaque: Outline) -> list[tuple[int, int, bool]]:
    """
    Return the lines of tags around slides.

    Returns:
        The first character, the one after the last, and whether a slide begins there.

    """
    if not _MAY_BE.search(text):
        return []
    return [
        (one.start(), one.end(), "<section" in one[0].lower())
        for one in _AROUND.finditer(text)
        if not covers(opaque.code, one.start()) and not covers(opaque.comments, one.start())
    ]


def said(text: str, tags: list[Stretch]) -> Iterator[tuple[Stretch, int]]:
    """
    Yield what the attributes of slides say: a note, or the seconds a slide takes.

    `data-notes` and `data-timing` are those of https://revealjs.com/speaker-view/.

    Args:
        text: The deck.
        tags: Comments and tags that may have such attributes.

    """
    for start, end in tags:
        if text.startswith("<!--", start) and not _SLIDE_COMMENT.match(text, start):
            continue
        for found in _SAID.finditer(text, start, min(end, start + _LONGEST)):
            name = found.lastgroup or ""
            if name == "seconds":
                yield (found.start(), found.start()), int(found[name])
            else:
                yield found.span(name), 0

"""Finds words that stand where an author meant to write something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_THINGS = (
    r"company|customer|client|prospect|competitor|product|feature|first|last|your|contact|rep|"
    r"industry|persona|partner"
)
_FORGOTTEN = re.compile(
    r"(?P<word>\bTB[DCA]\b)"
    r"|(?P<todo>(?:(?<=[\[(])TODO\b[^\])\n]*(?=[\])])|(?:^|(?<=\n)|(?<=[.!?] ))TODO(?=:|\s*$|\n)))"
    r"|(?P<lorem>\b[Ll]orem [Ii]psum\b|\bLOREM IPSUM\b)"
)
_TO_FILL_IN = re.compile(
    rf"\[(?:(?i:{_THINGS})(?:[ _'’]*(?i:name|s name))|(?i:company|customer|client|prospect"
    r"|competitor|name|industry)|(?i:insert|add|enter|fill in|placeholder|your)\b[^\]\n]{0,60}"
    r"|X{1,4}%?)\](?!\()"
    rf"|\{{\{{[ ]?(?i:{_THINGS})(?:[ _.-]?(?i:name))?[ ]?\}}\}}"
)
_ANY_BRACES = re.compile(r"\{\{(?![<%])[^{}\n]{0,80}\}\}")
_SIGNS = ("TB", "TODO", "orem", "OREM")
_OPEN_QUOTE = "“‘\"'«„"


def forgotten(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says that something is still to be written."""
    if not any(sign in text for sign in _SIGNS):  # most texts, and many times as fast
        return
    for found in _FORGOTTEN.finditer(text):
        start, end = found.span()
        # Words between quotation marks are talked about.
        if not (start and text[start - 1] in _OPEN_QUOTE):
            yield start, end


def to_fill_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has a gap for a name, such as `[Company]`."""
    if "[" not in text and "{{" not in text:
        return
    for found in _TO_FILL_IN.finditer(text):
        yield found.span()


def left_in_braces(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has `{{ … }}` that nothing filled in."""
    for found in _ANY_BRACES.finditer(text):
        yield found.span()

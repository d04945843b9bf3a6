"""Evidence as the program draws it: Markdown through the real parser, and the words at a span."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from enablekit.parsing.body import read
from enablekit.parsing.evidence import draw

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.evidence import Evidence
    from enablekit.model.span import Span

    DrawFrom = Callable[..., Evidence]
    WordsAt = Callable[[str, Span], list[str]]


@pytest.fixture
def draw_from() -> DrawFrom:
    """Return what draws the evidence from a Markdown text."""

    def drawn(markdown: str, *, title: str = "", language: str = "en") -> Evidence:
        body, _, _ = read("paper.md", markdown, first_line=1, is_deck=False)
        return draw("paper.md", body, title=title, language=language)

    return drawn


@pytest.fixture
def words_at() -> WordsAt:
    """Return what reads the words that stand at a span of a Markdown text, markup stripped."""

    def words(markdown: str, span: Span) -> list[str]:
        lines = markdown.split("\n")[span.line - 1 : span.end_line]
        lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        text = re.sub(r"\]\([^)]*\)", "]", "\n".join(lines))
        text = re.sub(r"^\s*>", "", text, flags=re.MULTILINE)
        return re.sub(r"[*_`\[\]]", "", text).split()

    return words

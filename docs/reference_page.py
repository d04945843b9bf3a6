"""Pieces that the pages of docs/reference are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a table, and an empty one."""
    yield _row(heads)
    yield _row(("---",) * len(heads))
    for row in rows:
        yield _row(row)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def section(level: int, title: str, *text: str) -> Iterator[str]:
    """Yield a heading and its paragraphs, with an empty line after each."""
    yield f"{'#' * level} {title}"
    for paragraph in text:
        yield ""
        yield paragraph
    yield ""

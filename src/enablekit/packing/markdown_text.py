"""A document as Markdown that every wiki reads; its words do nothing but stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.packing.document import Facts, Heading, Paragraph, Points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.packing.document import Document, Piece

# CommonMark 0.31.2: a backslash makes any ASCII punctuation plain (2.4). These begin something
# inside a line; what begins a block is dealt with at the start of a line.
_INLINE = re.compile(r"([\\`*_\[\]<>&|~$])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_AT_THE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-+\s*$|:{3,})")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


def markdown(document: Document) -> str:
    """Write a document as Markdown."""
    blocks = [f"# {escaped(document.title)}", f"*{escaped(document.kind)}*"]
    if document.notice:
        blocks.append(f"> **{escaped(document.notice)}**")
    if document.trust:
        blocks.append(escaped(document.trust))
    blocks += [block for piece in document.pieces for block in _blocks(piece)]
    blocks += ["---", escaped(document.foot)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Return words that Markdown shows as they are, in one line."""
    return _line(" ".join(text.split()))


def _line(text: str) -> str:
    plain = _INLINE.sub(r"\\\1", _CONTROL.sub("\ufffd", text))
    plain = _AT_THE_START.sub(lambda hit: f"{hit[1]}\\{hit[2]}", plain)
    return _NUMBERED.sub(r"\1\\\2", plain)


def _blocks(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading():
            yield f"{'#' * (piece.level + 1)} {escaped(piece.text)}"
        case Points():
            marks = (
                f"{number}." if piece.numbered else "-" for number in range(1, len(piece.items) + 1)
            )
            yield "\n".join(
                f"{mark} {escaped(item)}" for mark, item in zip(marks, piece.items, strict=True)
            )
        case Facts():
            rows = (f"| **{escaped(label)}** | {escaped(words)} |" for label, words in piece.rows)
            yield "\n".join(["| | |", "| --- | --- |", *rows])
        case Paragraph():
            yield _paragraph(piece)


def _paragraph(piece: Paragraph) -> str:
    lines = [escaped(line) for line in piece.text.splitlines()] or [""]
    label = f"**{escaped(piece.label)}:** " if piece.label else ""
    if piece.manner == "letter":
        quoted = "\n".join(f"> {line}\\" if line else ">" for line in lines)
        # A backslash at the end of a line keeps it a line; the last one of a paragraph has none.
        quoted = re.sub(r"\\(?=\n>\n|\Z)", "", quoted)
        return f"{label.strip()}\n\n{quoted}" if label else quoted
    words = " ".join(line for line in lines if line)
    if piece.manner == "speech":
        return f"{label}“{words}”" if not words.startswith("“") else f"{label}{words}"
    if piece.manner == "note" and words:
        return f"{label}*{words}*"
    return f"{label}{words}"

"""A document as plain text, for a mail, a teleprompter or a note on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.document import Facts, Heading, Paragraph, Points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.packing.document import Document, Piece


def plain_text(document: Document) -> str:
    """Write a document as text; its words stand there as they are."""
    head = [document.title, document.kind]
    if document.notice:
        head.append(document.notice.upper())
    if document.trust:
        head.append(document.trust)
    blocks = ["\n".join(head)]
    blocks += [block for piece in document.pieces for block in _blocks(piece)]
    blocks.append(document.foot)
    return "\n\n".join(blocks) + "\n"


def _blocks(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading():
            yield f"{piece.text}\n{'=' * len(piece.text)}" if piece.level == 1 else piece.text
        case Points():
            marks = (
                f"{number}." if piece.numbered else "-" for number in range(1, len(piece.items) + 1)
            )
            yield "\n".join(f"{mark} {item}" for mark, item in zip(marks, piece.items, strict=True))
        case Facts():
            yield "\n".join(f"{label}: {words}" for label, words in piece.rows)
        case Paragraph():
            yield f"{piece.label}: {piece.text}" if piece.label else piece.text

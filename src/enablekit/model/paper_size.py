"""The sizes of paper that files are made for."""

from __future__ import annotations

from enum import Enum


class PaperSize(Enum):
    """
    A size of paper, upright: what to write for it, what Typst calls it, width and height.

    The names of Typst stand at https://typst.app/docs/reference/layout/page/#parameters-paper;
    lengths are millimetres.
    """

    A4 = ("a4", "a4", 210.0, 297.0)  # ISO 216
    LETTER = ("letter", "us-letter", 215.9, 279.4)  # ANSI/ASME Y14.1, size A

    def __init__(self, word: str, typst: str, width: float, height: float) -> None:
        self.word = word
        self.typst = typst
        self.width = width
        self.height = height


PAPERS = {one.word: one for one in PaperSize}

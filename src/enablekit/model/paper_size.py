"""The sizes of paper that files are made for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSize:
    """
    A size of paper, upright.

    Attributes:
        name: What to write for it.
        typst: What Typst calls it (https://typst.app/docs/reference/layout/page/#parameters-paper).
        width: In millimetres.
        height: In millimetres.

    """

    name: str
    typst: str
    width: float
    height: float


A4 = PaperSize(name="a4", typst="a4", width=210, height=297)  # ISO 216
LETTER = PaperSize(name="letter", typst="us-letter", width=215.9, height=279.4)  # ANSI/ASME Y14.1
PAPERS = {one.name: one for one in (A4, LETTER)}

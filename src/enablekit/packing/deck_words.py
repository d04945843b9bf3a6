"""Writes lines into a frame of a PowerPoint slide: their look, marks, links and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.packing import deck_fit
from enablekit.packing.extra import needed
from enablekit.packing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.packing.deck_pieces import Line, Run

_MONO = "Courier New"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """
    What all slides of a deck have in common.

    Attributes:
        language: BCP 47 tag of the words.
        rtl: Whether they are written from right to left.
        foot: What stands at the end of every slide.
        notice: Why the deck must not be used; empty while it may.
        words: The size of plain words in the template, in points.
        largest: The size that few words may have.
        titles: The size of titles in the template, in points.

    """

    language: str
    rtl: bool
    foot: str
    notice: str
    words: float
    largest: float
    titles: float


def write(
    frame: Any,  # noqa: ANN401 - a part of a presentation, of a package loaded when needed
    lines: Sequence[Line],
    size: float,
    manner: Manner,
    *,
    gaps: bool = True,
) -> None:
    """Write lines into a frame for words, where plain words have a size in points."""
    util = needed("pptx.util", "pptx", "a PowerPoint deck")
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        own = deck_fit.line_size(line, size)
        _shape(paragraph, line, own, manner)
        if gaps:
            above, after = deck_fit.gaps(line)
            paragraph.space_before = util.Pt(own * above)
            paragraph.space_after = util.Pt(own * after)
        for run in line.runs:
            _run(paragraph, run, line, own, manner)


def _shape(paragraph: Any, line: Line, own: float, manner: Manner) -> None:  # noqa: ANN401 - as above
    """Set the indent, the mark and the direction of a paragraph."""
    qn = needed("pptx.oxml.ns", "pptx", "a PowerPoint deck").qn
    util = needed("pptx.util", "pptx", "a PowerPoint deck")
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - bullets have no public way
    paragraph.level = min(line.level, 4)
    hang = util.Inches(deck_fit.hang(line, own)) if line.mark else 0
    properties.set("marL", str(util.Inches(deck_fit.indent(line, own))))
    properties.set("indent", str(-hang))
    if manner.rtl:
        properties.set("rtl", "1")
        properties.set("algn", "r")
    paragraph.font.size = util.Pt(own)
    if line.mark == "bullet":
        mark = properties.makeelement(qn("a:buChar"), {"char": "–" if line.level else "•"})
    elif line.mark == "number":
        start = {"startAt": str(line.first)} if line.first > 1 else {}
        mark = properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod", **start})
    else:
        mark = properties.makeelement(qn("a:buNone"), {})
    # The order of elements counts: spacing, then marks, then the look of runs.
    look = properties.find(qn("a:defRPr"))
    if look is not None:
        look.addprevious(mark)
    else:
        properties.append(mark)


def _run(paragraph: Any, run: Run, line: Line, own: float, manner: Manner) -> None:  # noqa: ANN401 - as above
    util = needed("pptx.util", "pptx", "a PowerPoint deck")
    added = paragraph.add_run()
    added.text = printable(run.text).replace("\n", " ")
    added.font.size = util.Pt(own)
    look = added._r.get_or_add_rPr()  # noqa: SLF001 - a language has no public way
    look.set("lang", manner.language)
    if run.strong or line.manner == "heading":
        added.font.bold = True
    if run.emphasis or line.manner == "quote":
        added.font.italic = True
    if run.code:
        added.font.name = _MONO
    if run.link:
        added.hyperlink.address = printable(run.link)

"""A document becomes a Word file, in a template's own styles or in plain ones."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.errors import WorldError
from enablekit.packing.archive import repacked
from enablekit.packing.document import Facts, Heading, Paragraph, Points
from enablekit.packing.extra import needed
from enablekit.packing.paper import ACCENT
from enablekit.packing.printable import printable
from enablekit.packing.word_lists import Numbering
from enablekit.packing.word_look import dress, warn

if TYPE_CHECKING:
    from enablekit.model.paper_size import PaperSize
    from enablekit.packing.document import Document, Piece

TEMPLATE = "guide.docx"

# The names Word itself gives its styles; a template without one of them has its text in Normal.
_LABELS = 0.22  # of the width, for what a row is about
_MANNERS = {"plain": "Normal", "speech": "Quote", "letter": "Intense Quote", "note": "Caption"}
_NUMBERED, _BULLETS = "List Number", "List Bullet"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLook:
    """
    How Word documents look.

    Attributes:
        paper: The size of their pages, where there is no template.
        accent: The colour of the brand as `#rrggbb`, readable on paper.
        template: The project's own template, which has its own size of page; None for ours.

    """

    paper: PaperSize
    accent: str = ACCENT
    template: bytes | None = None


def word_document(document: Document, look: WordLook, day: dt.date) -> bytes:
    """
    Return a document as a .docx file; the same document always gives the same bytes.

    Args:
        document: What it says.
        look: How it looks.
        day: When it says that it was written.

    Raises:
        WorldError: python-docx is not installed, or the template is no Word document.

    """
    file = _opened(look)
    page = _Page(file)
    page.paragraph(document.title, "Title")
    page.paragraph(document.kind, "Subtitle")
    if document.notice:
        warn(page.paragraph(document.notice, "Normal", strong=True))
    if document.trust:
        page.paragraph(document.trust, "Caption")
    for piece in document.pieces:
        page.put(piece)
    for section in file.sections:
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = printable(document.foot)
    about = file.core_properties
    about.title, about.language = printable(document.title), document.language
    about.author = about.last_modified_by = "enablekit"
    about.comments = ""
    about.created = about.modified = dt.datetime.combine(day, dt.time.min, dt.UTC)
    about.revision = 1
    saved = io.BytesIO()
    file.save(saved)
    return repacked(saved.getvalue())


def _opened(look: WordLook) -> Any:  # noqa: ANN401 - a document of a package that is loaded when needed
    """Open the project's template, emptied of its own words, or a plain document."""
    docx = needed("docx", "docx", "a Word document")
    if look.template is None:
        file = docx.Document()
        dress(file, look.paper, look.accent)
        return file
    try:
        file = docx.Document(io.BytesIO(look.template))
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise WorldError(
            f"templates/export/{TEMPLATE} is no Word document",
            hint="Save it in Word as .docx, not as .dotx or .doc",
        ) from error
    for block in list(file.element.body):
        if not block.tag.endswith("}sectPr"):  # page size, header and footer stay
            file.element.body.remove(block)
    return file


class _Page:
    """Puts pieces of a document into a Word document, with the styles its template has."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 - as above
        self._file = file
        self._styles = {style.name for style in file.styles}
        self._numbering = Numbering(file, _NUMBERED)

    def put(self, piece: Piece) -> None:
        match piece:
            case Heading():
                self.paragraph(piece.text, f"Heading {piece.level}")
            case Points():
                self._points(piece)
            case Facts():
                self._facts(piece)
            case Paragraph():
                self.paragraph(piece.text, _MANNERS[piece.manner], label=piece.label)

    def paragraph(self, text: str, style: str, *, label: str = "", strong: bool = False) -> Any:  # noqa: ANN401 - as above
        added = self._file.add_paragraph(style=style if style in self._styles else None)
        if label:
            added.add_run(f"{printable(label)}: ").bold = True
        # A line end inside a paragraph is a line end there, too.
        added.add_run(printable(text)).bold = strong or None
        return added

    def _points(self, points: Points) -> None:
        if not points.numbered:
            for item in points.items:
                self.paragraph(item, _BULLETS)
            return
        number = self._numbering.start()
        for item in points.items:
            self._numbering.put(self.paragraph(item, _NUMBERED), number)

    def _facts(self, facts: Facts) -> None:
        section = self._file.sections[-1]
        whole = section.page_width - section.left_margin - section.right_margin
        widths = int(whole * _LABELS), int(whole * (1 - _LABELS))
        table = self._file.add_table(rows=len(facts.rows), cols=len(widths))
        table.autofit = False
        if "Table Grid" in self._styles:
            table.style = "Table Grid"
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row, (label, words) in zip(table.rows, facts.rows, strict=True):
            left, right = row.cells
            left.width, right.width = widths
            left.paragraphs[0].add_run(printable(label)).bold = True
            right.paragraphs[0].add_run(printable(words))

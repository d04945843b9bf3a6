"""Numbered lists in a Word document: each begins at 1, whatever the template numbers."""

from __future__ import annotations

from typing import Any

from enablekit.packing.extra import needed

# A list of our own for a template that has none: `1.`, its words indented by a quarter of an inch.
# ECMA-376 Part 1, 17.9: lengths are twentieths of a point.
_PLAIN = """\
<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
</w:abstractNum>"""
_EMPTY = b"""\
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>"""
_DEEPEST = 20  # styles based on each other; more is a circle


class Numbering:
    """
    Gives numbered lists their numbers.

    Paragraphs of one style share one list, so the second list of a document would go on where the
    first ended. Each gets a `w:num` of its own that starts anew (ECMA-376 Part 1, 17.9.8, 17.9.15,
    17.9.26).

    Args:
        file: The document of python-docx.
        style: The name of the style of numbered paragraphs; the template may lack it.

    """

    def __init__(self, file: Any, style: str) -> None:  # noqa: ANN401 - of a package that is loaded when needed
        self._file = file
        self._style = style
        self._kind: int | None = None
        self._part: Any = None

    def start(self) -> int:
        """Begin a list; return the number that its paragraphs are to name."""
        if self._kind is None:
            self._kind = self._of_style()
        if self._kind is None:
            self._kind = self._plain()
        added = self._numbering().add_num(self._kind)
        added.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(added.numId)

    def put(self, paragraph: Any, number: int) -> None:  # noqa: ANN401 - as above
        """Make a paragraph a point of a list that was begun."""
        place = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no numbering of its own
        place.get_or_add_ilvl().val = 0
        place.get_or_add_numId().val = number

    def _of_style(self) -> int | None:
        """Return how the template's style is numbered; None where it is not."""
        style = next((one for one in self._file.styles if one.name == self._style), None)
        for _ in range(_DEEPEST):
            if style is None:
                return None
            props = style.element.pPr
            named = props.numPr.numId if props is not None and props.numPr is not None else None
            if named is not None:
                return next(
                    (
                        int(one.abstractNumId.val)
                        for one in self._numbering().num_lst
                        if one.numId == named.val
                    ),
                    None,
                )
            style = style.base_style
        return None

    def _plain(self) -> int:
        """Add a kind of list of our own; all kinds stand before all lists."""
        parse = needed("docx.oxml", "docx", "a Word document").parse_xml
        qn = needed("docx.oxml.ns", "docx", "a Word document").qn
        root = self._numbering()
        kinds = root.findall(qn("w:abstractNum"))
        number = max((int(one.get(qn("w:abstractNumId"))) for one in kinds), default=-1) + 1
        root.insert(root.index(kinds[-1]) + 1 if kinds else 0, parse(_PLAIN.format(number=number)))
        return number

    def _numbering(self) -> Any:  # noqa: ANN401 - as above
        """Return the lists of the document, which a template may lack altogether."""
        if self._part is not None:
            return self._part.element
        opc = needed("docx.opc.constants", "docx", "a Word document")
        document = self._file.part
        try:
            self._part = document.part_related_by(opc.RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            parts = needed("docx.parts.numbering", "docx", "a Word document")
            uri = needed("docx.opc.packuri", "docx", "a Word document").PackURI
            self._part = parts.NumberingPart.load(
                uri("/word/numbering.xml"),
                opc.CONTENT_TYPE.WML_NUMBERING,
                _EMPTY,
                document.package,
            )
            document.relate_to(self._part, opc.RELATIONSHIP_TYPE.NUMBERING)
        return self._part.element

"""A text as a list of plain pieces, from which every form of file is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """
    A heading.

    Attributes:
        text: The words.
        level: 1 for a part of the document, 2 and 3 below it; the title is none of them.

    """

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """
    A paragraph.

    Attributes:
        text: The words; line ends part lines, as in an e-mail.
        manner: `plain`; `speech` for what is said aloud; `letter` for what is sent as it stands;
            `note` for a remark in small type.
        label: What stands before it, such as `Respond`; may be empty.
        link: The address its words lead to; may be empty.

    """

    text: str
    manner: str = "plain"
    label: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list of points; `numbered` where their order counts."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A table of two columns: what it is about, and what there is to say."""

    rows: tuple[tuple[str, str], ...]


Piece = Heading | Paragraph | Points | Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """
    A document.

    Attributes:
        title: Its title.
        kind: What kind of document of which kind of asset, in a few words.
        notice: Why it must not be used; stands above everything else. Empty if it may be.
        trust: How far it can be trusted, with owner and day; may be empty.
        pieces: What it says, in order.
        foot: For whom it was made, and when.
        language: BCP 47 tag of its words.

    """

    title: str
    kind: str
    pieces: tuple[Piece, ...]
    foot: str
    notice: str = ""
    trust: str = ""
    language: str = "en"

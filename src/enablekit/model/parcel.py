"""What an export is made of: compiled assets of one audience, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from enablekit.model.attempt import Kept
from enablekit.model.paper_size import PaperSize
from enablekit.model.picture import Pictures, no_pictures
from enablekit.model.program import Program
from enablekit.model.publication import Compiled, Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """A set of pages: the PDF, and how many pages it has."""

    data: bytes
    pages: int


Typesetter = Callable[[str, Mapping[str, Any], float], Typeset]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """
    What an exporter is given.

    Attributes:
        publication: The whole build: its language, words, audience and people.
        compiled: The assets to export, in order.
        program: The program they make up, or None where they were named one by one.
        typeset: Sets pages: takes the name of a template, what it shows, and the size of its type
            in points. None where nothing can be set.
        accent: The colour of the brand as `#rrggbb`; empty for ours.
        logo: The image of the brand, as PNG, SVG, JPEG or WebP; empty for none.
        paper: The size of the pages.
        own: Templates of the project for office files, by file name.
        picture: Finds the picture that an address in a file names, such as `![…](chart.png)`; where
            there is none to be had, the words that describe it stand in its place.
        parts: Scripts, styles and pages that ship with enablekit for packages, by file name.
        kept: What a learner kept of checks; None where no file of that was named.

    """

    publication: Publication
    compiled: tuple[Compiled, ...]
    program: Program | None = None
    typeset: Typesetter | None = None
    accent: str = ""
    logo: bytes = b""
    paper: PaperSize = PaperSize.A4
    own: Mapping[str, bytes] = field(default_factory=dict)
    picture: Pictures = no_pictures
    parts: Mapping[str, str] = field(default_factory=dict)
    kept: Kept | None = None

"""Everything one build says: the guides, notes and checks of one audience."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from enablekit.model.audience import Audience
from enablekit.model.finding import Finding
from enablekit.model.guide import Guide
from enablekit.model.item import Check
from enablekit.model.notes import PresenterNotes
from enablekit.model.program import Program
from enablekit.model.strings import Strings
from enablekit.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """
    One asset, compiled.

    Attributes:
        guide: Its guide.
        notes: Its presenter notes.
        check: Its comprehension check.
        file: Its file, from which its links lead; never shown to whoever may not know it.

    """

    guide: Guide
    notes: PresenterNotes
    check: Check
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """
    A whole build, before it becomes pages or files.

    Attributes:
        name: What the project calls itself.
        language: BCP 47 tag of the project's content.
        audience: For whom it was built.
        built_on: The day it was built for, which decides what is due.
        generator: `enablekit` and its version.
        vocabulary: The words used, in the project's order.
        compiled: The assets, ordered by title, then id.
        programs: What people in a role learn, in order.
        source_url: Where a reader finds the source files, ending with `/`; or empty.
        site_url: Where this build is served, ending with `/`; or empty.
        feedback: The e-mail address that readers can write to; or empty.
        offline: Whether pages that were opened may be kept for reading without a connection.
        styled: Whether the site has a style sheet of the project's own, besides ours.
        logo: The project's logo by its path in the site; or empty.
        findings: What is wrong with the sources; empty in a build for a wider audience.
        strings: What the site says in its language.
        files: Each file with the id of its asset, for links between assets; never shown.

    """

    name: str
    language: str
    audience: Audience
    built_on: dt.date
    generator: str
    vocabulary: Vocabulary
    compiled: tuple[Compiled, ...]
    programs: tuple[Program, ...] = ()
    source_url: str = ""
    site_url: str = ""
    feedback: str = ""
    offline: bool = True
    styled: bool = False
    logo: str = ""
    findings: tuple[Finding, ...] = ()
    strings: Strings = field(default_factory=Strings)
    files: tuple[tuple[str, str], ...] = ()

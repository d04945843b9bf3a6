"""For which tool a deck was written, as far as it says so itself, and what ends a slide there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.value import Mapping, Scalar, Sequence
from enablekit.parsing import reveal_separators
from enablekit.parsing.outline import covers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.value import Value
    from enablekit.parsing.outline import Outline

MARP, SLIDEV, REVEAL, REMARK, PANDOC = "marp", "slidev", "reveal", "remark", "pandoc"

_DASHES = "---"
# What ends a slide, as a regular expression for a whole line. Remark's is exactly three hyphens
# (https://github.com/gnab/remark/blob/develop/src/remark/Lexer.js), Slidev's three or more
# (https://github.com/slidevjs/slidev/blob/main/packages/parser/src/core.ts). In reveal.js `---` is
# the next slide and `--` the one below it (https://revealjs.com/markdown/), which is `----` in
# reveal-md (https://github.com/webpro/reveal-md/blob/main/lib/defaults.json).
_SEPARATORS = {"": _DASHES, REMARK: _DASHES, SLIDEV: "-{3,}", REVEAL: "-{2,4}"}
# Lines on a slide that are no words: Remark's steps, Pandoc's pauses, the places of a layout in
# Slidev, and what the theme of reveal.js for Hugo says about slides.
_STEPS = {
    REMARK: "--",
    PANDOC: r"\.[ \t]\.[ \t]\.",
    SLIDEV: r"::[ \t]*[\w.-]+[ \t]*::",
    REVEAL: r"\{\{[<%][ \t]*/?(?:section|slide)\b[^{}\n]*[%>]\}\}",
}

_PRESENTED = re.compile(r"(?:revealjs|pptx|beamer|slidy|slideous|dzslides|s5|\w+_presentation)\b")
_PANDOC_KEYS = ("slide-level", "slide_level", "slideLevel")
# reveal-md, HedgeDoc and the Hugo theme for reveal.js.
_REVEAL_KEYS = ("revealOptions", "slideOptions", "separator", "verticalSeparator",
                "notesSeparator", "reveal_hugo")  # fmt: skip
# https://sli.dev/custom/#headmatter: those that no other tool knows.
_SLIDEV_KEYS = ("drawings", "routerMode", "mdc", "highlighter", "canvasWidth", "colorSchema",
                "themeConfig", "addons", "monaco", "twoslash", "codeCopy", "exportFilename",
                "titleTemplate", "wakeLock", "remoteAssets", "lineNumbers")  # fmt: skip

_SIGNS = re.compile(
    r"^(?P<remark>\?\?\?)[ \t]*$"
    r"|^---[ \t]*\n(?P<slidev>(?:layout|transition|clicks|src|hideInToc|routeAlias|preload|zoom"
    r"|disabled):[^\n]*\n(?:[a-z \t#-][^\n]*\n)*?---[ \t]*$)"
    r"|(?P<marp><!--\s*(?:\$?headingDivider|_(?:class|paginate|header|footer|color|background\w*))"
    r"[ \t]*:)"
    r"|(?P<pandoc>^:{3,}[ \t]*(?:(?:non)?incremental\b|\{\.(?:non)?incremental\b|\{\.notes\}))"
    r"|(?P<styled>^\.[A-Za-z][\w-]*\[)"
    r"|(?P<block>^:{3,}[ \t]*notes\b)"
    r"|(?P<reveal><!--\s*\.(?:slide|element)\b|<aside\b[^<>]*\bnotes\b|<section\b[^<>]*data-markdown"
    r"|^[ \t]*+notes?:|^\{\{[<%][ \t]*note[ \t]*[%>]\}\})",
    re.MULTILINE | re.IGNORECASE,
)
_SUREST = (REMARK, SLIDEV, MARP, PANDOC)
_BLOCK = "block"  # of notes, as Pandoc and enablekit have it
_STYLED = "styled"  # words, as Remark gives them a look
# Themes that come with a tool, as far as no other has one of that name.
_THEMES = {
    **dict.fromkeys(("gaia", "uncover"), MARP),
    **dict.fromkeys(("seriph", "apple-basic", "shibainu", "bricks"), SLIDEV),
    **dict.fromkeys(
        ("black", "white", "league", "beige", "night", "serif", "simple", "solarized", "moon",
         "blood", "sky"),
        REVEAL,
    ),
}  # fmt: skip
_DIVIDER = re.compile(r"^\s*\$?headingDivider\s*:([^\n]*(?:\n[ \t]*-[^\n]*)*)", re.MULTILINE)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """
    How the slides of a deck are parted.

    Attributes:
        name: The tool; empty when nothing tells.
        separator: A line that ends a slide, as a regular expression; empty for none.
        step: A line that stands between two parts of one slide; empty for none.
        blanks: How many empty lines end a slide; 0 for none.
        note: What begins a line of notes, beside what does so everywhere; empty for nothing.
        loose: Whether such a line ends a slide right below words too, which Markdown would take
            for the underline of a heading.
        by_rule: Whether every thematic break ends a slide, however it is written.
        levels: The levels of headings that begin a slide beside separators.
        by_heading: Whether headings begin slides as they do for Pandoc: those of the levels told,
            else of the level that Pandoc would find.
        may_lack: Whether headings do so in a deck that has no separators at all.
        mutes_comments: Whether comments are no notes, but what somebody took out of the deck.

    """

    name: str = ""
    separator: str = _DASHES
    step: str = ""
    blanks: int = 0
    note: str = ""
    loose: bool = False
    by_rule: bool = False
    levels: frozenset[int] = frozenset()
    by_heading: bool = False
    may_lack: bool = True
    mutes_comments: bool = False


def of(front: Mapping | None, text: str, opaque: Outline) -> Dialect:
    """
    Return the dialect of a deck.

    Args:
        front: Its front matter; that counts before anything in the text.
        text: The deck.
        opaque: What in it is code or a comment.

    """
    levels = _divider(front, text, opaque)
    told = _told(front)
    name = told or (MARP if levels is not None else _shown(front, text, opaque))
    if name == REVEAL:
        found = reveal_separators.read(*(_text(front, key) for key in reveal_separators.KEYS))
        return Dialect(
            name=name,
            separator=found.line,
            step=_STEPS[REVEAL],
            blanks=found.blanks,
            note=found.note,
            loose=found.loose,
            mutes_comments=told == REVEAL,
        )
    stated = levels if name == MARP else _slide_level(front)
    return Dialect(
        name=name,
        separator=_SEPARATORS.get(name, ""),
        step=_STEPS.get(name, ""),
        loose=name in {REMARK, SLIDEV},
        by_rule=name in {MARP, PANDOC},
        levels=stated or frozenset(),
        by_heading=name == PANDOC and stated != frozenset(),
        may_lack=not name,
        mutes_comments=name in {REMARK, PANDOC},
    )


def _told(front: Mapping | None) -> str:
    """Return what the front matter tells."""
    if front is None:
        return ""
    keys = {entry.key for entry in front.entries}
    formats = [*_words(front.get("format")), *_words(front.get("output"))]
    if "marp" in keys:
        return MARP
    if any("xaringan" in one for one in formats):
        return REMARK
    if keys.intersection(_PANDOC_KEYS) or any(map(_PRESENTED.search, formats)):
        return PANDOC
    if keys.intersection(_REVEAL_KEYS) or "Reveal" in _words(front.get("outputs")):
        return REVEAL
    return SLIDEV if keys.intersection(_SLIDEV_KEYS) else ""


def _shown(front: Mapping | None, text: str, opaque: Outline) -> str:
    """Return what the marks in a text show, or the name of the theme; the surest counts."""
    signs: set[str] = set()
    for found in _SIGNS.finditer(text):
        kind = found.lastgroup or ""
        if kind not in signs and not covers(opaque.code, found.start(kind)):
            signs.add(kind)
    themed = _THEMES.get(_text(front, "theme").lower(), "")
    sure = next((name for name in _SUREST if name in signs), themed)
    if sure == REVEAL and _BLOCK in signs:
        return PANDOC  # reveal.js itself knows no blocks, but Pandoc makes slides for it
    if not sure and _STYLED in signs:
        return REMARK
    return sure or (REVEAL if REVEAL in signs else "")


def _divider(front: Mapping | None, text: str, opaque: Outline) -> frozenset[int] | None:
    """
    Return the levels of headings at which Marp begins a slide; None if the deck does not say.

    A number means that level and those above it, a list only those in it; the last one counts
    (https://marpit.marp.app/directives?id=heading-divider).
    """
    value = front.get("headingDivider") if front else None
    told = None if value is None else _levels(" ".join(_words(value)), isinstance(value, Sequence))
    if "headingDivider" in text:
        for start, end in opaque.comments:
            for found in _DIVIDER.finditer(text[start + len("<!--") : end - len("-->")]):
                words = found[1].strip()
                told = _levels(words, words[:1] in {"[", "-"})
    return told


def _levels(words: str, is_list: bool) -> frozenset[int]:  # noqa: FBT001 - what the words are
    numbers = {int(one) for one in _NUMBER.findall(words[:100])}
    if not is_list:
        numbers = set(range(1, min(max(numbers, default=0), 6) + 1))
    return frozenset(one for one in numbers if 1 <= one <= 6)  # noqa: PLR2004 - levels there are


def _slide_level(front: Mapping | None) -> frozenset[int] | None:
    """Return the headings that begin a slide where the front matter says so to Pandoc."""
    for value in _mappings(front):
        for key in _PANDOC_KEYS:
            words = _text(value, key)
            if words.isdecimal() and len(words) == 1:
                return _levels(words, is_list=False)
    return None


def _mappings(front: Mapping | None) -> Iterator[Mapping]:
    """Yield the front matter and what it says for each format."""
    if front is None:
        return
    yield front
    for key in ("format", "output"):
        value = front.get(key)
        if isinstance(value, Mapping):
            yield from (one.value for one in value.entries if isinstance(one.value, Mapping))


def _text(front: Mapping | None, key: str) -> str:
    value = front.get(key) if front else None
    return value.text if isinstance(value, Scalar) else ""


def _words(value: Value | None) -> list[str]:
    """Return a text, the texts of a list, or the keys of a mapping."""
    if isinstance(value, Scalar):
        return [value.text]
    if isinstance(value, Sequence):
        return [one.text for one in value.items if isinstance(one, Scalar)]
    return [entry.key for entry in value.entries] if value else []

"""Markdown as a flat stream of events, each with the bytes of the source that it came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyromark import Markdown, Options, reference_definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyromark.event import BrokenLink, Range

# An event of pulldown-cmark and the bytes it came from; see `pyromark.event` for all of them. The
# values are not typed further: telling them apart for a checker costs more than reading them.
Event = tuple[Any, "Range"]

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)
_PARSER = Markdown(options=_OPTIONS)
_FOOTNOTE = re.compile(r"^ {0,3}(\[\^[^\]\s]+\]):", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\]")
# Ends whatever stands above it, so nothing of a preface reaches into the text.
_END_OF_PREFACE = "\n***\n"


def events(text: str) -> Iterator[Event]:
    """Return the events of a whole text."""
    return _PARSER.events_with_range(text)


class Definitions:
    """
    What a text defines for all of its parts: the addresses of links, and footnotes.

    Nothing else crosses from part to part: a fence or a comment left open in one cannot swallow
    another.
    """

    __slots__ = ("_footnotes", "_parser")

    def __init__(self, whole: str) -> None:
        self._footnotes = frozenset(_FOOTNOTE.findall(whole))
        self._parser = Markdown(options=_OPTIONS, broken_link_callback=_links_of(whole))

    def events(self, part: str) -> Iterator[Event]:
        """Yield the events of a part."""
        wanted = dict.fromkeys(_FOOTNOTE_MARK.findall(part))
        here = frozenset(_FOOTNOTE.findall(part))
        preface = "".join(
            [f"{mark}: -\n\n" for mark in wanted if mark in self._footnotes and mark not in here]
        )
        if preface:
            preface += _END_OF_PREFACE
        skipped = len(preface.encode())
        for event, where in self._parser.events_with_range(preface + part):
            start = where["start"] - skipped
            if start >= 0:
                yield event, {"start": start, "end": where["end"] - skipped}


def parted(value: Any) -> tuple[str, Any]:  # noqa: ANN401 - see Event
    """
    Return the name of an event, or of the tag that one starts or ends, and what it tells.

    What tells nothing more is a bare string, anything else a dictionary with one key.
    """
    if isinstance(value, str):
        return value, None
    name, told = next(iter(value.items()))
    return name, told


def _links_of(whole: str) -> Callable[[BrokenLink], tuple[str, str] | None]:
    known: dict[str, tuple[str, str]] = {}
    for label, link in reference_definitions(whole, options=_OPTIONS).items():
        known.setdefault(_same_label(label), (link["dest"], link["title"] or ""))

    def resolve(link: BrokenLink) -> tuple[str, str] | None:
        return known.get(_same_label(link["reference"]))

    return resolve


def _same_label(label: str) -> str:
    """Fold what CommonMark does not tell apart in the label of a link: case and white space."""
    return " ".join(label.split()).casefold()

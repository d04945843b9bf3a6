"""What stands on a one-pager: the minute before a call, and beside it what carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.packing.edition import Edition

_PEOPLE, _HEARD, _CLAIMS, _OBJECTIONS, _QUESTIONS, _KNOWN = 3, 3, 4, 3, 3, 4
# Languages whose signs the typeface that ships does not have.
_OTHER_SCRIPTS = frozenset({"ar", "fa", "he", "ur", "hi", "ja", "ko", "th", "zh"})
ACCENT = "#0b5a45"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A few words on a page, with what stands before and below them."""

    text: str
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A part of a page: its heading and what stands below."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """
    A page about an asset.

    Attributes:
        brief: The one-minute brief, line by line with its label.
        left: What to know.
        right: What to answer, and what proves it.

    """

    brief: tuple[tuple[str, str], ...]
    left: tuple[Column, ...]
    right: tuple[Column, ...]


def one_page(edition: Edition) -> OnePage:
    """Choose what stands on the page of an asset; a part with nothing in it is left out."""
    say = edition.wording.say
    brief = tuple(
        (say(line.label), f"{line.text} ({say('Drawn')})" if line.drawn else line.text)
        for line in edition.compiled.guide.brief
    )
    left = (
        ("Who it is for", tuple(_people(edition))),
        ("What they say", tuple(_heard(edition))),
        ("Questions to ask", tuple(_questions(edition))),
        ("What everyone must know" if edition.internal else "Good to know", _known(edition)),
    )
    claims = "What you may claim" if edition.internal else "What is proved"
    right = (
        ("When they object" if edition.internal else "Doubts and answers", _answers(edition)),
        (claims, tuple(_claims(edition))),
        ("What to use next", tuple(_following(edition))),
    )
    return OnePage(
        brief=brief,
        left=tuple(Column(title=say(title), entries=some) for title, some in left if some),
        right=tuple(Column(title=say(title), entries=some) for title, some in right if some),
    )


def page_data(edition: Edition, page: OnePage, *, accent: str = "") -> dict[str, Any]:
    """Return a page as plain data for the template that sets it."""
    day, language = edition.publication.built_on, edition.wording.strings.language

    def columns(some: tuple[Column, ...]) -> list[dict[str, Any]]:
        return [
            {
                "title": one.title,
                "items": [
                    {"label": each.label, "text": each.text, "note": each.note}
                    for each in one.entries
                ],
            }
            for one in some
        ]

    return {
        "title": edition.asset.title,
        "kind": edition.compiled.guide.type_label,
        "author": edition.publication.name,
        "notice": edition.notice,
        "trust": edition.trust,
        "foot": edition.foot,
        "accent": accent or ACCENT,
        "logo": "",
        "lang": language,
        "rtl": edition.direction == "rtl",
        "alphabetic": edition.asset.language.split("-")[0] not in _OTHER_SCRIPTS
        and language not in _OTHER_SCRIPTS,
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "brief": [list(row) for row in page.brief],
        "left": columns(page.left),
        "right": columns(page.right),
    }


def longest(page: OnePage) -> str:
    """Return the longest text of a page, to be shortened when it does not fit."""
    texts = [text for _, text in page.brief]
    texts += [each.text for one in (*page.left, *page.right) for each in one.entries]
    return max(texts, key=len, default="")


def _people(edition: Edition) -> Iterator[Entry]:
    for use in edition.asset.guidance.use_with[:_PEOPLE]:
        yield Entry(label=edition.persona(use.persona), text=use.when or use.why)


def _heard(edition: Edition) -> Iterator[Entry]:
    for pain in edition.compiled.guide.pains[:_HEARD]:
        words = speech(pain.words)
        yield Entry(text=f"“{words}”" if words else pain.term.name)


def _questions(edition: Edition) -> Iterator[Entry]:
    for question in edition.asset.guidance.questions[:_QUESTIONS]:
        yield Entry(text=question.ask)


def _known(edition: Edition) -> tuple[Entry, ...]:
    known = (one.statement for one in edition.asset.guidance.must_know if one.statement)
    return tuple(Entry(text=text) for text in list(known)[:_KNOWN])


def _answers(edition: Edition) -> tuple[Entry, ...]:
    answered = [one for one in edition.asset.guidance.objections if one.they_say and one.respond]
    return tuple(
        Entry(label=f"“{speech(one.they_say)}”", text=one.respond) for one in answered[:_OBJECTIONS]
    )


def _claims(edition: Edition) -> Iterator[Entry]:
    today = edition.publication.built_on
    usable = (
        one
        for one in edition.asset.guidance.proof_points
        if one.claim and not (one.until and one.until < today)
    )
    for one in list(usable)[:_CLAIMS]:
        yield Entry(text=one.claim, note=one.scope)


def _following(edition: Edition) -> Iterator[Entry]:
    for one in edition.compiled.guide.next:
        yield Entry(label=one.title, text=one.when)

"""What stands on a one-pager: the minute before a call, and beside it what carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import speech
from enablekit.packing.paper import tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.packing.edition import Edition

_PEOPLE, _HEARD, _CLAIMS, _OBJECTIONS, _QUESTIONS, _KNOWN = 3, 3, 4, 3, 3, 4
_NOT_TO_SAY = frozenset({"none", "internal"})  # permissions under which nobody may say a claim
_SHOWN = 60  # characters of a text that a message quotes
# What an empty page says, so that it fits anywhere.
NOTHING: dict[str, Any] = {
    "notice": "", "trust": "", "lead": "", "brief": [], "left": [], "right": [],
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    A few words on a page.

    Attributes:
        field: What an author would call them, for a message: `the answer to “It costs too much.”`.
        text: The words.
        label: What stands before them.
        note: What stands below them in small type.

    """

    field: str
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
        lead: What it is, in a sentence or two; may be empty.
        brief: The one-minute brief, line by line with its label.
        left: What to know.
        right: What to answer, and what proves it.

    """

    lead: str
    brief: tuple[tuple[str, str], ...]
    left: tuple[Column, ...]
    right: tuple[Column, ...]


def one_page(edition: Edition) -> OnePage:
    """Choose what stands on the page of an asset; a part with nothing in it is left out."""
    say = edition.wording.say
    brief = tuple(
        (
            say(line.label),
            f"{line.text} ({say('Drawn')}, {edition.lines(line.span)})"
            if line.drawn
            else edition.wording.told(line.text),
        )
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
        (
            "When they object" if edition.internal else "Doubts and answers",
            tuple(_answers(edition)),
        ),
        (claims, tuple(_claims(edition))),
        ("What to use next", tuple(_following(edition))),
    )
    tldr = edition.asset.guidance.tldr
    return OnePage(
        lead=(tldr.text if tldr else "") or edition.asset.summary,
        brief=brief,
        left=tuple(Column(title=say(title), entries=some) for title, some in left if some),
        right=tuple(Column(title=say(title), entries=some) for title, some in right if some),
    )


def page_data(edition: Edition, page: OnePage) -> dict[str, Any]:
    """Return a page as plain data for the template that sets it."""

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
        "kind": edition.wording.say(edition.compiled.guide.type_label),
        "notice": edition.notice,
        "trust": edition.trust,
        "own": tongue(edition.asset.language),
        "lead": page.lead,
        "brief": [list(row) for row in page.brief],
        "left": columns(page.left),
        "right": columns(page.right),
    }


def longest(edition: Edition, page: OnePage) -> tuple[str, str]:
    """Return the longest text of a page and what it is, to be shortened when it does not fit."""
    texts = [("the title", edition.asset.title), ("the tldr", page.lead)]
    texts += [(f"the line “{label}” of the brief", text) for label, text in page.brief]
    for each in (each for one in (*page.left, *page.right) for each in one.entries):
        texts += [(each.field, each.text), (f"the heading of {each.field}", each.label)]
        texts.append((f"the note on {each.field}", each.note))
    return max(texts, key=lambda one: len(one[1]))


def _people(edition: Edition) -> Iterator[Entry]:
    for use in edition.asset.guidance.use_with[:_PEOPLE]:
        name = edition.persona(use.persona)
        yield Entry(field=f"when to use it with “{name}”", label=name, text=use.when or use.why)


def _heard(edition: Edition) -> Iterator[Entry]:
    for pain in edition.compiled.guide.pains[:_HEARD]:
        words, field = speech(pain.words), f"the words of the pain “{pain.term.name}”"
        yield Entry(field=field, text=f"“{words}”" if words else pain.term.name)


def _questions(edition: Edition) -> Iterator[Entry]:
    for question in edition.asset.guidance.questions[:_QUESTIONS]:
        yield Entry(field=f"the question “{_short(question.ask)}”", text=question.ask)


def _known(edition: Edition) -> tuple[Entry, ...]:
    known = (one.statement for one in edition.asset.guidance.must_know if one.statement)
    return tuple(
        Entry(field=f"what everyone must know, “{_short(text)}”", text=text)
        for text in list(known)[:_KNOWN]
    )


def _answers(edition: Edition) -> Iterator[Entry]:
    answered = [one for one in edition.asset.guidance.objections if one.they_say and one.respond]
    for one in answered[:_OBJECTIONS]:
        they = speech(one.they_say)
        yield Entry(field=f"the answer to “{_short(they)}”", label=f"“{they}”", text=one.respond)


def _claims(edition: Edition) -> Iterator[Entry]:
    today = edition.publication.built_on
    usable = (
        one
        for one in edition.asset.guidance.proof_points
        if one.claim and one.permission not in _NOT_TO_SAY and not (one.until and one.until < today)
    )
    for one in list(usable)[:_CLAIMS]:
        yield Entry(field=f"the claim “{_short(one.claim)}”", text=one.claim, note=one.scope)


def _following(edition: Edition) -> Iterator[Entry]:
    for one in edition.compiled.guide.next:
        yield Entry(field=f"when to use “{_short(one.title)}” next", label=one.title, text=one.when)


def _short(words: str) -> str:
    """Return the beginning of some words, enough to find them by."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"

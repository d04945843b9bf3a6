"""What the templates of the home page, the lists and the page about the site are filled with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from enablekit.model.phrase import keys
from enablekit.site.cards import trust_of
from enablekit.site.changes import Change, changes_of
from enablekit.site.facets import (
    PAINS,
    PERSONAS,
    PRODUCTS,
    RIVALS,
    STAGES,
    TOPICS,
    TYPES,
    Facet,
    Match,
    shelved,
)
from enablekit.site.finder import finder_values
from enablekit.site.letters import letter_of
from enablekit.site.links import ABOUT, HOME

if TYPE_CHECKING:
    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame

_QUESTIONS = keys((
    (PERSONAS, "Who is it?"),
    (STAGES, "Where are they in their journey?"),
    (PRODUCTS, "Which product?"),
    (RIVALS, "Against whom?"),
    (TOPICS, "What about?"),
    (TYPES, "What kind of piece?"),
))  # fmt: skip

# Above this, the home page lists letters instead of guides, so that it stays light on a phone.
_MOST_ON_HOME = 300


def home_values(frame: Frame, letters: tuple[Facet, ...]) -> dict[str, Any]:
    """Return the values for the home page's template."""
    groups = frame.facets.groups
    return frame.shared(HOME) | {
        "pains": _listed(frame, groups[PAINS]),
        "questions": [
            (frame.wording.say(question), folder, listed)
            for folder, question in _QUESTIONS
            if (listed := _listed(frame, groups[folder]))
        ],
        "letters": letters,
        "cards": [] if letters else list(frame.cards.values()),
        "count": len(frame.cards),
        "guided": any(one.guide.asset.has_guidance for one in frame.publication.compiled),
        "news": _news(frame),
        "due": _due(frame),
        **finder_values(frame),
    }


_NEW_DAYS = 30
_MOST_NEWS = 5


def _news(frame: Frame) -> list[tuple[Change, str]]:
    """Return what changed in the last days, each piece once, with the day in words."""
    since = frame.publication.built_on - dt.timedelta(days=_NEW_DAYS)
    latest: dict[str, Change] = {}
    for change in changes_of(frame):
        if change.day >= since and change.card.in_use:
            latest.setdefault(change.card.href, change)
    return [(one, frame.wording.day(one.day)) for one in list(latest.values())[:_MOST_NEWS]]


def _due(frame: Frame) -> list[Card]:
    """Return what waits for a review, for colleagues only."""
    states = ("overdue", "changed", "due")
    waiting = [one for one in frame.cards.values() if one.trust.state in states]
    waiting.sort(key=lambda card: states.index(card.trust.state))
    return waiting[:_MOST_NEWS] if frame.internal else []


def _listed(frame: Frame, facets: tuple[Facet, ...]) -> list[Facet]:
    """Leave out what has no guide, except for colleagues: to them a gap is news."""
    return [facet for facet in facets if facet.path or frame.internal]


def letters_of(frame: Frame) -> tuple[Facet, ...]:
    """Return the guides by first letter when there are too many for one page, else nothing."""
    if len(frame.cards) <= _MOST_ON_HOME:
        return ()
    shelves: dict[str, list[Match]] = {}
    for card in frame.cards.values():
        shelves.setdefault(letter_of(card.title), []).append(Match(card=card))
    taken: set[str] = set()
    return tuple(
        shelved(Facet(folder="all", id=letter, path="", title=letter), shelves[letter], taken)
        for letter in sorted(shelves)
    )


def about_values(frame: Frame) -> dict[str, Any]:
    """Return the values for the template of the page about the site."""
    found: dict[str, int] = {}
    trusts = {}
    for compiled in frame.publication.compiled:
        trust = trust_of(compiled.guide, frame.wording)
        trusts[trust.state] = replace(trust, due="", late="")  # it stands for all of its state
        found[trust.state] = found.get(trust.state, 0) + 1
    return frame.shared(ABOUT) | {
        "badges": [(trusts[state], found[state]) for state in sorted(found, key=_weight)],
        "count": len(frame.cards),
    }


_ORDER = (
    "verified", "due", "overdue", "changed", "unverified", "draft", "superseded", "retired",
    "expired",
)  # fmt: skip


def _weight(state: str) -> tuple[int, str]:
    return (_ORDER.index(state) if state in _ORDER else len(_ORDER), state)

"""A pool of items becomes what is asked each time a check is taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enablekit.extend.answers import numbers
from enablekit.extend.item_parts import keys
from enablekit.item_rules import coverage, hinge, key_position

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

MOST = 6  # a check of four to six items is taken; a longer one is put off
ENOUGH = 4  # beyond that, nobody is asked what no person has confirmed
_DRAWS = 4
_RUN = 3  # keys on end at the same place

# What a check must hold besides the must-knows, by the kinds that bring it.
_SCENARIO = frozenset({"scenario-asset", "situation-matching", "objection-response"})
_DO_DONT = frozenset({"do-dont"})
_USES = ("scenario", "do-dont")  # they come before must-knows: what a rep must do with the piece


def draws(pool: Sequence[Item], about: About) -> tuple[tuple[Item, ...], ...]:
    """
    Choose the items of each attempt, four at most; the same pool always gives the same ones.

    A draw covers every must-know and has a scenario and a case of leaving the piece alone, where
    the pool has such items; what finds no room takes turns. What people wrote comes first, but it
    leaves room for what only made items bring. No two made items come from one place or ask for
    one must-know or figure, and none tells the answer of another. Of items that nobody has
    confirmed there are only as many as make up four.
    """
    drawer = _Drawer(pool=pool, about=about)
    found: list[tuple[Item, ...]] = []
    seen: set[frozenset[str]] = set()
    for _ in range(2 * _DRAWS):  # a turn may repeat an earlier one, and the next ask for the rest
        draw = drawer.next()
        ids = frozenset(item.id for item in draw)
        if ids and ids not in seen:
            seen.add(ids)
            found.append(draw)
    return tuple(found[:_DRAWS])


def without_runs(items: Iterable[Item]) -> tuple[Item, ...]:
    """Put items apart whose keys would stand at the same place more than three times on end."""
    waiting = list(items)
    ordered: list[Item] = []
    while waiting:
        places = [key_position.place_of(one) for one in ordered if key_position.place_of(one) >= 0]
        last = set(places[-_RUN:]) if len(places) >= _RUN else set()
        fitting = (
            one for one in waiting if len(last) != 1 or key_position.place_of(one) not in last
        )
        chosen = next(fitting, waiting[0])
        waiting.remove(chosen)
        ordered.append(chosen)
    return tuple(ordered)


@dataclass(slots=True, kw_only=True)
class _Drawer:
    """Draw after draw from one pool, and remember what was asked how often."""

    pool: Sequence[Item]
    about: About
    used: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    turn: int = 0

    def next(self) -> tuple[Item, ...]:
        """Return the next draw in the order of the pool."""
        chosen = self._written()
        self._meet_wishes(chosen)
        self._fill(chosen, [item for item in self.pool if not item.drawn], MOST)
        self._fill(chosen, [item for item in self.pool if item.drawn], ENOUGH)
        ids = {item.id for item in chosen}
        self.turn += 1
        self.used.update(ids)
        self.met.update({wish for item in chosen for wish in _wishes(item)})
        return tuple(item for item in self.pool if item.id in ids)

    def _written(self) -> list[Item]:
        """
        Choose from what people wrote: one item of each must-know, then the others by turns.

        Where must-knows take all the room, every second draw has some of the others.
        """
        written = sorted(
            (item for item in self.pool if item.written), key=lambda item: self.used[item.id]
        )
        first = {item.tests: item for item in reversed(written) if item.tests}
        tested = [item for item in written if first.get(item.tests) is item]
        others = [item for item in written if item not in tested]
        room = MOST - self._only_made([item.tests for item in tested])
        kept_free = min(room // 2, (len(others) + 1) // 2) if self.turn % 2 else 0
        chosen = tested[: room - kept_free]
        return [*chosen, *others[: room - len(chosen)]]

    def _only_made(self, tested: Collection[str]) -> int:
        """Return how many wishes only made items meet; people's items keep half of the room."""
        made = (item for item in self.pool if not item.written and not item.drawn)
        brought = {wish for item in made for wish in _wishes(item)} & {*_USES, *self._must_knows()}
        return min(MOST // 2, len(brought - {*tested}))

    def _must_knows(self) -> list[str]:
        return [one.id for one in self.about.asset.guidance.must_know]

    def _meet_wishes(self, chosen: list[Item]) -> None:
        """Choose an item for each wish that nothing meets yet, the least met first."""
        wishes = dict.fromkeys(wish for item in self.pool for wish in _wishes(item))
        known = self._must_knows()
        if MOST - len(chosen) > len(_USES):
            wanted = [*self._least_met(_USES, wishes), *self._least_met(known, wishes)]
            # What a scenario or a case of leaving alone tells would never be asked beside it.
            forgotten = (wish for wish in wanted if self.used and not self.met[wish])
            wanted[:0] = [*forgotten][:1]
        else:
            wanted = self._least_met((*_USES, *known), wishes)
        for wish in wanted:
            if not any(wish in _wishes(item) for item in chosen):
                able = [item for item in self.pool if wish in _wishes(item) and not item.drawn]
                self._fill(chosen, able, min(MOST, len(chosen) + 1))

    def _least_met(self, order: Iterable[str], wishes: Collection[str]) -> list[str]:
        return sorted((wish for wish in order if wish in wishes), key=lambda one: self.met[one])

    def _fill(self, chosen: list[Item], candidates: list[Item], size: int) -> None:
        """Add what was asked least, of the kinds that are least in the draw, up to a size."""
        left = [item for item in candidates if item not in chosen]
        while left and len(chosen) < size:
            kinds = Counter(item.kind for item in chosen)
            left.sort(key=lambda item: (self.used[item.id], kinds[item.kind]))
            item = left.pop(0)
            if all(self._go_together(item, other) for other in chosen):
                chosen.append(item)

    def _go_together(self, item: Item, other: Item) -> bool:
        return (
            coverage.place_of(item) != coverage.place_of(other)
            and not ask_the_same(item, other)
            and item.stem != other.stem
            and not hinge.told_by(item, other, self.about)
            and not hinge.told_by(other, item, self.about)
        )


def _wishes(item: Item) -> tuple[str, ...]:
    """Return what an item brings that a check should have."""
    found = [item.tests] if item.tests else []
    found += ["scenario"] if item.kind in _SCENARIO else []
    found += ["do-dont"] if item.kind in _DO_DONT else []
    return tuple(found)


def ask_the_same(item: Item, other: Item) -> bool:
    """Tell whether two items test one must-know, or the figure to type in one answers the other."""
    if item.tests and item.tests == other.tests:
        return True
    return _is_figure_of(item, other) or _is_figure_of(other, item)


def _is_figure_of(typed: Item, item: Item) -> bool:
    """Tell whether the number to type in an item is in the answer of another."""
    if typed.number is None:
        return False
    figure = numbers(typed.number.value)
    if item.number is not None:
        return figure == numbers(item.number.value) and typed.number.unit == item.number.unit
    return any(figure <= numbers(text) for _, text in keys(item))

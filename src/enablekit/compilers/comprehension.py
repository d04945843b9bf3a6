"""A library asset becomes its comprehension check."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from enablekit.compilers.draws import ENOUGH, ask_the_same, draws, without_runs
from enablekit.compilers.gate import NOTHING, sift
from enablekit.compilers.written_items import written_item
from enablekit.extend.item_rule import about
from enablekit.model.asset import Status
from enablekit.model.item import Check
from enablekit.model.phrase import keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from enablekit.compilers.gate import Sifted
    from enablekit.extend.question_kind import QuestionKind
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

PASS_MARK = 80
_POOL = 16  # of one piece; more is asked by nobody in four draws


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """
    A check, and how it came about.

    Attributes:
        check: The check.
        written: How many items people wrote for it.
        sifted: What the gate let through of the items that were made, and what it dropped.

    """

    check: Check
    written: int = 0
    sifted: Sifted = NOTHING


def compile_check(
    asset: Asset, library: Library, siblings: Siblings, kinds: Iterable[QuestionKind]
) -> Check:
    """Compile the check of one asset: what people wrote first, then a few of each kind in turn."""
    return make_check(asset, library, siblings, kinds).check


def make_check(
    asset: Asset, library: Library, siblings: Siblings, kinds: Iterable[QuestionKind]
) -> Making:
    """Compile the check of one asset, and say what became of every item that was made for it."""
    if asset.status is Status.RETIRED or asset.superseded_by:
        why = keys("It is out of use, so there is nothing to learn.")
        return Making(check=Check(asset=asset.id, why_empty=why))
    known = about(asset, library, siblings)
    written = _distinct(written_item(one, asset) for one in asset.items)
    # A question in one language about a piece in another is no check of the piece.
    asked_of = kinds if siblings.in_main_language(asset) else ()
    by_kind = [list(kind.candidates(asset, library, siblings)) for kind in asked_of]
    in_turn = _distinct(item for turn in zip_longest(*by_kind) for item in turn if item is not None)
    sifted = sift(in_turn, written, known)
    sifted = replace(sifted, kept=each_fact_once(sifted.kept))
    pool = [*written, *_pool(sifted.kept, len(written), asset)]
    chosen = draws(pool, known)
    balanced = {item.id: item for item in _balanced(_in_order_of_use(pool, chosen), asset.id)}
    asked = [without_runs(balanced[item.id] for item in draw) for draw in chosen]
    items = asked[0] if asked else ()
    settings = asset.guidance.check
    return Making(
        check=Check(
            asset=asset.id,
            items=items,
            more=tuple(balanced[item.id] for item in pool if balanced[item.id] not in items),
            draws=tuple(tuple(item.id for item in draw) for draw in asked),
            pass_mark=(settings.pass_mark if settings else 0) or PASS_MARK,
            why_empty="" if items else _why_empty(asset, siblings),
        ),
        written=len(written),
        sifted=sifted,
    )


def each_fact_once(kept: Sequence[Item]) -> tuple[Item, ...]:
    """Leave out what asks for a figure or a must-know that an earlier made item asks for."""
    chosen: list[Item] = []
    for item in sorted(kept, key=lambda one: one.drawn):  # what people confirmed comes first
        if not any(ask_the_same(item, other) for other in chosen):
            chosen.append(item)
    ids = {item.id for item in chosen}
    return tuple(item for item in kept if item.id in ids)


def _pool(kept: Sequence[Item], written: int, asset: Asset) -> list[Item]:
    """
    Choose the made items that may be asked, in the order they came.

    The first of each must-know and of each kind come before the rest. What nobody has
    confirmed is only there when people's guidance makes no whole check.
    """
    guided = [item for item in kept if not item.drawn]
    room = max(0, _POOL - written)
    rank = _ranks(guided, {known.id for known in asset.guidance.must_know if known.id})
    chosen = sorted(guided, key=lambda item: rank[item.id])[:room]
    if written + len(chosen) < ENOUGH:
        chosen += [item for item in kept if item.drawn][: room - len(chosen)]
    ids = {item.id for item in chosen}
    return [item for item in kept if item.id in ids]


def _ranks(items: Sequence[Item], must_know: Collection[str]) -> dict[str, int]:
    """Return by id how soon an item is wanted: 0 for the first of what it tests or of its kind."""
    seen: Counter[str] = Counter()
    ranks = {}
    for item in items:
        sorts = [item.kind, *([f"tests {item.tests}"] if item.tests in must_know else [])]
        ranks[item.id] = min(seen[sorts[-1]], seen[item.kind] * _POOL)
        seen.update(sorts)
    return ranks


def _in_order_of_use(pool: Sequence[Item], chosen: Sequence[Sequence[Item]]) -> list[Item]:
    """Return the pool in the order in which its items are first asked, then the rest."""
    return _distinct((*(item for draw in chosen for item in draw), *pool))


def _balanced(items: Iterable[Item], seed: str) -> Iterator[Item]:
    """
    Give the key of each next item another position, so that no position is a good guess.

    Options shuffled each for itself put the key first too often in a check of six. An order of
    their own, such as an author's or that of figures, stays.
    """
    turn = int(hashlib.sha256(seed.encode()).hexdigest(), 16)
    for item in items:
        if item.form != "single" or item.in_order:
            yield item
            continue
        key = next(option for option in item.options if option.correct)
        others = [option for option in item.options if not option.correct]
        others.insert(turn % len(item.options), key)
        turn += 1
        yield replace(item, options=tuple(others))


def _distinct(items: Iterable[Item]) -> list[Item]:
    """Return each item once, as it comes first."""
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(item.id, item)
    return list(found.values())


def _why_empty(asset: Asset, siblings: Siblings) -> str:
    if not siblings.in_main_language(asset):
        return keys(
            "Questions are made in the language of the site, and this piece has another. Questions "
            "of your own would make a check."
        )
    if not asset.has_guidance:
        return keys(
            "Nobody has written guidance for this piece, and its text alone makes no good question."
        )
    return keys(
        "The guidance has nothing to ask about yet. Objections with answers, when not to use the "
        "piece, or questions of your own would make a check."
    )

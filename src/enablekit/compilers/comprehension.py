"""A library asset becomes its comprehension check."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from enablekit.compilers.written_items import written_item
from enablekit.model.asset import Status
from enablekit.model.item import Check
from enablekit.model.phrase import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.extend.question_kind import QuestionKind
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

PASS_MARK = 80
_MOST = 6  # a check of four to six items is taken; a longer one is put off
_ENOUGH = 4  # beyond that, nobody is asked what no person has confirmed


def compile_check(
    asset: Asset, library: Library, siblings: Siblings, kinds: Iterable[QuestionKind]
) -> Check:
    """Compile the check of one asset: what people wrote first, then a few of each kind in turn."""
    if asset.status is Status.RETIRED or asset.superseded_by:
        return Check(
            asset=asset.id, why_empty=keys("It is out of use, so there is nothing to learn.")
        )
    written = [written_item(one, asset) for one in asset.items]
    by_kind = [list(kind.candidates(asset, library, siblings)) for kind in kinds]
    in_turn = [item for turn in zip_longest(*by_kind) for item in turn if item is not None]
    guided = [*written, *(item for item in in_turn if not item.drawn)]
    drawn = [item for item in in_turn if item.drawn]
    chosen = _without_repeats(guided)[: max(_MOST, len(written))]
    chosen += _one_a_place(drawn)[: max(0, _ENOUGH - len(chosen))]
    settings = asset.guidance.check
    items = tuple(_balanced(chosen, asset.id))
    return Check(
        asset=asset.id,
        items=items,
        pass_mark=(settings.pass_mark if settings else 0) or PASS_MARK,
        why_empty="" if items else _why_empty(asset),
    )


def _balanced(items: list[Item], seed: str) -> Iterator[Item]:
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


def _without_repeats(items: Iterable[Item]) -> list[Item]:
    seen: set[str] = set()
    kept = []
    for item in items:
        if item.id not in seen:
            seen.add(item.id)
            kept.append(item)
    return kept


def _one_a_place(items: list[Item]) -> list[Item]:
    """Keep the first item of each place: a second one about the same words answers the first."""
    first = {(item.source.line, item.source.column): item for item in reversed(items)}
    return [item for item in items if first[item.source.line, item.source.column] is item]


def _why_empty(asset: Asset) -> str:
    if not asset.has_guidance:
        return keys(
            "Nobody has written guidance for this piece, and its text alone makes no good question."
        )
    return keys(
        "The guidance has nothing to ask about yet. Objections with answers, when not to use the "
        "piece, or questions of your own would make a check."
    )

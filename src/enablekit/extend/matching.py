"""Puts matching items together: prompts, what fits them, and one decoy that fits none."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.item_making import item_id, normalised, shuffled
from enablekit.extend.said_by_piece import telling
from enablekit.model.item import Item, Option

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enablekit.model.asset import Asset
    from enablekit.model.span import Span

FEWEST, MOST = 3, 4  # pairs; with the decoy, five lines to keep in mind are enough


class Pair(NamedTuple):
    """A prompt and the only option that fits it."""

    prompt: str
    option: str


def matching(  # noqa: PLR0913 - each argument is one part of an item
    *,
    kind: str,
    bloom: str,
    asset: Asset,
    stem: str,
    pairs: Sequence[Pair],
    decoy: str,
    rationale: str,
    objective: str,
    source: Span,
) -> Item | None:
    """
    Put a matching item together.

    The first pair is the asset's own, and the item's id is made from its prompt.

    Returns:
        The item, or None when prompts or options repeat each other or give their match away.

    """
    if not _has_one_answer(pairs, decoy):
        return None
    identity = item_id(kind, asset.path or asset.id, pairs[0].prompt)
    options = [Option(text=pair.option, correct=True) for pair in pairs]
    options = list(shuffled([*options, Option(text=decoy, correct=False)], identity))
    places = {option.text: place for place, option in enumerate(options)}
    shown = sorted(pairs, key=lambda pair: _mixed(identity, pair.prompt))
    return Item(
        id=identity,
        kind=kind,
        form="matching",
        stem=stem,
        prompts=tuple(pair.prompt for pair in shown),
        matches=tuple(places[pair.option] for pair in shown),
        options=tuple(options),
        rationale=rationale,
        source=source,
        objective=objective,
        bloom=bloom,
        topics=asset.topics,
    )


def _has_one_answer(pairs: Sequence[Pair], decoy: str) -> bool:
    """Tell whether there are enough pairs, none twice, and none that gives its match away."""
    options = [*(pair.option for pair in pairs), decoy]
    return (
        len(pairs) >= FEWEST
        and not _repeat(options)
        and not _repeat([pair.prompt for pair in pairs])
        and not any(tells(pair, options) for pair in pairs)
    )


def tells(pair: Pair, options: Iterable[str]) -> bool:
    """Tell whether a prompt shares a telling word with its option that no other option has."""
    others = frozenset().union(*(telling(one) for one in options if one != pair.option))
    return bool((telling(pair.prompt) & telling(pair.option)) - others)


def _repeat(texts: list[str]) -> bool:
    return len({normalised(text) for text in texts}) < len(texts)


def _mixed(identity: str, prompt: str) -> bytes:
    return hashlib.sha256(f"{identity}\n{prompt}".encode("utf-8", "replace")).digest()

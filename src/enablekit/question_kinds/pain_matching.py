"""What buyers say is matched with the pain behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from enablekit.extend.item_making import normalised
from enablekit.extend.matching import FEWEST, MOST, Pair, matching, tells
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "pain-matching"
BLOOM = "apply"


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """
    Make one item of a pain the asset answers and pains of the pieces around it.

    Words that stand under two pains are not used: both would be right.
    """
    names = {one.id: one.name for one in library.vocabulary.pains if one.known and one.name}
    near = siblings.near(asset)
    met = [one.pain for piece in (asset, *near) for one in piece.guidance.pains]
    order = [pain for pain in dict.fromkeys(met) if pain in names]
    own = [one for one in asset.guidance.pains if one.pain in names]
    decoy = next((pain for pain in reversed(order) if pain not in {one.pain for one in own}), "")
    if not own or not decoy:
        return
    order.remove(decoy)
    pairs = _pairs(order, decoy, names, _words(asset, near, library))
    mine = {names[one.pain]: one for one in own}
    asked = next((pair for pair in pairs if pair.option in mine), None)
    if asked is None or len(pairs) < FEWEST:
        return
    item = matching(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        stem=phrase("Which pain is behind what these buyers say?"),
        pairs=[asked, *(pair for pair in pairs if pair is not asked)],
        decoy=names[decoy],
        rationale=phrase(
            "“{title}” is for “{pain}”: “{words}”",
            title=asset.title,
            pain=asked.option,
            words=asked.prompt,
        ),
        objective=phrase("Hear which pain is behind a buyer's words."),
        source=mine[asked.option].span,
    )
    if item is not None:
        yield item


def _pairs(
    order: list[str], decoy: str, names: dict[str, str], words: dict[str, list[str]]
) -> list[Pair]:
    """Take the first pains that can be asked in words which do not name them."""
    left = list(order)
    while True:
        asked = left[:MOST]
        options = [names[pain] for pain in (*asked, decoy)]
        pairs = []
        for pain in asked:
            unnamed = (Pair(one, names[pain]) for one in words[pain])
            fitting = next((pair for pair in unnamed if not tells(pair, options)), None)
            if fitting is None:
                left.remove(pain)
                break
            pairs.append(fitting)
        else:
            return pairs


def _words(asset: Asset, near: tuple[Asset, ...], library: Library) -> dict[str, list[str]]:
    """
    Return how buyers say each pain.

    The asset's first pain comes in the words it gives, others in those the project agreed on, which
    are more to the point, and then in those of other pieces.
    """
    first = [(one.pain, one.words) for one in asset.guidance.pains[:1]]
    agreed = [(one.id, one.says) for one in library.vocabulary.pains]
    others = [(one.pain, one.words) for piece in near for one in piece.guidance.pains[:1]]
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for piece in (asset, *near):
        for one in piece.guidance.pains:
            meant[normalised(one.words)].add(one.pain)
    for pain, said in agreed:
        meant[normalised(said)].add(pain)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pain, said in (*first, *agreed, *others):
        if said and len(meant[normalised(said)]) == 1:
            found[pain].append(said)
    return found

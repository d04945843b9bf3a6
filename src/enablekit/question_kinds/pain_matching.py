"""What buyers say is matched with the pain behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from enablekit.extend.item_making import normalised
from enablekit.extend.matching import FEWEST, MOST, Pair, matching, tells
from enablekit.model.phrase import phrase, sentences

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
    Make one item of the asset's own pains and those of the pieces around it.

    The words of a buyer that stand under two pains are not used: both would be right.
    """
    names = {one.id: one.name for one in library.vocabulary.pains if one.known and one.name}
    near = (asset, *siblings.near(asset))
    words = _words(near, library)
    own = [one.pain for one in asset.guidance.pains if one.pain in names]
    order = list(dict.fromkeys(
        [*own, *(one.pain for other in near for one in other.guidance.pains if one.pain in names)]
    ))  # fmt: skip
    if not own or len(order) <= FEWEST:
        return
    decoy = next((pain for pain in reversed(order) if pain not in own), "")
    options = [names[pain] for pain in order]
    pairs: list[Pair] = []
    for pain in order:
        said = next((one for one in words[pain] if not tells(Pair(one, names[pain]), options)), "")
        if said and pain != decoy and len(pairs) < MOST:
            pairs.append(Pair(said, names[pain]))
    mine = {names[pain] for pain in own}
    if not pairs or pairs[0].option not in mine:
        return
    item = matching(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        stem=phrase("Which pain is behind what these buyers say?"),
        pairs=pairs,
        decoy=names[decoy] if decoy else "",
        rationale=sentences(
            phrase("“{title}” answers these pains:", title=asset.title),
            *(phrase("“{words}” is “{pain}”.", words=one.prompt, pain=one.option)
              for one in pairs if one.option in mine),
        ),
        objective="Hear which pain is behind a buyer's words.",
        source=asset.guidance.pains[0].span,
    )  # fmt: skip
    if item is not None:
        yield item


def _words(near: tuple[Asset, ...], library: Library) -> dict[str, list[str]]:
    """Return how buyers say each pain, the asset's own words first."""
    says = [(one.id, one.says) for one in library.vocabulary.pains]
    met = [(one.pain, one.words) for other in near for one in other.guidance.pains]
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for pain, words in (*met, *says):
        meant[normalised(words)].add(pain)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pain, words in (*met, *says):
        if words and len(meant[normalised(words)]) == 1:
            found[pain].append(words)
    return found

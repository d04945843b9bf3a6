"""Finds, for one asset, the others a question can draw its distractors from."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, TypeVar, cast

from enablekit.extend.guided_claims import points_and_claims
from enablekit.extend.said_by_piece import says
from enablekit.model.asset import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from enablekit.extend.guided_claims import Stated
    from enablekit.extend.said_by_piece import Says
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library

T = TypeVar("T")

# Enough to choose from, and few enough that a check costs the same in any library.
_NEAR = 24
_A_TOPIC = 8
_REMEMBERED = 256  # pieces; what they say takes more room than all else that is known of them


class Siblings:
    """
    The usable assets of a library, found by what they are about.

    Retired, replaced and unfinished assets are never offered as an answer.

    Args:
        library: The library.

    """

    def __init__(self, library: Library) -> None:
        usable = [
            asset
            for asset in library.assets
            if asset.status is Status.PUBLISHED and not asset.superseded_by
        ]
        self._language = library.language
        self._by_language: dict[str, list[Asset]] = defaultdict(list)
        self._by_topic: dict[tuple[str, str], list[Asset]] = defaultdict(list)
        # Every question kind asks for the same ones.
        self._near: dict[tuple[str, str, tuple[str, ...]], tuple[Asset, ...]] = {}
        self._said: dict[int, tuple[Asset, Says]] = {}  # which keeps the asset, and so its id
        self._found: dict[tuple[str, str, str], object] = {}
        for asset in usable:
            self._by_language[asset.language].append(asset)
            for topic in asset.topics:
                self._by_topic[asset.language, topic].append(asset)

    def in_main_language(self, asset: Asset) -> bool:
        """
        Tell whether questions about an asset would be in its own language.

        They are asked in the language of the library, which is that of most of its pieces where
        nobody has chosen one. Regions make no difference: `en-US` is asked about in `en`.
        """
        mine = _without_region(asset.language)
        count: Counter[str] = Counter()
        for language, known in self._by_language.items():
            count[_without_region(language)] += len(known)
        return mine == _without_region(self._language) or count[mine] == max(
            count.values(), default=0
        )

    def near(self, asset: Asset) -> tuple[Asset, ...]:
        """
        Return up to 24 others in the same language, those on the same topics first.

        The rest follow the asset in the order of ids, so that every asset meets others.
        """
        key = (asset.id, asset.language, asset.topics)
        near = self._near.get(key)
        if near is None:
            found = {other.id: other for other in self._candidates(asset) if other.id != asset.id}
            near = self._near[key] = tuple(islice(found.values(), _NEAR))
        return near

    def says(self, asset: Asset) -> Says:
        """
        Return what an asset says, or what is known of it where the library is without texts.

        Several kinds ask for it one after the other, and so do the pieces near it.
        """
        # By identity: a piece is asked for whole, and by its neighbours without its text.
        known = self._said.get(id(asset))
        if known is None:
            if len(self._said) == _REMEMBERED:
                del self._said[next(iter(self._said))]
            known = self._said[id(asset)] = (asset, says(asset))
        return known[1]

    def points_and_claims(self, asset: Asset) -> tuple[Stated, ...]:
        """Return the must-knows and proof points near an asset that can be asked for."""
        near = (self.found_of(other, points_and_claims) for other in self.near(asset))
        return tuple(one for found in near for one in found)

    def found_of(self, asset: Asset, find: Callable[[Asset], T]) -> T:
        """Return what a function finds of a piece, which is near to many, once for all."""
        key = (find.__module__, find.__qualname__, asset.id)
        if key not in self._found:
            self._found[key] = find(asset)
        return cast("T", self._found[key])

    def on_the_same_topics(self, asset: Asset, limit: int) -> tuple[Asset, ...]:
        """Return the others that share most topics with an asset; with equals, the next by id."""
        topics = set(asset.topics)
        near = self.near(asset)
        shared = {other.id: len(topics.intersection(other.topics)) for other in near}
        related = [other for other in near if shared[other.id]]
        return tuple(sorted(related, key=lambda other: -shared[other.id])[:limit])

    def _candidates(self, asset: Asset) -> Iterator[Asset]:
        for topic in asset.topics:
            yield from _after(asset.id, self._by_topic.get((asset.language, topic), []), _A_TOPIC)
        yield from _after(asset.id, self._by_language.get(asset.language, []), _NEAR + 1)


def _without_region(language: str) -> str:
    return language.partition("-")[0].lower()


def _after(name: str, assets: list[Asset], count: int) -> list[Asset]:
    """Return assets from the one behind `name` on, in a circle; they are ordered by id."""
    low = bisect_right(assets, name, key=lambda asset: asset.id)
    found = assets[low : low + count]
    return found + assets[: min(count, len(assets)) - len(found)]

"""Explain items: which questions were made for each asset, and which rules dropped the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.adapters import clock, project
from enablekit.compilers.comprehension import make_check
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import cut, link
from enablekit.model.asset import Status
from enablekit.parsing.asset import parse
from enablekit.usecases.share import without_text
from enablekit.usecases.whole_build import source_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from enablekit.compilers.comprehension import Making
    from enablekit.compilers.gate import Dropped
    from enablekit.model.asset import Asset
    from enablekit.model.audience import Audience
    from enablekit.model.guidance_entries import MustKnow


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsOfAsset:
    """
    What became of the questions of one asset.

    Attributes:
        asset: The asset.
        making: Its check, and how it came about.

    """

    asset: Asset
    making: Making

    @property
    def candidates(self) -> int:
        """How many questions were made."""
        return self.kept + len(self.dropped)

    @property
    def kept(self) -> int:
        """How many of them passed the gate."""
        return len(self.making.sifted.kept)

    @property
    def asked(self) -> int:
        """How many of those some attempt asks."""
        return sum(item.id in self._drawn for item in self.making.sifted.kept)

    @property
    def must_knows(self) -> tuple[MustKnow, ...]:
        """What everyone must know who uses the asset; nothing of one that is out of use."""
        out_of_use = self.asset.status is Status.RETIRED or self.asset.superseded_by
        return () if out_of_use else self.asset.guidance.must_know

    @property
    def unasked(self) -> tuple[MustKnow, ...]:
        """The must-knows that no attempt asks for."""
        pool = self.making.check.pool
        tested = {item.tests for item in pool if item.tests and item.id in self._drawn}
        return tuple(one for one in self.must_knows if one.id not in tested)

    @property
    def _drawn(self) -> frozenset[str]:
        return frozenset(name for draw in self.making.check.draws for name in draw)

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        """What the gate dropped, with the rules that dropped it."""
        return self.making.sifted.dropped


def explain_items(
    start: Path, *, now: str | None = None, audience: Audience | None = None, drafts: bool = False
) -> tuple[ItemsOfAsset, ...]:
    """
    Make the questions of every asset and say what became of them; nothing is written.

    Args:
        start: A folder of the project.
        now: The day to compile for, as `YYYY-MM-DD`, or None for today.
        audience: For whom; None for what the project says.
        drafts: Whether drafts are looked at too.

    Raises:
        EnablekitError: It could not run: the folder or the project file is at fault.

    """
    here = project.find(start)
    files, _ = source_files(here, output=None)
    read = (parse(file, here.config)[0] for file in files)
    assets = [one for one in read if one and (drafts or one.status is not Status.DRAFT)]
    reader = here.config.audience if audience is None else audience
    library, _ = link([without_text(one) for one in assets], here.config, reader, clock.today(now))
    kinds, siblings = registry.kinds(), Siblings(library)
    whole = (cut(asset, library) for asset in assets)
    return tuple(
        ItemsOfAsset(asset=asset, making=make_check(asset, library, siblings, kinds))
        for asset in sorted((one for one in whole if one), key=lambda one: one.id)
    )


def by_rule(dropped: Iterable[Dropped]) -> list[tuple[str, str, int]]:
    """Return how many items each rule dropped: number, name and count, in the order of rules."""
    count = Counter(
        rule for one in dropped for rule in {(reason.rule, reason.name) for reason in one.reasons}
    )
    return [(number, name, many) for (number, name), many in sorted(count.items())]

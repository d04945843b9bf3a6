"""A share of a check: the rules held against some of the assets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.extend.surroundings import Surroundings
from enablekit.linking.library import cut
from enablekit.parsing import text

if TYPE_CHECKING:
    import datetime as dt

    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile
    from enablekit.usecases.share import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """
    What a share is to look at.

    Attributes:
        library: Everybody's assets, without text.
        today: The day of the check.
        files: Every file of the project by path.
        codes: The rules that count.

    """

    library: Library
    today: dt.date
    files: frozenset[str]
    codes: frozenset[str]


def inspect(share: Share, order: Inspection) -> tuple[Finding, ...]:
    """Hold every rule that counts against every asset of a share."""
    around = Surroundings(
        library=order.library,
        config=share.config,
        today=order.today,
        files=order.files,
        sources={path: words for file in share.files for path, words in _texts(file)},
    )
    rules = [rule for rule in registry.rules() if rule.RULE.code in order.codes]
    found: list[Finding] = []
    for whole in share.assets.values():
        asset = cut(whole, order.library)
        if asset is not None:
            for rule in rules:
                found.extend(rule.check(asset, around))
    return tuple(found)


def _texts(file: SourceFile) -> list[tuple[str, str]]:
    found = []
    if file.is_text:
        found.append((file.path, text.decode(file.path, file.data)[0]))
    if file.sidecar:
        found.append((file.sidecar, text.decode(file.sidecar, file.sidecar_data)[0]))
    return found

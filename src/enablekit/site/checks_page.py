"""What the template of the list of all checks is filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.extend.check_parts import parts_of
from enablekit.extend.item_key import version_of
from enablekit.site.links import CHECKS, check_path, href, root_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.extend.check_parts import CheckPart
    from enablekit.model.publication import Compiled
    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """
    What the list needs to know of a check.

    Attributes:
        items: How many items it has.
        version: What tells it from an edited one, as `version_of` says.
        parts: What everyone must know, as it asks it.

    """

    items: int
    version: str
    parts: tuple[CheckPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCheck:
    """
    A check in one line.

    Attributes:
        asset: The asset's id.
        card: The guide in one line.
        href: The address of the check, seen from the list.
        items_words: How many questions it has.
        version: What tells it from an edited one.

    """

    asset: str
    card: Card
    href: str
    items_words: str
    version: str


def tally_of(compiled: Compiled) -> Tally:
    """Return what the list needs to know of a check."""
    check = compiled.check
    parts = parts_of(compiled.guide.asset, check)
    return Tally(items=len(check.items), version=version_of(check), parts=parts)


def checks_values(frame: Frame, tallies: Mapping[str, Tally]) -> dict[str, Any]:
    """
    Return the values for the template of the list of all checks.

    Args:
        frame: What all pages share.
        tallies: The checks by asset; one without items is not listed, there is nothing to take.

    """
    root = root_of(CHECKS)
    return frame.shared(CHECKS) | {
        "checks": [
            ListedCheck(
                asset=name,
                card=card,
                href=href(root, check_path(name)),
                items_words=frame.wording.count("{n} question", "{n} questions", tally.items),
                version=tally.version,
            )
            for name, card in frame.cards.items()
            if (tally := tallies.get(name)) and tally.items
        ],
    }

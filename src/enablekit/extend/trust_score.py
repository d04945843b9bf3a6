"""How far a library can be trusted: the share of what is in use that somebody stands behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A review that is due soon does not make a piece worse today.
TRUSTED = frozenset({"verified", "due"})
# What has expired still counts as in use: somebody has to retire or replace it.
NOT_IN_USE = frozenset({"draft", "retired", "superseded"})

# The states, those most in need of somebody first.
BY_URGENCY = (
    "expired", "overdue", "changed", "due", "unverified", "verified", "draft", "superseded",
    "retired",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustScore:
    """
    How many assets can be trusted.

    Attributes:
        verified: How many of those in use are verified, with or without a review due soon.
        in_use: How many are in use.

    """

    verified: int
    in_use: int

    @property
    def percent(self) -> int:
        """Verified of all in use, in percent, rounded down; 0 when nothing is in use."""
        return 100 * self.verified // self.in_use if self.in_use else 0


def trust_score(states: Iterable[str]) -> TrustScore:
    """Return the trust score of assets in these states, as in `Badge`."""
    in_use = [state for state in states if state not in NOT_IN_USE]
    return TrustScore(verified=sum(state in TRUSTED for state in in_use), in_use=len(in_use))


def urgency(state: str) -> int:
    """Return the place of a state when the most urgent comes first."""
    return BY_URGENCY.index(state) if state in BY_URGENCY else len(BY_URGENCY)

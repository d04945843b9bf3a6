"""
A quotation in the guidance is nearly, but not word for word, what the piece says.

Words in quotation marks in what reps say, send or answer are compared with the piece. Other
quotation marks, capitals, punctuation, omissions marked with `…` and words added in brackets are
fine.

Why reps care: A customer agreed to one sentence. Quoting another in front of a buyer who knows
that customer costs a reference.

Wrong:
    proof_points:
      - claim: The CFO says "two quiet weeks in July would have been cheaper".
    ---
    "Two quiet weeks in August would have been cheaper," says the CFO.

Right:
    proof_points:
      - claim: The CFO says "two quiet weeks in August would have been cheaper".
    ---
    "Two quiet weeks in August would have been cheaper," says the CFO.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.claims_of_guidance import claims
from enablekit.extend.quoted_words import Original, quotations
from enablekit.extend.rule import described
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK706",
    name="quote-altered",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)

_LEAST_WORDS = 5
_SHOWN = 60  # characters


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each quotation whose words were changed."""
    if asset.status is not Status.PUBLISHED or not asset.body.blocks:
        return
    original = None
    for text, span, place, _ in claims(asset.guidance):
        for quoted in quotations(text, words=_LEAST_WORDS):
            original = original or Original("\n".join(one.text for one in asset.body.blocks))
            if said := original.altered(quoted.text):
                yield RULE.at(
                    stretch_in_entry(around, span, text, quoted.start, quoted.end),
                    f"“{_cut(quoted.text)}” is not word for word what the piece says",
                    place=place,
                    fix=f"The piece says “{said}”; quote that, or drop the quotation marks",
                )


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"

"""
Guidance repeats a price or a claim of the project with another number.

The project file says each claim once, under `claims:`, and guidance names the ones it repeats
under `rests_on:`. A number of the text that the claim does not give is reported when a number of
the claim with the same unit is missing from the text. A text without any number is left alone.

Why reps care: The price went up in March, the page says so, and the talk track still quotes the old
one. The buyer holds you to it.

Wrong:
    # enablekit.yaml
    claims:
      start-price: {says: Match starts at 900 euros a month.}
    # price-list.md
    proof_points:
      - claim: Match starts at 750 euros a month.
        rests_on: [start-price]

Right:
    # price-list.md
    proof_points:
      - claim: Match starts at 900 euros a month.
        rests_on: [start-price]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.claimed_figures import claimed
from enablekit.extend.claims_of_guidance import claims
from enablekit.extend.rule import described
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.stated_figures import Figure
    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK711",
    name="differs-from-claim",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each text of guidance that gives another number than a claim it rests on."""
    said = {one.id: one.says for one in around.config.vocabulary.claims}
    for one in claims(asset.guidance):
        for word in getattr(one.entry, "rests_on", ()):
            other = _other(list(claimed(one.text)), list(claimed(said.get(word, ""))))
            if other is None:
                continue
            yield RULE.at(
                stretch_in_entry(around, one.span, one.text, other.start, other.end),
                f"“{one.text[other.start : other.end].strip()}” here, and the claim `{word}` says "
                f"“{said[word]}”",
                place=one.place,
                fix="Say the number that the claim says, or take the claim out of `rests_on`",
            )


def _other(here: list[Figure], there: list[Figure]) -> Figure | None:
    """Return the first figure that stands where the claim has another of the same unit."""
    new = [one for one in here if not any(one.values & other.values for other in there)]
    left_out = [one for one in there if not any(one.values & other.values for other in here)]
    units = {one.unit for one in left_out}
    if len(new) == len(here) and left_out:
        units |= {one.unit for one in new}  # not one figure of the claim is here
    return next((one for one in new if one.unit in units), None)

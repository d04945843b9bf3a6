"""
A figure in the guidance stands neither in the piece nor in anything that proves it.

A percentage, an amount, a number or a year in what reps say, send or answer is looked up in the
piece, in its front matter, in what the pieces it leads to say, and in the sources and scopes of
the project's proof points. Questions, conditions and the time a conversation takes claim nothing.

Why reps care: A buyer asks where the 40% comes from, the rep opens the piece, and it says 30%.
One figure that nobody can find costs the trust in all the others.

Wrong:
    enablement:
      tldr: Teams review 40% faster.
    ---
    Teams review 30% faster.

Right:
    enablement:
      tldr: Teams review 30% faster.
    ---
    Teams review 30% faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.claimed_figures import claimed
from enablekit.extend.claims_of_guidance import claims
from enablekit.extend.known_figures import known_figures, own_text
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
    code="EK707",
    name="ungrounded-claim",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each figure of the guidance that nothing carries."""
    english = asset.language.lower().startswith("en")
    if asset.status is not Status.PUBLISHED or not (english and asset.has_guidance):
        return
    if not asset.body.blocks or not own_text(asset, around):
        return  # the piece is no text that could be looked at
    known = None
    for text, span, place, _ in claims(asset.guidance):
        for figure in claimed(text):
            known = known or known_figures(asset, around)
            if not any(one.hold(figure) for one in known):
                words = text[figure.start : figure.end].strip()
                yield RULE.at(
                    stretch_in_entry(around, span, text, figure.start, figure.end),
                    f"“{words}” stands nowhere in the piece",
                    place=place,
                    fix="Correct it, or add a proof point whose source and scope prove it",
                )

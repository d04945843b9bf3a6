"""
The guidance of a published asset is too short to help, or too long to be read.

Why reps care: Nobody reads ten pages before a call, and two sentences do not carry through one.

Wrong:
    enablement:
      tldr: Our pricing.

Right:
    enablement:
      tldr: (a summary, for whom, when, what to say and what comes next)

Options:
    `least` and `most`: how many words the guidance may have (60 and 2000).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import texts
from enablekit.extend.rule import described
from enablekit.extend.whole_asset import guidance_of, is_in_use
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK210",
    name="guide-length",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_LEARNT = frozenset({"check"})  # what is asked after reading is not part of the guide


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a guide outside the limits."""
    if not asset.has_guidance or not is_in_use(asset):
        return
    words = sum(len(one.text.split()) for one in texts(asset) if one.part not in _LEARNT)
    least = around.number(RULE.name, "least", 60)
    most = around.number(RULE.name, "most", 2000)
    if words < least:
        fix = f"Answer more of what reps ask; at least {least} words help"
        message = f"the guide has only {words} words"
    elif words > most:
        fix = f"Cut what nobody needs in a call, down to {most} words"
        message = f"the guide has {words} words"
    else:
        return
    yield RULE.at(guidance_of(asset, around), message, place="enablement", fix=fix)

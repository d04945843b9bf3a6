"""
The text says that something is certified or compliant, and its paragraph links no evidence.

It is about SOC 2, ISO 27001, HIPAA, GDPR, PCI DSS and FedRAMP.

Why reps care: A buyer's security team reads this sentence word by word. With the certificate one
click away the review goes on; without it a rep waits a week for an answer.

Wrong:
    We are SOC 2 certified.

Right:
    We are [SOC 2 certified](https://example.com/trust).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.stated_sentences import is_linked, stated
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
    code="EK709",
    name="compliance-claim",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)

_STANDARD = (
    r"(?:SOC[ -]?2(?: Type (?:1|2|II|I))?|ISO(?:/IEC)?[ -]?27001(?::20\d\d)?|HIPAA|GDPR"
    r"|PCI(?:[ -]DSS)?|FedRAMP)"
)
_LIST = rf"{_STANDARD}(?:(?:, and |, | and | & |/){_STANDARD}){{0,4}}"
_STATE = r"(?:certified|compliant|accredited|attested|authori[sz]ed)"
_CLAIM = re.compile(
    rf"\b{_LIST}(?:[ -](?:Type (?:1|2|II|I) )?| (?:is|are) (?:fully )?){_STATE}\b"
    rf"|\b(?:certified|compliant|accredited|complies|comply|compliance|certification)"
    rf" (?:for|with|to|against|under) (?:the )?{_LIST}"
)
_ASKS = re.compile(
    r"\b(?:if|whether|should|must|need(?:s|ed)?|require[sd]?|requirements?|how to|ensure|ensuring"
    r"|make sure|look for|help(?:s|ing)?|can be|not|working towards?|aim)\b",
    re.IGNORECASE,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each claim of compliance without a link in its paragraph."""
    if asset.status is not Status.PUBLISHED or not asset.language.lower().startswith("en"):
        return
    for sentence in stated(asset):
        found = _CLAIM.search(sentence.text)
        if found is None or sentence.text.rstrip().endswith("?") or _ASKS.search(sentence.text):
            continue
        if not is_linked(sentence.block, around):
            yield RULE.at(
                sentence.place(*found.span()),
                f"“{found.group()}” is said without evidence",
                fix="Link the certificate, the report or the trust page in the same paragraph",
            )

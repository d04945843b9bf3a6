"""
Guidance uses an abbreviation in capitals that neither it nor the piece nor the project spells out.

Only the first use is reported. Abbreviations that every seller knows, such as CRM and ROI, are
left alone.

Why reps care: A new rep will not ask what the letters mean, and cannot say them to a buyer who
might.

Wrong:
    tldr: Shows what 3WM saves.

Right:
    tldr: Shows what three-way matching (3WM) saves.

Options:
    known: more abbreviations that nobody has to spell out, as a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import place_at, texts
from enablekit.extend.rule import described
from enablekit.extend.spelled_out import SpelledOut
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
    code="EK802",
    name="undefined-acronym",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_ACRONYM = re.compile(
    r"(?<![\w.#/@€$£-])(?!(?:FY|CY|Q|H)\d)"
    r"(?:[A-Z]{2}[A-Z0-9]{0,4}|[A-Z0-9][0-9]?[A-Z]{2,4})(?=s?(?![\w/@-]))"
)
_KNOWN_TO_ALL = """
AE AI AM API APAC AWS B2B B2C BCC BDR BI CC CEO CFO CHF CIO CISO CMO COO CPO CRM CSM CSO CSS CSV CTA
CTO DD DIY EMEA ERP EU EUR FAQ FAQS FY GB GBP GCP GDPR GIF GPU GUI HR HTML HTTP HTTPS ID II III IOS
ISO IT IV JPG JSON KB KPI KPIS LLM LOL MB MBA ML MM NDA OK OKR PC PDF PDFS PHP PM PNG PO POC PR QA
QR REST RFI RFP RFQ ROI SAAS SDK SDR SE SEO SKU SLA SLO SMB SME SMS SOC SQL SSO SVP TB TCO TV UI UK
UN URL US USA USB USD UX VAT VP VPN WIP WWW XML YAML YOY YYYY ZIP
"""
_KNOWN = frozenset(_KNOWN_TO_ALL.split())


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report the first use of each abbreviation that nothing explains."""
    if asset.status is Status.RETIRED or not asset.language.startswith("en"):
        return
    seen = {word.upper() for word in around.words("undefined-acronym", "known")} | _KNOWN
    spelled_out: SpelledOut | None = None
    for text in texts(asset):
        if text.part == "check" or text.text.isupper():
            continue
        for hit in _ACRONYM.finditer(text.text):
            word = hit[0]
            if word in seen:
                continue
            seen.add(word)
            spelled_out = spelled_out or SpelledOut(asset, around)
            if not spelled_out.has(word):
                yield RULE.at(
                    place_at(text, *hit.span(), around),
                    f"“{word}” is spelled out nowhere",
                    place=text.place,
                    fix=f"Write it out the first time, with ({word}) behind it, or list it under "
                    "`known` of this rule",
                )

"""What can be wrong between assets."""

from __future__ import annotations

from enablekit.model.diagnosis import Diagnosis
from enablekit.model.finding import Severity

DUPLICATE_ID = Diagnosis(
    code="EK109",
    name="duplicate-asset-id",
    severity=Severity.ERROR,
    what="Two assets have the same id, or paths that differ only by case or spelling of accents.",
    why="A link to one of them leads a rep to the other, and on some computers one file replaces "
    "the other without a word.",
    wrong="a.md: `id: pricing`\nb.md: `id: pricing`",
    right="a.md: `id: pricing`\nb.md: `id: pricing-2025`",
)
UNKNOWN_ASSET = Diagnosis(
    code="EK607",
    name="unknown-asset",
    severity=Severity.WARNING,
    what="A reference names an asset that is not there.",
    why="A guide that says what comes next and leads nowhere is not opened twice.",
    wrong="next: [{asset: roi-calculater}]",
    right="next: [{asset: roi-calculator}]",
)
SUPERSESSION_BROKEN = Diagnosis(
    code="EK603",
    name="supersession-broken",
    severity=Severity.ERROR,
    what="Assets replace each other in a circle, or an asset replaces itself.",
    why="Nobody can tell which one is current.",
    wrong="a.md: `superseded_by: b`\nb.md: `superseded_by: a`",
    right="a.md: `superseded_by: b`",
)
SUPERSEDED_ACTIVE = Diagnosis(
    code="EK610",
    name="superseded-still-active",
    severity=Severity.WARNING,
    what="An asset that has been replaced is still published.",
    why="Two versions of the truth are in use.",
    wrong="superseded_by: pricing-2026",
    right="status: retired\nsuperseded_by: pricing-2026",
)

DIAGNOSES = (DUPLICATE_ID, SUPERSESSION_BROKEN, UNKNOWN_ASSET, SUPERSEDED_ACTIVE)

"""What can be wrong with the check itself: its comments, its baseline, what it looked at."""

from __future__ import annotations

from enablekit.model.diagnosis import Diagnosis
from enablekit.model.finding import Severity

UNUSED_SUPPRESSION = Diagnosis(
    code="EK902",
    name="unused-suppression",
    severity=Severity.WARNING,
    what="A comment lets something pass that is not there.",
    why="Comments that do nothing are copied along, and hide the next real problem.",
    wrong="<!-- enablekit: ignore[EK701] -- our own survey -->\nWe sell software.",
    right="We sell software.",
)
WITHOUT_REASON = Diagnosis(
    code="EK903",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    what="A comment lets something pass and does not say why, or its day is over, or it names no "
    "rule.",
    why="In half a year nobody knows whether it may go.",
    wrong="<!-- enablekit: ignore[EK701] -->",
    right="<!-- enablekit: ignore[EK701] until=2026-12-31 -- the survey is under embargo -->",
)
STALE_BASELINE = Diagnosis(
    code="EK904",
    name="stale-baseline",
    severity=Severity.ERROR,
    what="The baseline holds a finding that is not there any more.",
    why="What has been mended must not come back unseen.",
    wrong='{"path": "paper.md", "rule": "EK504", "text": "…"} and the paper has an owner',
    right="`enablekit check --prune-baseline`",
)
HISTORY_UNAVAILABLE = Diagnosis(
    code="EK905",
    name="history-unavailable",
    severity=Severity.WARNING,
    what="A question about the history of the files cannot be answered: there is no Git here, or "
    "the clone is shallow.",
    why="Ages would be guessed, and a guess passes old claims off as new.",
    wrong="actions/checkout without `fetch-depth: 0`",
    right="actions/checkout with `fetch-depth: 0`",
)

DIAGNOSES = (UNUSED_SUPPRESSION, WITHOUT_REASON, STALE_BASELINE, HISTORY_UNAVAILABLE)

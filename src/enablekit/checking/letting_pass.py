"""Findings that a comment lets pass, and comments that let nothing pass."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from enablekit.checking.diagnoses import UNUSED_SUPPRESSION, WITHOUT_REASON
from enablekit.checking.selection import named
from enablekit.checking.suppressions import expired
from enablekit.errors import UsageError
from enablekit.model.repair import Edit, Repair
from enablekit.model.span import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from enablekit.checking.suppressions import Suppression
    from enablekit.model.diagnosis import Diagnosis
    from enablekit.model.finding import Finding


def let_pass(
    findings: Iterable[Finding],
    comments: Iterable[Suppression],
    catalogue: tuple[Diagnosis, ...],
    active: frozenset[str],
    today: dt.date,
) -> tuple[tuple[Finding, ...], int]:
    """
    Take out what comments let pass, and report the comments that are themselves at fault.

    A comment without a reason still works and is reported. One whose day is over, or that cannot
    be read, lets nothing pass. One is unused only if all the rules it names were checked.

    Returns:
        What is left with what is wrong with the comments, and how many findings passed.

    """
    everything = list(findings)
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for one in everything:
        by_path[one.span.path].append(one)
    gone: set[int] = set()
    trouble: list[Finding] = []
    for comment in comments:
        codes, fault = _codes(comment, catalogue)
        if fault or expired(comment, today):
            trouble.append(_faulty(comment, fault or f"its last day was {comment.until}"))
            continue
        there = by_path[comment.span.path]
        covered = [one for one in there if id(one) not in gone and comment.covers(one, codes)]
        gone.update(id(one) for one in covered)
        if not comment.reason:
            trouble.append(_faulty(comment, ""))
        if not covered and codes <= active:
            trouble.append(_unused(comment))
    left = (one for one in everything if id(one) not in gone)
    return (*left, *trouble), len(gone)


def _codes(comment: Suppression, catalogue: tuple[Diagnosis, ...]) -> tuple[frozenset[str], str]:
    if comment.fault:
        return frozenset(), comment.fault
    try:
        return named(comment.rules, catalogue), ""
    except UsageError as error:
        return frozenset(), error.message


def _faulty(comment: Suppression, fault: str) -> Finding:
    if fault:
        fix = "Mend it, or remove it"
        return WITHOUT_REASON.at(comment.span, f"this comment has no effect: {fault}", fix=fix)
    return WITHOUT_REASON.at(
        comment.span,
        f"nobody says why {', '.join(comment.rules)} may pass here",
        fix="Write the reason behind two dashes: `-- the survey is under embargo`",
    )


def _unused(comment: Suppression) -> Finding:
    span = comment.span
    if comment.alone:  # its line goes with it
        span = Span(path=span.path, line=span.line, end_line=span.line + 1, end_column=1)
    return UNUSED_SUPPRESSION.at(
        comment.span,
        f"{', '.join(comment.rules)} would not be reported here anyway",
        fix="Remove the comment",
        repair=Repair(what="Remove the comment", edits=(Edit(span=span, text=""),)),
    )

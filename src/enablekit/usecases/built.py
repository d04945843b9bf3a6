"""What a build did, and the same as a note to remember it by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding.counted import counted
from enablekit.errors import EnablekitError
from enablekit.model.audience import Audience
from enablekit.model.finding import Finding, Severity
from enablekit.model.replaced import Replaced
from enablekit.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """
    What a build did.

    Attributes:
        output: The folder of the site.
        audience: For whom it is.
        assets: The ids of the assets in it, in the order of their titles.
        guided: How many of them have guidance.
        items: How many comprehension items there are.
        replaced: What changed on disk.
        findings: What is wrong with the sources, in order.
        left_out: Files that could not be compiled as they stand.
        drafts: How many drafts were skipped.

    """

    output: Path
    audience: Audience
    assets: tuple[str, ...]
    guided: int
    items: int
    replaced: Replaced
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...] = ()
    drafts: int = 0


class FaultyError(EnablekitError):
    """
    Files have errors, and the build was asked to stop at them.

    Args:
        findings: The errors, in order.

    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            f"The site was not built: {counted(len(findings), 'error')}",
            hint="Mend what is listed",
        )
        self.findings = findings


def faulty(findings: tuple[Finding, ...]) -> frozenset[str]:
    """Return the files that have errors."""
    return frozenset(one.span.path for one in findings if one.severity is Severity.ERROR)


def require_sound(findings: tuple[Finding, ...], may_fail: frozenset[str]) -> None:
    """
    Stop at errors in files that were without.

    Raises:
        FaultyError: There are some.

    """
    wrong = faulty(findings) - may_fail
    if wrong:
        errors = (one for one in findings if one.severity is Severity.ERROR)
        raise FaultyError(tuple(one for one in errors if one.span.path in wrong))


_COPIED = ("assets", "left_out", "guided", "items", "drafts")
_OF_A_FINDING = ("code", "name", "message", "place", "help")
_OF_A_PLACE = ("path", "line", "column", "end_line", "end_column")


def noted(built: Built) -> dict[str, Any]:
    """Return a build as plain data; what changed on disk is not part of it."""
    note = {name: getattr(built, name) for name in _COPIED}
    findings = [
        [
            [getattr(one, name) for name in _OF_A_FINDING],
            int(one.severity),
            [getattr(one.span, name) for name in _OF_A_PLACE],
        ]
        for one in built.findings
    ]
    kept = len(built.replaced.added) + len(built.replaced.changed) + built.replaced.kept
    return {**note, "audience": built.audience.word, "findings": findings, "kept": kept}


def remembered(note: dict[str, Any], output: Path) -> Built:
    """Return the build of a note as one that changed nothing."""
    findings = tuple(
        Finding(
            **dict(zip(_OF_A_FINDING, words, strict=True)),
            severity=Severity(severity),
            span=Span(**dict(zip(_OF_A_PLACE, place, strict=True))),
        )
        for words, severity, place in note["findings"]
    )
    return Built(
        output=output,
        audience=Audience[note["audience"].upper()],
        assets=tuple(note["assets"]),
        guided=note["guided"],
        items=note["items"],
        replaced=Replaced(kept=note["kept"]),
        findings=findings,
        left_out=tuple(note["left_out"]),
        drafts=note["drafts"],
    )

"""What a check found, and what it was told to leave aside."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from enablekit.model.diagnosis import Diagnosis
from enablekit.model.finding import Finding, Severity


@functools.lru_cache(maxsize=64)
def lines_of(text: str) -> list[str]:
    """Return the lines of a text; those of one file are asked for once for every finding in it."""
    return text.split("\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    What a check found.

    Attributes:
        findings: What is reported, in order of place.
        catalogue: Every rule by code.
        sources: The text of each file that has a finding, with line feeds, by path.
        marks: For each finding a text that is the same next time, however lines move.
        checked: The files of the assets that were looked at.
        fail_on: The least severity that fails, or None.
        passed: How many findings comments let pass.
        known: How many findings the baseline holds.
        elsewhere: How many findings are in files that the change does not touch.
        prefix: What leads from the repository's folder to the project's, with a slash at its end.
        generator: `enablekit` and its version.

    """

    findings: tuple[Finding, ...]
    catalogue: Mapping[str, Diagnosis]
    marks: tuple[str, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    checked: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    passed: int = 0
    known: int = 0
    elsewhere: int = 0
    prefix: str = ""
    generator: str = "enablekit"

    @property
    def failed(self) -> bool:
        """Whether there is something that must not be merged."""
        if self.fail_on is None:
            return False
        return any(finding.severity >= self.fail_on for finding in self.findings)

    @property
    def mendable(self) -> int:
        """How many findings can be mended safely without a person."""
        return sum(bool(one.repair and one.repair.safe) for one in self.findings)

    def count(self, severity: Severity) -> int:
        """Return how many findings weigh this much."""
        return sum(finding.severity is severity for finding in self.findings)

    def path(self, finding: Finding) -> str:
        """Return a finding's file as the repository names it."""
        return self.prefix + finding.span.path

    def worst_first(self) -> tuple[Finding, ...]:
        """Return the findings by weight, then by place."""
        return tuple(sorted(self.findings, key=lambda one: (-one.severity, one.order)))

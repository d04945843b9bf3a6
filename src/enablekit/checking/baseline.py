"""Findings a repository starts with: known, counted, and allowed only to become fewer."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.checking.diagnoses import STALE_BASELINE
from enablekit.errors import UsageError
from enablekit.model.finding import Severity
from enablekit.model.report import lines_of
from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from enablekit.model.finding import Finding

NAME = "enablekit-baseline.json"
SCHEMA = "enablekit.baseline/1"
_DIGITS = 16
_QUOTED = re.compile(r"[“`]([^”`]*)[”`]")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Known:
    """
    A finding that is known, without its line, so that edits elsewhere do not matter.

    Attributes:
        path: The file.
        rule: The rule's code.
        text: A hash of the words it is about.

    """

    path: str
    rule: str
    text: str


def known(finding: Finding, sources: Mapping[str, str]) -> Known:
    """Return a finding without its line."""
    words = stretch(finding.span, sources.get(finding.span.path, "")) or finding.message
    # What a message quotes is what it is about; the words around it may be put better one day.
    quoted = " ".join(_QUOTED.findall(finding.message))
    seed = f"{finding.place}\n{' '.join(words.split())}\n{quoted}"
    digest = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return Known(path=finding.span.path, rule=finding.code, text=digest)


def marks(findings: tuple[Finding, ...], sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return for each finding a text that stays the same while lines move, and is its own."""
    seen: Counter[Known] = Counter()
    found = []
    for one in findings:
        key = known(one, sources)
        seed = f"{key.rule}\n{key.path}\n{key.text}\n{seen[key]}"
        seen[key] += 1
        found.append(hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:_DIGITS])
    return tuple(found)


def stretch(span: Span, text: str) -> str:
    """Return the words of a stretch of a text; empty for a place between two characters."""
    lines = lines_of(text)[span.line - 1 : span.end_line]
    if not lines:
        return ""
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def may_be_known(finding: Finding) -> bool:
    """Tell whether a baseline may hold a finding: not advice, and not what a day brought."""
    return finding.severity is not Severity.INFO and not finding.timed


def subtracted(
    findings: Iterable[Finding], baseline: Iterable[Known], sources: Mapping[str, str]
) -> tuple[tuple[Finding, ...], int, tuple[Known, ...]]:
    """
    Take out the findings that a baseline holds, each entry for one finding.

    Returns:
        What is new, how many were known, and the entries that no finding has any more.

    """
    entries = Counter(baseline)
    new, count = [], 0
    for finding in findings:
        key = known(finding, sources)
        if may_be_known(finding) and entries[key] > 0:
            entries[key] -= 1
            count += 1
        else:
            new.append(finding)
    return tuple(new), count, tuple(sorted(entries.elements()))


def stale(entries: Iterable[Known], name: str, text: str) -> tuple[Finding, ...]:
    """Report the entries of a baseline that no finding has any more, at their lines."""
    places = {one.rstrip(","): at for at, one in enumerate(text.split("\n"), 1)}
    found = []
    for entry in entries:
        written = _line(entry)
        line = places.get(written, 1)
        found.append(
            STALE_BASELINE.at(
                Span(path=name, line=line, end_line=line, end_column=len(written) + 1),
                f"{entry.rule} in `{entry.path}` has been mended",
                fix="`enablekit check --prune-baseline` takes it out, so that it stays mended",
            )
        )
    return tuple(found)


def rendered(entries: Iterable[Known]) -> str:
    """Write a baseline, one entry a line, so that two branches merge."""
    lines = ",\n".join(_line(entry) for entry in sorted(entries))
    listed = f"\n{lines}\n" if lines else ""
    return f'{{"schema": "{SCHEMA}", "findings": [{listed}]}}\n'


def read(data: bytes, name: str) -> tuple[Known, ...]:
    """
    Read a baseline.

    Raises:
        UsageError: It is none.

    """
    try:
        document = json.loads(data)
        if document["schema"] != SCHEMA:
            raise ValueError(document["schema"])  # noqa: TRY301 - one message for whatever is wrong
        return tuple(
            Known(path=str(one["path"]), rule=str(one["rule"]), text=str(one["text"]))
            for one in document["findings"]
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(
            f"{name} is not a baseline of enablekit",
            hint="Write it anew with `enablekit check --write-baseline`",
        ) from error


def _line(entry: Known) -> str:
    parts = {"path": entry.path, "rule": entry.rule, "text": entry.text}
    return json.dumps(parts, ensure_ascii=False)

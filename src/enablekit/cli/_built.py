"""Builds, and says what that did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.cli import _screen
from enablekit.encoding.counted import counted
from enablekit.model.finding import Severity
from enablekit.usecases.build import build

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.usecases.built import Built
    from enablekit.usecases.request import Request


def make(request: Request, *, verbose: bool, as_json: bool) -> int:
    """
    Build, and print what that did.

    Args:
        request: What to build.
        verbose: Whether to show every finding.
        as_json: Whether to answer as JSON.

    Returns:
        The exit code: 1 if something is to be mended.

    """
    with _screen.progress() as progress:
        built = build(request, progress)
    if as_json:
        _screen.answer_json(_data(built))
    else:
        _screen.findings(built.findings, everything=verbose)
        _screen.answer(_summary(built, request.start / request.output))
    return 1 if built.left_out or _count(built, Severity.ERROR) else 0


def _count(built: Built, severity: Severity) -> int:
    return sum(one.severity is severity for one in built.findings)


def _summary(built: Built, output: Path) -> str:
    count = len(built.assets)
    counts = (
        f"{counted(count, 'asset')} for {built.audience.word}: "
        f"{built.guided} with guidance, {count - built.guided} drawn from the text alone; "
        f"{counted(built.items, 'check question')}"
    )
    lines = [counts]
    if built.drafts:
        lines.append(f"{counted(built.drafts, 'draft')} skipped; --drafts builds them")
    if built.left_out:
        lines.append(f"{counted(len(built.left_out), 'file')} left out until mended:")
        lines += [f"  {path}" for path in built.left_out]
    lines.append(_changes(built))
    errors, warnings = _count(built, Severity.ERROR), _count(built, Severity.WARNING)
    if errors or warnings:
        first = max(built.findings, key=lambda one: one.severity)  # the first of the worst
        found = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
        lines.append(f"{found}; `enablekit explain {first.code}` explains the first")
    lines.append(f"Open {output / 'index.html'}")
    return "\n".join(lines)


def _changes(built: Built) -> str:
    change = built.replaced
    if not (change.added or change.changed or change.removed):
        return "Nothing changed"
    parts = [
        f"{len(paths)} {word}"
        for paths, word in (
            (change.added, "new"),
            (change.changed, "changed"),
            (change.removed, "removed"),
        )
        if paths
    ]
    kept = f", {change.kept} as they were" if change.kept else ""
    strange = f"; {len(change.strangers)} not ours and kept" if change.strangers else ""
    return f"Files: {', '.join(parts)}{kept}{strange}"


def _data(built: Built) -> dict[str, Any]:
    from enablekit.encoding.json_data import plain  # noqa: PLC0415 - only --json needs it

    return {
        "schema": "enablekit.build/1",
        "output": built.output.as_posix(),
        "audience": built.audience.word,
        "assets": list(built.assets),
        "left_out": list(built.left_out),
        "drafts_skipped": built.drafts,
        "added": len(built.replaced.added),
        "changed": len(built.replaced.changed),
        "removed": len(built.replaced.removed),
        "kept": built.replaced.kept,
        "findings": [
            plain(one) | {"severity": one.severity.word, "column": one.span.column}
            for one in built.findings
        ],
    }

"""Deliver: write a report in the forms that were asked for."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.adapters import report_file
from enablekit.errors import UsageError

if TYPE_CHECKING:
    from enablekit.extend.reporter import Reporter
    from enablekit.model.report import Report

_SUMMARY = "summary"


def wanted(formats: tuple[str, ...]) -> tuple[tuple[Reporter, str], ...]:
    """
    Read what was asked for: `sarif` for standard output, `sarif=out.sarif` for a file.

    Raises:
        UsageError: There is no such form, or two would share standard output.

    """
    known = {one.NAME: one for one in registry.reporters()}
    found = []
    for word in formats or ("text",):
        name, _, file = word.partition("=")
        if name not in known:
            close = get_close_matches(name, known, n=1)
            near = f"Did you mean {close[0]}? " if close else ""
            raise UsageError(
                f"`{name}` is no form of a report", hint=f"{near}There are: {', '.join(known)}"
            )
        found.append((known[name], file))
    if sum(not file for _, file in found) > 1:
        raise UsageError(
            "two reports cannot share standard output",
            hint="Send one to a file: `--format text --format sarif=out.sarif`",
        )
    return tuple(found)


def _is_asset(file: str, root: Path, report: Report) -> bool:
    place = Path(file).resolve()
    inside = place.is_relative_to(root)
    return inside and place.relative_to(root).as_posix() in report.checked


def deliver(
    report: Report,
    forms: tuple[tuple[Reporter, str], ...],
    summary: str = "",
    root: Path | None = None,
) -> str:
    """
    Write a report into the files asked for and return what goes to standard output.

    Args:
        report: The report.
        forms: Each form with its file; an empty name is standard output.
        summary: The file of a job's summary, which a report for GitHub is added to; may be empty.
        root: The project's folder, whose assets no report may overwrite.

    Raises:
        WorldError: A file cannot be written.

    """
    answer = ""
    for form, file in forms:
        text = form.render(report)
        if file:
            if root is not None and _is_asset(file, root, report):
                raise UsageError(f"{file} is an asset", hint="Name another file for the report")
            report_file.write(file, text)
        else:
            answer = text
    if summary and any(form.NAME == "github" for form, _ in forms):
        page = next(one for one in registry.reporters() if one.NAME == _SUMMARY)
        report_file.append(summary, page.render(report))
    return answer

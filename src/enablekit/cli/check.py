"""`enablekit check`."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads the hints
from typing import TYPE_CHECKING, Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder
from enablekit.errors import EnablekitError, UsageError
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from enablekit.config.policy import Policy
    from enablekit.extend.reporter import Reporter
    from enablekit.model.report import Report
    from enablekit.usecases.check import Request

    Forms = tuple[tuple[Reporter, str], ...]


def command(  # noqa: PLR0913 - one argument an option
    *,
    folder: Folder = HERE,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Check only these: EK701, EK7 or a name."),
    ] = None,
    extend_select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Check these, too.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Leave these out.")
    ] = None,
    profile: Annotated[str, typer.Option(help="minimal, recommended or strict.")] = "",
    fail_on: Annotated[str, typer.Option(help="error, warning, info or never.")] = "",
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME[=FILE]", help="How to report; see the manual."),
    ] = None,
    changed_since: Annotated[
        str, typer.Option(metavar="REF", help="Report what a change since REF touches.")
    ] = "",
    staged: Annotated[
        bool, typer.Option("--staged", help="Report what the next commit touches.")
    ] = False,
    scheduled: Annotated[
        bool, typer.Option("--scheduled", help="Let what merely aged fail, too.")
    ] = False,
    now: Annotated[str, typer.Option(metavar="DATE", help="Check as if it were this day.")] = "",
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take this baseline.")
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Take none.")] = False,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Know all that is found from now on.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Forget what has been mended.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend what changes words, too; read the diff.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be mended.")] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings by rule.")
    ] = False,
    stdin_filename: Annotated[
        str, typer.Option(metavar="PATH", help="Check standard input as this file.")
    ] = "",
    watch: Annotated[bool, typer.Option("--watch", help="Check again on every change.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for all.")
    ] = 0,
) -> int:
    """Check that every asset has guidance that is complete, fresh, safe and true to it."""
    from enablekit.usecases.check import Request  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.deliver import wanted  # noqa: PLC0415 - the same

    forms = wanted(tuple(formats or ()))
    request = Request(
        start=folder,
        policy=_policy(select, extend_select, ignore, profile, fail_on),
        now=now or None,
        baseline=baseline,
        use_baseline=not no_baseline,
        write_baseline=write_baseline,
        prune_baseline=prune_baseline,
        changed_since=changed_since,
        staged=staged,
        scheduled=scheduled,
        given={stdin_filename: sys.stdin.buffer.read()} if stdin_filename else {},
        jobs=jobs,
    )
    if diff or fix or unsafe_fixes:
        return _mend(request, forms, unsafe=unsafe_fixes, write=not diff and not stdin_filename)
    if watch:
        return _watch(request, forms)
    return _check(request, forms, statistics=statistics)


def _policy(
    select: list[str] | None,
    extend_select: list[str] | None,
    ignore: list[str] | None,
    profile: str,
    fail_on: str,
) -> Callable[[Policy], Policy]:
    """Return what makes the project's policy that of the command line."""
    profiles = {one.word: one for one in Profile}
    severities: dict[str, Severity | None] = {one.word: one for one in Severity} | {"never": None}
    _known(profile, profiles, "profile")
    _known(fail_on, severities, "severity")

    def changed(given: Policy) -> Policy:
        return replace(
            given,
            profile=profiles.get(profile, given.profile),
            select=tuple(_words(select)) or given.select,
            extend_select=(*given.extend_select, *_words(extend_select)),
            ignore=(*given.ignore, *_words(ignore)),
            fail_on=severities[fail_on] if fail_on else given.fail_on,
        )

    return changed


def _words(given: list[str] | None) -> list[str]:
    return [word.strip() for one in given or () for word in one.split(",") if word.strip()]


def _known(word: str, known: Collection[str], what: str) -> None:
    if word and word not in known:
        raise UsageError(f"`{word}` is no {what}", hint=f"There are: {', '.join(known)}")


def _check(request: Request, forms: Forms, *, statistics: bool) -> int:
    from enablekit.usecases.check import check  # noqa: PLC0415 - loads every stage

    with _screen.progress() as progress:
        checked = check(request, progress)
    if statistics:
        _screen.answer(_counts(checked.report))
        return int(checked.report.failed)
    if checked.written is not None:
        _screen.note(f"{checked.entries} known findings in {checked.written.name}")
    return _deliver(checked.report, forms)


def _deliver(report: Report, forms: Forms) -> int:
    from enablekit.usecases.deliver import deliver  # noqa: PLC0415 - loads every reporter

    text = deliver(report, forms, os.environ.get("GITHUB_STEP_SUMMARY", ""))
    if text:
        _screen.report(text)
    return int(report.failed)


def _mend(request: Request, forms: Forms, *, unsafe: bool, write: bool) -> int:
    from enablekit.usecases.mend import mend  # noqa: PLC0415 - loads every stage

    mended = mend(request, unsafe=unsafe, write=write)
    if request.given:  # an editor wants the text back, not a report
        for after in [one.after for one in mended.changes] or list(request.given.values()):
            _screen.answer_bytes(after)
        return int(mended.checked.report.failed)
    if not write:
        for one in mended.changes:
            _screen.answer(one.diff().rstrip("\n"))
        _screen.note(
            f"{_number(mended.applied, 'repair')} would change {_files(len(mended.changes))}"
        )
        return int(bool(mended.changes))
    _screen.note(f"{_number(mended.applied, 'repair')} changed {_files(len(mended.changes))}")
    return _deliver(mended.checked.report, forms)


def _watch(request: Request, forms: Forms) -> int:
    from enablekit.usecases.watch import changes  # noqa: PLC0415 - only --watch needs it

    result = 0
    for _ in changes(request.start):
        _screen.note("")
        try:
            result = _check(request, forms, statistics=False)
        except EnablekitError as error:
            _screen.error(error)
        _screen.note("Watching; end with Ctrl+C")
    return result


def _counts(report: Report) -> str:
    counts = Counter((one.code, one.name) for one in report.findings)
    lines = [
        f"{count:>6}  {code}  {name}"
        for (code, name), count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]
    return "\n".join([*lines, f"{len(report.findings):>6}  in all"])


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _files(count: int) -> str:
    return _number(count, "file")

"""`enablekit check`."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import typer  # noqa: TC002 - typer reads the hints

from enablekit.cli import _check_options as options
from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder
from enablekit.encoding.counted import counted
from enablekit.errors import EnablekitError, UsageError
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from enablekit.config.policy import Policy
    from enablekit.extend.reporter import Reporter
    from enablekit.model.report import Report
    from enablekit.usecases.check import Checked, Request

    Forms = tuple[tuple[Reporter, str], ...]


def command(  # noqa: PLR0913 - one argument an option; `context` holds them all
    context: typer.Context,
    *,
    folder: Folder = HERE,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    profile: options.ProfileName = "",
    fail_on: options.FailOn = "",
    formats: options.Formats = None,
    changed_since: options.ChangedSince = "",
    staged: options.Staged = False,
    scheduled: options.Scheduled = False,
    now: options.Now = "",
    baseline: options.Baseline = None,
    no_baseline: options.NoBaseline = False,
    write_baseline: options.WriteBaseline = False,
    prune_baseline: options.PruneBaseline = False,
    fix: options.Fix = False,
    unsafe_fixes: options.UnsafeFixes = False,
    diff: options.Diff = False,
    statistics: options.Statistics = False,
    stdin_filename: options.StdinFilename = "",
    watch: options.Watch = False,
    jobs: options.Jobs = 0,
) -> int:
    """Check that every asset has guidance that is complete, fresh, safe and true to it."""
    return _run(SimpleNamespace(**context.params))


def _run(asked: SimpleNamespace) -> int:
    """Do what was asked for; the attributes are the options of the command."""
    from enablekit.usecases.check import Request  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.deliver import wanted  # noqa: PLC0415 - the same

    forms = wanted(tuple(asked.formats or ()))
    name = asked.stdin_filename
    request = Request(
        start=asked.folder,
        policy=_policy(asked),
        now=asked.now or None,
        baseline=asked.baseline,
        use_baseline=not asked.no_baseline,
        write_baseline=asked.write_baseline,
        prune_baseline=asked.prune_baseline,
        changed_since=asked.changed_since,
        staged=asked.staged,
        scheduled=asked.scheduled,
        given={name: sys.stdin.buffer.read()} if name else {},
        jobs=asked.jobs,
    )
    mends = asked.diff or asked.fix or asked.unsafe_fixes
    if mends and (asked.write_baseline or asked.prune_baseline):
        raise UsageError(
            "one thing at a time: mend, or write the baseline", hint="Run the command twice"
        )
    if mends:
        write = not asked.diff and not name
        return _mend(request, forms, unsafe=asked.unsafe_fixes, write=write)
    if asked.watch:
        return _watch(request, forms)
    return _check(request, forms, statistics=asked.statistics)


def _policy(asked: SimpleNamespace) -> Callable[[Policy], Policy]:
    """Return what makes the project's policy that of the command line."""
    profiles = {one.word: one for one in Profile}
    severities: dict[str, Severity | None] = {one.word: one for one in Severity} | {"never": None}
    profile, fail_on = asked.profile, asked.fail_on
    _known(profile, profiles, "profile")
    _known(fail_on, severities, "severity")

    def changed(given: Policy) -> Policy:
        return replace(
            given,
            profile=profiles.get(profile, given.profile),
            select=tuple(_words(asked.select)) or given.select,
            extend_select=(*given.extend_select, *_words(asked.extend_select)),
            ignore=(*given.ignore, *_words(asked.ignore)),
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
    return _deliver(checked, forms)


def _deliver(checked: Checked, forms: Forms) -> int:
    from enablekit.usecases.deliver import deliver  # noqa: PLC0415 - loads every reporter

    report = checked.report
    text = deliver(report, forms, os.environ.get("GITHUB_STEP_SUMMARY", ""), checked.root)
    if text:
        name = next(form.NAME for form, file in forms if not file)
        people = name in {"text", "concise", "summary"}
        _screen.report(text, commands=name == "github", data=not people)
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
            f"{counted(mended.applied, 'repair')} would change {_files(len(mended.changes))}"
        )
        return int(bool(mended.changes))
    _screen.note(f"{counted(mended.applied, 'repair')} changed {_files(len(mended.changes))}")
    return _deliver(mended.checked, forms)


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


def _files(count: int) -> str:
    return counted(count, "file")

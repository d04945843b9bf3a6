"""Check: read the assets, connect them, hold the rules against them, and judge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from enablekit import __version__
from enablekit.adapters import clock, edited_file, git_history, project
from enablekit.checking import baseline, suppressions
from enablekit.checking.baseline import marks
from enablekit.checking.dependents import touched
from enablekit.checking.letting_pass import let_pass
from enablekit.checking.selection import selected
from enablekit.errors import UsageError
from enablekit.model.finding import Severity
from enablekit.model.report import Report
from enablekit.parsing import comments
from enablekit.usecases.explain import catalogue
from enablekit.usecases.garbage import garbage_left
from enablekit.usecases.inspection import inspected, texts_of
from enablekit.usecases.whole_build import source_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.checking.baseline import Known
    from enablekit.checking.selection import Selection
    from enablekit.checking.suppressions import Suppression
    from enablekit.config.policy import Policy
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile
    from enablekit.usecases.inspection import Inspected


_SIDECAR = ".enable.yaml"
# What is wrong between files may be the fault of one that is gone: it belongs to every change.
_RELATIONS = ("EK109", "EK6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """
    What somebody asked for.

    Attributes:
        start: The folder they stand in, or named.
        policy: Makes the policy of this check out of the project's.
        now: The day to check for, as `YYYY-MM-DD`, or None for today.
        baseline: The file of the baseline; None for the project's own, where there is one.
        use_baseline: Whether a baseline counts at all.
        write_baseline: Whether all that is found is to be known from now on.
        prune_baseline: Whether what has been mended is to leave the baseline.
        changed_since: Report only what a change since this branch or commit touches.
        staged: Report only what the next commit touches.
        scheduled: Whether what merely a day has brought may fail, too.
        given: Bytes to take in place of what a file holds, by its path.
        jobs: How many processes to use at most; 0 for as many as there are processors.

    """

    start: Path
    policy: Callable[[Policy], Policy] = lambda given: given
    now: str | None = None
    baseline: Path | None = None
    use_baseline: bool = True
    write_baseline: bool = False
    prune_baseline: bool = False
    changed_since: str = ""
    staged: bool = False
    scheduled: bool = False
    given: Mapping[str, bytes] = field(default_factory=dict)
    jobs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """
    What a check did.

    Attributes:
        report: What it found.
        root: The project's folder.
        written: The baseline it wrote, or None.
        entries: How many findings that baseline holds.

    """

    report: Report
    root: Path
    written: Path | None = None
    entries: int = 0


def _silent() -> None:
    """Show nobody how far a check is."""


def check(request: Request, progress: Callable[[], None] = _silent) -> Checked:
    """
    Check a project.

    Raises:
        EnablekitError: It could not run: the folder, the project file, a rule's name, the baseline
            or the branch to compare with is at fault.

    """
    today = clock.today(request.now)
    here = project.find(request.start)
    rules = catalogue()
    policy = request.policy(here.config.policy)
    selection = selected(policy, rules)
    files, refused = source_files(here, None)
    changed = _changed(request, here)
    files = _with_given(files, {**_staged(request, here, files, changed), **request.given})

    with garbage_left():
        looked = inspected(files, here, today, selection.codes, request.jobs, progress)
    sources = texts_of(files)
    found = _weighed((*here.findings, *refused, *looked.findings), selection, files, looked.library)
    left, passed = let_pass(found, _comments(sources), rules, selection.codes, today)
    known = _known(request, here, _kept(left, selection), selection, sources)
    shown, elsewhere = _of_the_change(known.findings, changed, looked, files)
    shown = tuple(one if request.scheduled else _milder(one) for one in shown)
    report = Report(
        findings=shown,
        catalogue={one.code: one for one in rules},
        marks=marks(shown, sources),
        sources={**sources, known.name: known.text},
        checked=tuple(sorted(one.path for one in files)),
        fail_on=policy.fail_on,
        passed=passed,
        known=known.count,
        elsewhere=elsewhere,
        prefix=_prefix(here.root),
        generator=f"enablekit {__version__}",
    )
    return Checked(report=report, root=here.root, written=known.written, entries=known.entries)


def _with_given(
    files: tuple[SourceFile, ...], given: Mapping[str, bytes]
) -> tuple[SourceFile, ...]:
    """Take what an editor holds in place of what lies on the disk."""
    known = {path for one in files for path in (one.path, one.sidecar)}
    for path in given:
        if path not in known:
            hint = "Name it as it is seen from the project's folder"
            raise UsageError(f"{path} is no asset of this project", hint=hint)
    return tuple(
        replace(
            one,
            data=given.get(one.path, one.data),
            sidecar_data=given.get(one.sidecar, one.sidecar_data),
        )
        for one in files
    )


def _staged(
    request: Request, here: Project, files: tuple[SourceFile, ...], changed: frozenset[str] | None
) -> dict[str, bytes]:
    """Take of each changed file what the next commit holds, not what the folder holds."""
    if not request.staged or not changed:
        return {}
    known = {path for one in files for path in (one.path, one.sidecar)} & changed
    found = {path: git_history.staged_bytes(here.root, path) for path in sorted(known)}
    return {path: data for path, data in found.items() if data is not None}


def _changed(request: Request, here: Project) -> frozenset[str] | None:
    if request.changed_since:
        return git_history.changed_since(here.root, request.changed_since)
    return git_history.staged(here.root) if request.staged else None


def _comments(sources: Mapping[str, str]) -> tuple[Suppression, ...]:
    found = [one for path in sorted(sources) for one in comments.find(path, sources[path])]
    return suppressions.read(found, sources)


def _weighed(
    findings: Iterable[Finding],
    selection: Selection,
    files: Iterable[SourceFile],
    library: Library,
) -> tuple[Finding, ...]:
    types = {}
    for file in files:
        asset = library.by_id.get(library.settled.get(file.path, ""))
        types[file.path] = types[file.sidecar or file.path] = asset.type if asset else ""
    weighed = (selection.weighed(one, types.get(one.span.path, "")) for one in findings)
    return tuple(dict.fromkeys(one for one in weighed if one is not None))


def _kept(findings: Iterable[Finding], selection: Selection) -> tuple[Finding, ...]:
    """Hold what is wrong with comments against the selection, too, and put all in order."""
    weighed = (selection.weighed(one, "") for one in findings)
    return tuple(sorted((one for one in weighed if one), key=lambda one: one.order))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is left of the findings when those of the baseline are taken out."""

    findings: tuple[Finding, ...]
    count: int
    name: str
    text: str
    written: Path | None
    entries: int


def _known(
    request: Request,
    here: Project,
    findings: tuple[Finding, ...],
    selection: Selection,
    sources: Mapping[str, str],
) -> _Known:
    name, entries = _baseline(request, here)
    place = here.root / name
    new, count, stale = baseline.subtracted(findings, entries, sources)
    written: Path | None = None
    if request.write_baseline or request.prune_baseline:
        # A check of some rules knows nothing about the others, whose entries stay.
        others = tuple(one for one in entries if one.rule not in selection.codes)
        if request.write_baseline:
            may_be = (one for one in findings if baseline.may_be_known(one))
            entries = (*others, *(baseline.known(one, sources) for one in may_be))
        else:
            gone = Counter(one for one in stale if one.rule in selection.codes)
            entries = tuple((Counter(entries) - gone).elements())
        held = place.read_bytes() if place.is_file() else b""
        edited_file.write(place, held, baseline.rendered(entries).encode())
        written = place
        new, count, stale = baseline.subtracted(findings, entries, sources)
    stale = tuple(one for one in stale if one.rule in selection.codes)
    text = place.read_text(encoding="utf-8", errors="replace") if stale else ""
    return _Known(
        findings=(*new, *baseline.stale(stale, name, text)),
        count=count,
        name=name,
        text=text,
        written=written,
        entries=len(entries),
    )


def _baseline(request: Request, here: Project) -> tuple[str, tuple[Known, ...]]:
    """Return the name of the baseline and what it holds."""
    name = str(request.baseline or baseline.NAME)
    place = here.root / name
    writes = request.write_baseline or request.prune_baseline
    if writes and not request.use_baseline:
        raise UsageError(
            "a baseline cannot be left out and written at once", hint="Leave out --no-baseline"
        )
    if place.exists() and not place.is_file():
        raise UsageError(f"{name} is not a file", hint="Put a file in its place")
    if not request.use_baseline or (request.write_baseline and not place.exists()):
        return name, ()
    if not place.is_file():
        if request.baseline is not None or request.prune_baseline:
            raise UsageError(
                f"there is no baseline {name}", hint="`enablekit check --write-baseline` makes one"
            )
        return name, ()
    return name, baseline.read(place.read_bytes(), name)


def _of_the_change(
    findings: tuple[Finding, ...],
    changed: frozenset[str] | None,
    looked: Inspected,
    files: tuple[SourceFile, ...],
) -> tuple[tuple[Finding, ...], int]:
    """Keep the findings that a change touches; what is no asset's belongs to every change."""
    if changed is None or project.FILE in changed:
        return findings, 0
    owners = {file.sidecar: file.path for file in files if file.sidecar}
    everywhere = {file.path for file in files}
    stems = {path.rpartition(".")[0]: path for path in everywhere}
    for path in changed:  # a sidecar that is gone left its asset as it is without it
        owners.setdefault(path, stems.get(path.removesuffix(_SIDECAR), path))
    links = {one.path: one.links for one in looked.readings}
    hit = touched((owners.get(path, path) for path in changed), looked.library, links)
    kept = []
    for one in findings:
        owner = owners.get(one.span.path, one.span.path)
        if owner in hit or owner not in everywhere or one.code.startswith(_RELATIONS):
            kept.append(one)
    return tuple(kept), len(findings) - len(kept)


def _milder(finding: Finding) -> Finding:
    """Let what merely a day has brought warn: nobody's change did it."""
    if finding.timed and finding.severity is Severity.ERROR:
        return replace(finding, severity=Severity.WARNING)
    return finding


def _prefix(root: Path) -> str:
    top = git_history.top(root)
    inside = root.relative_to(top).as_posix() if top else "."
    return "" if inside == "." else f"{inside}/"

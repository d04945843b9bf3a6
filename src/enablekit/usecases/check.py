"""Check: read the assets, connect them, hold the rules against them, and judge."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from enablekit import __version__
from enablekit.adapters import clock, crew, edited_file, git_history, project, source_tree
from enablekit.checking import baseline, suppressions
from enablekit.checking.dependents import touched
from enablekit.checking.letting_pass import let_pass
from enablekit.checking.selection import selected
from enablekit.errors import UsageError
from enablekit.linking.library import link
from enablekit.model.audience import Audience
from enablekit.model.finding import Severity
from enablekit.model.report import Report
from enablekit.parsing import text
from enablekit.usecases import share
from enablekit.usecases.build import source_files
from enablekit.usecases.explain import catalogue
from enablekit.usecases.inspection import Inspection, inspect
from enablekit.usecases.share import Share

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.checking.baseline import Known
    from enablekit.checking.selection import Selection
    from enablekit.config.policy import Policy
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile
    from enablekit.usecases.remembered import Reading

# Below this, starting processes costs more than they save.
_WORTH_A_PROCESS = 100


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
    files = _with_given(files, request.given)
    changed = _changed(request, here)

    readings, library, found = _found(files, here, today, selection, request.jobs, progress)
    sources = _sources(files)
    weighed = _weighed((*here.findings, *refused, *found), selection, files, library)
    comments = suppressions.in_files(sources)
    left, passed = let_pass(weighed, comments, rules, selection.codes, today)
    left = tuple(sorted(_kept(left, selection), key=lambda one: one.order))

    name, entries = _baseline(request, here)
    before, known, stale = baseline.subtracted(left, entries, sources)
    stale = tuple(one for one in stale if one.rule in selection.codes)
    written: Path | None = None
    if request.write_baseline or request.prune_baseline:
        entries = _rewritten(request, left, entries, stale, sources)
        written = here.root / name
        held = written.read_bytes() if written.is_file() else b""
        edited_file.write(written, held, baseline.rendered(entries).encode())
        before, known, stale = baseline.subtracted(left, entries, sources)
    old = _text_of(here.root / name) if stale else ""
    judged = (*before, *baseline.stale(stale, name, old))
    shown, elsewhere = _of_the_change(judged, changed, library, readings, files)
    shown = tuple(one if request.scheduled else _milder(one) for one in shown)
    report = Report(
        findings=shown,
        catalogue={one.code: one for one in rules},
        marks=_marks(shown, sources),
        sources={path: words for path, words in sources.items()
                 if any(one.span.path == path for one in shown)} | {name: old},
        checked=tuple(sorted(one.path for one in files)),
        fail_on=policy.fail_on,
        passed=passed,
        known=known,
        elsewhere=elsewhere,
        prefix=_prefix(here.root),
        generator=f"enablekit {__version__}",
    )  # fmt: skip
    return Checked(report=report, root=here.root, written=written, entries=len(entries))


def _found(
    files: tuple[SourceFile, ...],
    here: Project,
    today: dt.date,
    selection: Selection,
    jobs: int,
    progress: Callable[[], None],
) -> tuple[tuple[Reading, ...], Library, tuple[Finding, ...]]:
    hands = max(1, min(jobs or crew.cores(), len(files) // _WORTH_A_PROCESS))
    shares = [
        partial(Share, files=files[hand::hands], config=here.config, templates={},
                progress=progress)
        for hand in range(hands)
    ]  # fmt: skip
    with crew.crew(shares) as workers:
        read = [one for each in workers.call(share.read, frozenset()) for one in each]
        assets = [one.asset for one in read if one.asset is not None]
        library, links = link(assets, here.config, Audience.INTERNAL, today)
        order = Inspection(
            library=library,
            today=today,
            files=source_tree.names(here.root),
            codes=selection.codes,
        )
        ruled = [one for each in workers.call(inspect, order) for one in each]
    inside = [finding for one in read for finding in one.findings]
    return tuple(read), library, (*links, *inside, *ruled)


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


def _changed(request: Request, here: Project) -> frozenset[str] | None:
    if request.changed_since:
        return git_history.changed_since(here.root, request.changed_since)
    return git_history.staged(here.root) if request.staged else None


def _sources(files: Iterable[SourceFile]) -> dict[str, str]:
    sources = {}
    for file in files:
        if file.is_text:
            sources[file.path] = text.decode(file.path, file.data)[0]
        if file.sidecar:
            sources[file.sidecar] = text.decode(file.sidecar, file.sidecar_data)[0]
    return sources


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


def _kept(findings: Iterable[Finding], selection: Selection) -> Iterable[Finding]:
    """Hold what is wrong with comments against the selection, too."""
    weighed = (selection.weighed(one, "") for one in findings)
    return [one for one in weighed if one is not None]


def _baseline(request: Request, here: Project) -> tuple[str, tuple[Known, ...]]:
    name = str(request.baseline or baseline.NAME)
    place = here.root / name
    if not request.use_baseline or (request.write_baseline and not place.exists()):
        return name, ()
    if not place.is_file():
        if request.baseline is not None or request.prune_baseline:
            raise UsageError(
                f"there is no baseline {name}", hint="`enablekit check --write-baseline` makes one"
            )
        return name, ()
    return name, baseline.read(place.read_bytes(), name)


def _rewritten(
    request: Request,
    findings: tuple[Finding, ...],
    entries: tuple[Known, ...],
    stale: tuple[Known, ...],
    sources: Mapping[str, str],
) -> tuple[Known, ...]:
    if request.write_baseline:
        return tuple(baseline.known(one, sources) for one in findings if baseline.may_be_known(one))
    gone = Counter(stale)
    return tuple((Counter(entries) - gone).elements())


def _text_of(place: Path) -> str:
    return place.read_text(encoding="utf-8", errors="replace") if place.is_file() else ""


def _of_the_change(
    findings: tuple[Finding, ...],
    changed: frozenset[str] | None,
    library: Library,
    readings: Iterable[Reading],
    files: tuple[SourceFile, ...],
) -> tuple[tuple[Finding, ...], int]:
    """Keep the findings that a change touches; what is no asset's belongs to every change."""
    if changed is None or project.FILE in changed:
        return findings, 0
    owners = {file.sidecar: file.path for file in files if file.sidecar}
    everywhere = {file.path for file in files}
    links = {one.path: one.links for one in readings}
    hit = touched((owners.get(path, path) for path in changed), library, links)
    kept = []
    for one in findings:
        owner = owners.get(one.span.path, one.span.path)
        if owner in hit or owner not in everywhere:
            kept.append(one)
    return tuple(kept), len(findings) - len(kept)


def _milder(finding: Finding) -> Finding:
    """Let what merely a day has brought warn: nobody's change did it."""
    if finding.timed and finding.severity is Severity.ERROR:
        return replace(finding, severity=Severity.WARNING)
    return finding


def _marks(findings: tuple[Finding, ...], sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return for each finding a text that stays the same while lines move, and is its own."""
    seen: Counter[str] = Counter()
    marks = []
    for one in findings:
        key = baseline.known(one, sources)
        seed = f"{key.rule}\n{key.path}\n{key.text}"
        seed += f"\n{seen[seed]}" if seen[seed] else ""
        seen[f"{key.rule}\n{key.path}\n{key.text}"] += 1
        marks.append(hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:16])
    return tuple(marks)


def _prefix(root: Path) -> str:
    top = git_history.top(root)
    inside = root.relative_to(top).as_posix() if top else "."
    return "" if inside == "." else f"{inside}/"

"""`enablekit build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json, audience_named
from enablekit.encoding.counted import counted
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from enablekit.usecases.built import Built


_Audience = Annotated[str, typer.Option(help="For whom: internal, partner, customer or public.")]
_Now = Annotated[
    str, typer.Option(metavar="DATE", help="Build as if it were this day, 2026-10-02.")
]
_ExplainItems = Annotated[
    bool,
    typer.Option(
        "--explain-items",
        help="Write nothing; show how many check questions were made, kept and dropped, by which "
        "rule. With -v, each dropped one.",
    ),
]


def command(  # noqa: PLR0913 - one argument an option
    *,
    folder: Folder = HERE,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the site goes.")
    ] = Path("site"),
    audience: _Audience = "",
    drafts: Annotated[bool, typer.Option("--drafts", help="Build drafts too.")] = False,
    now: _Now = "",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every finding.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for all.")
    ] = 0,
    explain_items: _ExplainItems = False,
    as_json: Json = False,
) -> int:
    """Write the guide site: a guide, presenter notes and a check for every asset."""
    if explain_items:
        _explain(folder, audience, now, drafts=drafts, verbose=verbose, as_json=as_json)
        return 0
    from enablekit.usecases.build import Request, build  # noqa: PLC0415 - loads every stage

    request = Request(
        start=folder,
        output=output,
        now=now or None,
        audience=audience_named(audience),
        drafts=drafts,
        jobs=jobs,
    )
    with _screen.progress() as progress:
        built = build(request, progress)
    if as_json:
        _screen.answer_json(_data(built))
    else:
        _screen.findings(built.findings, everything=verbose)
        _screen.answer(_summary(built, folder / output))
    return 1 if built.left_out or _count(built, Severity.ERROR) else 0


def _explain(
    folder: Path, audience: str, now: str, *, drafts: bool, verbose: bool, as_json: bool
) -> None:
    """Show what became of every question that was made, and write nothing."""
    from enablekit.cli import _items  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.explain_items import explain_items  # noqa: PLC0415 - the same

    explained = explain_items(
        folder, now=now or None, audience=audience_named(audience), drafts=drafts
    )
    if as_json:
        _screen.answer_json(_items.data(explained))
    else:
        _screen.answer(_items.table(explained, everything=verbose))


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

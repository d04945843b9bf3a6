"""Doctor: what enablekit sees when it looks at a project, and what is in its way."""

from __future__ import annotations

import platform
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit import __version__, registry
from enablekit.adapters import bundled, project, search_index, source_tree
from enablekit.errors import EnablekitError
from enablekit.model.asset import Status
from enablekit.parsing.asset import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.model.asset import Asset

OK, WARN, FAIL = "ok", "warn", "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """
    One thing the doctor saw.

    Attributes:
        state: `ok`, `warn` or `fail`.
        text: What was seen.
        advice: What to do about it; empty where nothing needs doing.

    """

    state: str
    text: str
    advice: str = ""


def examine(start: Path) -> tuple[Observation, ...]:
    """Look at the installation and at the project a folder lies in; never stops half-way."""
    seen = [
        Observation(state=OK, text=f"enablekit {__version__}, Python {platform.python_version()}"),
        *_installation(),
    ]
    try:
        here = project.find(start)
    except EnablekitError as error:
        return (*seen, Observation(state=FAIL, text=error.message, advice=error.hint))
    return (*seen, *_project(here), _search(here.config.search), *_assets(here))


def _installation() -> Iterator[Observation]:
    try:
        bundled.templates()
        names = ", ".join(kind.NAME for kind in registry.kinds())
        yield Observation(state=OK, text=f"question kinds: {names}")
    except EnablekitError as error:
        yield Observation(state=FAIL, text=error.message, advice=error.hint)


def _search(wanted: str) -> Observation:
    """Say whether a build makes an index for full-text search."""
    if wanted == "off":
        return Observation(state=OK, text="full-text search: off, as the project file says")
    if search_index.program() is not None:
        return Observation(state=OK, text="full-text search: Pagefind is installed")
    return Observation(
        state=FAIL if wanted == "on" else WARN,
        text="full-text search: Pagefind is not installed; only titles and guidance are searched",
        advice=search_index.INSTALL,
    )


def _project(here: Project) -> Iterator[Observation]:
    if here.config.path:
        yield Observation(state=OK, text=f"project file: {here.config.path}")
    else:
        shown = project.preset(here.root).name
        yield Observation(
            state=WARN,
            text=f"no {project.FILE}; reading the folder as {shown}",
            advice="`enablekit init` writes one",
        )
    for finding in here.findings:
        text = f"{finding.span.path}:{finding.span.line} {finding.message}"
        yield Observation(state=WARN, text=text, advice=finding.help)


def _assets(here: Project) -> Iterator[Observation]:
    config = here.config
    files, refused = source_tree.read(
        here.root, include=config.include, exclude=config.exclude, output=None, limit=config.limit
    )
    results = [parse(file, config) for file in files]
    assets = [asset for asset, _ in results if asset is not None]
    if not files:
        advice = "Add a Markdown file, or set `include:` in enablekit.yaml"
        yield Observation(state=FAIL, text="no assets found", advice=advice)
        return
    yield Observation(state=OK, text=f"assets: {len(assets)} ({_by_type(assets, here)})")
    unreadable = len(results) - len(assets) + len(refused)
    if unreadable:
        advice = "`enablekit build` says where and how to mend them"
        yield Observation(state=FAIL, text=f"{unreadable} files cannot be read", advice=advice)
    yield from _guidance(assets)


def _by_type(assets: list[Asset], here: Project) -> str:
    counts = Counter(here.config.asset_type(asset.type).name for asset in assets)
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


def _guidance(assets: list[Asset]) -> Iterator[Observation]:
    live = [one for one in assets if one.status is Status.PUBLISHED]
    without = sum(not one.has_guidance for one in live)
    if without:
        yield Observation(
            state=WARN,
            text=f"{without} of {len(live)} published assets have no guidance",
            advice="`enablekit new TYPE TITLE` shows what good guidance looks like",
        )
    unowned = sum(not one.owner for one in live)
    if unowned:
        text = f"{unowned} of {len(live)} published assets have no owner"
        yield Observation(state=WARN, text=text, advice="Set `owner:`")

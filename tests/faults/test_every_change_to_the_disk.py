"""A build stopped at any of its changes to the disk leaves the old or the new site, whole."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from enablekit.model.output import Replaced

    Build = Callable[[Path, Mapping[str, str]], Replaced]
    Look = Callable[[Path], dict[str, bytes | None]]
    StoppedBuild = Callable[..., tuple[int, str] | None]

OLD = {
    "index.html": "home",
    "assets/one/index.html": "one",
    "assets/one/notes/index.html": "notes of one",
    "assets/two/index.html": "two",
    "search.json": "[]",
}
CHANGED = OLD | {"index.html": "new home", "assets/two/index.html": "more", "new/a.html": "new"}
FEWER = {"index.html": "home", "search.json": "[]"}

# What is built from what.
BUILDS = {"first": ({}, OLD), "changed": (OLD, CHANGED), "pages removed": (OLD, FEWER)}
CASES = [
    pytest.param(name, mode, lacking, id=f"{name}, {mode}, lacking {lacking}")
    for name, lacking, modes in [
        ("first", "nothing", ("kill", "once", "full")),
        ("changed", "nothing", ("kill", "once", "full")),
        ("pages removed", "nothing", ("kill", "once", "full")),
        ("changed", "exchange", ("kill", "once", "full")),
        ("changed", "links", ("kill", "full")),
    ]
    for mode in modes
]


@pytest.mark.parametrize(("name", "mode", "lacking"), CASES)
def test_a_build_is_all_or_nothing_wherever_it_is_stopped(
    name: str,
    mode: str,
    lacking: str,
    tmp_path: Path,
    build: Build,
    look: Look,
    stopped_build: StoppedBuild,
) -> None:
    before, after = BUILDS[name]
    template = tmp_path / "template" / "site"
    _prepare(template, before, build)
    old = look(template)

    whole = tmp_path / "whole"
    shutil.copytree(template.parent, whole)
    report = stopped_build(whole / "site", after, mode, 0, lacking)
    assert report is not None
    changes = report[0]
    new = look(whole / "site")
    assert changes > len(after), "the hook sees every file that is written"

    def stop_at(k: int) -> None:
        work = tmp_path / f"at {k}"
        shutil.copytree(template.parent, work)
        report = stopped_build(work / "site", after, mode, k, lacking)
        found = look(work / "site")
        if report is None and lacking == "exchange" and not found:
            # The one window that two renames leave: nothing is lost, and the next build mends it.
            assert look(work / ".site.enablekit-old") == old
        else:
            assert found in (old, new)
        if report is not None:
            assert found == (old if report[1] else new)
            assert not report[1] or "disk is full" in report[1]
            assert not report[1] or _names(work) <= {"site"}, "a build that fails leaves no litter"
        build(work / "site", after)
        assert look(work / "site") == new
        assert _names(work) == {"site"}, "the next build leaves no litter"

    with ThreadPoolExecutor(2) as two:
        assert len(list(two.map(stop_at, range(1, changes + 1)))) == changes


def _prepare(site: Path, before: Mapping[str, str], build: Build) -> None:
    """Make the site there is before, with things in it that are not ours."""
    site.parent.mkdir()
    if before:
        build(site, before)
        (site / "CNAME").write_text("example.org")
        (site / "assets/two/kept by hand.txt").write_text("mine")
        (site / "empty").mkdir()


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}

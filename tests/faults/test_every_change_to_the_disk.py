"""A build stopped at any of its changes to the disk leaves the old or the new site, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from enablekit.model.replaced import Replaced

    Build = Callable[[Path, Mapping[str, str]], Replaced]
    Look = Callable[[Path], dict[str, bytes | None]]
    StoppedBuilds = Callable[[Path, Mapping[str, str], str, str], list[str | None]]

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
    stopped_builds: StoppedBuilds,
) -> None:
    before, after = BUILDS[name]
    template = tmp_path / "template" / "site"
    _prepare(template, before, build)
    old = look(template)
    errors = stopped_builds(tmp_path, after, mode, lacking)
    new = look(tmp_path / "0" / "site")
    assert len(errors) > 2 * len(after), "every change to the disk is seen"
    assert set(after) < set(new), "and a build that is not stopped is whole"
    for k, error in enumerate(errors, start=1):
        work = tmp_path / str(k)
        found = look(work / "site")
        if error is None and lacking == "exchange" and not found:
            # The one window that two renames leave: nothing is lost, and the next build mends it.
            assert look(work / ".site.enablekit-old") == old
        else:
            assert found in (old, new)
        if error is not None:
            assert found == (old if error else new)
        if error:
            assert "disk is full" in error
            assert _names(work) <= {"site"}, "a build that fails leaves no litter"
        build(work / "site", after)
        assert look(work / "site") == new
        assert _names(work) == {"site"}, "the next build leaves no litter"


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

"""Where a build refuses to write."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from enablekit.adapters.output_folder import located, require_safe
from enablekit.errors import WorldError


def test_the_root_of_a_disk_is_refused() -> None:
    with pytest.raises(WorldError, match="Will not write to /"):
        require_safe(Path("/"), None)


def test_the_home_folder_and_those_around_it_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "people/ana"))
    (tmp_path / "people/ana").mkdir(parents=True)
    for folder in (tmp_path / "people/ana", tmp_path / "people"):
        with pytest.raises(WorldError, match="is or contains your home folder"):
            require_safe(folder, None)
    require_safe(tmp_path / "people/ana/site", None)


def test_the_project_and_those_around_it_are_refused_and_a_folder_in_it_is_not(
    tmp_path: Path,
) -> None:
    project = tmp_path / "work/project"
    project.mkdir(parents=True)
    for folder in (project, project.parent):
        with pytest.raises(WorldError, match="is or contains the project"):
            require_safe(folder, project)
    require_safe(project / "site", project)


def test_the_project_is_recognised_through_a_link(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "link").symlink_to(project)
    with pytest.raises(WorldError, match="is or contains the project"):
        require_safe(project, tmp_path / "link")


def test_a_file_a_link_and_a_mount_point_are_refused_each_in_its_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    for folder, words in [
        (tmp_path / "file", "is a file"),
        (tmp_path / "link", "is a link"),
        (Path("/proc"), "is where a disk is mounted"),
    ]:
        with pytest.raises(WorldError, match=words):
            require_safe(folder, None)


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldError, match="a file lies where a folder is needed"):
        require_safe(tmp_path / "file/site", None)


def test_one_folder_has_one_path_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path / "real")
    real = Path(os.path.realpath(tmp_path)) / "real"
    assert located(Path("site")) == real / "site"
    assert located(tmp_path / "link/site") == real / "site"
    assert located(Path()) == real
    assert located(Path("..")) == real.parent
    assert located(tmp_path / "link") == real.parent / "link", "a link itself is not followed"


def test_a_path_that_is_none_is_refused() -> None:
    with pytest.raises(WorldError, match="is not a path"):
        located(Path("a\0/b"))


def test_a_missing_working_directory_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(WorldError, match="is not a path"):
        located(Path("site"))

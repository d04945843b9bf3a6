from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from enablekit.adapters import output_tree
from enablekit.errors import WorldError
from enablekit.model.output import OutputTree

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"index.html": b"old", "style.css": b"same", "a/one.html": b"1", "a/b/two.html": b"2"}
NEW = {"index.html": b"new", "style.css": b"same", "a/one.html": b"1", "c/three.html": b"3"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_file_by_file_a_site_becomes_the_same_as_at_once(tmp_path: Path) -> None:
    for at_once in (True, False):
        folder = tmp_path / str(at_once)
        output_tree.replace(OutputTree(files=OLD), folder, at_once=at_once)
        change = output_tree.replace(OutputTree(files=NEW), folder, at_once=at_once)

        assert change.added == ("c/three.html",)
        assert change.changed == ("index.html",)
        assert change.removed == ("a/b/two.html",)

    assert files(tmp_path / "True") == files(tmp_path / "False")
    assert not (tmp_path / "False" / "a" / "b").exists()


def test_what_stays_is_not_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    output_tree.replace(OutputTree(files=OLD), folder, at_once=False)
    before = (folder / "style.css").stat()
    output_tree.replace(OutputTree(files=NEW), folder, at_once=False)
    after = (folder / "style.css").stat()

    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_folder_can_take_the_place_of_a_file_and_the_reverse(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    for tree in ({"a": b"file"}, {"a/index.html": b"folder"}, {"a": b"file"}):
        output_tree.replace(OutputTree(files=tree), folder, at_once=False)

        assert files(folder).keys() - {".enablekit-output"} == tree.keys()


def test_what_somebody_else_laid_there_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    output_tree.replace(OutputTree(files=OLD), folder, at_once=False)
    (folder / "a" / "b" / "mine.txt").write_bytes(b"mine")
    change = output_tree.replace(OutputTree(files=NEW), folder, at_once=False)

    assert change.strangers == ("a/b/mine.txt",)
    assert (folder / "a" / "b" / "mine.txt").read_bytes() == b"mine"


def test_a_folder_that_is_not_ours_is_refused_in_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")

    with pytest.raises(WorldError):
        output_tree.replace(OutputTree(files=NEW), tmp_path, at_once=False)

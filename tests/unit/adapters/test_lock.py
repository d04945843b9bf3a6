"""The lock of an output folder in one process; tests/faults has it among several."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from enablekit.adapters.lock import hold
from enablekit.errors import WorldError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_lock_lies_beside_the_folder_and_goes_when_it_is_let_go(tmp_path: Path) -> None:
    with hold(tmp_path / "new/site"):
        assert [path.name for path in (tmp_path / "new").iterdir()] == [".site.enablekit-lock"]
    assert list((tmp_path / "new").iterdir()) == []


def test_a_lock_is_held_once_by_whatever_name_the_folder_goes(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(".")
    with (
        hold(tmp_path / "site"),
        pytest.raises(WorldError, match=rf"\(process {os.getpid()}\) is writing"),
        hold(tmp_path / "link/site", wait=0),
    ):
        pass


def test_locks_of_two_folders_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with hold(tmp_path / "one"), hold(tmp_path / "two", wait=0):
        assert len(list(tmp_path.iterdir())) == 2


def test_a_lock_is_let_go_when_the_build_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), hold(tmp_path / "site"):
        raise ZeroDivisionError
    with hold(tmp_path / "site", wait=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_left_by_a_killed_build_is_used_again(tmp_path: Path) -> None:
    (tmp_path / ".site.enablekit-lock").write_text("4242424242")
    with hold(tmp_path / "site", wait=0):
        assert (tmp_path / ".site.enablekit-lock").read_text() == str(os.getpid())
    assert list(tmp_path.iterdir()) == []


def test_a_link_or_a_folder_in_the_place_of_the_lock_is_refused(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("alive")
    (tmp_path / ".one.enablekit-lock").symlink_to("victim")
    (tmp_path / ".two.enablekit-lock").mkdir()
    for name in ("one", "two"):
        with pytest.raises(WorldError, match=f"Cannot lock .*{name}"), hold(tmp_path / name):
            pass
    assert (tmp_path / "victim").read_text() == "alive"


def test_a_folder_with_a_very_long_name_can_be_locked(tmp_path: Path) -> None:
    with hold(tmp_path / ("x" * 255)):
        assert len(list(tmp_path.iterdir())) == 1


def test_a_parent_that_cannot_be_made_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldError, match="Cannot lock"), hold(tmp_path / "file/site"):
        pass

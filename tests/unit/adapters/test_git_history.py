from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from enablekit.adapters import git_history
from enablekit.errors import WorldError


def git(root: Path, *arguments: str, day: str = "2026-01-01") -> None:
    moment = f"{day}T12:00:00+00:00"
    environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    subprocess.run(
        ["git", *who, *arguments], cwd=root, check=True, capture_output=True, env=environment
    )


def commit(root: Path, day: str, **texts: str) -> None:
    for name, text in texts.items():
        (root / f"{name}.md").write_text(text, encoding="utf-8")
    git(root, "add", ".", day=day)
    git(root, "commit", "-qm", "Change", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    return tmp_path


def test_a_file_is_as_old_as_its_last_change(repository: Path) -> None:
    commit(repository, "2026-01-01", one="1", two="1")
    commit(repository, "2026-03-01", two="2")

    assert git_history.last_changes(repository) == {
        "one.md": dt.date(2026, 1, 1),
        "two.md": dt.date(2026, 3, 1),
    }


def test_a_commit_that_touches_everything_says_nothing_about_age(repository: Path) -> None:
    for number in range(30):
        commit(repository, f"2026-01-{number + 1:02}", **{f"paper{number}": "1"})
    commit(repository, "2026-06-01", **{f"paper{number}": "moved" for number in range(30)})

    days = git_history.last_changes(repository)

    assert days["paper4.md"] == dt.date(2026, 1, 5)
    assert len(days) == 30


def test_a_shallow_clone_knows_no_age(repository: Path, tmp_path: Path) -> None:
    commit(repository, "2026-01-01", one="1")
    commit(repository, "2026-02-01", one="2")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))

    assert git_history.is_shallow(clone)
    assert git_history.last_changes(clone) == {}


def test_without_git_there_is_no_age_and_no_error(tmp_path: Path) -> None:
    assert git_history.last_changes(tmp_path) == {}
    with pytest.raises(WorldError, match="is in no Git repository"):
        git_history.staged(tmp_path)


def test_names_that_need_quoting_come_back_as_they_are(repository: Path) -> None:
    (repository / "sub").mkdir()
    commit(repository, "2026-01-01", one="1")
    for name in ("Größe.md", "a b.md", 'q"uote.md', "sub/tab\there.md"):
        (repository / name).write_text("1", encoding="utf-8")
    git(repository, "add", ".")

    assert git_history.staged(repository) == {
        "Größe.md", "a b.md", 'q"uote.md', "sub/tab\there.md",
    }  # fmt: skip
    assert git_history.staged(repository / "sub") == {"tab\there.md"}


def test_settings_of_a_repository_run_no_program(repository: Path) -> None:
    commit(repository, "2026-01-01", one="1")
    canary = repository.parent / "ran"
    program = repository.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch '{canary}'\n", encoding="utf-8")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager", "gpg.program"):
        git(repository, "config", key, str(program))
    git(repository, "config", "log.showSignature", "true")
    (repository / "one.md").write_text("2", encoding="utf-8")

    git_history.changed_since(repository, "main")
    git_history.last_changes(repository)

    assert not canary.exists()

"""The way in: what a fresh machine is told, and what is pinned for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.skipif(os.name != "posix", reason="make and sh are the way in on POSIX systems")
@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("exit 1", "enablekit needs Python 3.11 or newer"),
        ('[ "$2" != "import ensurepip, venv" ] && echo 3.11', "apt-get install python3-venv"),
    ],
    ids=["an old Python", "a Python without ensurepip"],
)
def test_a_python_that_will_not_do_is_refused_in_plain_words(
    answers: str, told: str, tmp_path: Path
) -> None:
    shutil.copytree(CHECKOUT / ".ci", tmp_path / ".ci")
    python = tmp_path / "a python"
    python.write_text(f"#!/bin/sh\n{answers}\n", encoding="utf-8")
    python.chmod(0o755)

    ended = subprocess.run(
        ["sh", ".ci/environment", "run"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHON": str(python)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ended.returncode == 2
    assert told in ended.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_alone_lists_every_target() -> None:
    text = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))

    listed = subprocess.run(
        ["make", "-C", CHECKOUT, "--no-print-directory"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout

    assert {line.split()[0] for line in listed.splitlines()} == targets


def _pinned(lock: str) -> dict[str, tuple[str, str]]:
    """Return the version and the lines of each package in a lock, by name."""
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9-]+)==([^ ]+)((?:.*\\\n)+.*)", text, re.MULTILINE)
    return {name: (version, rest) for name, version, rest in entries}


def _wanted(*groups: str) -> Iterator[Requirement]:
    for group in groups:
        for entry in PROJECT["dependency-groups"][group]:
            if isinstance(entry, str):
                yield Requirement(entry)
            else:
                yield from _wanted(entry["include-group"])


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_package_has_hashes_and_no_place_to_come_from(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    names = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)

    assert len(names) == len(_pinned(lock)) > 10
    assert all("--hash=sha256:" in rest for _, rest in _pinned(lock).values())
    assert re.search(r"https?:|file:|--index|--find-links|--extra|@ |/", text) is None


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.lock", ("build",)), ("requirements-dev.lock", ("test", "check"))],
)
def test_what_the_project_asks_for_is_pinned(lock: str, groups: tuple[str, ...]) -> None:
    pinned = _pinned(lock)
    asked = [*map(Requirement, PROJECT["project"]["dependencies"]), *_wanted(*groups)]
    if "test" in groups:  # which tests the extras, too
        extras = PROJECT["project"]["optional-dependencies"].values()
        asked += [Requirement(one) for extra in extras for one in extra]

    unmet = [
        str(one)
        for one in asked
        if one.name not in pinned or not one.specifier.contains(pinned[one.name][0])
    ]

    assert not unmet, "make lock pins them"


def test_both_locks_agree() -> None:
    running, testing = (_pinned(lock) for lock in LOCKS)

    differing = {name for name, (version, _) in running.items() if testing[name][0] != version}

    assert not differing


def test_few_packages_are_needed_at_run_time_and_each_has_its_reason() -> None:
    direct = [Requirement(one).name for one in PROJECT["project"]["dependencies"]]
    extras = PROJECT["project"]["optional-dependencies"].values()
    extra = [Requirement(one).name for names in extras for one in names]
    decisions = "".join(
        path.read_text(encoding="utf-8").lower()
        for path in (CHECKOUT / "docs" / "decisions").glob("0*.md")
    )
    building = {"editables", "hatchling", "packaging", "pathspec", "pluggy", "tomlkit"}
    building.add("trove-classifiers")

    assert len(direct) <= 8
    assert len(_pinned("requirements.lock").keys() - building) <= 20
    assert [name for name in (*direct, *extra) if name not in decisions] == []

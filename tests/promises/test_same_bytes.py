from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def built(project: Path, output: Path, *options: str, cwd: Path, **environment: str) -> None:
    done = subprocess.run(
        [
            sys.executable, *options, "-m", "enablekit", "build", "-C", str(project),
            "--output", str(output), "--now", "2026-11-01",
        ],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("expected")
    copy = shutil.copytree(EXAMPLE, folder / "p", ignore=shutil.ignore_patterns("site"))
    built(copy, folder / "out", cwd=folder, PYTHONHASHSEED="0")
    return tree(folder / "out")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "random", "TZ": "Asia/Kathmandu"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
    ],
)
def test_the_same_sources_give_the_same_bytes_anywhere(
    tmp_path: Path, expected: dict[str, bytes], environment: dict[str, str]
) -> None:
    elsewhere = tmp_path / "a much longer path" / "project"
    # Written in another order, at another time, under another umask.
    before = os.umask(0o077)
    try:
        for path in sorted(EXAMPLE.rglob("*"), reverse=True):
            if path.is_file() and "site" not in path.relative_to(EXAMPLE).parts:
                copy = elsewhere / path.relative_to(EXAMPLE)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
        built(elsewhere, tmp_path / "out", cwd=tmp_path, **environment)
    finally:
        os.umask(before)

    assert tree(tmp_path / "out") == expected


def test_optimised_python_gives_the_same_bytes(tmp_path: Path, expected: dict[str, bytes]) -> None:
    copy = shutil.copytree(EXAMPLE, tmp_path / "p", ignore=shutil.ignore_patterns("site"))

    built(copy, tmp_path / "out", "-O", cwd=tmp_path)

    assert tree(tmp_path / "out") == expected


def test_an_unchanged_build_writes_nothing(tmp_path: Path) -> None:
    copy = shutil.copytree(EXAMPLE, tmp_path / "p", ignore=shutil.ignore_patterns("site"))
    built(copy, tmp_path / "out", cwd=tmp_path)
    before = {path: path.stat() for path in (tmp_path / "out").rglob("*")}

    built(copy, tmp_path / "out", cwd=tmp_path)

    after = {path: path.stat() for path in (tmp_path / "out").rglob("*")}
    assert {path: (one.st_mtime_ns, one.st_ino) for path, one in after.items()} == {
        path: (one.st_mtime_ns, one.st_ino) for path, one in before.items()
    }


def test_no_clock_shows_in_the_output(expected: dict[str, bytes]) -> None:
    import datetime as dt

    today = dt.datetime.now(tz=dt.UTC).date()  # noqa: TID251 - the very thing that must not show
    stamps = {today.isoformat().encode(), f"{today:%d/%m/%Y}".encode()} - {b"2026-11-01"}
    assert [path for path, data in expected.items() if any(one in data for one in stamps)] == []

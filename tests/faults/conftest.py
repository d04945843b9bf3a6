"""What the fault tests share: sites to build, a look at a folder, a build that is stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from enablekit.adapters.lock import hold
from enablekit.adapters.output_tree import replace
from enablekit.model.output import OutputTree
from enablekit.model.replaced import Replaced

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of a name nobody can guess is made in it
CRASHPOINT = Path(__file__).with_name("crashpoint.py")
REBUILD = Path(__file__).with_name("rebuild.py")


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """Work in memory where that can be: a build waits twice for a disk, and here are hundreds."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


@pytest.fixture(scope="session")
def build() -> Callable[[Path, Mapping[str, str]], Replaced]:
    """Build a site of texts as the program does, in this process."""

    def build_site(folder: Path, texts: Mapping[str, str]) -> Replaced:
        files = {path: text.encode() for path, text in texts.items()}
        with hold(folder):
            return replace(OutputTree(files=files), folder)

    return build_site


@pytest.fixture(scope="session")
def look() -> Callable[[Path], dict[str, bytes | None]]:
    """Return every path in a folder with its bytes, None for a folder; empty if it is missing."""

    def look_at(folder: Path) -> dict[str, bytes | None]:
        return {
            path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
            for path in folder.rglob("*")
        }

    return look_at


@pytest.fixture(scope="session")
def stopped_builds() -> Callable[[Path, Mapping[str, str], str, str], list[str | None]]:
    """Stop a build at each of its changes to the disk, as `crashpoint.py` describes."""

    def stop(work: Path, texts: Mapping[str, str], mode: str, lacking: str) -> list[str | None]:
        tree = work / "tree.json"
        tree.write_text(json.dumps(texts))
        command = [sys.executable, "-B", str(CRASHPOINT), str(work), str(tree), mode, lacking]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        reports: list[str | None] = json.loads(done.stdout)
        return reports

    return stop


@pytest.fixture
def rebuild() -> Iterator[Callable[[Path, int, int, int], subprocess.Popen[str]]]:
    """Start `rebuild.py`, and return when its first build is done; end it with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path, pages: int, first: int, last: int) -> subprocess.Popen[str]:
        command = [sys.executable, str(REBUILD), str(folder), str(pages), str(first), str(last)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "built\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()

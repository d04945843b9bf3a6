"""Full-text search on the command line: asked for, left out, and missing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from enablekit.adapters import search_index

Run = Callable[..., subprocess.CompletedProcess[str]]
WITHOUT = """
import importlib.util, runpy, sys
known = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if "pagefind" in name else known(name, *more)
sys.argv[0] = "enablekit"
runpy.run_module("enablekit", run_name="__main__", alter_sys=True)
"""
INSTALL = 'pip install "enablekit[search]"'

needs_pagefind = pytest.mark.skipif(
    search_index.program() is None, reason="Pagefind is not installed"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "paper.md").write_text("# Paper\n\nText.\n", encoding="utf-8")
    return tmp_path


def without_pagefind(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run enablekit as if Pagefind were not installed."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@needs_pagefind
def test_a_build_makes_an_index_unless_the_project_wants_none(enablekit: Run, folder: Path) -> None:
    assert enablekit("build", cwd=folder).returncode == 0
    assert (folder / "site" / "pagefind" / "pagefind-entry.json").exists()

    (folder / "enablekit.yaml").write_text("search: off\n", encoding="utf-8")
    assert enablekit("build", cwd=folder).returncode == 0
    assert not (folder / "site" / "pagefind").exists()
    assert (folder / "site" / "search" / "index.html").exists()
    assert "search: off" in enablekit("doctor", cwd=folder).stdout


@needs_pagefind
def test_doctor_says_that_it_is_there(enablekit: Run, folder: Path) -> None:
    assert "ok   full-text search: Pagefind is installed" in enablekit("doctor", cwd=folder).stdout


def test_without_pagefind_a_build_says_nothing_and_doctor_says_how_to_get_it(folder: Path) -> None:
    built = without_pagefind(folder, "build")
    seen = without_pagefind(folder, "doctor")

    assert built.returncode == 0
    assert "earch" not in built.stdout + built.stderr
    assert 'data-index=""' in (folder / "site/search/index.html").read_text("utf-8")
    assert seen.returncode == 0
    assert f"{INSTALL}\n" in seen.stdout


def test_a_project_that_asks_for_search_is_not_built_without_it(folder: Path) -> None:
    (folder / "enablekit.yaml").write_text("search: on\n", encoding="utf-8")

    built = without_pagefind(folder, "build")

    assert built.returncode == 2
    assert INSTALL in built.stderr
    assert not (folder / "site").exists()
    assert without_pagefind(folder, "doctor").returncode == 1

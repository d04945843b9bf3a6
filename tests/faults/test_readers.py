"""Whoever reads the site while it is built again and again never misses a page or sees a mix."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Rebuild = Callable[[Path, int, int, int], subprocess.Popen[str]]

PAGES = 40
BUILDS = 30
NAMES = [f"p/{page}/index.html" for page in range(PAGES)]


def test_every_page_is_there_whenever_it_is_asked_for(tmp_path: Path, rebuild: Rebuild) -> None:
    site = tmp_path / "site"
    process = rebuild(site, PAGES, 1, BUILDS)
    seen = []
    while process.poll() is None:
        for name in NAMES:
            text = (site / name).read_text()
            assert len(text) == 3000, "a page is never half written"
            seen.append(int(text.split()[0]))
    assert process.returncode == 0
    assert seen == sorted(seen), "no page goes back in time"
    assert len(set(seen)) > 3, "the reader met several builds"


def test_a_folder_once_opened_never_shows_two_builds(tmp_path: Path, rebuild: Rebuild) -> None:
    site = tmp_path / "site"
    process = rebuild(site, PAGES, 1, BUILDS)
    rounds = []
    while process.poll() is None:
        numbers = _read_through_one_folder(site)
        assert len(set(numbers)) == 1
        rounds.append(numbers)
    assert process.returncode == 0
    assert sum(len(numbers) == PAGES for numbers in rounds) > 3, "the reader saw whole sites"


def _read_through_one_folder(site: Path) -> list[str]:
    """Read the number on every page of the site that is there now, until it is replaced."""
    folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    numbers = []
    try:
        for name in NAMES:
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder)) as page:
                numbers.append(page.read().split()[0])
    except FileNotFoundError:
        # What was opened is the old site, which is being removed.
        assert os.fstat(folder).st_ino != site.stat().st_ino
    finally:
        os.close(folder)
    return numbers or [""]

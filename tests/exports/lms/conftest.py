"""Chromium for packages, and whether the programs are there that prove them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from learning_platform import CLIENTS
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


@pytest.fixture(scope="session")
def clients() -> Path:
    """Return where the published clients are; in CI they must be."""
    if not CLIENTS.is_dir() and not os.environ.get("CI"):
        pytest.skip("the clients are not installed: npm ci in tests/clients")
    assert CLIENTS.is_dir(), "the clients are not installed, and in CI they must be"
    return CLIENTS


@pytest.fixture(scope="session")
def browser(clients: Path) -> Iterator[Browser]:
    """Open Chromium; without it the tests are skipped, but never where CI relies on them."""
    assert clients.is_dir()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed")
    assert chromium is not None, "Chromium is not installed, and in CI it must be"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(OPTIONS))
        yield opened
        opened.close()

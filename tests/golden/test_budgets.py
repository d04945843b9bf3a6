"""What a phone loads stays light: every page of the example, its styles and its scripts."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from enablekit.usecases.build import Request, build

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"
KILOBYTE = 1024
SCRIPTS, STYLES, PAGE = 12 * KILOBYTE, 8 * KILOBYTE, 60 * KILOBYTE


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("budget") / "site"
    return build(Request(start=EXAMPLE, output=output, now="2026-11-01")).output


def packed(files: list[Path]) -> int:
    """Return the size of files as a server sends them."""
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)


def test_every_page_is_within_its_budget(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    assert len(pages) > 100
    for page in pages:
        text = page.read_text("utf-8")
        scripts = [page.parent / name for name in re.findall(r'<script src="([^"]+)"', text)]
        styles = [page.parent / name for name in re.findall(r'"stylesheet" href="([^"]+)"', text)]
        assert scripts, page
        assert styles, page
        assert packed(scripts) <= SCRIPTS, page
        assert packed(styles) <= STYLES, page
        assert packed([page, *scripts, *styles]) <= PAGE, page


def test_what_the_finder_loads_when_it_is_used_is_light(site: Path) -> None:
    assert packed([site / "guides.js"]) <= PAGE

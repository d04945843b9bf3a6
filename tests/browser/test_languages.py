"""A site in a language that is written from right to left, and in one with long words."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import expect

from enablekit.encoding.plural import categories
from enablekit.model.strings import Strings
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from enablekit.model.publication import Publication

pytestmark = pytest.mark.browser

GUIDE = "guides/white-papers/cost-of-disputes"
PAGES = (
    "index.html",
    "about/index.html",
    "checks/index.html",
    "changes/index.html",
    "objections/index.html",
    "status/index.html",
    "404.html",
    f"{GUIDE}/index.html",
    f"{GUIDE}/present/index.html",
    f"{GUIDE}/check/index.html",
    f"{GUIDE}/read/index.html",
)


_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "ابتثجحخدذرزسشصضطظعغفقكلمنه" * 2
)


def _arabic(text: str) -> str:
    """Return a string with Arabic letters in place of its own, and its placeholders."""
    parts = re.split(r"(\{/?\w*\})", text)
    return "".join(one if one.startswith("{") else one.translate(_LETTERS) for one in parts)


@pytest.fixture(scope="module")
def arabic(
    tmp_path_factory: pytest.TempPathFactory,
    example: Publication,
    templates: dict[str, str],
    english: dict[str, str],
) -> Path:
    """Return a folder with the example site in made-up Arabic."""
    words = {key: _arabic(key) for key in english}
    forms = {
        key: {one: _arabic(key) + one for one in categories("ar")}
        for key, plural in english.items()
        if plural
    }
    strings = Strings(language="ar", words=words, forms=forms)
    root = tmp_path_factory.mktemp("arabic")
    for path, data in render(
        dataclasses.replace(example, strings=strings), templates
    ).files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return root


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Any]:
    """Open a page on the narrowest phone."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_from_right_to_left_fits_a_phone(
    narrow: Any,  # noqa: ANN401 - a page of Playwright
    arabic: Path,
    path: str,
) -> None:
    narrow.goto((arabic / path).as_uri())
    root = narrow.locator("html")
    assert root.get_attribute("lang") == "ar"
    assert root.get_attribute("dir") == "rtl"
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(narrow).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_a_guide_in_a_language_of_long_words_fits_a_phone(
    tmp_path: Path,
    narrow: Any,  # noqa: ANN401 - a page of Playwright
    example: Publication,
    templates: dict[str, str],
    english: dict[str, str],
) -> None:
    longer = {key: re.sub(r"([A-Za-z]{4,9})(?![\w{}/])", r"\1\1", key) for key in english}
    strings = Strings(language="de", words=longer, forms={})
    site = render(dataclasses.replace(example, strings=strings), templates).files
    for path, data in site.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    wide = []
    for path in PAGES:
        narrow.goto((tmp_path / path).as_uri())
        if narrow.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


def test_the_content_says_which_language_it_is_in(arabic: Path) -> None:
    text = (arabic / GUIDE / "index.html").read_text("utf-8")
    assert '<h1 lang="en" dir="ltr">' in text


def test_the_finder_counts_in_the_forms_of_the_language(narrow: Any, arabic: Path) -> None:  # noqa: ANN401 - a page
    narrow.goto((arabic / "index.html").as_uri())
    narrow.fill("#find-words", "invoice")
    count = narrow.locator("#found-count")
    expect(narrow.locator(".result").first).to_be_visible()
    number = narrow.locator(".result").count()
    form = {1: "one", 2: "two"}.get(number, "few")
    assert count.inner_text().endswith(form)
    assert str(number) in count.inner_text()

"""The preview in a real browser: pages follow what is saved, and show why they cannot."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAPER = """\
---
title: What disputes cost
---
# What disputes cost

A disputed invoice costs 14 days on average.
"""
BROKEN = PAPER.replace("title: What", "title: What: now")
GUIDE = "guides/paper/index.html"
PROBLEM = "enablekit-problem section"
# A mark that a page keeps until it is loaded anew.
MARK = "document.documentElement.dataset.mark = 'kept'"
MARKED = "document.documentElement.dataset.mark === 'kept'"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "enablekit", "serve", "--port", "0"],
        cwd=project,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert process.stdout is not None
    yield process.stdout.readline().removeprefix("Open ").strip()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


@pytest.fixture
def page(browser: Browser, preview: str) -> Iterator[Page]:
    """Open an empty page, which is closed before the preview ends."""
    assert preview
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    yield page
    context.close()
    assert [one for one in complaints if "404" not in one] == []


def _open(page: Page, address: str) -> None:
    """Open a page and wait until it follows the files."""
    with page.expect_request("**/.enablekit/events?*"):
        page.goto(address)


def test_an_open_page_shows_what_was_saved(page: Page, preview: str, project: Path) -> None:
    _open(page, preview + GUIDE)
    (project / "paper.md").write_text(PAPER.replace("14 days", "15 days"), encoding="utf-8")

    expect(page.locator("main")).to_contain_text("15 days")


def test_a_page_that_a_change_does_not_concern_stays(
    page: Page, preview: str, project: Path
) -> None:
    _open(page, preview + "about/index.html")
    page.evaluate(MARK)
    with page.context.new_page() as other:
        _open(other, preview + GUIDE)
        (project / "paper.md").write_text(PAPER.replace("14 days", "15 days"), encoding="utf-8")
        expect(other.locator("main")).to_contain_text("15 days")

    assert page.evaluate(MARKED)


def test_a_changed_style_sheet_arrives_without_a_reload(
    page: Page, preview: str, project: Path
) -> None:
    own = project / "templates" / "site"
    _open(page, preview + GUIDE)
    page.evaluate(MARK)
    style = page.evaluate("fetch('/style.css').then((answer) => answer.text())")
    own.mkdir(parents=True)
    (own / "style.css").write_text(style + "\nh1 { color: rgb(1, 2, 3); }\n", encoding="utf-8")

    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    assert page.evaluate(MARKED)
    assert page.locator("link[rel=stylesheet]").count() == 1


def test_a_changed_script_reloads_the_page(page: Page, preview: str, project: Path) -> None:
    own = project / "templates" / "site"
    _open(page, preview + GUIDE)
    page.evaluate(MARK)
    own.mkdir(parents=True)
    (own / "site.js").write_text("document.title = 'Another script';\n", encoding="utf-8")

    expect(page).to_have_title("Another script")
    assert not page.evaluate(MARKED)


def test_a_problem_stands_over_the_last_good_page_until_it_is_mended(
    page: Page, preview: str, project: Path
) -> None:
    _open(page, preview + GUIDE)
    page.evaluate(MARK)
    (project / "paper.md").write_text(BROKEN, encoding="utf-8")

    problem = page.locator(PROBLEM)
    expect(problem).to_be_visible()
    expect(problem.get_by_role("heading")).to_have_text("This is the last good version")
    expect(problem.locator("code")).to_have_text(re.compile(r"^paper\.md:2:\d+$"))
    expect(problem.locator("li p")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("14 days")

    (project / "paper.md").write_text(PAPER, encoding="utf-8")
    expect(problem).to_have_count(0)
    assert page.evaluate(MARKED)


def test_a_page_opened_while_there_is_a_problem_shows_it(
    page: Page, preview: str, project: Path
) -> None:
    _open(page, preview)
    (project / "paper.md").write_text(BROKEN, encoding="utf-8")
    expect(page.locator(PROBLEM)).to_be_visible()

    page.goto(preview + "about/index.html")
    expect(page.locator(PROBLEM)).to_be_visible()

    (project / "paper.md").write_text(PAPER.replace("14 days", "16 days"), encoding="utf-8")
    expect(page.locator(PROBLEM)).to_have_count(0)


def test_a_problem_can_be_hidden_by_keyboard(page: Page, preview: str, project: Path) -> None:
    _open(page, preview + GUIDE)
    (project / "paper.md").write_text(BROKEN, encoding="utf-8")
    hide = page.locator(PROBLEM).get_by_role("button", name="Hide")
    hide.focus()
    page.keyboard.press("Enter")

    expect(page.locator(PROBLEM)).to_have_count(0)


def test_words_of_a_problem_are_words_and_never_markup(
    page: Page, preview: str, project: Path
) -> None:
    _open(page, preview + GUIDE)
    hostile = "<img src=x onerror=document.title=1>: <b>: 1"
    (project / "enablekit.yaml").write_text(f'"{hostile}": 1\n', encoding="utf-8")

    expect(page.locator(PROBLEM)).to_contain_text("<img src=x")
    assert page.locator(f"{PROBLEM} img, {PROBLEM} b").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_problem_is_accessible_and_fits(
    browser: Browser, preview: str, project: Path, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    _open(page, preview + GUIDE)
    (project / "paper.md").write_text(BROKEN, encoding="utf-8")
    expect(page.locator(PROBLEM)).to_have_css("position", "fixed")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa"]}})
    width = page.evaluate("document.documentElement.scrollWidth")
    height = page.locator(PROBLEM).get_by_role("button").evaluate("(one) => one.offsetHeight")
    context.close()

    assert found.violations_count == 0, found.generate_report()
    assert width <= 320
    assert height >= 44


def test_a_page_that_was_missing_appears_when_it_is_built(
    page: Page, preview: str, project: Path
) -> None:
    _open(page, preview + "guides/other/")
    expect(page.locator("h1")).to_have_text("There is nothing at this address")
    (project / "other.md").write_text(PAPER.replace("disputes", "delays"), encoding="utf-8")

    expect(page.locator("h1")).to_contain_text("What delays cost")


def test_more_tabs_than_a_browser_has_connections_all_load(page: Page, preview: str) -> None:
    context = page.context
    for _ in range(8):
        another = context.new_page()
        another.goto(preview + GUIDE, timeout=10_000)
        # A browser with a window hides the tab behind; this one has none, so it is told.
        another.evaluate(
            "Object.defineProperty(document, 'hidden', { value: true });"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )

    page.goto(preview + GUIDE, timeout=10_000)
    expect(page.locator("main")).to_contain_text("14 days")

"""The example site in a real browser: reachable, readable, printable, and quiet."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import expect
from web_server import written

from enablekit.model.strings import Strings
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from enablekit.model.publication import Publication

pytestmark = pytest.mark.browser

STRINGS = Path(__file__).parents[2] / "templates" / "strings"

WHOLE = "guides/white-papers/cost-of-disputes"
BARE = "guides/blog/rechnungen"
PAGES = [
    "index.html", "about/index.html", "checks/index.html", "say/late-payments/index.html",
    "for/cfo/index.html",
    "at/consideration/index.html", f"{WHOLE}/index.html", f"{WHOLE}/present/index.html",
    f"{WHOLE}/check/index.html", f"{WHOLE}/read/index.html", f"{BARE}/index.html",
    f"{BARE}/present/index.html", f"{BARE}/check/index.html", "guides/old-paper/index.html",
    "guides/old-paper/read/index.html",
]  # fmt: skip
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
        ],
    }
}  # fmt: skip


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page as large as a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(address + path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = Axe().run(page, options=RULES)
    context.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_width_of_320_pixels(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_page_complains_or_reaches_out(page: Page, address: str) -> None:
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("request", lambda request: requests.append(request.url))
    for path in PAGES:
        answer = page.goto(address + path)
        assert answer is not None
        assert answer.ok
    assert complaints == []
    assert [url for url in requests if not url.startswith((address, "data:"))] == []


def test_the_folder_opens_by_double_click(page: Page, folder: Path) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="We still chase every invoice by phone.").click()
    page.get_by_role("link", name="The cost of a disputed invoice").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The cost of a disputed invoice")
    page.get_by_role("link", name="Read it").click()
    expect(page.locator("article")).to_contain_text("A disputed invoice is paid 14 days later.")
    styled = page.evaluate("getComputedStyle(document.body).borderTopWidth")
    assert styled == "4px", "the style sheet was not loaded"
    assert complaints == []


def test_everything_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{WHOLE}/index.html")
    page.get_by_text("Our ERP does that.", exact=True).click()
    expect(page.get_by_text("It compares with its own data.")).to_be_visible()
    page.goto(f"{address}{WHOLE}/check/index.html")
    page.get_by_label("14 days").check()
    page.get_by_text("Show the answer").first.click()
    expect(page.get_by_text("“A disputed invoice is paid 14 days later.”")).to_be_visible()
    context.close()


def test_the_keyboard_reaches_the_text_first(page: Page, address: str) -> None:
    page.goto(f"{address}{WHOLE}/index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the text")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main").get_by_role("link", name="All guides")).to_be_focused()


def test_a_thumb_hits_every_control(page: Page, address: str) -> None:
    for path, controls in (
        ("index.html", ".spoken a, .choices li"),
        (f"{WHOLE}/index.html", ".actions a, summary, .button"),
        (f"{WHOLE}/check/index.html", ".option, .sure, .option select, button:visible"),
        (f"{WHOLE}/present/index.html", ".versions label, summary:visible, .moves-on a"),
    ):
        page.goto(address + path)
        for control in page.locator(controls).all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 44, f"{path}: {control.inner_text()}"


def test_the_help_for_the_next_ten_seconds_is_on_the_first_screen(page: Page, address: str) -> None:
    page.goto(f"{address}{WHOLE}/index.html")
    expect(page.get_by_text("Nine in a hundred come back.")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Present")).to_be_in_viewport()


def test_a_shorter_version_leaves_out_what_can_be_skipped(page: Page, address: str) -> None:
    page.goto(f"{address}{WHOLE}/present/index.html")
    skipped = page.locator("#beat-2 .cues")
    expect(skipped).to_be_visible()
    page.get_by_label("2 minutes").check()
    expect(skipped).to_be_hidden()
    expect(page.locator("#beat-2")).to_contain_text("Skip this one.")
    expect(page.locator("#beat-1 .cues")).to_be_visible()
    page.get_by_label("All of it").check()
    expect(skipped).to_be_visible()


def test_a_line_leads_to_the_words_it_names(page: Page, address: str) -> None:
    page.goto(f"{address}{WHOLE}/index.html")
    page.locator("#drawn").scroll_into_view_if_needed()
    page.get_by_role("link", name="line 57").click()
    expect(page.locator("#L56")).to_be_in_viewport()
    expect(page.locator("#L56")).to_contain_text("It costs 2.6 hours.")


def test_a_wide_screen_keeps_the_way_around_in_sight(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}{WHOLE}/index.html")
    page.get_by_role("link", name="Prove").click()
    expect(page.get_by_role("link", name="When they object")).to_be_in_viewport()


def test_print_shows_every_answer_to_an_objection_and_none_to_a_question(
    page: Page, address: str
) -> None:
    page.emulate_media(media="print")
    page.goto(f"{address}{WHOLE}/index.html")
    expect(page.get_by_text("It compares with its own data.")).to_be_visible()
    expect(page.get_by_role("link", name="Present")).to_be_hidden()
    page.goto(f"{address}{WHOLE}/check/index.html")
    asked = page.locator("legend").get_by_text("How much later is a disputed invoice paid?")
    expect(asked).to_be_visible()
    expect(page.get_by_text("Show the answer").first).to_be_hidden()


def test_a_site_can_be_read_from_right_to_left(
    browser: Browser, example: Publication, templates: dict[str, str], tmp_path: Path
) -> None:
    catalogue = yaml.safe_load((STRINGS / "ar.yaml").read_text("utf-8"))
    words = {key: text for key, text in catalogue.items() if isinstance(text, str)}
    forms = {key: text for key, text in catalogue.items() if isinstance(text, dict)}
    said = Strings(language="ar", words=words, forms=forms)
    arabic = dataclasses.replace(example, language="ar", strings=said)
    written(render(arabic, templates).files, tmp_path)
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in PAGES:
        page.goto((tmp_path / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert page.evaluate("document.documentElement.dir") == "rtl"
    expect(page.locator("footer")).to_contain_text(words["About this site"])
    context.close()

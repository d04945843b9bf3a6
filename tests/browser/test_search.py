"""The search page in a real browser, over http as a team serves it and from a folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import expect
from web_server import serving

from enablekit.adapters import search_index
from enablekit.usecases.build import Request, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(search_index.program() is None, reason="Pagefind is not installed"),
]

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"
FOUND = re.compile(r"guides? found")
HOSTILE = (
    "---\ntitle: Hostile\n---\n\nA zanzibar `<mark>` &lt;b&gt; <img src=x onerror=alert(1)>.\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example with one asset more, whose words are written to do harm."""
    root = tmp_path_factory.mktemp("project")
    for source in EXAMPLE.rglob("*"):
        there = root / source.relative_to(EXAMPLE)
        if source.is_file() and "site" not in source.relative_to(EXAMPLE).parts:
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(source.read_bytes())
    (root / "assets" / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    return build(Request(start=root, output=Path("out"), now="2026-11-01")).output


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """Serve it in a folder below the first, as a page beside others is."""
    with serving(site.parent) as address:
        yield f"{address}{site.name}/"


@pytest.fixture
def complaints() -> list[str]:
    """Return what the browser complained of."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """Open an empty page on the day after the build."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-02T09:00:00")
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    context.close()
    assert complaints == []


def hits(page: Page) -> set[str]:
    """Return the titles of all results, once they are there."""
    expect(page.locator("#hits-count")).to_have_text(FOUND)
    while page.locator(".more").is_visible():
        before = page.locator("#hits li").count()
        page.locator(".more").click()
        expect(page.locator("#hits li")).not_to_have_count(before)
    return set(page.locator("#hits h3").all_text_contents())


def test_words_of_the_text_lead_to_the_guide(page: Page, served: str) -> None:
    page.goto(served + "search/index.html")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.type("dispute")
    first = page.locator("#hits li").first
    expect(first.locator("mark").first).to_contain_text("disput")
    expect(first.locator(".type")).not_to_be_empty()
    expect(page.locator("#hits-count")).to_have_text(FOUND)
    assert page.url.endswith("#q=dispute")
    first.locator("a").click()
    expect(page.locator("h1")).to_be_visible()
    assert "/guides/" in page.url


def test_any_within_a_filter_and_all_across_filters(page: Page, served: str) -> None:
    def found(*chosen: str) -> set[str]:
        page.goto(served + "about/index.html")
        page.goto(served + "search/index.html#q=invoice&" + "&".join(chosen))
        return hits(page)

    cfo, ar = "persona=Chief+financial+officer", "persona=Accounts+receivable+manager"
    early = "stage=Awareness"
    assert found(cfo) and found(ar) and found(cfo) != found(ar)  # noqa: PT018 - one thought
    assert found(cfo, ar) == found(cfo) | found(ar)
    assert found(cfo, ar, early) == found(cfo, ar) & found(early)


def test_a_filter_alone_finds_and_its_count_is_true(page: Page, served: str) -> None:
    page.goto(served + "search/index.html")
    page.get_by_text("Narrow it down").click()
    page.get_by_text("What kind of piece?").click()
    page.get_by_label("Webinar").check()
    expect(page.locator("#hits li")).to_have_count(1)
    assert page.url.endswith("#type=Webinar")
    expect(page.locator("label", has_text="Webinar").locator(".count")).to_have_text("1")
    page.get_by_label("White paper").check()
    number = page.locator("label", has_text="White paper").locator(".count").text_content()
    expect(page.locator("#hits li")).to_have_count(1 + int(number or 0))


def test_the_address_brings_words_and_filters_back(page: Page, served: str) -> None:
    page.goto(served + "search/index.html#q=invoice&type=Webinar")
    expect(page.locator("#search-words")).to_have_value("invoice")
    expect(page.locator("#hits li")).to_have_count(1)
    assert page.locator("input[value=Webinar]").is_checked()


def test_a_badge_is_that_of_the_readers_day(page: Page, served: str) -> None:
    address = served + "search/index.html#q=battlecard+ledgerline"
    shown = {}
    for day in ("2026-11-02", "2026-11-09", "2026-12-01"):
        page.clock.set_fixed_time(f"{day}T09:00:00")
        page.goto(served + "about/index.html")
        page.goto(address)
        one = page.locator("#hits li", has_text="Battlecard: Ledgerline").locator(".badge")
        expect(one).not_to_be_empty()
        shown[day] = one.text_content()
    assert list(shown.values()) == ["✓ Verified", "! Review due soon", "! Review overdue"]


def test_the_state_of_a_guide_is_no_word_of_its_text(page: Page, served: str) -> None:
    page.goto(served + "search/index.html#q=unverified")
    expect(page.locator("#hits-count")).to_have_text("Nothing found")


def test_nothing_found_offers_the_finder_and_a_report(page: Page, served: str) -> None:
    page.goto(served + "search/index.html#q=zeppelin+%26+quux")
    expect(page.locator("#hits-count")).to_have_text("Nothing found")
    report = page.get_by_role("link", name="Report the gap by e-mail")
    assert (report.get_attribute("href") or "").endswith("zeppelin%20%26%20quux")
    page.get_by_role("link", name="ask the finder").click()
    expect(page.locator("#finder")).to_be_visible()


def test_hostile_words_are_only_words(page: Page, served: str) -> None:
    page.goto(served + "search/index.html#q=zanzibar")
    excerpt = page.locator("#hits .excerpt")
    expect(excerpt).to_contain_text("zanzibar")
    expect(excerpt).to_contain_text("<mark>")
    assert excerpt.locator("img, b").count() == 0
    assert excerpt.locator("mark").all_text_contents() == ["zanzibar"]


@pytest.mark.parametrize("start", ["index.html", "about/index.html"])
def test_control_k_leads_to_the_search_from_every_page(page: Page, served: str, start: str) -> None:
    page.goto(served + start)
    page.keyboard.press("Control+k")
    expect(page.locator("#search-words")).to_be_focused()
    page.locator("footer a").first.focus()
    page.keyboard.press("Control+k")
    expect(page.locator("#search-words")).to_be_focused()


def test_more_results_come_when_asked_for_and_take_the_focus(page: Page, served: str) -> None:
    page.goto(served + "search/index.html#q=invoice")
    expect(page.locator("#hits li")).to_have_count(10)
    page.get_by_role("button", name="Show more").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#hits li").nth(10).locator("a")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_fits_320_pixels(page: Page, served: str, scheme: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served + "search/index.html#q=invoice")
    expect(page.locator("#hits li").first).to_be_visible()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        "[...document.querySelectorAll('.groups label, .narrow summary, .more')]"
        ".filter((one) => one.getBoundingClientRect().height < 44).length"
    )
    assert small == 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_from_a_folder_titles_and_guidance_are_searched(page: Page, site: Path) -> None:
    page.goto((site / "search" / "index.html").as_uri() + "#q=LEDGERLINE")
    expect(page.locator("#hits li").first).to_be_visible()
    expect(page.get_by_text("Only titles and guidance are searched")).to_be_visible()
    expect(page.locator(".narrow")).to_be_hidden()
    page.locator("#hits a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/guides/" in page.url


def test_when_the_index_cannot_be_loaded_the_list_is_searched(
    page: Page, served: str, complaints: list[str]
) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(served + "search/index.html#q=ledgerline")
    expect(page.locator("#hits li").first).to_be_visible()
    expect(page.get_by_text("Only titles and guidance are searched")).to_be_visible()
    assert complaints  # the browser's own word about what could not be loaded
    complaints.clear()


def test_without_scripts_the_page_says_where_to_go(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "search/index.html")
    expect(page.locator("#search")).to_be_hidden()
    page.get_by_role("link", name="front page").click()
    assert page.url == served + "index.html"
    context.close()


def test_what_was_replaced_comes_last_under_its_own_heading(page: Page, served: str) -> None:
    page.goto(served + "search/index.html#q=invoice+disputes+2023")
    expect(page.locator("#hits-count")).to_have_text(FOUND)
    while page.locator(".more").is_visible():
        before = page.locator("#hits li").count()
        page.locator(".more").click()
        expect(page.locator("#hits li")).not_to_have_count(before)
    past = page.get_by_role("region", name="Replaced or no longer in use")
    expect(past.locator("h3")).to_contain_text(["Invoice disputes 2023"])
    assert page.locator("#hits > ol h3", has_text="Invoice disputes 2023").count() == 0
    page.goto(served + "about/index.html")
    page.goto(served + "search/index.html#q=webinar")
    expect(page.locator("#hits-count")).to_have_text(FOUND)
    expect(past).to_be_hidden()


def test_what_was_replaced_comes_last_from_a_folder_too(page: Page, site: Path) -> None:
    page.goto((site / "search" / "index.html").as_uri() + "#q=2023")
    past = page.get_by_role("region", name="Replaced or no longer in use")
    expect(past.locator("h3")).to_contain_text(["Invoice disputes 2023"])
    assert page.locator("#hits > ol h3", has_text="Invoice disputes 2023").count() == 0

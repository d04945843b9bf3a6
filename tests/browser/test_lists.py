"""The lists of the site in a real browser: objections, changes, tasks and what is out of use."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import expect
from web_server import serving, written

from enablekit.model.span import Span
from enablekit.model.vocabulary import Term
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from enablekit.model.publication import Publication

pytestmark = pytest.mark.browser

WHOLE = "guides/white-papers/cost-of-disputes/index.html"
PAGES = [
    "objections/index.html", "changes/index.html", "status/index.html", "404.html",
    "against/ledgerline/index.html", "topic/cash-flow/index.html",
    "guides/old-paper/index.html", "guides/old-paper/present/index.html",
    "guides/old-paper/check/index.html",
]  # fmt: skip
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture(scope="module")
def lists(
    tmp_path_factory: pytest.TempPathFactory, example: Publication, templates: dict[str, str]
) -> Iterator[str]:
    """Serve the example with dates, a competitor, a former id and an address, and say where."""
    root = tmp_path_factory.mktemp("lists")
    rival = Term(id="ledgerline", span=Span(path="enablekit.yaml"), name="Ledgerline")
    old, whole, bare = example.compiled
    guidance = whole.guide.asset.guidance
    budget = dataclasses.replace(guidance.objections[1], they_say="We have no budget.")
    asset = dataclasses.replace(
        whole.guide.asset,
        guidance=dataclasses.replace(guidance, objections=(guidance.objections[0], budget)),
        topics=("cash-flow",),
        competitors=("ledgerline",),
        aliases=("dispute-paper",),
        published=dt.date(2026, 3, 4),
        updated=dt.date(2026, 10, 2),
    )
    known = dataclasses.replace(whole, guide=dataclasses.replace(whole.guide, asset=asset))
    words = dataclasses.replace(example.vocabulary, competitors=(rival,))
    with serving(root) as address:
        changed = dataclasses.replace(
            example, compiled=(old, known, bare), vocabulary=words, site_url=address
        )
        written(render(changed, templates).files, root)
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page as large as a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible(browser: Browser, lists: str, path: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(lists + path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = Axe().run(page, options=RULES)
    context.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_320_pixels_and_complains_about_nothing(
    page: Page, lists: str, path: str
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(lists + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert complaints == []


def test_a_thumb_hits_every_control(page: Page, lists: str) -> None:
    for path, controls in (
        ("objections/index.html", ".jumps a, .sieve input, .from-guide > a, .ways-on a"),
        ("status/index.html", ".desks li, summary, .button, .sieve input"),
    ):
        page.goto(lists + path)
        for control in page.locator(controls).all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 44, f"{path}: {control.inner_text()}"


def test_an_objection_leads_to_its_opened_answer(page: Page, lists: str) -> None:
    page.goto(f"{lists}objections/index.html")
    page.get_by_role("link", name="Full answer to “Our ERP does that.”").click()
    expect(page).to_have_url(f"{lists}{WHOLE}#objection-our-erp-does-that")
    expect(page.get_by_text("Which document does it compare with?")).to_be_in_viewport()


def test_typed_words_leave_only_what_has_them(page: Page, lists: str) -> None:
    page.goto(f"{lists}objections/index.html")
    box = page.get_by_label("Show only what has these words")
    box.fill("OWN dátä")
    expect(page.get_by_role("status")).to_have_text("1 of 2")
    expect(page.get_by_role("heading", name="Our ERP does that.")).to_be_visible()
    expect(page.get_by_role("heading", name="We have no budget.")).to_be_hidden()
    box.fill("xyzzy")
    expect(page.get_by_role("status")).to_have_text("Nothing here has these words.")
    expect(page.get_by_role("heading", name="O", exact=True)).to_be_hidden()
    box.fill("")
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.get_by_role("heading", name="We have no budget.")).to_be_visible()


def test_without_scripts_the_lists_are_whole_and_no_control_is_dead(
    browser: Browser, lists: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lists}objections/index.html")
    expect(page.get_by_text("It compares with its own data.")).to_be_visible()
    expect(page.locator(".sieve")).to_be_hidden()
    page.goto(f"{lists}status/index.html")
    expect(page.get_by_role("heading", name="Ana Ruiz")).to_be_visible()
    expect(page.locator(".sieve")).to_be_hidden()
    context.close()


def test_a_former_address_takes_its_reader_along(page: Page, lists: str) -> None:
    page.goto(f"{lists}guides/dispute-paper/index.html")
    expect(page).to_have_url(lists + WHOLE)


def test_every_page_leads_to_the_lists(page: Page, lists: str) -> None:
    page.goto(lists + WHOLE)
    for name, heading in (
        ("All objections", "When they object"),
        ("Changed lately", "Changed lately"),
        ("For owners", "For owners"),
    ):
        page.get_by_role("contentinfo").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)

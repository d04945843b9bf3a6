"""The finder in a real browser: the same answers as the command line, in a few taps."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import find_cases
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from enablekit.ranking.words import tokens
from enablekit.site.finder import known_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def ranker(browser: Browser, address: str) -> Iterator[Page]:
    """Open the home page, whose script ranks."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "index.html")
    yield page
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Open an empty page as large as a phone that may read what was copied."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.clock.set_fixed_time("2026-10-20T09:00:00")
    yield page
    context.close()


@pytest.mark.parametrize("case", find_cases.CASES, ids=[one["name"] for one in find_cases.CASES])
def test_the_answer_is_that_of_the_table(ranker: Page, case: dict[str, Any]) -> None:
    asked = {"pain": "", "persona": "", "stage": "", "channel": "", "minutes": 0}
    found = ranker.evaluate(
        """([sentence, asked, known, today]) => {
            const understood = enablekit.read(sentence, asked, known);
            return {understood, ...enablekit.rank(known, understood, today)};
        }""",
        [
            case.get("sentence", ""), asked | case.get("asked", {}),
            known_data(find_cases.library()), case.get("today", find_cases.DAY),
        ],
    )  # fmt: skip
    for name, value in case.get("understood", {}).items():
        assert found["understood"][name] == value
    assert [[one["entry"]["id"], one["points"]] for one in found["fits"]] == case.get("fits", [])
    near = [[one["entry"]["id"], one["missing"][0]] for one in found["near"]]
    assert near == case.get("near", [])
    blocked = [[one["entry"]["id"], one["rule"]] for one in found["blocked"]]
    assert blocked == case.get("blocked", [])
    states = {one["entry"]["id"]: one["state"] for one in found["fits"]}
    assert states | case.get("states", {}) == states


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(
        st.one_of(
            st.characters(max_codepoint=0x24F),
            st.sampled_from("éßİıſﬁςΣ’'½²٣가が漢字ー。؟ा\u0301\u200d😀ies"),
        ),
        max_size=60,
    )
)
def test_words_are_the_same_in_both_programs(ranker: Page, text: str) -> None:
    assert ranker.evaluate("text => enablekit.tokens(text)", text) == tokens(text)


def test_four_taps_lead_from_home_to_a_copied_line(phone: Page, address: str) -> None:
    phone.goto(address + "index.html")
    phone.get_by_label("What do they say?").tap()
    phone.keyboard.type("our cfo says invoices are always late")
    first = phone.locator(".result").first
    expect(first).to_contain_text("For Chief financial officer")
    first.get_by_role("button", name="Copy this line").tap()
    expect(first.get_by_role("button", name="Copied")).to_be_visible()
    line = first.locator(".speech").text_content()
    assert line
    assert phone.evaluate("navigator.clipboard.readText()") == line


def test_what_was_asked_stands_in_the_address(phone: Page, address: str) -> None:
    phone.goto(address + "index.html")
    phone.locator("#find-persona").select_option("cfo")
    expect(phone.locator("#found-count")).to_have_text("1 piece fits")
    assert phone.url.endswith("#persona=cfo")
    again = phone.context.new_page()
    again.goto(phone.url)
    expect(again.locator("#found-count")).to_have_text("1 piece fits")
    expect(again.locator("#find-persona")).to_have_value("cfo")


def test_nothing_fits_is_said_and_can_be_reported(phone: Page, address: str) -> None:
    phone.goto(address + "index.html")
    phone.get_by_label("What do they say?").fill("zeppelin & co")
    expect(phone.locator("#found-count")).to_have_text("Nothing fits")
    report = phone.get_by_role("link", name="Report the gap by e-mail")
    assert "zeppelin%20%26%20co" in (report.get_attribute("href") or "")
    phone.get_by_role("button", name="Start over").tap()
    expect(phone.locator("#found")).to_be_hidden()
    expect(phone.get_by_role("heading", name="They say …")).to_be_visible()
    expect(phone.get_by_label("What do they say?")).to_be_focused()


def test_an_objection_that_was_said_is_answered(phone: Page, address: str) -> None:
    phone.goto(address + "index.html")
    phone.get_by_label("What do they say?").fill("but our erp does that")
    first = phone.locator(".result").first
    expect(first.locator(".speech")).to_contain_text("It compares with its own data.")
    first.get_by_role("link", name="The answer to “Our ERP does that.”").click()
    expect(phone.locator("details:target")).to_have_attribute("open", "")
    expect(phone.locator("details:target")).to_contain_text("It compares with its own data.")


def test_words_that_say_nothing_ask_for_more(phone: Page, address: str) -> None:
    phone.goto(address + "index.html")
    phone.get_by_label("What do they say?").fill("what do they say about it")
    expect(phone.locator("#found-count")).to_have_text("Say what they said, or choose below")
    expect(phone.locator("#found .nothing")).to_be_hidden()


def test_what_is_blocked_says_why(phone: Page, address: str) -> None:
    phone.goto(address + "index.html#q=disputes+2024")
    phone.locator(".blocked summary").tap()
    expect(phone.locator(".blocked li").first).to_contain_text("There is a newer survey.")


def test_the_finder_works_by_double_click(phone: Page, folder: Path) -> None:
    complaints: list[str] = []
    phone.on("console", lambda message: complaints.append(message.text))
    phone.goto((folder / "index.html").as_uri())
    phone.get_by_label("What do they say?").fill("invoice")
    expect(phone.locator(".result").first).to_be_visible()
    assert complaints == []


def test_without_scripts_no_form_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "index.html")
    expect(page.locator("#finder")).to_be_hidden()
    expect(page.locator("#found")).to_be_hidden()
    expect(page.get_by_role("link", name="We still chase every invoice by phone.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible_and_fit_320_pixels(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(address + "index.html#q=invoice")
    expect(page.locator(".result").first).to_be_visible()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page)
    context.close()
    assert found.violations_count == 0, found.generate_report()


def test_hostile_words_in_the_library_are_only_words(browser: Browser, address: str) -> None:
    known = find_cases.library()
    hostile = "<img src=x onerror=console.log(1)>"
    entries = tuple(dataclasses.replace(one, title=hostile) for one in known.entries)
    data = known_data(dataclasses.replace(known, entries=entries))
    shown = {"href": "guides/x", "type": hostile, "lang": "en", "word": hostile, "when": hostile,
             "say": hostile, "openings": {}, "line": hostile, "drawn": True,
             "answers": [[hostile, hostile, "guides/x"]]}  # fmt: skip
    data["entries"] = [one | shown for one in data["entries"]]
    script = f"window.enablekit={{...window.enablekit,known:{json.dumps(data)}}};"
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.route(
        "**/guides.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    page.goto(address + "index.html#persona=cfo&q=forecast+img+src+onerror")
    expect(page.locator("#found details.near li").first).to_contain_text(hostile)
    page.goto(address + "index.html#pain=late")
    expect(page.locator("#found .result h3").first).to_have_text(hostile)
    expect(page.locator("#found .result .speech").first).to_have_text(hostile)
    assert page.locator("#found img").count() == 0
    context.close()
    assert complaints == []

"""The finder in a real browser: the same answers as the command line, in a few taps."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import find_cases
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from web_server import serving

from enablekit.ranking.rank import rank
from enablekit.ranking.situation import Situation, read
from enablekit.ranking.suggestion import corrected
from enablekit.ranking.words import tokens
from enablekit.site.finder import known_data
from enablekit.usecases.build import Request, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MERIDIAN = Path(__file__).parents[2] / "examples" / "meridian"


@pytest.fixture(scope="module")
def ranker(browser: Browser, address: str) -> Iterator[Page]:
    """Open the home page, whose script ranks."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "index.html")
    yield page
    context.close()


@pytest.fixture(scope="module")
def meridian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of the example project, which has a battlecard and channels."""
    output = tmp_path_factory.mktemp("meridian") / "site"
    with serving(build(Request(start=MERIDIAN, output=output, now="2026-10-20")).output) as served:
        yield served


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
    asked = {"pain": "", "persona": "", "stage": "", "competitor": "", "channel": "", "minutes": 0}
    found = ranker.evaluate(
        """([sentence, asked, known, today]) => {
            const understood = enablekit.read(sentence, asked, known);
            const suggests = enablekit.corrected(sentence, understood, known);
            return {understood, suggests, ...enablekit.rank(known, understood, today)};
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
    if "suggests" in case:
        assert found["suggests"] == case["suggests"]
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


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.lists(
        st.builds(
            lambda word, at, sign: word[:at] + sign + word[at + 1 :],
            st.sampled_from(["forecast", "invoices", "Customers", "ledgerline", "Straße", "naïve"]),
            st.integers(0, 10),
            st.sampled_from(["", "a", "ie", "É", " ", "'", "1"]),
        ),
        max_size=4,
    ).map(" ".join)
)
def test_both_programs_offer_the_same_correction(ranker: Page, text: str) -> None:
    known = find_cases.library()
    asked = read(text, Situation(), known)
    offered = ranker.evaluate(
        "([text, known]) => enablekit.corrected(text, enablekit.read(text, {}, known), known)",
        [text, known_data(known)],
    )
    unknown = rank(known, asked, find_cases.DAY).unknown
    assert offered == corrected(text, unknown, known)


def test_the_script_goes_by_the_numbers_it_is_served(ranker: Page) -> None:
    data = known_data(find_cases.library())
    data["rules"] |= {"points": {"persona": 20}, "trust": {"unverified": -1}}
    found = ranker.evaluate(
        "(known) => enablekit.rank(known, enablekit.read('cfo', {}, known), '2026-11-01').fits"
        ".map((one) => [one.entry.id, one.points])",
        data,
    )
    assert found[0] == ["calculator", 20]


def test_a_thousand_pieces_are_ranked_while_somebody_types(ranker: Page) -> None:
    known = find_cases.library()
    made = tuple(
        dataclasses.replace(
            known.entries[0],
            id=f"made-{number}",
            texts=((1, " ".join(_word(number * 60 + each) for each in range(120))),),
        )
        for number in range(1000)
    )
    took = ranker.evaluate(
        """(known) => {
            const key = (text) => {
                const before = performance.now();
                const asked = enablekit.read(text, {}, known);
                enablekit.rank(known, asked, "2026-11-01");
                enablekit.corrected(text, asked, known);
                return performance.now() - before;
            };
            key("warm");
            return ["our cfo", "our cfo says invoces", "our cfo says invoces are alwas"].map(key);
        }""",
        known_data(dataclasses.replace(known, entries=made)),
    )
    assert max(took) < 250, took  # a twentieth of it on a machine with nothing else to do


def _word(number: int) -> str:
    """Return one of some ten thousand made-up words."""
    letters = "aeioubdklmnprst"
    return "".join(letters[number * 7919 // 15**place % 15] for place in range(4)) + "er"


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


@pytest.mark.parametrize(
    "query",
    [
        "q=invoice",
        "q=invoic&persona=cfo&stage=evaluation&competitor=ledgerline&channel=meeting&minutes=10",
        "q=zeppelin",
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible_and_fit_320_pixels(
    browser: Browser, meridian: str, scheme: str, query: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{meridian}index.html#{query}")
    expect(page.locator(".result, .meant, .gap").locator("visible=true").first).to_be_visible()
    page.evaluate("document.querySelector('.fold').click()")
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


MISSPELT = "our cfo says invoces are alwas late"


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_on_a_phone_results_come_up_to_the_field_which_stays(
    browser: Browser, address: str, width: int, height: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address + "index.html")
    field = page.locator("#find-words")
    field.tap()
    page.keyboard.type("o")
    expect(page.locator("#found")).to_be_visible()
    places = set()
    for letter in "ur cfo says invoices are always late":
        page.keyboard.type(letter)
        page.wait_for_timeout(20)
        places.add(field.evaluate("(one) => Math.round(one.getBoundingClientRect().top)"))
    expect(page.locator("#found-count")).to_contain_text("fit")
    assert len(places) == 1
    expect(field).to_be_focused()
    # A keyboard takes some 340 pixels.
    top = page.locator(".result h3").first.evaluate("(one) => one.getBoundingClientRect().bottom")
    assert top < min(height - 340, 300)
    fold = page.get_by_role("button", name="For Chief financial officer Change")
    expect(page.locator("#find-persona")).to_be_hidden()
    expect(fold).to_have_attribute("aria-expanded", "false")
    box = fold.bounding_box()
    assert box
    assert 44 <= box["height"] < 60  # one line
    fold.tap()
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.locator("#find-stage").select_option("evaluation")
    expect(page.get_by_role("button", name="Evaluation Change")).to_be_visible()
    expect(page.locator("#find-stage")).to_be_visible()
    context.close()


def test_questions_do_not_fold_away_under_somebody_who_is_choosing(
    phone: Page, address: str
) -> None:
    phone.goto(address + "index.html")
    phone.locator("#find-persona").focus()
    phone.locator("#find-persona").select_option("cfo")
    expect(phone.locator("#found-count")).to_contain_text("fit")
    expect(phone.locator("#find-persona")).to_be_focused()
    expect(phone.locator(".fold")).to_be_hidden()


def test_at_a_desk_all_questions_stay(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "index.html")
    page.locator("#find-words").fill("our cfo says invoices are late")
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator("#find-persona")).to_be_visible()
    expect(page.locator(".fold")).to_be_hidden()
    assert page.evaluate("scrollY") == 0
    page.close()


def test_a_misspelt_sentence_is_offered_as_it_was_meant(phone: Page, meridian: str) -> None:
    phone.goto(meridian + "index.html")
    field = phone.get_by_label("What do they say?")
    field.fill(MISSPELT)
    expect(phone.locator("#found-count")).to_have_text("Nothing fits")
    offer = phone.get_by_role("button", name="Did you mean")
    expect(offer).to_have_text("Did you mean “our cfo says invoices are always late”?")
    expect(phone.get_by_text("That is worth knowing")).to_be_hidden()
    expect(phone.get_by_role("link", name="Report the gap by e-mail")).to_be_hidden()
    expect(field).to_have_value(MISSPELT)
    offer.tap()
    expect(field).to_have_value("our cfo says invoices are always late")
    expect(phone.locator("#found-count")).to_contain_text("fit")
    expect(phone.locator("#found-count")).to_be_focused()
    expect(offer).to_be_hidden()
    assert "invoices+are+always" in phone.url


def test_a_word_that_is_being_typed_is_not_yet_misspelt(phone: Page, meridian: str) -> None:
    phone.goto(meridian + "index.html")
    phone.get_by_label("What do they say?").tap()
    phone.keyboard.type("invoic")
    expect(phone.locator("#found-count")).to_have_text("Nothing fits")
    expect(phone.locator(".meant")).to_be_hidden()
    phone.keyboard.press("Enter")
    expect(phone.locator(".meant")).to_contain_text("invoice")


def test_a_gap_is_a_gap_when_the_words_are_known(phone: Page, address: str) -> None:
    phone.goto(address + "index.html")
    phone.get_by_label("What do they say?").fill("zeppelin")
    expect(phone.get_by_text("That is worth knowing")).to_be_visible()
    expect(phone.locator(".meant")).to_be_hidden()


def test_a_channel_in_a_sentence_is_understood(phone: Page, meridian: str) -> None:
    phone.goto(meridian + "index.html")
    phone.get_by_label("What do they say?").fill("something for linkedin")
    expect(phone.locator(".result .why").first).to_have_text("Works by LinkedIn")
    expect(phone.locator(".fold")).to_contain_text("LinkedIn")


def test_a_battlecard_waits_until_its_rival_is_named(phone: Page, address: str) -> None:
    data = known_data(find_cases.library())
    shown = {"href": "guides/x", "type": "", "lang": "en", "word": "", "when": "", "say": "",
             "openings": {}, "line": "", "drawn": False, "answers": []}  # fmt: skip
    data["entries"] = [one | shown for one in data["entries"]]
    script = f"window.enablekit={{...window.enablekit,known:{json.dumps(data)}}};"
    phone.route(
        "**/guides.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    phone.goto(address + "index.html#q=it+chases")
    titles = phone.locator("#found .result h3")
    expect(titles).to_have_text(["Post"])
    phone.get_by_label("What do they say?").fill("ledgerline chases")
    expect(titles).to_have_text(["Battlecard", "Post"])


def test_a_rival_that_is_chosen_leads_to_its_battlecard(phone: Page, meridian: str) -> None:
    phone.goto(meridian + "index.html#q=invoices+late&persona=cfo")
    expect(phone.locator("#found-count")).to_contain_text("fit")
    expect(phone.locator("#found")).not_to_contain_text("Battlecard")
    phone.goto(meridian + "about/index.html")
    phone.goto(meridian + "index.html#competitor=ledgerline")
    expect(phone.locator("#found")).to_contain_text("Battlecard: Ledgerline")
    expect(phone.locator(".result .why").first).to_have_text("Against Ledgerline")


@pytest.mark.parametrize("width", [390, 320, 1280])
def test_no_label_of_the_finder_takes_two_lines(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(address + "index.html")
    page.locator(".finer summary").click()
    tall = page.evaluate(
        "[...document.querySelectorAll('.finder label')].filter((one) =>"
        " one.getClientRects().length > 1 || one.getBoundingClientRect().height > 34).length"
    )
    page.close()
    assert tall == 0

"""Questions without a right answer: asked below a check, kept, sent, saved and forgotten."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hand_made_checks import PULSES, with_pulses
from jsonschema import Draft202012Validator
from playwright.sync_api import expect
from web_server import serving, written

from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from enablekit.model.publication import Publication

pytestmark = pytest.mark.browser

CHECK = "guides/white-papers/cost-of-disputes/check/index.html"
BARE = "guides/blog/rechnungen/check/index.html"
LIST = "checks/index.html"
KEY = "enablekit.pulses/1"
SCHEMAS = Path(__file__).parents[2] / "docs" / "reference" / "schemas"
CLOSED, OPEN, _ = (one.question for one in PULSES)


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, example: Publication, templates: dict[str, str]
) -> Path:
    """Write the example with questions to its readers, once with an address to write to."""
    root = tmp_path_factory.mktemp("pulses")
    compiled = tuple(with_pulses(one) for one in example.compiled)
    for folder, to in (("", ""), ("mail", "guides@a.example")):
        publication = dataclasses.replace(example, compiled=compiled, feedback=to)
        written(render(publication, templates).files, root / folder)
    return root


@pytest.fixture(scope="module")
def at(site: Path) -> Iterator[str]:
    """Serve both at one address."""
    with serving(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page in a browser that has kept nothing, and fail if it complains."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(5_000)
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def kept(page: Page) -> Any:  # noqa: ANN401 - whatever the page kept
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def tell(page: Page, option: str, words: str = "") -> None:
    """Answer the closed question, and the open one if there are words, and keep that."""
    page.get_by_role("group", name=CLOSED).get_by_label(option).check()
    page.get_by_role("group", name=OPEN).get_by_label("In your words").fill(words)
    page.get_by_role("button", name="Keep my answers").click()
    expect(page.get_by_role("status")).to_have_text("Kept in this browser. Thank you.")


def saved(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes().decode()


def valid(found: object, name: str) -> bool:
    schema = json.loads((SCHEMAS / f"{name}-1.schema.json").read_text("utf-8"))
    return Draft202012Validator(schema).is_valid(found)


def test_answers_are_kept_without_a_score_and_shown_again(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    tell(page, "We never know", "A customer\nin our country.")
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    assert valid(kept(page), "pulses")
    found = [(one["question"], one["chosen"], one["answer"]) for one in kept(page)["pulses"]]
    assert found == [
        (CLOSED, [3], "We never know"),
        (OPEN, [], "A customer\nin our country."),
    ]
    page.reload()
    expect(page.get_by_label("We never know")).to_be_checked()
    expect(page.get_by_label("In your words")).to_have_value("A customer\nin our country.")
    expect(page.locator(".result")).to_be_hidden()


def test_another_answer_takes_the_place_of_the_last(page: Page, at: str) -> None:
    page.goto(at + BARE)
    tell(page, "The customer calls")
    page.goto(at + CHECK)
    tell(page, "The customer calls", "Nothing.")
    tell(page, "We never know")
    found = [(one["asset"], one["answer"]) for one in kept(page)["pulses"]]
    assert found == [
        ("blog/rechnungen", "The customer calls"),
        ("white-papers/cost-of-disputes", "We never know"),
    ]


def test_a_piece_without_a_check_asks_all_the_same(page: Page, at: str) -> None:
    page.goto(at + BARE)
    expect(page.get_by_text("There is no check for this piece yet.")).to_be_visible()
    page.get_by_label("The payment is missing").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("A short word.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Kept in this browser. Thank you.")
    assert [one["answer"] for one in kept(page)["pulses"]] == [
        "The payment is missing",
        "A short word.",
    ]


def test_nothing_said_is_nothing_kept(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    page.get_by_label("In your words").fill("  ")
    page.get_by_role("button", name="Keep my answers").click()
    expect(page.get_by_role("status")).to_contain_text("Nothing is answered yet")
    expect(page.get_by_label("The customer calls")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0


def test_a_browser_that_keeps_nothing_says_so(page: Page, at: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    )
    page.goto(at + CHECK)
    page.get_by_label("The customer calls").check()
    page.get_by_role("button", name="Keep my answers").click()
    expect(page.get_by_role("status")).to_contain_text("your answers are not remembered")


def test_the_answers_are_written_into_an_e_mail(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    expect(page.get_by_role("link", name="Send by e-mail")).to_have_count(0)
    page.goto(f"{at}mail/{CHECK}")
    page.get_by_label("We never know").check()
    page.get_by_label("In your words").fill("Tea & $& cake\nat 5")
    address = page.get_by_role("link", name="Send by e-mail").get_attribute("href")
    assert address is not None
    letter = urlsplit(address)
    assert letter.path == "guides@a.example"
    found = parse_qs(letter.query)
    assert found["subject"] == [
        "Answers: The cost of a disputed invoice (white-papers/cost-of-disputes)"
    ]
    assert found["body"] == [
        f"{CLOSED}\r\nWe never know\r\n\r\n{OPEN}\r\nTea & $& cake\r\nat 5\r\n"
    ]
    assert page.evaluate("localStorage.length") == 0


def test_answers_are_saved_with_the_attempts_and_forgotten_with_them(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    tell(page, "We never know", "=1+1")
    page.goto(at + LIST)
    expect(page.get_by_text("Answers to “Tell us”: 2.")).to_be_visible()
    found = json.loads(saved(page, "JSON"))
    assert valid(found, "attempts")
    assert found["pulses"] == kept(page)["pulses"]
    assert found["attempts"] == []
    table = saved(page, "CSV").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [(row["check"], row["question"], row["answer"]) for row in rows] == [
        ("", CLOSED, "We never know"),
        ("", OPEN, "'=1+1"),
    ]
    assert rows[0]["item"] == kept(page)["pulses"][0]["pulse"]
    text = saved(page, "Save as text")
    assert text.splitlines()[0].endswith(f"The cost of a disputed invoice. {CLOSED} We never know")
    page.get_by_role("button", name="Forget my attempts").click()
    page.get_by_role("button", name="Yes, forget them").click()
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_role("button", name="Forget my attempts")).to_be_hidden()


@pytest.mark.parametrize("damaged", ["null", "[]", "{", '{"pulses": 3}', '{"pulses":[1]}'])
def test_what_was_damaged_is_as_if_nothing_was_kept(page: Page, at: str, damaged: str) -> None:
    page.goto(at + CHECK)
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", damaged)
    page.goto(at + LIST)
    expect(page.get_by_text("Answers to “Tell us”")).to_be_hidden()
    page.goto(at + CHECK)
    tell(page, "We never know")
    assert len(kept(page)["pulses"]) == 1


def test_a_pulse_is_answered_from_a_folder_too(page: Page, site: Path) -> None:
    page.goto((site / CHECK).as_uri())
    tell(page, "We never know")
    page.locator(".pulses").get_by_role("link", name="My checks").click()
    expect(page.get_by_text("Answers to “Tell us”: 1.")).to_be_visible()

"""The comprehension check in a real browser: taken, explained, kept, exported and forgotten."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from jsonschema import Draft202012Validator
from playwright.sync_api import expect
from web_server import serving, written

from enablekit.model.item import Item, Option
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from enablekit.model.publication import Compiled, Publication

pytestmark = pytest.mark.browser

CHECK = "guides/white-papers/cost-of-disputes/check/index.html"
LIST = "checks/index.html"
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "schemas" / "attempts-1.schema.json"
KEY = "enablekit.attempts/1"
FORMULA = '=HYPERLINK("https://a.example")'
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
        ],
    }
}  # fmt: skip


def with_every_form(compiled: Compiled) -> Compiled:
    """Add what the example's check lacks: an item of steps."""
    if not compiled.check.items:
        return compiled
    steps: Item = dataclasses.replace(
        compiled.check.items[0],
        id="d" * 12,
        form="ordering",
        stem="In which order is an invoice checked?",
        options=tuple(Option(text=text, correct=True) for text in ("Send", "Read", "Match")),
        order=(1, 2, 0),
        rationale="Nothing is sent before it is matched.",
    )
    check = dataclasses.replace(compiled.check, items=(*compiled.check.items, steps))
    return dataclasses.replace(compiled, check=check)


def edited(compiled: Compiled) -> Compiled:
    """Change a question, and give the asset a title that a spreadsheet would run."""
    if not compiled.check.items:
        return compiled
    first, *rest = compiled.check.items
    items = (dataclasses.replace(first, stem="How much sooner is a clean one paid?"), *rest)
    asset = dataclasses.replace(compiled.guide.asset, title=FORMULA)
    return dataclasses.replace(
        compiled,
        check=dataclasses.replace(compiled.check, items=items),
        guide=dataclasses.replace(compiled.guide, asset=asset),
    )


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, example: Publication, templates: dict[str, str]
) -> Path:
    """Write the example with items of every form, and below it the same site after an edit."""
    root = tmp_path_factory.mktemp("checks")
    for folder, changes in (("", with_every_form), ("edited", edited)):
        compiled = tuple(changes(one) for one in example.compiled)
        tree = render(dataclasses.replace(example, compiled=compiled), templates)
        written(tree.files, root / folder)
    return root


@pytest.fixture(scope="module")
def at(site: Path) -> Iterator[str]:
    """Serve both sites at one address, so that they share what the browser keeps."""
    with serving(site) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser that has kept nothing yet, as large as a phone."""
    opened = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open an empty page, and fail if it complains."""
    complaints: list[str] = []
    opened = context.new_page()
    opened.set_default_timeout(5_000)
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    assert complaints == []


def answer(page: Page, *, late: str = "14 days") -> None:
    """Answer everything rightly but, if another delay is given, the first question."""
    page.get_by_label(late).check()
    page.get_by_label("Price").check()
    page.get_by_label("Quantity").check()
    page.get_by_role("group", name="He names DSO.").get_by_label("Use it").check()
    page.get_by_role("group", name="Most are about damage.").get_by_label("Leave it").check()
    for step, number in (("Send", "3"), ("Read", "1"), ("Match", "2")):
        page.get_by_role("combobox", name=step, exact=True).select_option(number)


def submit(page: Page) -> None:
    page.get_by_role("button", name="Check my answers").click()


def take(page: Page, address: str, *, late: str = "14 days") -> None:
    page.goto(address)
    answer(page, late=late)
    submit(page)
    expect(page.locator(".result h2")).to_be_focused()


def kept(page: Page) -> Any:  # noqa: ANN401 - whatever the page kept
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def by_keyboard(page: Page, first: str) -> None:
    """Answer everything from the first radio button on, and leave the focus on the button."""
    page.get_by_label("14 days").focus()
    press(page, first, "Tab", "Tab")  # past the tick for being sure
    press(page, "Space", "Tab", "Space", "Tab", "Tab", "Tab")  # price and quantity, not damage
    press(page, "Space", "Tab", "ArrowDown", "Tab", "Tab")  # use it; leave it
    press(page, "3", "Tab", "1", "Tab", "2", "Tab", "Tab")
    expect(page.get_by_role("button", name="Check my answers")).to_be_focused()


def test_a_check_is_passed_with_the_keyboard_alone(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    by_keyboard(page, "Space")
    press(page, "Enter")
    heading = page.get_by_role("heading", name="You got 4 of 4. Passed.")
    expect(heading).to_be_focused()
    expect(page.locator(".mark")).to_have_text(["Right"] * 4)
    expect(page.get_by_text("Show the answer").first).to_be_hidden()


def test_a_check_is_failed_and_tried_again_with_the_keyboard_alone(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    by_keyboard(page, "ArrowDown")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="You got 3 of 4. Not passed yet.")).to_be_focused()
    page.get_by_role("button", name="Check my answers").focus()
    press(page, "Tab", "Enter")
    expect(page.get_by_label("14 days")).to_be_focused()
    expect(page.locator(":checked:not(option)")).to_have_count(0)
    expect(page.locator(".result")).to_be_hidden()
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()
    expect(page.locator(".verdict:visible")).to_have_count(0)


def test_nothing_is_graded_before_it_is_asked_for(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    answer(page)
    expect(page.locator(".verdict:visible, .result:visible, .answer:visible")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def test_what_is_not_answered_is_listed_at_the_top_and_said_at_the_question(
    page: Page, at: str
) -> None:
    page.goto(at + CHECK)
    title = page.title()
    answer(page)
    page.get_by_role("combobox", name="Match", exact=True).select_option(
        "1"
    )  # the number of another step
    page.get_by_label("Price").uncheck()
    page.get_by_label("Quantity").uncheck()
    submit(page)
    summary = page.locator(".problem")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("Some questions need an answer")
    words = [
        "Choose at least one answer to question 2.",
        "Give each step a number of its own in question 4.",
    ]
    expect(summary.get_by_role("link")).to_have_text(words)
    expect(page.locator(".error:visible")).to_have_text(words)
    expect(page.locator("#question-2")).to_have_accessible_description(words[0])
    assert page.title() == f"Error: {title}"
    assert page.evaluate("localStorage.length") == 0

    summary.get_by_role("link").nth(1).press("Enter")
    expect(page.get_by_role("combobox", name="Send", exact=True)).to_be_focused()
    expect(page.locator("#question-4 legend")).to_be_in_viewport()
    page.get_by_role("combobox", name="Match", exact=True).select_option("2")
    expect(page.locator("#question-4 .error")).to_be_hidden()
    page.get_by_label("Price").check()
    submit(page)
    expect(page.get_by_role("heading", name="You got 3 of 4. Not passed yet.")).to_be_focused()
    expect(summary).to_be_hidden()
    assert page.title() == title


def test_a_line_that_is_not_sorted_leaves_the_question_unanswered(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    page.get_by_role("group", name="He names DSO.").get_by_label("Use it").check()
    submit(page)
    expect(page.locator(".problem").get_by_role("link")).to_have_count(4)
    expect(page.get_by_text("Choose a side for each line of question 3.").last).to_be_visible()


def test_a_graded_question_says_why_and_from_where(page: Page, at: str) -> None:
    take(page, at + CHECK, late="11 days")
    wrong = page.locator("#question-1")
    expect(wrong.locator(".mark")).to_have_text("Not right")
    expect(wrong).to_have_accessible_description("Not right")
    expect(wrong.get_by_text("“A disputed invoice is paid 14 days later.”")).to_be_visible()
    expect(wrong.get_by_text("That is what customers gained.")).to_be_visible()
    expect(wrong.get_by_role("link", name="line 56")).to_be_visible()
    wrong.get_by_text("Show the answer").click()
    expect(wrong.locator(".key")).to_contain_text("14 days")
    expect(page.locator("#question-2").get_by_text("The table says so.")).to_be_visible()


def test_an_answer_can_be_changed_and_checked_again(page: Page, at: str) -> None:
    take(page, at + CHECK, late="11 days")
    page.get_by_label("14 days").check()
    expect(page.locator("#question-1 .verdict")).to_be_hidden()
    expect(page.locator("#question-2 .verdict")).to_be_visible()
    submit(page)
    expect(page.get_by_role("heading", name="You got 4 of 4. Passed.")).to_be_focused()
    expect(page.locator("#question-1").get_by_text("That is what customers")).to_be_hidden()
    submit(page)
    expect(page.locator(".result h2")).to_be_focused()
    assert [one["right"] for one in kept(page)["attempts"]] == [3, 4]


def test_who_was_sure_and_wrong_is_told_where(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    answer(page, late="11 days")
    page.get_by_label("I am sure of this answer to question 1").check()
    page.get_by_label("I am sure of this answer to question 2").check()
    submit(page)
    named = page.locator(".result").get_by_role("link")
    expect(named).to_have_text(["1. How much later is a disputed invoice paid?"])
    expect(page.locator("#question-1 .mark")).to_have_text("Not right, and you were sure")
    expect(page.locator("#question-2 .mark")).to_have_text("Right")
    named.click()
    expect(page.get_by_label("14 days")).to_be_focused()
    answers = kept(page)["attempts"][0]["answers"]
    assert answers["a" * 12] == {"chosen": [2], "right": False, "sure": True}
    assert answers["b" * 12] == {"chosen": [1, 2], "right": True, "sure": True}
    assert answers["c" * 12] == {"chosen": [1, 2], "right": True, "sure": False}
    assert answers["d" * 12] == {"chosen": [3, 1, 2], "right": True, "sure": False}


def test_attempts_are_shown_where_they_were_made_and_on_the_list(page: Page, at: str) -> None:
    page.goto(at + LIST)
    row = page.locator("li[data-asset]")
    expect(page.get_by_text("You have not taken a check yet.")).to_be_visible()
    expect(row).to_contain_text("4 questions Not taken yet")
    expect(page.get_by_role("button", name="Forget my attempts")).to_be_hidden()
    row.get_by_role("link").click()
    expect(page.locator(".attempts")).to_be_hidden()
    for late in ("11 days", "14 days"):
        take(page, at + CHECK, late=late)
    expect(page.locator(".attempts li")).to_contain_text(
        ["4 of 4 right, passed", "3 of 4 right, not passed yet"]
    )
    page.locator("#main").get_by_role("link", name="My checks").click()
    expect(row).to_contain_text("4 of 4 right, passed")
    expect(page.get_by_text("You have not taken")).to_be_hidden()


def test_an_attempt_at_an_edited_check_does_not_count(page: Page, at: str) -> None:
    take(page, at + CHECK)
    page.goto(f"{at}edited/{LIST}")
    expect(page.locator("li[data-asset]")).to_contain_text("but the check has changed since")
    page.goto(f"{at}edited/{CHECK}")
    expect(page.locator(".attempts li")).to_have_count(0)
    expect(page.get_by_text("you took another version of this check")).to_be_visible()
    page.goto(at + CHECK)
    expect(page.locator(".attempts li")).to_have_count(1)
    expect(page.get_by_text("you took another version of this check")).to_be_hidden()


def saved(page: Page, button: str) -> tuple[str, str]:
    """Press a button and return the name and the text of the file it saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    found = waiting.value
    return found.suggested_filename, Path(found.path()).read_bytes().decode()


def test_attempts_are_saved_as_json_that_fits_the_published_schema(page: Page, at: str) -> None:
    take(page, at + CHECK, late="11 days")
    take(page, at + CHECK)
    page.goto(at + LIST)
    name, text = saved(page, "JSON")
    assert name == "my-checks.json"
    found = json.loads(text)
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(found)] == []
    assert [one["passed"] for one in found["attempts"]] == [False, True]
    assert found == kept(page)


def test_a_spreadsheet_gets_every_answer_and_no_formula(page: Page, at: str) -> None:
    page.goto(f"{at}edited/{CHECK}")
    page.get_by_label("14 days").check()
    page.get_by_label("Damage").check()
    for one in page.get_by_label("Use it").all():
        one.check()
    submit(page)
    page.goto(at + LIST)
    name, text = saved(page, "CSV")
    assert name == "my-checks.csv"
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [(row["item"][0], row["chosen"], row["right"]) for row in rows] == [
        ("a", "1", "true"),
        ("b", "3", "false"),
        ("c", "1 1", "false"),
    ]
    assert {row["title"] for row in rows} == {"'" + FORMULA}
    assert {row["passed"] for row in rows} == {"false"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_as_a_formula_does(page: Page, at: str, sign: str) -> None:
    take(page, at + CHECK)
    found = kept(page)
    found["attempts"][0]["title"] = f'{sign}1, "2"'
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", json.dumps(found))
    page.goto(at + LIST)
    _, text = saved(page, "CSV")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0]["title"] == f'\'{sign}1, "2"'


def test_attempts_are_saved_and_copied_as_words(
    context: BrowserContext, page: Page, at: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(at + CHECK)
    page.get_by_label("I am sure of this answer to question 1").check()
    answer(page, late="11 days")
    submit(page)
    page.goto(at + LIST)
    name, text = saved(page, "Save as text")
    assert name == "my-checks.txt"
    assert text.endswith(
        "The cost of a disputed invoice. 3 of 4 right, not passed yet. Sure, but not right: 1.\n"
    )
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_where_copying_is_not_allowed_the_page_says_what_to_do(page: Page, at: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    take(page, at + CHECK)
    page.goto(at + LIST)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("status")).to_contain_text("Save it as text instead.")


def test_attempts_are_forgotten_only_when_confirmed(page: Page, at: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    take(page, at + CHECK)
    page.goto(at + LIST)
    forget = page.get_by_role("button", name="Forget my attempts")
    forget.press("Enter")
    keep = page.get_by_role("button", name="No, keep them")
    expect(page.get_by_role("group", name="Forget all of them?")).to_be_visible()
    expect(keep).to_be_focused()
    keep.press("Enter")
    expect(forget).to_be_focused()
    assert len(kept(page)["attempts"]) == 1
    forget.press("Enter")
    page.get_by_role("button", name="Yes, forget them").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Your attempts are forgotten.")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_text("You have not taken a check yet.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.goto(at + CHECK)
    expect(page.locator(".attempts")).to_be_hidden()


def test_only_the_last_200_attempts_are_kept(page: Page, at: str) -> None:
    take(page, at + CHECK)
    found = kept(page)
    found["attempts"] = [found["attempts"][0] | {"title": str(n)} for n in range(200)]
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", json.dumps(found))
    take(page, at + CHECK)
    titles = [one["title"] for one in kept(page)["attempts"]]
    assert (len(titles), titles[0], titles[-1]) == (200, "1", "The cost of a disputed invoice")
    expect(page.locator(".attempts li")).to_have_count(5)


@pytest.mark.parametrize("damaged", ["", "null", "[]", "{", '{"attempts": 3}', '{"attempts":[1]}'])
def test_what_was_damaged_is_as_if_nothing_was_kept(page: Page, at: str, damaged: str) -> None:
    page.goto(at + LIST)
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", damaged)
    page.reload()
    expect(page.get_by_text("You have not taken a check yet.")).to_be_visible()
    take(page, at + CHECK)
    assert len(kept(page)["attempts"]) == 1


def test_a_browser_that_keeps_nothing_still_grades_and_says_so(page: Page, at: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    )
    take(page, at + CHECK)
    expect(page.get_by_text("This browser keeps nothing for this page")).to_be_visible()
    expect(page.get_by_role("heading", name="You got 4 of 4. Passed.")).to_be_visible()
    page.goto(at + LIST)
    expect(page.get_by_text("You have not taken a check yet.")).to_be_visible()


def test_a_check_is_taken_from_a_folder_too(page: Page, site: Path) -> None:
    take(page, (site / CHECK).as_uri())
    page.locator("#main").get_by_role("link", name="My checks").click()
    expect(page.locator("li[data-asset]")).to_contain_text("4 of 4 right, passed")
    assert saved(page, "JSON")[0] == "my-checks.json"


def test_without_scripts_the_questions_and_answers_can_be_read(browser: Browser, at: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at + CHECK)
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_label("I am sure")).to_have_count(4)
    expect(page.get_by_label("I am sure").first).to_be_hidden()
    expect(page.locator(".error:visible, .problem:visible, .result:visible")).to_have_count(0)
    page.get_by_text("Show the answer").first.click()
    expect(page.get_by_text("“A disputed invoice is paid 14 days later.”")).to_be_visible()
    expect(page.get_by_text("That is what customers gained.")).to_be_visible()
    page.goto(at + LIST)
    expect(page.get_by_role("link", name="The cost of a disputed invoice")).to_be_visible()
    expect(page.get_by_text("Not taken yet")).to_have_count(0)
    expect(page.get_by_text("You have not taken")).to_be_hidden()
    context.close()


def unanswered(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    submit(page)


def before(page: Page, at: str) -> None:
    page.goto(at + CHECK)


def failed(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    page.get_by_label("I am sure of this answer to question 1").check()
    answer(page, late="11 days")
    submit(page)
    page.get_by_text("Show the answer").first.click()


def listed(page: Page, at: str) -> None:
    take(page, at + CHECK)
    page.goto(at + LIST)
    page.get_by_role("button", name="Forget my attempts").click()


def unlisted(page: Page, at: str) -> None:
    page.goto(at + LIST)


STATES = (before, unanswered, failed, listed, unlisted)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible(
    page: Page, at: str, state: Callable[[Page, str], None], scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    state(page, at)
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_320_pixels_and_a_thumb(
    page: Page, at: str, state: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    state(page, at)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for control in page.locator("main :is(button, select, label, summary, li > a):visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44, control.inner_text()


@pytest.mark.parametrize("state", [before, unanswered, failed])
def test_print_shows_questions_and_no_answers(
    page: Page, at: str, state: Callable[[Page, str], None]
) -> None:
    state(page, at)
    page.emulate_media(media="print")
    expect(page.get_by_text("How much later is a disputed invoice paid?").last).to_be_visible()
    expect(page.get_by_label("14 days")).to_be_visible()
    hidden = ".answer, .verdict, .result, .problem, .error, .sure, .attempts, button"
    expect(page.locator(hidden).locator("visible=true")).to_have_count(0)

"""Questions whose answers are typed or matched, and checks that ask others each time."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from hand_made_checks import in_draws, with_forms, with_pulses
from jsonschema import Draft202012Validator
from playwright.sync_api import expect
from web_server import serving, written

from enablekit.model.strings import Strings
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from enablekit.model.publication import Publication

pytestmark = pytest.mark.browser

CHECK = "guides/white-papers/cost-of-disputes/check/index.html"
LIST = "checks/index.html"
BARE = "guides/blog/rechnungen/check/index.html"
NOTE = "The delivery note with the customer's signature"
SCHEMAS = Path(__file__).parents[2] / "docs" / "reference" / "schemas"
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture(scope="module")
def at(
    tmp_path_factory: pytest.TempPathFactory, example: Publication, templates: dict[str, str]
) -> Iterator[str]:
    """Serve two sites at one address: one with every form, one that asks in draws."""
    root = tmp_path_factory.mktemp("forms")
    for folder, changed, to in (("forms", with_forms, "guides@a.example"), ("draws", in_draws, "")):
        compiled = tuple(with_pulses(changed(one)) for one in example.compiled)
        publication = dataclasses.replace(example, compiled=compiled, feedback=to)
        written(render(publication, templates).files, root / folder)
        if folder == "forms":
            mirrored = dataclasses.replace(publication, strings=Strings(language="ar"))
            written(render(mirrored, templates).files, root / "rtl")
    with serving(root) as address:
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


def submit(page: Page) -> None:
    page.get_by_role("button", name="Check my answers").click()


def answer(page: Page, *, days: str = "14", word: str = "Phone  day.", order: str = "312") -> None:
    """Answer the questions of every form, and if nothing else is said, rightly."""
    page.get_by_label("The price is not").select_option("The order")
    page.get_by_label("Fewer pieces").select_option(NOTE)
    page.get_by_role("textbox", name="Your answer days").fill(days)
    page.get_by_role("textbox", name="Your answer", exact=True).fill(word)
    for step, number in zip(("Send", "Read", "Match"), order, strict=True):
        page.get_by_role("combobox", name=step, exact=True).select_option(number)
    page.get_by_role("group", name="He names DSO.").get_by_label("Use it").check()
    page.get_by_role("group", name="All is damage.").get_by_label("Leave it").check()


def kept(page: Page, key: str = "enablekit.attempts/1") -> Any:  # noqa: ANN401 - whatever it kept
    return json.loads(page.evaluate(f"localStorage.getItem('{key}')"))


def fits(found: object, name: str) -> bool:
    schema = json.loads((SCHEMAS / f"{name}-1.schema.json").read_text("utf-8"))
    return Draft202012Validator(schema).is_valid(found)


def test_every_form_is_answered_graded_and_kept(page: Page, at: str) -> None:
    page.goto(f"{at}forms/{CHECK}")
    answer(page)
    submit(page)
    expect(page.get_by_role("heading", name="You got 5 of 5. Passed.")).to_be_focused()
    expect(page.locator(".mark")).to_have_text(["Right"] * 5)
    assert fits(kept(page), "attempts")
    answers = kept(page)["attempts"][0]["answers"]
    assert answers["2" * 12] == {"chosen": [2, 1], "right": True, "sure": False}
    assert answers["3" * 12] == {"chosen": [], "typed": "14", "right": True, "sure": False}
    assert answers["5" * 12]["typed"] == "Phone  day."


@pytest.mark.parametrize(
    ("days", "right"),
    [("14", True), ("13,5 days", True), ("14.51", False), ("fourteen 14", False), ("1.400", False)],
)
def test_a_typed_number_is_read_as_people_write_it(
    page: Page, at: str, days: str, *, right: bool
) -> None:
    page.goto(f"{at}forms/{CHECK}")
    answer(page, days=days)
    submit(page)
    expect(page.locator("#question-2 .mark")).to_have_text("Right" if right else "Not right")


def test_what_is_not_typed_or_matched_is_asked_for(page: Page, at: str) -> None:
    page.goto(f"{at}forms/{CHECK}")
    answer(page, days="some", word=" ", order="311")
    page.get_by_label("Fewer pieces").select_option("")
    submit(page)
    links = page.locator(".problem").get_by_role("link")
    words = [
        "Choose an answer for each line of question 1.",
        "Type a number in answer to question 2.",
        "Type an answer to question 3.",
        "Give each step a number of its own in question 4.",
    ]
    expect(links).to_have_text(words)
    expect(page.locator(".error:visible")).to_have_text(words)
    number = page.get_by_role("textbox", name="Your answer days")
    expect(number).to_have_accessible_description(words[1])
    expect(number).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("The price is not")).to_have_attribute("aria-invalid", "false")
    expect(page.get_by_label("Fewer pieces")).to_have_attribute("aria-invalid", "true")
    links.nth(1).press("Enter")
    expect(number).to_be_focused()
    page.keyboard.type("14")
    expect(page.locator("#question-2 .error")).to_be_hidden()
    expect(number).to_have_attribute("aria-invalid", "false")


def test_feedback_is_said_for_what_was_chosen_in_every_form(page: Page, at: str) -> None:
    page.goto(f"{at}forms/{CHECK}")
    answer(page, word="day of the phone", order="213")
    page.get_by_label("Fewer pieces").select_option("The bank statement")
    page.get_by_role("group", name="All is damage.").get_by_label("Use it").check()
    submit(page)
    expect(page.locator(".feedback:visible")).to_have_text(
        [
            "The order It shows what was agreed.",
            "The bank statement It shows only what was paid.",
            "day of the phone “Phone day” is shorter.",
            "Send Nothing is sent unchecked.",
            "Match Only what was read can be matched.",
            "All is damage. Damage is nothing the paper speaks about.",
        ]
    )
    page.get_by_text("Show the answer to question 1").click()
    expect(page.locator("#question-1 .key")).to_have_text(
        [
            "The price is not what was agreed The order",
            f"Fewer pieces arrived than were invoiced {NOTE}",
            "Left over The bank statement",
        ]
    )


def test_typed_and_matched_questions_are_answered_with_the_keyboard_alone(
    page: Page, at: str
) -> None:
    page.goto(f"{at}forms/{CHECK}")
    page.get_by_label("The price is not").focus()
    for keys in (("The o", "Tab"), ("The d", "Tab", "Tab"), ("14", "Tab", "Tab")):
        page.keyboard.type(keys[0])
        for key in keys[1:]:
            page.keyboard.press(key)
    page.keyboard.type("phone day")
    page.keyboard.press("Enter")
    expect(page.locator(".problem")).to_be_focused()
    expect(page.locator(".problem").get_by_role("link")).to_have_text(
        [
            "Give each step a number of its own in question 4.",
            "Choose a side for each line of question 5.",
        ]
    )


def asked(page: Page) -> list[str]:
    """Return the questions that are shown, with their numbers and hints."""
    legends = page.locator("form[data-check] .item > legend:visible")
    return legends.all_inner_texts()


FIRST = ["1 How much", "2 Which causes", "3 When do"]
SECOND = ["1 How much", "2 How much", "3 What is"]
THIRD = ["1 What is", "2 In which", "3 Which causes", "4 When do", "5 How much"]


def first_draw(page: Page) -> None:
    page.get_by_label("11 days").check()
    page.get_by_label("Price").check()
    for group in ("He names DSO.", "Most are about damage."):
        page.get_by_role("group", name=group).get_by_label("Use it").check()
    submit(page)


def second_draw(page: Page) -> None:
    page.get_by_role("textbox", name="Your answer days").fill("14")
    page.get_by_label("11 days").check()
    page.get_by_role("checkbox", name="I am sure of this answer to question 2").check()
    page.get_by_role("textbox", name="Your answer", exact=True).fill("phone day")
    submit(page)


def shorter(texts: list[str]) -> list[str]:
    """Return the number and the first words of each question."""
    return [" ".join(text.split()[:3]) for text in texts]


def test_each_time_other_questions_are_asked_and_numbered(page: Page, at: str) -> None:
    page.goto(f"{at}draws/{CHECK}")
    assert shorter(asked(page)) == FIRST
    expect(page.get_by_text("More questions")).to_have_count(0)
    first_draw(page)
    page.get_by_role("button", name="Try again").click()
    assert shorter(asked(page)) == SECOND
    expect(page.get_by_role("textbox", name="Your answer days")).to_be_focused()
    second_draw(page)
    expect(page.get_by_role("heading", name="You got 2 of 3. Not passed yet.")).to_be_focused()
    sure = page.locator(".result").get_by_role("link")
    expect(sure).to_have_text(["2. How much later is a disputed invoice paid?"])
    sure.click()
    expect(page.get_by_label("14 days")).to_be_focused()
    page.get_by_role("button", name="Try again").click()
    assert shorter(asked(page)) == THIRD
    expect(page.locator(":checked:not(option)")).to_have_count(0)
    expect(page.locator(".lead")).to_have_text(
        "5 questions. You know the piece when at least 4 of 5 are right."
    )
    submit(page)
    expect(page.locator(".problem").get_by_role("link")).to_have_text(
        [
            "Type an answer to question 1.",
            "Give each step a number of its own in question 2.",
            "Choose at least one answer to question 3.",
            "Choose a side for each line of question 4.",
            "Type a number in answer to question 5.",
        ]
    )
    sure = page.get_by_role("checkbox", name="I am sure of this answer to question 5")
    expect(sure).to_have_attribute("name", "sure-4")


def test_the_attempts_that_are_kept_say_what_is_asked(page: Page, at: str) -> None:
    page.goto(f"{at}draws/{CHECK}")
    first_draw(page)
    page.reload()
    assert shorter(asked(page)) == SECOND
    second_draw(page)
    assert [one["of"] for one in kept(page)["attempts"]] == [3, 3]
    assert list(kept(page)["attempts"][1]["answers"]) == ["3" * 12, "a" * 12, "5" * 12]
    page.reload()
    assert shorter(asked(page)) == THIRD
    found = kept(page)
    found["attempts"].append(found["attempts"][0])
    page.evaluate("text => localStorage.setItem('enablekit.attempts/1', text)", json.dumps(found))
    page.reload()
    assert shorter(asked(page)) == FIRST


def test_without_a_memory_the_next_questions_come_all_the_same(page: Page, at: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    )
    page.goto(f"{at}draws/{CHECK}")
    first_draw(page)
    page.get_by_role("button", name="Try again").click()
    assert shorter(asked(page)) == SECOND


def test_without_scripts_the_first_questions_come_first_and_the_rest_is_folded(
    browser: Browser, at: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{at}draws/{CHECK}")
    assert shorter(asked(page)) == FIRST
    page.get_by_text("More questions").click()
    assert len(asked(page)) == 6
    page.get_by_text("Show the answer to question 4").click()
    expect(page.get_by_text("14 days, give or take 0.5")).to_be_visible()
    expect(page.get_by_role("heading", name="Tell us")).to_be_hidden()
    page.goto(f"{at}forms/{CHECK}")
    expect(page.get_by_role("heading", name="Tell us")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    mail = page.get_by_role("link", name="Send by e-mail").get_attribute("href")
    assert mail is not None
    assert "body=How%20do%20you%20find%20out" in mail
    context.close()


def before(page: Page, at: str) -> None:
    page.goto(f"{at}forms/{CHECK}")


def unanswered(page: Page, at: str) -> None:
    before(page, at)
    submit(page)


def failed(page: Page, at: str) -> None:
    before(page, at)
    answer(page, days="11", word="Monday", order="123")
    page.get_by_label("Fewer pieces").select_option("The bank statement")
    page.get_by_label("I am sure of this answer to question 2").check()
    submit(page)
    for shown in page.get_by_text("Show the answer").locator("visible=true").all():
        shown.click()


def told(page: Page, at: str) -> None:
    page.goto(f"{at}forms/{BARE}")
    page.get_by_label("We never know").check()
    page.get_by_role("button", name="Keep my answers").click()


def listed(page: Page, at: str) -> None:
    failed(page, at)
    told(page, at)
    page.goto(f"{at}forms/{LIST}")


STATES = (before, unanswered, failed, told, listed)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_of_every_form_is_accessible(
    page: Page, at: str, state: Callable[[Page, str], None], scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    state(page, at)
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_every_form_fits_320_pixels_and_a_thumb(
    page: Page, at: str, state: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    state(page, at)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    controls = "main :is(button, .button, select, textarea, [type=text], label, summary, li > a)"
    for control in page.locator(f"{controls}:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44, control.inner_text()


def test_every_form_can_be_read_from_right_to_left(page: Page, at: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{at}rtl/{CHECK}")
    submit(page)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    field = page.get_by_role("textbox", name="Your answer days").bounding_box()
    unit = page.get_by_text("days", exact=True).bounding_box()
    assert field is not None
    assert unit is not None
    assert unit["x"] < field["x"]


@pytest.mark.parametrize("state", [before, unanswered, failed])
def test_on_paper_there_are_lines_to_write_on_and_options_to_choose_from(
    page: Page, at: str, state: Callable[[Page, str], None]
) -> None:
    state(page, at)
    expect(page.locator(".bank")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".bank li")).to_have_count(3)
    expect(page.locator(".bank")).to_be_visible()
    for line in page.locator(".item :is(select, [type=text])").all():
        expect(line).to_have_css("color", "rgba(0, 0, 0, 0)")
        expect(line).to_have_css("border-bottom-color", "rgb(0, 0, 0)")
    hidden = ".answer, .verdict, .result, .problem, .error, .sure, .attempts, .button, .said"
    expect(page.locator(hidden).locator("visible=true")).to_have_count(0)

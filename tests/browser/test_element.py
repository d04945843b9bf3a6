"""The embeddable check in a real browser, on kind pages and on hostile ones."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import Locator, Page, expect
from web_server import serving

from enablekit.adapters import bundled
from enablekit.encoding.wording import Wording
from enablekit.packing.check_file import element_words
from enablekit.packing.element import element_script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Dialog

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>&amp; {n}"
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
STATE_BELOW = 3_500  # characters
# Hears every check on the page from before there is one.
EAR = """
window.told = [];
for (const name of ["start", "answer", "result", "error"])
  document.addEventListener(`enablekit-${name}`, ({ detail, target }) =>
    told.push({ name, detail: structuredClone(detail), from: target.id }));
"""


def options(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


SINGLE: dict[str, Any] = {
    "id": "a" * 12, "kind": "written", "form": "single", "written": True,
    "stem": "Which invoices are disputed most often?",
    "options": [
        {"text": "Those for part deliveries", "feedback": "These are rare."},
        {"text": "Those without a proof of delivery", "feedback": "More than half of them."},
    ],
    "key": [2], "rationale": "It is the first reason named in the survey.",
}  # fmt: skip
MULTIPLE: dict[str, Any] = {
    "id": "b" * 12, "kind": "written", "form": "multiple", "written": True,
    "stem": "What is compared before an invoice goes out?",
    "options": options("The order", "The weather", "The note"), "key": [1, 3],
}  # fmt: skip
SORTING: dict[str, Any] = {
    "id": "c" * 12, "kind": "do-dont", "form": "sorting", "stem": "When do you use it?",
    "options": options("She mentions a mailbox.", "They talk about a price."),
    "groups": ["Use it", "Leave it alone"], "key": [1, 2],
}  # fmt: skip
ORDERING: dict[str, Any] = {
    "id": "d" * 12, "kind": "procedure-ordering", "form": "ordering", "drawn": True,
    "stem": "In which order is an invoice checked?",
    "options": options("Send it", "Read the order", "Match the note"), "key": [3, 1, 2],
}  # fmt: skip
MATCHING: dict[str, Any] = {
    "id": "e" * 12, "kind": "persona-match", "form": "matching",
    "stem": "Which piece fits which person?", "prompts": ["Head of accounts", "Sales manager"],
    "options": options("A week without phone calls", "The cost of a dispute", "A decoy"),
    "key": [2, 1],
}  # fmt: skip
NUMERIC: dict[str, Any] = {
    "id": "f" * 12, "kind": "numeric-entry", "form": "numeric",
    "stem": "How many days does a dispute take?", "options": [], "key": [],
    "number": {"value": "14.5", "tolerance": "0.5", "unit": "days"},
}  # fmt: skip
SHORT: dict[str, Any] = {
    "id": "0" * 12, "kind": "written", "form": "short", "written": True,
    "stem": "What does a driver bring back?",
    "options": options("Proof of delivery", "delivery note"), "key": [],
}  # fmt: skip
EVERY_FORM = (SINGLE, MULTIPLE, SORTING, ORDERING, MATCHING, NUMERIC, SHORT)


def check(*items: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    """Return a check file; later fields win."""
    return {
        "schema": "enablekit.check/1",
        "asset": "cost-of-disputes",
        "title": "The cost of a dispute",
        "audience": "customer",
        "language": "en",
        "direction": "ltr",
        "content_language": "en",
        "version": "5c0ffee15bad",
        "pass": 80,
        "draws": [[item["id"] for item in items]],
        "items": list(items),
        "words": element_words(Wording()),
    } | more


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A web server with pages that hold checks; a browser remembers files, so each has its name."""

    address: str
    root: Path
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def open(self, page: Page, html: str, *, head: str = "", script: str = "defer") -> None:
        """Put a page up and go there."""
        name = f"page-{next(self.numbers)}.html"
        (self.root / name).write_text(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>A page</title>"
            "<link rel=icon href=data:,>"
            '<meta name=viewport content="width=device-width, initial-scale=1">'
            f"{head}<script src=enablekit-check.js {script}></script></head>"
            f"<body><main><h1>A page</h1>{html}</main></body></html>",
            encoding="utf-8",
        )
        page.goto(self.address + name)

    def show(self, page: Page, data: dict[str, Any], **more: str) -> None:
        """Put a check up as a file and go to a page with it."""
        html = f'<enablekit-check id=it src="{self.put(data)}"></enablekit-check>'
        self.open(page, html, **more)
        expect(page.locator("enablekit-check form")).to_be_visible()

    def put(self, data: Any) -> str:  # noqa: ANN401 - whatever a server may have
        """Put a check up as a file, and return its name."""
        name = f"check-{next(self.numbers)}.json"
        text = data if isinstance(data, str) else json.dumps(data)
        (self.root / name).write_text(text, encoding="utf-8")
        return name


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Serve the script as the export writes it."""
    root = tmp_path_factory.mktemp("shop")
    (root / "enablekit-check.js").write_bytes(element_script(bundled.parts()))
    with serving(root) as address:
        yield Shop(address=address, root=root)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 390, "height": 844})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open an empty page, and fail if it complains."""
    complaints: list[str] = []

    def refuse(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    opened = context.new_page()
    opened.set_default_timeout(5_000)
    opened.add_init_script(EAR)
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", refuse)
    yield opened
    assert complaints == []


def group(page: Page, item: dict[str, Any]) -> Locator:
    return page.get_by_role("group", name=item["stem"])


def submit(page: Page) -> None:
    page.get_by_role("button", name="Check my answers").click()


def told(page: Page, name: str) -> list[dict[str, Any]]:
    """Return the details of all events of a name."""
    heard: list[dict[str, Any]] = page.evaluate("told")
    return [one["detail"] for one in heard if one["name"] == name]


def state(page: Page) -> str:
    kept: str = page.evaluate("document.querySelector('enablekit-check').state")
    return kept


def tick(page: Page, item: dict[str, Any], *places: int) -> None:
    for place in places:
        group(page, item).get_by_label(item["options"][place - 1]["text"]).check()


def sort(page: Page, item: dict[str, Any], *sides: int) -> None:
    for option, side in zip(item["options"], sides, strict=True):
        group(page, item).get_by_role("group", name=option["text"]).get_by_label(
            item["groups"][side - 1]
        ).check()


def pick(page: Page, item: dict[str, Any], *places: int) -> None:
    lists = group(page, item).get_by_role("combobox")
    for at, place in enumerate(places):
        lists.nth(at).select_option(str(place))


def fill(page: Page, item: dict[str, Any], text: str) -> None:
    group(page, item).get_by_label("Your answer").fill(text)


ANSWER: dict[str, Callable[..., None]] = {
    "single": tick, "multiple": tick, "sorting": sort, "ordering": pick, "matching": pick,
    "numeric": fill, "short": fill,
}  # fmt: skip
RIGHT: dict[str, tuple[Any, ...]] = {
    "single": (2,), "multiple": (1, 3), "sorting": (1, 2), "ordering": (3, 1, 2),
    "matching": (2, 1), "numeric": (" 14,2 days",), "short": ("  proof of  DELIVERY.",),
}  # fmt: skip
WRONG: dict[str, tuple[Any, ...]] = {
    "single": (1,), "multiple": (1,), "sorting": (2, 2), "ordering": (1, 2, 3),
    "matching": (2, 3), "numeric": ("15.1",), "short": ("a pallet",),
}  # fmt: skip


def answer_all(page: Page, answers: dict[str, tuple[Any, ...]] = RIGHT) -> None:
    for item in EVERY_FORM:
        form = item["form"]
        ANSWER[form](page, item, *answers[form])


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
@pytest.mark.parametrize("item", EVERY_FORM, ids=lambda item: item["form"])
def test_an_answer_of_every_form_is_judged_and_told(
    shop: Shop, page: Page, item: dict[str, Any], *, right: bool
) -> None:
    form = item["form"]
    given = (RIGHT if right else WRONG)[form]
    shop.show(page, check(item))
    ANSWER[form](page, item, *given)
    submit(page)

    (told_answer,) = told(page, "answer")
    (result,) = told(page, "result")
    typed = form in {"numeric", "short"}
    assert told_answer["item"] == item
    assert told_answer["chosen"] == ([] if typed else list(given))
    assert told_answer["typed"] == (given[0].strip() if typed else "")
    assert (told_answer["right"], told_answer["sure"]) == (right, False)
    assert (result["right"], result["of"], result["score"]) == (int(right), 1, int(right))
    assert result["passed"] is right
    assert result["answers"] == [told_answer]
    word = "Right" if right else "Not right"
    expect(group(page, item)).to_contain_text(word)
    judged = group(page, item).get_by_label("Your answer") if typed else group(page, item)
    expect(judged).to_have_accessible_description(word)


def test_what_is_right_is_shown_on_request_in_every_form(shop: Shop, page: Page) -> None:
    shop.show(page, check(*EVERY_FORM))
    answer_all(page, WRONG)
    submit(page)
    for summary in page.get_by_text("Show the answer").all():
        summary.click()

    for item, texts in (
        (SINGLE, ["Right", "Those without a proof of delivery"]),
        (MULTIPLE, ["All of these", "The order; The note"]),
        (SORTING, ["Use it", "She mentions a mailbox.", "Leave it alone"]),
        (ORDERING, ["In this order", "Read the order → Match the note → Send it"]),
        (MATCHING, ["Head of accounts", "The cost of a dispute"]),
        (NUMERIC, ["Right", "14.5 days"]),
        (SHORT, ["Right", "Proof of delivery; delivery note"]),
    ):
        for text in texts:
            expect(group(page, item).locator("details")).to_contain_text(text)


def test_events_tell_a_draw_from_start_to_result(shop: Shop, page: Page) -> None:
    page.clock.install(time="2026-11-01T09:30:00Z")
    page.clock.pause_at("2026-11-01T09:40:00Z")
    shop.show(page, check(*EVERY_FORM))
    page.clock.run_for(30_000)
    answer_all(page)
    group(page, SINGLE).get_by_label("I am sure of this").check()
    page.clock.run_for(12_000)
    submit(page)

    heard = page.evaluate("told")
    ids = [item["id"] for item in EVERY_FORM]
    assert [one["name"] for one in heard] == ["start", *["answer"] * 7, "result"]
    start = heard[0]["detail"]
    assert {name: start[name] for name in ("asset", "version", "items")} == {
        "asset": "cost-of-disputes", "version": "5c0ffee15bad", "items": ids,
    }  # fmt: skip
    assert start["at"] == "2026-11-01T09:40:00.000Z"
    answers, (result,) = told(page, "answer"), told(page, "result")
    assert [one["item"]["id"] for one in answers] == ids
    assert [one["sure"] for one in answers] == [True, *[False] * 6]
    assert {one["seconds"] for one in answers} == {12}
    assert {one["at"] for one in (*answers, result)} == {"2026-11-01T09:40:42.000Z"}
    assert (result["right"], result["of"], result["score"], result["passed"]) == (7, 7, 1, True)
    assert result["seconds"] == 42
    assert result["answers"] == answers


@pytest.mark.parametrize(("wrong", "passed"), [(1, True), (2, False)])
def test_the_pass_mark_is_a_share_of_the_draw(
    shop: Shop, page: Page, wrong: int, *, passed: bool
) -> None:
    items = [SINGLE | {"id": f"{n:012x}", "stem": f"Question {n}?"} for n in range(1, 6)]
    shop.show(page, check(*items))
    expect(page.get_by_text("You know the piece when at least 4 of 5 are right.")).to_be_visible()
    for n, item in enumerate(items):
        tick(page, item, 1 if n < wrong else 2)
    submit(page)

    (result,) = told(page, "result")
    assert (result["passed"], result["score"]) == (passed, (5 - wrong) / 5)
    heading = f"You got {5 - wrong} of 5. {'Passed.' if passed else 'Not passed yet.'}"
    expect(page.get_by_role("heading", name=heading)).to_be_focused()


def test_what_is_unanswered_is_listed_and_a_link_leads_there(shop: Shop, page: Page) -> None:
    shop.show(page, check(*EVERY_FORM))
    tick(page, SINGLE, 1)
    pick(page, ORDERING, 1, 1, 2)
    fill(page, NUMERIC, "days")
    submit(page)

    expect(page.get_by_role("heading", name="Some questions need an answer")).to_be_focused()
    links = page.get_by_role("link")
    expect(links).to_have_text([
        "Choose at least one answer to question 2.",
        "Choose a side for each line of question 3.",
        "Give each step a number of its own in question 4.",
        "Choose an answer for each line of question 5.",
        "Type a number in answer to question 6.",
        "Type an answer to question 7.",
    ])  # fmt: skip
    assert told(page, "answer") == []
    links.nth(2).click()
    expect(group(page, ORDERING).get_by_role("combobox").first).to_be_focused()
    expect(group(page, ORDERING)).to_have_accessible_description(
        "Give each step a number of its own in question 4."
    )
    pick(page, ORDERING, 3, 1, 2)
    expect(group(page, ORDERING)).to_have_accessible_description("")
    field = group(page, NUMERIC).get_by_label("Your answer")
    expect(field).to_have_accessible_description("Type a number in answer to question 6.")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "#" not in page.url


def test_feedback_is_for_what_was_chosen_and_a_rationale_for_everybody(
    shop: Shop, page: Page
) -> None:
    shop.show(page, check(SINGLE))
    tick(page, SINGLE, 1)
    submit(page)

    expect(group(page, SINGLE)).to_contain_text("These are rare.")
    expect(group(page, SINGLE)).to_contain_text("It is the first reason named in the survey.")
    expect(group(page, SINGLE)).not_to_contain_text("More than half of them.")


def test_a_line_is_explained_where_it_stands_in_the_wrong_place(shop: Shop, page: Page) -> None:
    texts = ("She mentions a mailbox.", "They talk about a price.")
    lines = [{"text": text, "feedback": f"Why: {text}"} for text in texts]
    sorting, matching = SORTING | {"options": lines}, MATCHING | {"options": lines, "key": [1, 2]}
    shop.show(page, check(sorting, matching))
    sort(page, sorting, 1, 1)
    pick(page, matching, 2, 2)
    submit(page)

    for item in (sorting, matching):
        expect(group(page, item)).to_contain_text("Why: They talk about a price.")
        expect(group(page, item)).not_to_contain_text("Why: She mentions a mailbox.")


def test_who_was_sure_and_wrong_is_led_back_there(shop: Shop, page: Page) -> None:
    shop.show(page, check(SINGLE, SHORT))
    tick(page, SINGLE, 1)
    fill(page, SHORT, "delivery note")
    for box in page.get_by_label("I am sure of this").all():
        box.check()
    submit(page)

    expect(group(page, SINGLE)).to_contain_text("Not right, and you were sure")
    link = page.get_by_role("link")
    expect(link).to_have_text(["1. Which invoices are disputed most often?"])
    link.click()
    expect(group(page, SINGLE).get_by_text("Not right, and you were sure")).to_be_focused()


def test_a_graded_draw_is_locked_until_the_next_one(shop: Shop, page: Page) -> None:
    shop.show(page, check(*EVERY_FORM, draws=[["a" * 12], ["f" * 12, "0" * 12]]))
    tick(page, SINGLE, 1)
    submit(page)

    expect(group(page, SINGLE).get_by_role("radio").first).to_be_disabled()
    expect(page.get_by_role("button", name="Check my answers")).to_have_count(0)
    page.get_by_role("button", name="Try again").click()
    expect(group(page, NUMERIC).get_by_label("Your answer")).to_be_focused()
    expect(group(page, SINGLE)).to_have_count(0)
    assert page.evaluate("document.querySelector('enablekit-check').attempt") == 1
    fill(page, NUMERIC, "14")
    fill(page, SHORT, "no idea")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="You got 1 of 2. Not passed yet.")).to_be_focused()
    page.get_by_role("button", name="Try again").click()
    expect(group(page, SINGLE).get_by_role("radio", checked=True)).to_have_count(0)
    assert [one["items"] for one in told(page, "start")] == [
        ["a" * 12], ["f" * 12, "0" * 12], ["a" * 12],
    ]  # fmt: skip


def test_drawn_items_say_that_nobody_confirmed_them(shop: Shop, page: Page) -> None:
    shop.show(page, check(SINGLE, ORDERING))

    said = "Drawn from the text and confirmed by nobody"
    expect(group(page, ORDERING).get_by_text(said)).to_be_visible()
    expect(group(page, SINGLE).get_by_text(said)).to_have_count(0)
    expect(page.get_by_text("Nobody has confirmed these questions")).to_be_hidden()
    shop.show(page, check(ORDERING))
    expect(page.get_by_text("Nobody has confirmed these questions")).to_be_visible()


def test_what_was_filled_in_can_be_kept_and_restored(shop: Shop, page: Page) -> None:
    data = check(*EVERY_FORM)
    shop.show(page, data)
    answer_all(page)
    group(page, SORTING).get_by_label("I am sure of this").check()
    kept = state(page)
    shop.show(page, data)
    assert state(page) != kept
    page.evaluate("(kept) => (document.querySelector('enablekit-check').state = kept)", kept)

    assert len(kept) < STATE_BELOW
    assert state(page) == kept
    expect(group(page, SORTING).get_by_label("I am sure of this")).to_be_checked()
    submit(page)
    assert told(page, "result")[0]["right"] == 7


def test_a_graded_state_shows_its_result_and_tells_nothing_again(shop: Shop, page: Page) -> None:
    data = check(*EVERY_FORM, draws=[["b" * 12], ["a" * 12]])
    shop.show(page, data)
    page.evaluate("document.querySelector('enablekit-check').attempt = 1")
    tick(page, SINGLE, 2)
    submit(page)
    kept = state(page)
    shop.open(page, "<p>empty</p>")
    page.evaluate(
        """([data, state]) => {
          const it = document.createElement("enablekit-check");
          Object.assign(it, { state, data });
          document.querySelector("main").append(it);
        }""",
        [data, kept],
    )

    expect(page.get_by_role("heading", name="You got 1 of 1. Passed.")).to_be_visible()
    expect(page.get_by_role("heading", name="You got 1 of 1. Passed.")).not_to_be_focused()
    assert page.evaluate("told") == []
    assert state(page) == kept
    page.get_by_role("button", name="Try again").click()
    assert [one["items"] for one in told(page, "start")] == [["b" * 12]]


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "null", "[]", '{"check":"another","attempt":1,"answers":["2"]}',
     '{"check":"5c0ffee15bad","attempt":"x","answers":[7,null],"sure":5}'],
)  # fmt: skip
def test_a_state_that_does_not_fit_is_ignored(shop: Shop, page: Page, damaged: str) -> None:
    shop.show(page, check(SINGLE))
    page.evaluate("(kept) => (document.querySelector('enablekit-check').state = kept)", damaged)

    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    tick(page, SINGLE, 2)
    submit(page)
    assert told(page, "result")[0]["passed"] is True


def test_a_state_stays_small_whatever_is_typed(shop: Shop, page: Page) -> None:
    items = [SHORT | {"id": f"{n:012x}", "stem": f"Question {n}?"} for n in range(40)]
    shop.show(page, check(*items))
    for item in items:
        fill(page, item, '"\\' * 200)

    kept = state(page)
    assert len(kept) < STATE_BELOW
    assert json.loads(kept)["answers"][0] != ""


@pytest.mark.parametrize("script", ["defer", "", "async"])
def test_data_inside_the_element_is_enough(shop: Shop, page: Page, script: str) -> None:
    inside = json.dumps(check(SINGLE)).replace("<", "\\u003c")
    shop.open(
        page,
        f'<enablekit-check><script type="application/json">{inside}</script></enablekit-check>',
        script=script,
    )

    expect(group(page, SINGLE)).to_be_visible()
    assert len(told(page, "start")) == 1


def test_it_works_from_a_file_without_a_server(tmp_path: Path, page: Page) -> None:
    inside = json.dumps(check(SINGLE)).replace("<", "\\u003c")
    script = element_script(bundled.parts()).decode()
    (tmp_path / "enablekit-check.js").write_text(script, encoding="utf-8")
    (tmp_path / "page.html").write_text(
        "<!doctype html><meta charset=utf-8><title>A</title><enablekit-check>"
        f'<script type="application/json">{inside}</script></enablekit-check>'
        "<script src=enablekit-check.js></script>",
        encoding="utf-8",
    )
    page.goto((tmp_path / "page.html").as_uri())

    tick(page, SINGLE, 2)
    submit(page)
    expect(page.get_by_role("heading", name="You got 1 of 1. Passed.")).to_be_focused()


def test_data_that_is_set_before_the_script_comes_is_shown(shop: Shop, page: Page) -> None:
    late = """addEventListener("load", () => {
      document.head.append(
        Object.assign(document.createElement("script"), { src: "enablekit-check.js" }));
    });"""
    (shop.root / "early.js").write_text(
        f"document.querySelector('enablekit-check').data = {json.dumps(check(SINGLE))};{late}",
        encoding="utf-8",
    )
    shop.open(page, "<enablekit-check></enablekit-check><script src=early.js></script>", script="x")

    expect(group(page, SINGLE)).to_be_visible()
    assert len(told(page, "start")) == 1


def test_a_new_source_shows_a_new_check(shop: Shop, page: Page) -> None:
    other = shop.put(check(SHORT))
    shop.show(page, check(SINGLE))
    page.evaluate(
        "(src) => document.querySelector('enablekit-check').setAttribute('src', src)", other
    )

    expect(group(page, SHORT)).to_be_visible()
    expect(group(page, SINGLE)).to_have_count(0)


@pytest.mark.parametrize("content", ["{", '{"schema":"enablekit.check/2"}', "null"])
def test_without_a_check_the_page_shows_what_it_put_inside(
    shop: Shop, page: Page, content: str
) -> None:
    src = shop.put(content)
    shop.open(page, f"<enablekit-check src={src}><a href=#>Read on</a></enablekit-check>")

    page.wait_for_function("told.length")
    assert [one["name"] for one in page.evaluate("told")] == ["error"]
    expect(page.get_by_role("link", name="Read on")).to_be_visible()


def test_hostile_texts_stay_texts(shop: Shop, page: Page) -> None:
    def poisoned(value: Any) -> Any:  # noqa: ANN401 - any part of an item
        if isinstance(value, dict):
            kept = {"id", "form", "key", "number"}
            return {name: one if name in kept else poisoned(one) for name, one in value.items()}
        if isinstance(value, list):
            return [poisoned(one) for one in value]
        return f"{value}{HOSTILE}" if isinstance(value, str) else value

    items = [poisoned(item) for item in EVERY_FORM]
    items[5]["number"] = NUMERIC["number"] | {"unit": HOSTILE}
    shop.show(page, check(*items, title=HOSTILE, asset=HOSTILE))
    for item in items:
        ANSWER[item["form"]](page, item, *WRONG[item["form"]])
        group(page, item).get_by_label("I am sure of this").check()
    submit(page)

    root = page.locator("enablekit-check")
    expect(root.locator("img, script")).to_have_count(0)
    for item in items:
        expect(group(page, item)).to_contain_text(item["stem"])
    expect(root.locator("details").first).to_contain_text(HOSTILE)
    assert told(page, "answer")[0]["item"]["stem"] == items[0]["stem"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_rule_is_broken_at_any_point(
    shop: Shop,
    page: Page,
    scheme: Any,  # noqa: ANN401 - a literal of Playwright's
) -> None:
    page.emulate_media(color_scheme=scheme)
    shop.show(page, check(*EVERY_FORM))
    found = []
    submit(page)
    found += Axe().run(page, options=RULES).response["violations"]
    answer_all(page, WRONG)
    group(page, SINGLE).get_by_label("I am sure of this").check()
    found += Axe().run(page, options=RULES).response["violations"]
    submit(page)
    page.get_by_text("Show the answer").first.click()
    found += Axe().run(page, options=RULES).response["violations"]

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_the_keyboard_is_enough(shop: Shop, page: Page) -> None:
    shop.show(page, check(SINGLE, ORDERING, NUMERIC))
    press = page.keyboard.press
    press("Tab")
    for key in ("ArrowDown", "Tab", "Space", "Tab"):
        press(key)
    for number in "312":
        page.keyboard.type(number)
        press("Tab")
    press("Tab")
    page.keyboard.type("14")
    press("Tab")
    press("Tab")
    expect(page.get_by_role("button", name="Check my answers")).to_be_focused()
    press("Enter")

    (result,) = told(page, "result")
    assert [(one["chosen"], one["typed"], one["sure"]) for one in result["answers"]] == [
        ([2], "", True), ([3, 1, 2], "", False), ([], "14", False),
    ]  # fmt: skip
    expect(page.get_by_role("heading", name="You got 3 of 3. Passed.")).to_be_focused()
    press("Tab")
    expect(page.get_by_role("button", name="Try again")).to_be_focused()


def looks(page: Page) -> Any:  # noqa: ANN401 - whatever was measured
    return page.evaluate(
        """() => [...document.querySelector("enablekit-check").shadowRoot.querySelectorAll("*")]
          .map((part) => {
            const { color, fontSize, fontFamily, textTransform, display, direction, letterSpacing }
              = getComputedStyle(part);
            return [part.localName, color, fontSize, fontFamily, textTransform, display, direction,
              letterSpacing];
          })"""
    )


def test_styles_of_the_page_do_not_reach_it(shop: Shop, page: Page) -> None:
    shop.show(page, check(*EVERY_FORM))
    calm = looks(page)
    shop.show(
        page,
        check(*EVERY_FORM),
        head="""<style>
        html { font-size: 5px } body { text-transform: uppercase; letter-spacing: 5px }
        * { color: red !important; font: 40px fantasy !important; direction: rtl }
        label, fieldset, button, .item, .check { display: none !important }
        :root { --paper: red; --ink: red; --accent: red }</style>""",
    )

    assert looks(page) == calm
    assert len(calm) > 50


def test_it_leaves_the_page_alone(shop: Shop, page: Page) -> None:
    shop.show(page, check(SINGLE))

    assert page.evaluate("document.adoptedStyleSheets.length + document.styleSheets.length") == 0
    assert page.evaluate("document.title") == "A page"
    names = page.evaluate(
        """() => {
          const frame = document.body.appendChild(document.createElement("iframe"));
          return Object.keys(window).filter((name) => !(name in frame.contentWindow));
        }"""
    )
    assert set(names) - {"told", "it", "0"} == {"enablekitGrade"}


def test_a_strict_content_security_policy_does_not_break_it(shop: Shop, page: Page) -> None:
    policy = (
        "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'none'; img-src data:; require-trusted-types-for 'script'"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    shop.show(page, check(*EVERY_FORM), head=head)
    answer_all(page)
    submit(page)

    expect(page.get_by_role("heading", name="You got 7 of 7. Passed.")).to_be_focused()
    background = page.get_by_role("button").evaluate("(it) => getComputedStyle(it).backgroundColor")
    assert background == "rgb(10, 91, 75)"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_and_every_target_is_large(
    shop: Shop, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    long_word = "Rechnungsstreitigkeitsbearbeitungsverfahrensordnung" * 2
    wide = [item | {"stem": f"{item['stem']} {long_word}"} for item in EVERY_FORM]
    wide[4] = wide[4] | {"options": options(long_word, "The cost " * 20, "B")}
    shop.show(page, check(*wide))
    submit(page)

    fits = partial(page.evaluate, "document.documentElement.scrollWidth <= innerWidth")
    assert fits()
    small = page.evaluate(
        """() => [...document.querySelector("enablekit-check").shadowRoot
          .querySelectorAll("label:not(.typed), select, [type=text], button, a")]
          .filter((part) => part.getBoundingClientRect().height < 43.9)
          .map((part) => part.outerHTML)"""
    )
    assert small == []
    for item in wide:
        form = item["form"]
        ANSWER[form](page, item, *WRONG[form])
    submit(page)
    for summary in page.get_by_text("Show the answer").all():
        summary.click()
    assert fits()


def test_nothing_is_asked_for_but_the_check(shop: Shop, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(shop.address)))
    shop.show(page, check(*EVERY_FORM))
    answer_all(page)
    submit(page)

    assert [one.partition("-")[0] for one in asked if not one.startswith("data:")] == [
        "page", "enablekit", "check",
    ]  # fmt: skip
    assert page.evaluate("document.cookie + Object.keys(localStorage)") == ""


def test_two_checks_on_a_page_do_not_mix(shop: Shop, page: Page) -> None:
    names = {"one": shop.put(check(SINGLE)), "two": shop.put(check(SINGLE, asset="other"))}
    checks = (
        f"<enablekit-check id={id_} src={src}></enablekit-check>" for id_, src in names.items()
    )
    shop.open(page, "".join(checks))
    one, two = page.locator("#one"), page.locator("#two")
    one.get_by_label("Those for part deliveries").check()
    two.get_by_label("Those without a proof of delivery").check()
    expect(one.get_by_role("radio", checked=True)).to_have_count(1)
    two.get_by_role("button").click()

    results = [said for said in page.evaluate("told") if said["name"] == "result"]
    assert [(said["from"], said["detail"]["passed"]) for said in results] == [("two", True)]
    expect(one.get_by_role("button", name="Check my answers")).to_be_visible()


def test_right_to_left_words_and_the_language_of_the_content_are_marked(
    shop: Shop, page: Page
) -> None:
    shop.show(page, check(
        SINGLE, SORTING, language="ar", direction="rtl", content_language="de",
    ))  # fmt: skip

    around = page.locator("enablekit-check .check")
    expect(around).to_have_attribute("lang", "ar")
    expect(around).to_have_css("direction", "rtl")
    stem = page.get_by_text(SINGLE["stem"], exact=True)
    expect(stem).to_have_attribute("lang", "de")
    expect(stem).to_have_css("direction", "ltr")
    assert page.get_by_text(SORTING["stem"], exact=True).get_attribute("lang") is None
    left, right = (
        page.get_by_role("radio").first.bounding_box(),
        page.get_by_text("Those for part deliveries").bounding_box(),
    )
    assert left is not None
    assert right is not None
    assert left["x"] > right["x"]


def test_a_page_can_choose_its_colours_and_its_theme(shop: Shop, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    shop.show(
        page, check(SINGLE), head="<style>enablekit-check { --enablekit-accent: #123456 }</style>"
    )
    around = page.locator("enablekit-check .check")
    expect(around).to_have_css("background-color", "rgb(15, 21, 19)")
    page.evaluate("document.querySelector('enablekit-check').setAttribute('theme', 'light')")

    expect(around).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.get_by_role("button")).to_have_css("background-color", "rgb(18, 52, 86)")

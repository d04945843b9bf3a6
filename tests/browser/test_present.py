"""The presenter view in a real browser: keys, clock, versions, windows, and what it took."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator

pytestmark = pytest.mark.browser

ASSET = "white-papers/cost-of-disputes"
NOTES = f"guides/{ASSET}/present/index.html"
REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
SCHEMA = REFERENCE / "schemas" / "rehearsals-1.schema.json"
DOCUMENTED = REFERENCE / "rehearsals.md"
MORNING = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open an empty window as large as a phone, whose clock stands until a test moves it."""
    opened = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    opened.clock.install(time=MORNING)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """Open the presenter notes: a step of 1:30, then one of 2:00 that 2 minutes leave out."""
    opened = context.new_page()
    opened.goto(address + NOTES)
    opened.clock.pause_at(MORNING + dt.timedelta(minutes=1))
    return opened


def start(page: Page) -> None:
    """Start presenting."""
    page.get_by_role("button", name="Start presenting").click()


def seconds(page: Page, number: float) -> None:
    """Let time pass."""
    page.clock.run_for(int(number * 1000))


def heading(page: Page, title: str) -> Locator:
    """Return the heading of a step."""
    return page.get_by_role("heading", name=title)


def test_without_scripts_the_page_shows_no_control_that_needs_one(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + NOTES)
    assert [one for one in page.locator("[data-do]").all() if one.is_visible()] == []
    expect(page.get_by_text("How many of your invoices come back?")).to_be_visible()
    expect(page.get_by_text("31% are about the price.")).to_be_visible()
    expect(page.get_by_text("How many answered?")).to_be_visible()
    context.close()


def test_presenting_shows_one_step_and_what_comes_next(page: Page) -> None:
    start(page)
    expect(heading(page, "Open with their number")).to_be_focused()
    expect(page.get_by_text("How many of your invoices come back?")).to_be_visible()
    expect(page.get_by_text("31% are about the price.")).to_be_hidden()
    expect(page.locator("#beat-2 .coming")).to_be_visible()
    expect(heading(page, "Where disputes come from")).to_be_visible()
    expect(page.get_by_role("link", name="All guides")).to_be_hidden()
    expect(page.locator(".where")).to_have_text("1 of 2")
    expect(page.locator(".where")).to_have_attribute("aria-current", "step")
    page.locator(".side").get_by_text("How many answered?").click()
    expect(page.locator(".side").get_by_text("214 suppliers.")).to_be_visible()


def test_a_wide_screen_shows_the_next_words_beside_the_notes(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    start(page)
    coming = page.get_by_text("31% are about the price.").bounding_box()
    notes = page.get_by_text("How many of your invoices come back?").bounding_box()
    assert coming is not None
    assert notes is not None
    assert coming["x"] > notes["x"] + notes["width"]


def test_a_clicker_and_the_arrow_keys_move_on_and_back(page: Page) -> None:
    start(page)
    for key, number in (
        ("PageDown", 2), ("PageUp", 1), ("PageUp", 1), ("ArrowRight", 2), ("ArrowLeft", 1),
        ("End", 2), ("Home", 1),
    ):  # fmt: skip
        seconds(page, 1)
        page.keyboard.press(key)
        expect(page.locator(f"#beat-{number}-title")).to_be_focused()
        expect(page.locator(".where")).to_have_text(f"{number} of 2")
        assert page.url.endswith(f"#beat-{number}")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Start presenting")).to_be_focused()
    expect(page.get_by_text("31% are about the price.")).to_be_visible()


def test_keys_with_a_modifier_stay_with_the_browser(page: Page) -> None:
    start(page)
    page.keyboard.press("Alt+ArrowRight")
    page.keyboard.press("Control+ArrowRight")
    expect(page.locator(".where")).to_have_text("1 of 2")


def test_a_thumb_moves_on_with_the_large_buttons(page: Page) -> None:
    start(page)
    page.get_by_role("button", name="Next").click()
    expect(heading(page, "Where disputes come from")).to_be_focused()
    page.get_by_role("button", name="Previous").click()
    expect(heading(page, "Open with their number")).to_be_focused()
    for name in ("Next", "Previous"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert box["height"] >= 56
        assert box["y"] > 700, "it is not in reach of a thumb"


def test_space_runs_the_clock_unless_a_control_has_the_focus(page: Page) -> None:
    start(page)
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    page.locator(".side summary").focus()
    page.keyboard.press("Space")
    expect(page.locator(".side").get_by_text("214 suppliers.")).to_be_visible()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()


def test_the_first_next_starts_the_clock_and_the_step_it_leaves_took_no_longer_than_planned(
    page: Page,
) -> None:
    start(page)
    seconds(page, 40)
    expect(page.locator(".taken")).to_have_text("0:00")
    page.keyboard.press("PageDown")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    seconds(page, 10)
    expect(page.locator(".taken")).to_have_text("0:50")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Reset").click()
    seconds(page, 600)
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".taken")).to_have_text("1:30")


def test_a_clock_that_was_paused_is_not_started_by_next(page: Page) -> None:
    start(page)
    page.keyboard.press("Space")
    seconds(page, 5)
    page.keyboard.press("Space")
    page.keyboard.press("PageDown")
    seconds(page, 60)
    expect(page.locator(".where")).to_have_text("2 of 2")
    expect(page.locator(".taken")).to_have_text("0:05")


def test_a_next_pressed_twice_skips_nothing(page: Page) -> None:
    start(page)
    page.get_by_role("button", name="Next").dblclick()
    expect(page.locator(".where")).to_have_text("2 of 2")
    expect(page.locator("#beat-2 .speech")).to_be_visible()


def test_every_control_is_in_reach_however_long_the_notes(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    start(page)
    for _ in range(6):
        page.get_by_role("button", name="larger notes").click()
    page.evaluate("scrollTo(0, 400)")
    for name in ("Start", "smaller notes", "larger notes", "Reset", "Finish", "Leave", "Next"):
        control = page.get_by_role("button", name=name, exact=not name.endswith("notes"))
        expect(control).to_be_in_viewport(ratio=1)


def test_words_that_lead_to_a_step_left_out_are_left_out(page: Page) -> None:
    lead = page.get_by_text("So where do they come from?")
    expect(lead).to_be_visible()
    expect(page.locator(".way-1")).to_be_hidden()
    page.get_by_label("2 minutes").check()
    expect(lead).to_be_hidden()
    expect(page.locator(".way-1")).to_contain_text("2 minutes: 1 step, 1:30, of 2 in all.")
    start(page)
    expect(lead).to_be_hidden()
    page.get_by_label("All of it").check()
    expect(lead).to_be_visible()


def test_arrow_keys_choose_a_version_while_the_choice_has_the_focus(page: Page) -> None:
    start(page)
    page.get_by_label("All of it").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_label("2 minutes")).to_be_checked()
    expect(page.locator(".where")).to_have_text("1 of 1")


def test_the_clock_says_in_words_how_it_stands_against_the_plan(page: Page) -> None:
    start(page)
    clock = page.locator("output")
    expect(clock).to_have_text(re.compile(r"0:00 of 3:30\s+3:30 left This step: 0:00 of 1:30"))
    expect(clock).to_have_attribute("aria-live", "off")
    page.keyboard.press("Space")
    seconds(page, 60)
    expect(clock).to_have_text("1:00 of 3:30 On time 2:30 left This step: 1:00 of 1:30")
    page.keyboard.press("PageDown")
    seconds(page, 5)
    expect(clock).to_have_text("1:05 of 3:30 0:25 ahead 2:25 left This step: 0:05 of 2:00")
    page.keyboard.press("PageUp")
    seconds(page, 40)
    expect(clock).to_have_text("1:45 of 3:30 0:15 behind 1:45 left This step: 1:40 of 1:30")
    seconds(page, 120)
    expect(clock).to_have_text("3:45 of 3:30 2:15 behind 0:15 over This step: 3:40 of 1:30")


def test_a_paused_clock_stands_and_reset_starts_over(page: Page) -> None:
    start(page)
    reset = page.get_by_role("button", name="Reset")
    expect(reset).to_be_disabled()
    page.keyboard.press("Space")
    page.keyboard.press("PageDown")
    seconds(page, 10)
    expect(reset).to_be_disabled()
    page.get_by_role("button", name="Pause").click()
    seconds(page, 600)
    expect(page.locator(".taken")).to_have_text("0:10")
    reset.click()
    expect(page.locator(".taken")).to_have_text("0:00")
    expect(heading(page, "Open with their number")).to_be_focused()


def test_the_view_follows_the_version_that_was_chosen(page: Page) -> None:
    page.get_by_label("2 minutes").check()
    start(page)
    expect(page.locator(".where")).to_have_text("1 of 1")
    expect(page.locator("output")).to_contain_text("of 1:30")
    expect(heading(page, "Where disputes come from")).to_be_hidden()
    expect(page.get_by_role("button", name="Finish")).to_have_count(2)
    page.get_by_label("All of it").check()
    expect(page.locator(".where")).to_have_text("1 of 2")
    page.keyboard.press("PageDown")
    page.get_by_label("2 minutes").check()
    expect(page.locator("#beat-2 .speech")).to_be_visible()
    expect(page.locator("#beat-2 .skipped")).to_be_visible()


def test_a_step_can_be_chosen_from_the_list_and_by_its_address(page: Page, address: str) -> None:
    start(page)
    page.get_by_text("All steps").click()
    page.get_by_role("link", name="Where disputes come from").click()
    expect(heading(page, "Where disputes come from")).to_be_focused()
    chosen = page.get_by_role("link", name="Where disputes come from")
    expect(chosen).to_have_attribute("aria-current", "step")
    page.keyboard.press("Escape")
    page.goto("about:blank")
    page.goto(f"{address}{NOTES}#beat-2")
    start(page)
    expect(page.locator(".where")).to_have_text("2 of 2")


def test_the_size_of_the_notes_is_kept(page: Page) -> None:
    def size() -> float:
        return float(
            page.locator(".now .speech").first.evaluate(
                "(one) => parseFloat(getComputedStyle(one).fontSize)"
            )
        )

    start(page)
    usual = size()
    page.get_by_role("button", name="larger notes").click(click_count=2)
    assert size() > usual * 1.3
    large = size()
    page.reload()
    assert size() == pytest.approx(large)
    page.get_by_role("button", name="smaller notes").click(click_count=20)
    assert usual * 0.5 < size() < usual
    page.get_by_role("button", name="larger notes").click(click_count=20)
    assert usual * 2 < size() < usual * 3


def test_a_page_loaded_again_goes_on_where_it_was(page: Page) -> None:
    start(page)
    page.keyboard.press("Space")
    page.keyboard.press("PageDown")
    seconds(page, 20)
    page.reload()
    seconds(page, 10)
    expect(page.locator(".where")).to_have_text("2 of 2")
    expect(page.locator(".taken")).to_have_text("0:30")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("button", name="Start presenting")).to_be_visible()


def test_the_screen_stays_awake_while_presenting(context: BrowserContext, address: str) -> None:
    context.add_init_script(
        """
        const held = [];
        const tell = () => {
          document.documentElement.dataset.locks = held.map((lock) => lock.released).join(" ");
        };
        const ask = WakeLock.prototype.request;
        WakeLock.prototype.request = async function (...kind) {
          const lock = await ask.apply(this, kind);
          held.push(lock);
          lock.addEventListener("release", tell);
          tell();
          return lock;
        };
        """
    )
    page = context.new_page()
    page.goto(address + NOTES)
    start(page)
    html = page.locator("html")
    expect(html).to_have_attribute("data-locks", "false")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(html).to_have_attribute("data-locks", "false false")
    page.keyboard.press("Escape")
    expect(html).to_have_attribute("data-locks", "false true")


def test_a_second_window_keeps_in_step(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    start(page)
    page.keyboard.press("Space")
    seconds(page, 30)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Open the notes in a second window").click()
    other = opened.value
    expect(other.locator(".where")).to_have_text("1 of 2")
    page.keyboard.press("PageDown")
    expect(heading(other, "Where disputes come from")).to_be_focused()
    other.keyboard.press("PageUp")
    expect(heading(page, "Open with their number")).to_be_focused()
    page.clock.run_for(30_000)
    for window in (page, other):
        expect(window.locator(".taken")).to_have_text("1:00")
    other.get_by_label("2 minutes").check()
    expect(page.get_by_label("2 minutes")).to_be_checked()
    page.keyboard.press("Escape")
    expect(other.get_by_role("button", name="Pause")).to_be_visible()
    start(page)
    expect(page.locator(".taken")).to_have_text("1:00")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_from_a_folder_there_is_one_window(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((folder / NOTES).as_uri())
    start(page)
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    expect(page.get_by_role("button", name="Open the notes")).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(page.locator(".where")).to_have_text("2 of 2")


def rehearse(page: Page) -> None:
    """Take ten seconds too long for the first step and thirty of two minutes for the second."""
    start(page)
    page.keyboard.press("Space")
    seconds(page, 100)
    page.keyboard.press("PageDown")
    seconds(page, 30)
    page.keyboard.press("PageDown")


def test_the_end_shows_what_each_step_took_and_keeps_it(page: Page) -> None:
    rehearse(page)
    expect(page.locator("summary", has_text="How long it took")).to_be_focused()
    rows = page.get_by_role("table").get_by_role("row")
    expect(rows).to_have_text(
        [
            "Step Planned Taken Over",
            re.compile(r"1 Open with their number\s*1:30\s*1:40\s*0:10 over"),
            re.compile(r"2 Where disputes come from\s*2:00\s*0:30\s*$"),
            re.compile(r"All of it\s*3:30\s*2:10\s*$"),
        ],
        use_inner_text=True,
    )
    page.keyboard.press("PageDown")
    expect(page.get_by_role("table")).to_be_visible()
    page.keyboard.press("PageUp")
    expect(heading(page, "Where disputes come from")).to_be_focused()
    page.keyboard.press("Escape")
    page.reload()
    page.get_by_text("How long it took").click()
    expect(page.get_by_role("table")).to_contain_text("0:10 over")


def test_what_it_took_can_be_copied_downloaded_and_forgotten(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rehearse(page)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("span[role=status]")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    heading, *rows = copied.splitlines()
    assert re.fullmatch(r"The cost of a disputed invoice, Nov 2, 2026, 9:03\sAM", heading)
    assert rows == [
        "Step\tPlanned\tTaken\tOver",
        "1 Open with their number\t1:30\t1:40\t0:10 over",
        "2 Where disputes come from\t2:00\t0:30\t",
        "All of it\t3:30\t2:10\t",
    ]
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download").click()
    assert waiting.value.suggested_filename == "rehearsal.txt"
    assert Path(waiting.value.path()).read_text("utf-8").strip() == copied.strip()
    page.get_by_role("button", name="Forget").click()
    expect(page.get_by_role("button", name="Start presenting")).to_be_focused()
    page.reload()
    expect(page.get_by_text("How long it took")).to_be_hidden()
    start(page)
    expect(page.locator(".taken")).to_have_text("0:00")


def test_a_rehearsal_stays_beside_one_of_somebody_who_clicked_through(page: Page) -> None:
    rehearse(page)
    page.keyboard.press("Escape")
    start(page)
    page.keyboard.press("Space")
    seconds(page, 1)
    page.locator(".tools").get_by_role("button", name="Finish").click()
    runs = page.get_by_label("Rehearsal")
    texts = [" ".join(one.split()) for one in runs.locator("option").all_inner_texts()]
    assert texts == [
        "Nov 2, 2026, 9:03 AM: 0:01 of 3:30",
        "Nov 2, 2026, 9:03 AM: 2:10 of 3:30",
    ]
    table = page.get_by_role("table")
    expect(table).not_to_contain_text("0:10 over")
    runs.select_option(index=1)
    expect(table).to_contain_text("0:10 over")
    runs.select_option(index=0)
    page.get_by_role("button", name="Forget").click()
    expect(runs.locator("option")).to_have_count(1)
    expect(table).to_contain_text("0:10 over")
    page.reload()
    expect(table).to_contain_text("0:10 over")


def test_rehearsals_are_kept_in_the_form_that_is_documented(page: Page) -> None:
    page.get_by_label("2 minutes").check()
    rehearse(page)
    page.keyboard.press("Escape")
    page.get_by_label("All of it").check()
    rehearse(page)
    kept = json.loads(page.evaluate("localStorage.getItem('enablekit.rehearsals/1')"))
    jsonschema.validate(
        kept,
        json.loads(SCHEMA.read_text("utf-8")),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    short, whole = kept["rehearsals"]
    assert (short["minutes"], whole["minutes"]) == (2, 0)
    assert [step["number"] for step in short["steps"]] == [1]
    assert [(step["planned"], step["taken"]) for step in whole["steps"]] == [(90, 100), (120, 30)]
    assert (whole["asset"], whole["planned"], whole["taken"]) == (ASSET, 210, 130)
    example = re.search(r"```json\n(.*?)```", DOCUMENTED.read_text("utf-8"), re.DOTALL)
    assert example is not None
    documented = json.loads(example[1])
    jsonschema.validate(documented, json.loads(SCHEMA.read_text("utf-8")))
    assert documented["rehearsals"][0]["steps"] == whole["steps"]


def test_a_shorter_version_is_measured_by_its_own_steps(page: Page) -> None:
    page.get_by_label("2 minutes").check()
    start(page)
    page.keyboard.press("Space")
    seconds(page, 80)
    page.locator(".tools").get_by_role("button", name="Finish").click()
    table = page.get_by_role("table")
    expect(table).not_to_contain_text("Where disputes come from", use_inner_text=True)
    expect(table.get_by_role("row", name="All of it")).to_contain_text("1:301:20")


def test_without_a_time_taken_the_end_leads_back_to_the_page(page: Page) -> None:
    start(page)
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    expect(page.get_by_role("button", name="Start presenting")).to_be_focused()
    expect(page.get_by_text("How long it took")).to_be_hidden()


def test_a_browser_that_keeps_nothing_can_present(context: BrowserContext, address: str) -> None:
    complaints: list[str] = []
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error('no'); } })"
    )
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address + NOTES)
    rehearse(page)
    page.keyboard.press("PageUp")
    page.get_by_role("button", name="larger notes").click()
    expect(page.locator(".where")).to_have_text("2 of 2")
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_presenting_is_accessible(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 844})
    start(page)
    page.keyboard.press("Space")
    seconds(page, 100)
    page.locator(".side").get_by_text("How many answered?").click()
    page.clock.resume()  # axe waits by the same clock
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_text("All steps").click()
    page.keyboard.press("PageDown")
    page.wait_for_timeout(400)
    page.keyboard.press("PageDown")
    expect(page.get_by_role("table")).to_be_visible()
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def test_presenting_fits_320_pixels_with_the_largest_notes(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    rehearse(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("PageUp")
    page.get_by_role("button", name="larger notes").click(click_count=9)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for control in page.locator("button:visible, summary:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44, control.inner_text()
        assert box["x"] >= 0, control.inner_text()
        assert box["x"] + box["width"] <= 320, control.inner_text()


def test_print_has_all_steps_and_no_controls(page: Page) -> None:
    page.get_by_label("2 minutes").check()
    rehearse(page)
    page.emulate_media(media="print")
    for words in ("How many of your invoices come back?", "31% are about the price."):
        expect(page.get_by_text(words)).to_be_visible()
    assert [one for one in page.locator("button, [data-do]").all() if one.is_visible()] == []
    expect(page.get_by_role("table")).to_be_hidden()
    expect(page.locator("output")).to_be_hidden()


def test_the_clock_and_the_controls_beside_it_do_not_overlap(page: Page) -> None:
    page.set_viewport_size({"width": 960, "height": 700})
    page.get_by_label("2 minutes").check()
    start(page)
    page.keyboard.press("Space")
    seconds(page, 900)
    clock = page.get_by_role("button", name="Pause").bounding_box()
    smaller = page.get_by_role("button", name="smaller notes").bounding_box()
    assert clock is not None
    assert smaller is not None
    assert clock["x"] + clock["width"] < smaller["x"]

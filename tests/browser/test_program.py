"""A learning path: how far somebody is, what is due again, and what changed since."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import expect
from web_server import serving

from enablekit.usecases.build import Request, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PATH = "programs/new-reps/index.html"
CHECK = "guides/deck/check/index.html"
PROJECT = """\
programs:
  new-reps: {name: Ready for the first call, role: New reps, steps: [deck], spacing: [7]}
"""
DECK = """\
---
id: deck
title: The first meeting
enablement:
  must_know:
    - {id: "mk 1, a:b", statement: A dispute costs fourteen days on average.}
    - {id: mk-2, statement: Three checks find most of them.}
  check:
    items:
      - stem: How long is a disputed invoice late?
        key: Fourteen days
        distractors: [Two days, Ninety days]
        rationale: The deck says so.
        tests: "mk 1, a:b"
      - stem: How many checks find most disputes?
        key: Three checks
        distractors: [One check, Nine checks]
        rationale: The deck says so.
        tests: mk-2
      - stem: What does the deck ask for?
        key: A date
        distractors: [A price, A reference]
        rationale: The deck says so.
---

# The first meeting

A dispute costs fourteen days on average. Three checks find most of them. Ask for a date.
"""
RIGHT = {"How long": "Fourteen days", "How many": "Three checks", "What does": "A date"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "enablekit.yaml").write_text(PROJECT)
    (tmp_path / "deck.md").write_text(DECK)
    rebuilt(tmp_path)
    return tmp_path


def rebuilt(project: Path) -> None:
    built = build(Request(start=project, output=Path("site"), now="2026-11-01"))
    assert not built.findings


@pytest.fixture
def at(project: Path) -> Iterator[str]:
    with serving(project / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert faults == []
    context.close()


def answer(page: Page, **wrong: str) -> int:
    """Answer what is asked, rightly unless told otherwise, and return how many there were."""
    asked = page.locator(".item:visible")
    for item in asked.all():
        words = " ".join(item.locator(".stem").inner_text().split()[:2])
        item.get_by_label(wrong.get(words.replace(" ", "_"), RIGHT[words])).check()
    count = asked.count()
    page.get_by_role("button", name="Check my answers").click()
    return count


def test_a_path_is_finished_with_its_last_check_and_offers_a_certificate(
    page: Page, at: str
) -> None:
    page.goto(at + PATH)
    expect(page.get_by_role("status")).to_have_text("0 of 1 checks passed.")
    expect(page.locator(".state")).to_have_text("Not taken yet")
    expect(page.locator(".certificate")).to_be_hidden()

    page.get_by_role("link", name="Take the check").click()
    answer(page, How_long="Two days", How_many="One check")
    page.goto(at + PATH)
    expect(page.locator(".state")).to_contain_text("not passed yet")

    page.get_by_role("link", name="Take the check").click()
    assert answer(page) == 3
    page.goto(at + PATH)
    expect(page.get_by_role("status")).to_have_text("1 of 1 checks passed.")
    expect(page.locator(".state")).to_have_text(re.compile(r"Passed on .+\. Ask yourself again on"))

    page.get_by_label("Your name").fill("Robin Berg")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the certificate").click()
    assert saved.value.suggested_filename == "certificate-new-reps.json"
    certificate = json.loads(Path(saved.value.path()).read_text("utf-8"))
    assert certificate["schema"] == "enablekit.certificate/1"
    assert (certificate["program"], certificate["learner"]) == ("new-reps", "Robin Berg")
    (part,) = certificate["parts"]
    assert part["asset"] == "deck"
    assert [one["id"] for one in part["must_know"]] == ["mk 1, a:b", "mk-2"]
    assert all(re.fullmatch("[0-9a-f]{12}", one["digest"]) for one in part["must_know"])


def test_when_a_must_know_changes_only_that_part_is_asked_again(
    page: Page, project: Path, at: str
) -> None:
    page.goto(at + CHECK)
    answer(page)
    other = DECK.replace("fourteen days on average.}", "sixteen days on average.}")
    other = other.replace("Fourteen days", "Sixteen days")
    (project / "deck.md").write_text(other.replace("fourteen days on", "sixteen days on"))
    rebuilt(project)

    page.goto(at + PATH)
    expect(page.get_by_role("status")).to_have_text("0 of 1 checks passed.")
    expect(page.locator(".state")).to_contain_text("this has changed since:")
    changed = page.locator(".changed li:visible")
    assert changed.all_inner_texts() == ["A dispute costs sixteen days on average."]
    expect(page.locator(".certificate")).to_be_hidden()

    page.get_by_role("link", name="Take only what changed").click()
    expect(page.locator(".item:visible .stem")).to_have_text(
        ["How long is a disputed invoice late?"]
    )
    assert answer(page, How_long="Sixteen days") == 1
    page.goto(at + PATH)
    expect(page.get_by_role("status")).to_have_text("1 of 1 checks passed.")
    expect(page.locator(".changed")).to_be_hidden()


def test_a_wrong_answer_to_what_changed_leaves_it_open(page: Page, project: Path, at: str) -> None:
    page.goto(at + CHECK)
    answer(page)
    (project / "deck.md").write_text(DECK.replace("Three checks find most of them.}", "Three do.}"))
    rebuilt(project)
    page.goto(at + PATH)
    page.get_by_role("link", name="Take only what changed").click()
    expect(page.locator(".item:visible")).to_have_count(1)
    assert answer(page, How_many="One check") == 1
    page.goto(at + PATH)
    assert page.locator(".changed li:visible").all_inner_texts() == ["Three do."]


def test_a_check_is_due_again_after_its_days_and_then_done(page: Page, at: str) -> None:
    page.goto(at + CHECK)
    answer(page)
    back = """days => {
      const kept = JSON.parse(localStorage.getItem("enablekit.attempts/1"));
      kept.attempts.at(-1).at = new Date(Date.now() - days * 86400000).toISOString();
      localStorage.setItem("enablekit.attempts/1", JSON.stringify(kept));
    }"""
    page.evaluate(back, 8)
    page.goto(at + PATH)
    expect(page.locator(".state")).to_contain_text("It is time to ask yourself again.")
    page.goto(at + CHECK)
    answer(page)
    page.goto(at + PATH)
    expect(page.locator(".state")).to_have_text(re.compile(r"Passed on [^.]+$"))


def test_attempts_at_single_parts_do_not_count_as_a_whole_check(page: Page, at: str) -> None:
    page.goto(at + CHECK + "#only=mk-2")
    expect(page.locator(".item:visible")).to_have_count(1)
    assert answer(page) == 1
    page.goto(at + PATH)
    expect(page.locator(".state")).to_have_text("Not taken yet")
    page.goto(at + "checks/index.html")
    expect(page.locator(".latest")).to_have_text("Not taken yet")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_anybody_can_use_a_path(
    browser: Browser, at: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    page.goto(at + CHECK)
    answer(page)
    for path in (PATH, "programs/index.html"):
        page.goto(at + path)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_without_scripts_a_path_is_a_list_that_leads_to_guides_and_checks(
    browser: Browser, at: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at + PATH)
    assert "taken" not in page.locator(".path").inner_text().lower()
    page.get_by_role("link", name="Take the check").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The first meeting")
    context.close()

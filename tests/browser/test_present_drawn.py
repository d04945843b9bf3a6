"""The presenter view of a white paper that nobody wrote notes for: its marks, and its rehearsal."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships none
from playwright.sync_api import expect
from web_server import serving, written

from enablekit.site.pages import render
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAPER = """\
---
title: Fewer disputes
type: white-paper
---

# Fewer disputes

## Where they come from

Wrong prices cause 31% of all disputes, and most of them stand in the order already.

| Cause | Share |
| --- | --- |
| Price | 31% |
| Quantity | 24% |

## What one costs

The median dispute takes 2.6 hours of working time, and only part of it in receivables.

## Why chasing does not help

Reminders do nothing for the 9% of invoices that are wrong, since the customer blocks them.
"""
MORNING = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory, templates: dict[str, str]) -> Iterator[str]:
    """Serve the site of the paper and return the address of its presenter notes."""
    source = tmp_path_factory.mktemp("paper")
    (source / "disputes.md").write_text(PAPER, encoding="utf-8")
    files = render(load(source, now="2026-11-01"), templates).files
    with serving(written(files, tmp_path_factory.mktemp("site"))) as address:
        yield f"{address}guides/disputes/present/index.html"


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, paper: str) -> Iterator[Page]:
    """Open the notes on a phone and on a laptop, with a clock that a test moves."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 844},
        locale="en-GB",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.clock.install(time=MORNING)
    opened = context.new_page()
    opened.goto(paper)
    opened.clock.pause_at(MORNING + dt.timedelta(minutes=1))
    yield opened
    context.close()


def test_it_says_that_nobody_wrote_it_and_from_which_lines_each_step_is(page: Page) -> None:
    expect(page.locator("main > .drawn-note")).to_contain_text("Nobody wrote these notes.")
    steps = page.locator(".beat")
    expect(steps).to_have_count(3)
    for step in steps.all():
        expect(step.locator(".drawn-note")).to_contain_text("confirmed by nobody")
        expect(step.locator(".says").last).to_have_text(re.compile(r"Line \d+ says"))
    expect(steps.first.locator(".do")).to_contain_text("Cause | Share")
    page.get_by_role("button", name="Start presenting").click()
    now = page.locator(".beat.now")
    expect(now.locator(".drawn-note")).to_be_visible()
    link = now.get_by_role("link", name="Line 10 says")
    expect(link).to_be_visible()
    assert "read/index.html#L" in (link.get_attribute("href") or "")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.clock.resume()  # axe waits by the same clock
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_rehearsal_shows_where_it_ran_over_and_its_steps_add_up(page: Page) -> None:
    planned = [int(one.get_attribute("data-seconds") or 0) for one in page.locator(".beat").all()]
    page.get_by_role("button", name="Start presenting").click()
    page.keyboard.press("Space")
    page.clock.run_for(planned[0] * 1000 + 12_600)
    expect(page.locator(".pace")).to_have_text("0:12 behind")
    for wait in (3_600, 2_700):
        page.keyboard.press("PageDown")
        page.clock.run_for(wait)
    total = planned[0] + 12 + 3 + 2 + 1  # 12.6, 3.6 and 2.7 seconds are 18.9

    def clock(seconds: int) -> str:
        return f"{seconds // 60}:{seconds % 60:02}"

    expect(page.locator(".taken")).to_have_text(clock(total))
    page.keyboard.press("PageDown")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("span[role=status]")).to_have_text("Copied.")
    rows = page.evaluate("navigator.clipboard.readText()").splitlines()[1:]
    first = planned[0] + 12
    assert rows == [
        "Step\tPlanned\tTaken\tOver",
        f"1 Where they come from\t{clock(planned[0])}\t{clock(first)}\t0:12 over",
        f"2 What one costs\t{clock(planned[1])}\t0:04\t",
        f"3 Why chasing does not help\t{clock(planned[2])}\t0:02\t",
        f"All of it\t{clock(sum(planned))}\t{clock(total)}\t",
    ]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""What was opened once can be read without a connection, unless the project forbids it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from web_server import serving

from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Browser

    from enablekit.model.publication import Publication

pytestmark = pytest.mark.browser
GUIDE = "guides/white-papers/cost-of-disputes/index.html"


def test_a_page_that_was_opened_is_there_without_a_connection(
    browser: Browser, folder: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    with serving(folder) as address:
        page.goto(address + GUIDE)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()

    page.goto(address + GUIDE)
    expect(page.get_by_role("heading", level=1)).to_have_text("The cost of a disputed invoice")
    # The finder, too, though nobody had opened it.
    page.goto(address + "index.html#q=invoice")
    expect(page.locator(".result").first).to_be_visible()
    # What was never opened says so, and leads back.
    page.goto(address + "status/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
    page.get_by_role("link", name="front page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meridian field guide")
    context.close()


def test_a_project_can_forbid_it(example: Publication, templates: Mapping[str, str]) -> None:
    files = render(dataclasses.replace(example, offline=False), templates).files
    assert "sw.js" not in files
    assert b"data-offline" not in files[GUIDE]

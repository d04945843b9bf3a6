"""The list of all checks: what comes first, how much is passed, and dates as people write them."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from web_server import serving, written

from enablekit.extend.item_key import version_of
from enablekit.model.strings import Strings
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from enablekit.model.publication import Compiled, Publication

pytestmark = pytest.mark.browser

LIST = "checks/index.html"
NAMES = ("alpha", "beta", "gamma", "delta", "epsilon")


def named(compiled: Compiled, name: str) -> Compiled:
    asset = dataclasses.replace(
        compiled.guide.asset, id=name, title=name.title(), path=f"{name}.md"
    )
    return dataclasses.replace(
        compiled,
        guide=dataclasses.replace(compiled.guide, asset=asset),
        check=dataclasses.replace(compiled.check, asset=name),
    )


@pytest.fixture(scope="module")
def version(example: Publication) -> str:
    return next(version_of(one.check) for one in example.compiled if one.check.items)


@pytest.fixture(scope="module")
def at(
    tmp_path_factory: pytest.TempPathFactory, example: Publication, templates: dict[str, str]
) -> Iterator[str]:
    """Serve a site of five checks, in English and in German."""
    root = tmp_path_factory.mktemp("list")
    whole = next(one for one in example.compiled if one.check.items)
    compiled = tuple(named(whole, name) for name in NAMES)
    for language in ("en", "de"):
        site = dataclasses.replace(
            example, compiled=compiled, language=language, strings=Strings(language=language)
        )
        written(render(site, templates).files, root / language)
    with serving(root) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page in a browser that has kept nothing, and fail if it complains."""
    complaints: list[str] = []
    context = browser.new_context(locale="en-US", timezone_id="UTC")
    opened = context.new_page()
    opened.set_default_timeout(5_000)
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def attempt(asset: str, version: str, *, passed: bool, day: int) -> dict[str, object]:
    """Return an attempt as older sites kept it, before answers could be typed."""
    return {
        "asset": asset,
        "title": asset.title(),
        "check": version,
        "at": f"2026-11-{day:02d}T09:30:00.000Z",
        "right": 3 if passed else 1,
        "of": 3,
        "passed": passed,
        "answers": {"a" * 12: {"chosen": [1], "right": passed, "sure": False}},
    }


def keep(page: Page, *attempts: dict[str, object]) -> None:
    text = json.dumps({"schema": "enablekit.attempts/1", "attempts": attempts})
    page.evaluate("text => localStorage.setItem('enablekit.attempts/1', text)", text)
    page.reload()


def test_what_was_failed_comes_first_then_what_was_taken_last_then_the_rest(
    page: Page, at: str, version: str
) -> None:
    page.goto(f"{at}en/{LIST}")
    rows = page.locator("[data-asset] > a")
    expect(rows).to_have_text(["Alpha", "Beta", "Gamma", "Delta", "Epsilon"])
    expect(page.locator(".tally")).to_be_hidden()
    keep(
        page,
        attempt("epsilon", version, passed=False, day=1),
        attempt("gamma", version, passed=False, day=2),
        attempt("delta", version, passed=True, day=3),
        attempt("gamma", version, passed=True, day=4),
        attempt("beta", "0" * 12, passed=True, day=5),
    )
    expect(rows).to_have_text(["Epsilon", "Beta", "Gamma", "Delta", "Alpha"])
    expect(page.locator(".tally")).to_have_text("You have passed 2 of 5.")
    expect(page.locator("[data-asset=beta]")).to_contain_text("but the check has changed since")
    page.get_by_role("button", name="Forget my attempts").click()
    page.get_by_role("button", name="Yes, forget them").click()
    expect(rows).to_have_text(["Alpha", "Beta", "Gamma", "Delta", "Epsilon"])
    expect(page.locator(".tally")).to_be_hidden()


@pytest.mark.parametrize(("language", "day"), [("en", "Nov 3, 2026"), ("de", "03.11.2026")])
def test_days_are_written_in_the_language_of_the_site(
    page: Page, at: str, version: str, language: str, day: str
) -> None:
    page.goto(f"{at}{language}/{LIST}")
    keep(page, attempt("delta", version, passed=True, day=3))
    expect(page.locator("[data-asset=delta]")).to_contain_text(day)
    page.goto(f"{at}{language}/guides/delta/check/index.html")
    expect(page.locator(".attempts li")).to_have_text(re.compile(f"^{re.escape(day)}"))


def test_checks_are_listed_without_scripts_in_the_order_of_the_site(
    browser: Browser, at: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{at}en/{LIST}")
    expect(page.locator("[data-asset] > a")).to_have_text([name.title() for name in NAMES])
    expect(page.locator(".tally")).to_be_hidden()
    context.close()

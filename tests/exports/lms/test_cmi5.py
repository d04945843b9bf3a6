"""cmi5 packages on a small platform that holds them to the rules, beside a published client."""

from __future__ import annotations

import io
import json
import re
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cmi5_rules import CMI5, categories_of, verb_of
from every_form import HOSTILE, IDS, ITEMS, PROGRAM, RIGHT, WRONG, parcel
from learning_platform import fill, submit
from lxml import etree
from small_lms import ACTIVITY, SmallLms, small_lms
from statement_validator import warnings

from enablekit.exporters import cmi5, xapi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

NAMESPACE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
IRI = re.compile(r"(urn:uuid:[0-9a-f-]{36}|https://[!-~]+)")
CLIENT = """\
<!doctype html><meta charset="utf-8"><title>Client</title><script src="/client.js"></script>
"""


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


def package() -> dict[str, bytes]:
    [data] = cmi5.files(parcel()).values()
    return files_of(data)


@contextmanager
def lesson(browser: Browser, running: SmallLms) -> Iterator[Page]:
    """Launch the package; leaving the page ends the session."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(running.launch())
    page.set_default_timeout(10_000)
    page.locator("#question-1").wait_for()
    yield page
    if not any(verb_of(one) == "terminated" for one in running.ledger.session):
        page.goto(f"{running.address}elsewhere.html")
        page.wait_for_timeout(300)
    context.close()
    assert errors == []


@contextmanager
def platform(**told: str | float) -> Iterator[SmallLms]:
    pages = {f"/lesson/{name}": data for name, data in package().items()}
    with small_lms({**pages, "/elsewhere.html": b"<title>Elsewhere</title>"}, **told) as running:
        yield running


def said(running: SmallLms) -> list[str]:
    return [verb_of(one) for one in running.ledger.statements]


@pytest.mark.parametrize("site", ["", "https://guides.example/"])
def test_the_structure_has_what_the_specification_demands(site: str) -> None:
    [data] = cmi5.files(parcel(0, 1, program=PROGRAM, site_url=site)).values()
    files = files_of(data)
    assert next(iter(files)) == "cmi5.xml"
    root = etree.fromstring(files["cmi5.xml"])
    assert [one.tag.removeprefix(NAMESPACE) for one in root] == ["course", "objectives", "au", "au"]
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert all(IRI.fullmatch(one) for one in ids)
    assert all(one.startswith(site or "urn:uuid:") for one in ids)
    for unit in root.iterfind(f"{NAMESPACE}au"):
        order = ["title", "description", "objectives", "url"]
        assert [one.tag.removeprefix(NAMESPACE) for one in unit] == order
        assert unit.get("moveOn") == "CompletedAndPassed"
        assert unit.get("masteryScore") == "0.6"
        assert unit.findtext(f"{NAMESPACE}url") in files
        for reference in unit.iterfind(f"{NAMESPACE}objectives/*"):
            assert reference.get("idref") in ids
    for texts in root.iter(f"{NAMESPACE}title", f"{NAMESPACE}description"):
        assert all(one.get("lang") and one.text for one in texts)
    assert root.findtext(f"{NAMESPACE}au/{NAMESPACE}title/{NAMESPACE}langstring") == HOSTILE


# What the schema lets an element have: its children in this order, those with a mark as often as
# one likes or not at all, and its attributes. CourseStructure.xsd, which section 13.2 of
# https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md demands of every cmi5.xml.
GRAMMAR = {
    "courseStructure": ("course objectives? (au|block)+", set()),
    "course": ("title description", {"id"}),
    "objectives": ("objective+", set()),
    "objective": ("title description|", {"id", "idref"}),
    "au": (
        "title description objectives? url launchParameters? entitlementKey?",
        {"id", "moveOn", "masteryScore", "launchMethod", "activityType"},
    ),
    "title": ("langstring+", set()),
    "description": ("langstring+", set()),
    "langstring": ("", {"lang"}),
    "url": ("", set()),
}
LANGUAGE = re.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")  # xs:language


def children(model: str) -> re.Pattern[str]:
    """Return what matches the names of children, each with a comma behind it."""
    return re.compile(re.sub(r"\w+", r"(?:\g<0>,)", model).replace(" ", ""))


@pytest.mark.parametrize("title", [HOSTILE, "a < b & c", "x" * 5000, "שלום"])
def test_the_structure_keeps_to_the_grammar_of_its_schema(title: str) -> None:
    one = parcel(0, 1, program=PROGRAM)
    renamed = tuple(
        replace(each, guide=replace(each.guide, asset=replace(each.guide.asset, title=title)))
        for each in one.compiled
    )
    [data] = cmi5.files(replace(one, compiled=renamed)).values()
    for element in etree.fromstring(files_of(data)["cmi5.xml"]).iter():
        name = element.tag.removeprefix(NAMESPACE)
        model, attributes = GRAMMAR[name]
        assert children(model).fullmatch(
            "".join(f"{child.tag.removeprefix(NAMESPACE)}," for child in element)
        ), name
        assert set(element.keys()) <= attributes
        assert name != "langstring" or LANGUAGE.fullmatch(element.get("lang"))
        assert name != "url" or element.text


def test_ids_are_the_same_alone_and_in_a_program() -> None:
    [program] = cmi5.files(parcel(0, 1, program=PROGRAM)).values()
    alone = etree.fromstring(package()["cmi5.xml"]).find(f"{NAMESPACE}au").get("id")
    assert etree.fromstring(files_of(program)["cmi5.xml"]).find(f"{NAMESPACE}au").get("id") == alone


@pytest.mark.browser
def test_all_right_is_answered_completed_passed_and_terminated(
    browser: Browser, clients: Path
) -> None:
    with platform() as running:
        with lesson(browser, running) as page:
            fill(page, RIGHT)
            submit(page)
            assert page.locator("#unrecorded").is_hidden()
        assert running.ledger.broken == []
        assert said(running) == [
            "initialized", *["answered"] * 8, "completed", "passed", "terminated",
        ]  # fmt: skip
        statements = running.ledger.statements
    answered = statements[1:9]
    responses = [one["result"].get("response") for one in answered]
    assert responses == [
        "b", "a[,]c[,]d", "1[.]a[,]2[.]b[,]3[.]a", "b[,]c[,]a", "1[.]b[,]2[.]a",
        "14.5", "1250000", "Look-Back Test.",
    ]  # fmt: skip
    assert all(one["result"]["success"] for one in answered)
    assert statements[10]["result"]["score"] == {"scaled": 1, "raw": 8, "min": 0, "max": 8}
    assert warnings(statements, clients) == [[]] * len(statements)


@pytest.mark.browser
def test_statements_speak_of_the_activities_that_are_exported(browser: Browser) -> None:
    [lines] = xapi.files(parcel()).values()
    known = [json.loads(line) for line in lines.decode().splitlines()]
    with platform() as running, lesson(browser, running) as page:
        fill(page, RIGHT)
        submit(page)
        page.wait_for_timeout(300)
        told = [one["object"] for one in running.ledger.statements if verb_of(one) == "answered"]
    assert told == known[1:]


@pytest.mark.browser
def test_a_failure_is_said_when_no_retake_can_follow(browser: Browser, clients: Path) -> None:
    with platform() as running:
        with lesson(browser, running) as page:
            fill(page, WRONG)
            submit(page)
            page.wait_for_timeout(300)
            assert said(running) == ["initialized", *["answered"] * 8, "completed"]
        assert said(running)[9:] == ["completed", "failed", "terminated"]
        assert running.ledger.broken == []
        statements = running.ledger.statements
    assert "response" not in statements[7]["result"] or statements[7]["result"]["response"]
    assert warnings(statements, clients) == [[]] * len(statements)


@pytest.mark.browser
def test_a_retake_that_passes_is_one_judgement(browser: Browser) -> None:
    with platform() as running:
        with lesson(browser, running) as page:
            fill(page, WRONG)
            submit(page)
            page.get_by_role("button", name="Try again").click()
            fill(page, RIGHT)
            submit(page)
        assert running.ledger.broken == []
        assert said(running) == [
            "initialized", *["answered"] * 8, "completed",
            *["answered"] * 8, "passed", "terminated",
        ]  # fmt: skip


@pytest.mark.browser
def test_who_passed_may_come_back_and_fail_without_a_trace(browser: Browser) -> None:
    with platform() as running:
        with lesson(browser, running) as page:
            fill(page, RIGHT)
            submit(page)
        with lesson(browser, running) as page:
            assert page.locator(".result").is_visible()  # as it was left
            page.get_by_role("button", name="Try again").click()
            fill(page, WRONG)
            submit(page)
        assert running.ledger.broken == []
        assert said(running)[12:] == ["initialized", *["answered"] * 8, "terminated"]
        attempts = [
            value
            for one in running.ledger.statements
            for name, value in one["context"]["extensions"].items()
            if name.endswith("attempt")
        ]
        assert attempts == [1] * 8 + [2] * 8


@pytest.mark.browser
def test_what_was_filled_in_is_there_in_the_next_session(browser: Browser) -> None:
    with platform() as running:
        with lesson(browser, running) as page:
            fill(page, RIGHT)
        with lesson(browser, running) as page:
            submit(page)
        assert running.ledger.broken == []
        assert said(running) == [
            "initialized", "terminated",
            "initialized", *["answered"] * 8, "completed", "passed", "terminated",
        ]  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_who_only_looks_is_not_judged(browser: Browser, mode: str) -> None:
    with platform(launchMode=mode) as running:
        with lesson(browser, running) as page:
            fill(page, RIGHT)
            submit(page)
        assert running.ledger.broken == []
        assert said(running) == ["initialized", "terminated"]


@pytest.mark.browser
def test_the_platforms_mastery_score_decides(browser: Browser) -> None:
    with platform(masteryScore=0.5) as running:
        with lesson(browser, running) as page:
            fill(page, {**RIGHT, **dict(list(WRONG.items())[:3])})
            submit(page)
        assert running.ledger.broken == []
        assert said(running)[-2:] == ["passed", "terminated"]


@pytest.mark.browser
def test_the_button_leads_back_when_the_platform_says_where(browser: Browser) -> None:
    with platform() as running:
        running.launch_data["returnURL"] = f"{running.address}elsewhere.html"
        with lesson(browser, running) as page:
            page.get_by_role("button", name="Finish and go back").click()
            page.wait_for_url("**/elsewhere.html")
        assert running.ledger.broken == []
        assert said(running) == ["initialized", "terminated"]


@pytest.mark.browser
def test_a_platform_that_refuses_is_told_of(browser: Browser) -> None:
    with platform() as running:
        address = running.launch()
        running.fetched = True  # somebody else has used the address already
        page = browser.new_page()
        page.goto(address)
        page.locator("#unrecorded").wait_for()
        fill(page, RIGHT)
        submit(page)
        assert page.locator(".result").inner_text().startswith("You got 8 of 8")
        page.close()
        assert said(running) == []


def outline(statement: dict[str, Any]) -> dict[str, Any]:
    """Return what two clients have to agree on."""
    definition = statement["object"].get("definition", {})
    result = dict(statement.get("result", {}))
    result.pop("extensions", None)
    return {
        "verb": statement["verb"]["id"],
        "categories": sorted(categories_of(statement)),
        "result": {**result, "duration": "duration" in result},
        "extensions": sorted(
            name for name in statement["context"]["extensions"] if "enablekit" not in name
        ),
        "interaction": {
            name: definition.get(name)
            for name in (
                "type", "interactionType", "correctResponsesPattern", "choices", "source", "target",
            )
        },
    }  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("answers", [RIGHT, WRONG], ids=["right", "wrong"])
def test_a_published_client_says_the_same(
    browser: Browser, clients: Path, answers: dict[str, Any]
) -> None:
    with platform() as running:
        with lesson(browser, running) as page:
            fill(page, answers)
            submit(page)
        ours = list(running.ledger.statements)
    script = (clients / "@xapi" / "cmi5" / "dist" / "Cmi5.umd.js").read_bytes()
    with small_lms({"/client.html": CLIENT.encode(), "/client.js": script}) as running:
        tab = browser.new_page()
        tab.goto(running.launch("client.html"))
        told = [
            [one["object"]["definition"], one["result"].get("response"), one["result"]["success"]]
            for one in ours
            if verb_of(one) == "answered"
        ]
        score = next(one for one in ours if verb_of(one) in {"passed", "failed"})["result"]
        tab.evaluate(
            """async ([told, score, success]) => {
              const unit = new Cmi5();
              const second = { start: new Date(Date.now() - 1000), end: new Date() };
              await unit.initialize();
              for (const [definition, response, right] of told) {
                await unit.interaction("t", "q", response, definition, right, second);
              }
              await unit.complete();
              if (success) await unit.pass(score);
              else await unit.fail(score);
              await unit.terminate();
            }""",
            [told, score["score"], score["success"]],
        )
        tab.close()
        theirs = list(running.ledger.statements)
    assert [outline(one) for one in ours] == [outline(one) for one in theirs]
    assert {one["object"]["id"] for one in ours if CMI5 in categories_of(one)} == {ACTIVITY}


def test_every_item_is_an_activity_of_its_own() -> None:
    [lines] = xapi.files(parcel()).values()
    known = [json.loads(line) for line in lines.decode().splitlines()]
    assert len({one["id"] for one in known}) == len(IDS) + 1
    assert len(known) == len(ITEMS) + 1

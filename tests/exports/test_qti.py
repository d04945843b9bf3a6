"""QTI: 3.0 taken and scored in qti-components; 2.1 and 3.0 the same for a converter of others."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import qti_rules
from hypothesis import HealthCheck, given, settings
from lxml import etree
from playwright.sync_api import Browser, Page
from qti_convert import convert_qti3_to_qti21, upgrade_qti2_to_qti3
from question_samples import (
    CHECKOUT,
    ITEMS,
    NASTY,
    asked,
    item,
    only,
    options,
    parcel,
    shown,
    whole_example,
    with_text,
)
from web_server import serving, written

from enablekit.exporters import qti21, qti30
from enablekit.model.audience import Audience
from enablekit.model.item import Item
from enablekit.model.parcel import Parcel
from enablekit.model.program import Program, ProgramPlan
from enablekit.model.span import Span

QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FORMS = {"2.1": qti21, "3.0": qti30}
PLAYER = "@citolab/qti-components/cdn/index.js"
# A right and a wrong answer to each of the questions made by hand.
ANSWERS: dict[str, tuple[Any, Any]] = {
    "aaaaaaaaaa01": ("A2", "A1"),
    "aaaaaaaaaa02": (["A1", "A3"], ["A1", "A2", "A3"]),
    "aaaaaaaaaa03": (["A1 B1", "A2 B2", "A3 B1"], ["A1 B1", "A2 B1", "A3 B1"]),
    "aaaaaaaaaa04": (["A2", "A3", "A1"], ["A1", "A2", "A3"]),
    "aaaaaaaaaa05": (["A1 B3", "A2 B1"], ["A1 B2", "A2 B1"]),
    "aaaaaaaaaa06": ("-14.5", "14.5"),
    "aaaaaaaaaa07": ("30 DAYS", "31 days"),
    "aaaaaaaaaa08": ("12", "12.01"),
    "aaaaaaaaaa09": ("A1", "A2"),
}


def files(given_parcel: Parcel, version: str) -> dict[str, bytes]:
    """Return what is in a package."""
    with zipfile.ZipFile(io.BytesIO(only(FORMS[version].files(given_parcel)))) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


def item_files(given_parcel: Parcel, version: str) -> dict[str, bytes]:
    found = files(given_parcel, version)
    return {name: content for name, content in found.items() if name.startswith("items/")}


def named(root: etree._Element, name: str) -> list[etree._Element]:
    """Find elements by their name in 3.0, in either version."""
    older = re.sub("-([a-z])", lambda found: found[1].upper(), name.removeprefix("qti-"))
    return [one for one in root.iter("{*}" + name, "{*}" + older) if isinstance(one.tag, str)]


def attribute(one: etree._Element, name: str) -> str:
    """Return an attribute by its name in 3.0, in either version."""
    older = re.sub("-([a-z])", lambda found: found[1].upper(), name)
    return str(one.get(name) or one.get(older) or "")


def text_of(one: etree._Element) -> str:
    for line_break in one.iter("{*}br"):
        line_break.tail = f" {line_break.tail or ''}"
    return shown("".join(one.itertext()))


def keys(content: bytes | str) -> tuple[str, tuple[str, ...], str]:
    """Return an item's identifier, what is right in it, and where its processing template is."""
    root = etree.fromstring(content.encode() if isinstance(content, str) else content)
    (correct,) = named(root, "qti-correct-response")
    values = tuple(str(one.text) for one in named(correct, "qti-value"))
    (processing,) = named(root, "qti-response-processing")
    template = str(processing.get("template") or "").rpartition("/")[2].removesuffix(".xml")
    return str(root.get("identifier")), values, template


@pytest.fixture(scope="module")
def player(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, clients: Path
) -> Iterator[Page]:
    """Return a page that can play the questions made by hand."""
    nasty = with_text("1 < 2 & \"3\" ]]> <b>bold</b> {{4}} -> 'ä'")
    root = written(files(parcel((*ITEMS, *nasty)), "3.0"), tmp_path_factory.mktemp("qti"))
    shutil.copy(clients / PLAYER, root / "qti.js")
    shutil.copy(CHECKOUT / "tests" / "exports" / "qti_player.html", root / "player.html")
    with serving(root) as address:
        context = browser.new_context(base_url=address)
        yield context.new_page()
        context.close()


def opened(player: Page, identity: str) -> Page:
    """Open an item in the player, and wait for it."""
    player.goto("player.html")
    player.evaluate(
        "address => { document.querySelector('item-container').itemURL = address }",
        f"items/item-{identity}.xml",
    )
    player.locator("qti-item-body").wait_for()
    player.wait_for_function("document.querySelector('item-container').shadowRoot !== null")
    return player


def scored(player: Page, answer: Any) -> float:  # noqa: ANN401 - a text or a list of texts
    """Give an answer, and return what the player makes of it."""
    found = player.locator("qti-assessment-item").evaluate(
        """(item, answer) => {
            item.updateResponseVariable("RESPONSE", answer);
            item.processResponse();
            return item.variables.find((one) => one.identifier === "SCORE").value;
        }""",
        answer,
    )
    return float(found)


@pytest.mark.browser
@pytest.mark.parametrize("identity", ANSWERS)
def test_a_right_answer_scores_one_and_a_wrong_one_nothing(player: Page, identity: str) -> None:
    right, wrong = ANSWERS[identity]

    assert scored(opened(player, identity), wrong) == 0
    assert scored(opened(player, identity), right) == 1


@pytest.mark.browser
@pytest.mark.parametrize(
    ("identity", "answer", "score"),
    [
        ("aaaaaaaaaa06", "-14.8", 1),
        ("aaaaaaaaaa06", "-14.2", 1),
        ("aaaaaaaaaa06", "-14.81", 0),
        ("aaaaaaaaaa06", "-14.19", 0),
        ("aaaaaaaaaa07", "thirty days", 1),
        ("aaaaaaaaaa02", ["A3", "A1"], 1),
        ("aaaaaaaaaa02", ["A1"], 0),
        ("aaaaaaaaaa03", ["A3 B1", "A2 B2", "A1 B1"], 1),
    ],
)
def test_the_ends_of_a_range_count_and_half_an_answer_does_not(
    player: Page,
    identity: str,
    answer: str | list[str],
    score: int,
) -> None:
    assert scored(opened(player, identity), answer) == score


@pytest.mark.browser
def test_a_person_can_choose_and_type(player: Page) -> None:
    opened(player, "aaaaaaaaaa01").get_by_text("Time", exact=True).click()
    clicked = player.locator("qti-assessment-item").evaluate(
        "item => { item.processResponse(); return item.variables.map((one) => one.value) }"
    )
    opened(player, "aaaaaaaaaa07").locator("qti-text-entry-interaction input").fill("Thirty Days")
    typed = player.locator("qti-assessment-item").evaluate(
        "item => { item.processResponse(); return item.variables.map((one) => one.value) }"
    )

    assert "A2" in clicked
    assert "1" in clicked
    assert "1" in [str(value).removesuffix(".0") for value in typed]


@pytest.mark.browser
def test_what_is_said_to_an_option_is_shown_to_whoever_chose_it(player: Page) -> None:
    page = opened(player, "aaaaaaaaaa01")
    assert not page.get_by_text("About Cash").is_visible()

    scored(page, "A1")

    assert page.get_by_text("About Cash").is_visible()
    assert not page.get_by_text("About Time").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("given_item", ITEMS, ids=lambda one: f"{one.form} {one.id}")
def test_every_text_of_a_question_is_visible(player: Page, given_item: Item) -> None:
    body = opened(player, given_item.id).locator("qti-item-body")

    typed = given_item.form in {"numeric", "short"}
    texts = () if typed else tuple(option.text for option in given_item.options)
    for text in (given_item.stem, *given_item.prompts, *given_item.groups, *texts):
        assert body.get_by_text(text, exact=True).first.is_visible(), text


@pytest.mark.browser
def test_hostile_text_is_shown_as_text(player: Page) -> None:
    body = opened(player, "bbbbbbbbbb01").locator("qti-item-body")

    assert "1 < 2 & \"3\" ]]> <b>bold</b> {{4}} -> 'ä'" in body.inner_text()
    assert body.locator("b").count() == 0


@pytest.mark.parametrize("version", FORMS)
def test_why_a_key_is_right_is_said_after_the_answer(version: str) -> None:
    found = item_files(parcel(), version)

    said = {
        name[-6:-4]: [
            text_of(one) for one in named(etree.fromstring(content), "qti-modal-feedback")
        ]
        for name, content in found.items()
    }
    assert said["02"] == ["Because the piece says so."]
    assert said["01"][1:] == ["About Cash", "About Time", "About Fame"]
    assert said["08"] == []
    assert "Drawn from the text and confirmed by nobody" in said["09"][0]


@pytest.mark.parametrize("version", FORMS)
def test_modal_feedback_holds_what_the_schema_of_the_version_allows(version: str) -> None:
    """
    Version 3.0 has a `qti-content-body` in it and nothing else that is read; 2.1 has none.

    Source: `ModalFeedbackDType` in the schema of 3.0,
    https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd.
    """
    found = [
        one
        for content in item_files(parcel(), version).values()
        for one in named(etree.fromstring(content), "qti-modal-feedback")
    ]

    inside = {
        tuple(etree.QName(child).localname for child in one) for one in found
    }  # names of the children
    paragraphs = {"p"} if version == "2.1" else {"qti-content-body"}
    assert found
    assert {name for names in inside for name in names} == paragraphs
    assert version == "2.1" or all(len(names) == 1 for names in inside)
    assert not any((one.text or "").strip() for one in found)


@pytest.mark.parametrize("version", FORMS)
@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.CUSTOMER])
def test_the_whole_example_keeps_to_the_grammar_of_the_schemas(
    version: str, audience: Audience
) -> None:
    example = whole_example(audience)
    asked = {item.id for one in example.compiled for item in one.check.pool}
    found = files(example, version)

    faults = {
        name: qti_rules.broken(content, version)
        for name, content in found.items()
        if name != "imsmanifest.xml"
    }
    assert {name: one for name, one in faults.items() if one} == {}
    assert len(faults) >= len(asked) > len(Audience)


@pytest.mark.parametrize("version", FORMS)
@QUICK
@given(text=NASTY)
def test_no_text_breaks_the_grammar(version: str, text: str) -> None:
    given_parcel = parcel(ITEMS, more=with_text(text), title=text, name=text)

    found = files(given_parcel, version)

    del found["imsmanifest.xml"]
    assert [one for content in found.values() for one in qti_rules.broken(content, version)] == []


def test_the_grammar_finds_what_a_schema_would() -> None:
    """The last of these is what version 3.0 of our packages once had."""
    item_file = next(iter(item_files(parcel(), "3.0").values())).decode()
    seeded = {
        "qti-item-body has text": ("<qti-item-body>", "<qti-item-body>Text"),
        "is no element": ("<qti-prompt>", "<qti-prompt><script/>"),
        "has the attributes": (' time-dependent="false"', ""),
        "is no identifier": ('identifier="RESPONSE"', 'identifier="1 2"'),
        "qti-modal-feedback has p,": ("qti-content-body>", "p>"),
    }

    for said, (good, bad) in seeded.items():
        assert any(
            said in one for one in qti_rules.broken(item_file.replace(good, bad).encode(), "3.0")
        ), said


def test_the_two_versions_differ_in_spelling_only() -> None:
    older, newer = item_files(parcel(), "2.1"), item_files(parcel(), "3.0")

    assert list(older) == list(newer)
    assert [keys(one) for one in older.values()] == [keys(one) for one in newer.values()]


def test_standard_templates_judge_wherever_they_can() -> None:
    found = {one: template for one, _, template in map(keys, item_files(parcel(), "2.1").values())}

    assert found == {
        "item-aaaaaaaaaa01": "",  # says something to each option
        "item-aaaaaaaaaa02": "match_correct",
        "item-aaaaaaaaaa03": "match_correct",
        "item-aaaaaaaaaa04": "match_correct",
        "item-aaaaaaaaaa05": "match_correct",
        "item-aaaaaaaaaa06": "",  # a range
        "item-aaaaaaaaaa07": "map_response",
        "item-aaaaaaaaaa08": "",
        "item-aaaaaaaaaa09": "match_correct",
    }


def test_a_converter_of_others_makes_the_same_items_of_either_version() -> None:
    older, newer = item_files(parcel(), "2.1"), item_files(parcel(), "3.0")

    for name, content in newer.items():
        downgraded = convert_qti3_to_qti21(content.decode("utf-8"))
        assert not downgraded.warnings, downgraded.warnings
        assert canonical(downgraded.xml) == canonical(older[name]), name
        assert keys(upgrade_qti2_to_qti3(older[name].decode("utf-8"))) == keys(content), name


def canonical(content: bytes | str) -> list[tuple[str, dict[str, str], str]]:
    """Return what an item says: names, attributes and texts, without schemas and indents."""
    root = etree.fromstring(content.encode() if isinstance(content, str) else content)
    return [
        (
            etree.QName(one).localname,
            {key: value for key, value in one.attrib.items() if "schemaLocation" not in key},
            " ".join((one.text or "").split()),
        )
        for one in root.iter()
        if isinstance(one.tag, str)
    ]


@pytest.mark.parametrize("version", FORMS)
@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.CUSTOMER])
def test_the_manifest_lists_every_file_of_the_example_once(
    version: str, audience: Audience
) -> None:
    given_parcel = whole_example(audience)
    found = files(given_parcel, version)
    manifest = etree.fromstring(found["imsmanifest.xml"])

    resources = list(manifest.iter("{*}resource"))
    listed = [str(one.get("href")) for one in resources]
    assert sorted(["imsmanifest.xml", *listed]) == sorted(found)
    assert len(listed) == len(set(listed)) == len(asked(given_parcel)) + len(given_parcel.compiled)
    names = {str(one.get("identifier")) for one in resources}
    needed = {str(one.get("identifierref")) for one in manifest.iter("{*}dependency")}
    assert needed < names
    assert all(etree.fromstring(one) is not None for one in found.values())


@pytest.mark.parametrize("version", FORMS)
def test_a_test_asks_as_many_as_the_check_and_refers_to_every_item(version: str) -> None:
    found = files(parcel(ITEMS[:4], more=ITEMS[4:]), version)

    root = etree.fromstring(found["tests/test-the-piece.xml"])
    references = named(root, "qti-assessment-item-ref")
    (selection,) = named(root, "qti-selection")
    (points,) = named(root, "qti-outcome-declaration")
    assert [f"tests/{one.get('href')}".replace("tests/../", "") for one in references] == [
        name for name in found if name.startswith("items/")
    ]
    assert selection.get("select") == "4"
    assert (attribute(points, "mastery-value"), attribute(points, "normal-maximum")) == ("3.2", "4")


@pytest.mark.parametrize("version", FORMS)
def test_the_pass_mark_of_a_program_goes_before_that_of_the_check(version: str) -> None:
    given_parcel = parcel(ITEMS[:4])
    plan = ProgramPlan(id="first-week", span=Span(path="enablekit.yaml"), pass_mark=50)
    program = Program(plan=plan, assets=("the-piece",))

    found = files(dataclasses.replace(given_parcel, program=program), version)

    (points,) = named(
        etree.fromstring(found["tests/test-the-piece.xml"]), "qti-outcome-declaration"
    )
    assert attribute(points, "mastery-value") == "2"


@pytest.mark.parametrize("version", FORMS)
def test_an_identifier_is_one_for_every_reader(version: str) -> None:
    odd = item("1/ä b", "single", options=options("A", "B"))

    found = files(parcel((odd,)), version)

    names = [
        str(one.get("identifier")) for one in etree.fromstring(found["imsmanifest.xml"]).iter()
    ]
    assert all(re.fullmatch(r"[A-Za-z][\w-]{0,31}|None", one, re.ASCII) for one in names)
    assert all(re.fullmatch(r"[\w./-]+", name, re.ASCII) for name in found)


@pytest.mark.parametrize("version", FORMS)
@QUICK
@given(text=NASTY)
def test_any_text_comes_back(version: str, text: str) -> None:
    found = item_files(parcel(with_text(text), title=text, name=text), version)

    roots = {name[-6:-4]: etree.fromstring(content) for name, content in found.items()}
    for form in ("01", "02", "03", "04", "05"):
        assert text_of(named(roots[form], "qti-prompt")[0]) == shown(text)
    assert text_of(named(roots["01"], "qti-simple-choice")[0]) == shown(text)
    assert text_of(named(roots["03"], "qti-simple-associable-choice")[2]) == shown(text)
    why = named(roots["04"], "qti-modal-feedback")[0]
    assert text_of(why) == shown(text)
    correct = named(roots["07"], "qti-correct-response")[0]
    assert text_of(correct) == shown(f"a{text}")
    entry = named(roots["07"], "qti-map-entry")[0]
    assert attribute(entry, "map-key") == shown(f"a{text}")


@pytest.mark.parametrize("version", FORMS)
def test_two_exports_have_the_same_bytes_and_no_file_name_of_the_project(version: str) -> None:
    first = FORMS[version].files(parcel(audience=Audience.CUSTOMER))

    assert first == FORMS[version].files(parcel(audience=Audience.CUSTOMER))
    assert b"secret-folder" not in only(first)
    assert b"4711" not in only(first)

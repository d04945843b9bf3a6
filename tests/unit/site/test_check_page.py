"""What the check's page and the list of checks are filled with."""

from __future__ import annotations

import dataclasses
import gzip
import hashlib
import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft202012Validator

from enablekit.extend.item_key import key_of, version_of
from enablekit.model.guidance_entries import PulseQuestion
from enablekit.model.item import Check, Item, Number, Option
from enablekit.model.span import Span
from enablekit.site.checks_page import Tally, checks_values, tally_of
from enablekit.site.frame import frame_of
from enablekit.site.pages import render
from enablekit.site.pulses import pulse_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.publication import Compiled, Publication

DOCS = Path(__file__).parents[3] / "docs" / "reference"
WHOLE = "guides/white-papers/cost-of-disputes"


def item(*texts: str, right: tuple[int, ...] = (0,), form: str = "single") -> Item:
    """Return an item whose options at these places are right."""
    return Item(
        id="d" * 12,
        kind="written",
        form=form,
        stem="What is it?",
        options=tuple(Option(text=text, correct=at in right) for at, text in enumerate(texts)),
        rationale="It says so.",
        source=Span(path="a.md", line=3),
        objective="Say it.",
        bloom="recall",
        groups=("Use it", "Leave it") if form == "sorting" else (),
    )


STEPS = dataclasses.replace(item("Pay", "Order", "Ship", form="ordering"), order=(1, 2, 0))


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (item("No", "Yes", right=(1,)), "2"),
        (item("A", "B", "C", right=(0, 2), form="multiple"), "1 3"),
        (item("A", "B", "C", right=(1,), form="sorting"), "2 1 2"),
        (STEPS, "3 1 2"),
    ],
    ids=["single", "multiple", "sorting", "ordering"],
)
def test_the_key_is_what_the_controls_hold_when_all_is_right(asked: Item, key: str) -> None:
    assert " ".join(map(str, key_of(asked))) == key


def whole(*items: Item) -> Check:
    return Check(asset="paper", items=items)


FIRST = item("Yes", "No")
OTHER = dataclasses.replace(FIRST, id="e" * 12, stem="What else?")


@pytest.mark.parametrize(
    "edit",
    [
        lambda one: dataclasses.replace(one, stem="What was it?"),
        lambda one: dataclasses.replace(one, options=one.options[::-1]),
        lambda _: item("Yes", "No", right=(1,)),
        lambda _: item("Yes", "Never"),
        lambda one: dataclasses.replace(one, id="f" * 12),
        lambda one: dataclasses.replace(one, groups=("Yes", "No")),
    ],
    ids=["stem", "places", "key", "words", "item", "groups"],
)
def test_an_edited_check_is_another_version(edit: Callable[[Item], Item]) -> None:
    assert version_of(whole(FIRST, OTHER)) != version_of(whole(edit(FIRST), OTHER))


def test_explanations_and_the_order_of_questions_make_no_other_version() -> None:
    explained = dataclasses.replace(
        FIRST,
        rationale="Look again.",
        options=tuple(dataclasses.replace(one, feedback="Oh.") for one in FIRST.options),
    )
    assert version_of(whole(FIRST, OTHER)) == version_of(whole(OTHER, explained))
    assert re.fullmatch("[0-9a-f]{12}", version_of(whole(FIRST)))


def test_a_check_without_items_has_no_version_and_is_not_listed(publication: Publication) -> None:
    tallies = {one.guide.asset.id: tally_of(one) for one in publication.compiled}
    empty = {name for name, tally in tallies.items() if tally == Tally(items=0, version="")}
    listed = checks_values(frame_of(publication), tallies)["checks"]
    assert empty
    assert {one.asset for one in listed} == tallies.keys() - empty
    assert [one.items_words for one in listed] == ["3 questions"]


def test_the_check_and_the_list_name_the_same_version(
    publication: Publication, templates: dict[str, str]
) -> None:
    site = render(publication, templates).files
    versions = [
        re.findall(r'data-check="([0-9a-f]{12})"', site[path].decode())
        for path in (f"{WHOLE}/check/index.html", "checks/index.html")
    ]
    assert versions[0] == versions[1] != []


MATCHING = dataclasses.replace(
    item("Order", "Note", "Statement", right=(0, 1), form="matching"),
    prompts=("Few came", "It costs more", "It was late"),
    matches=(1, 0, 1),
)
NUMERIC = dataclasses.replace(
    item(form="numeric"), number=Number(value="14.5", tolerance="0.5", unit="days")
)
SHORT = item("phone day", "day of the phone", right=(0, 1), form="short")


def with_check(
    publication: Publication, check: Check, pulse: tuple[PulseQuestion, ...] = ()
) -> Publication:
    """Return a publication whose every asset has this check and asks this without a key."""

    def changed(one: Compiled) -> Compiled:
        asset = one.guide.asset
        said = dataclasses.replace(asset.guidance, pulse=pulse)
        guide = dataclasses.replace(one.guide, asset=dataclasses.replace(asset, guidance=said))
        return dataclasses.replace(one, guide=guide, check=check)

    compiled = tuple(changed(one) for one in publication.compiled)
    return dataclasses.replace(publication, compiled=compiled)


def page_of(publication: Publication, templates: dict[str, str], check: Check) -> str:
    files = render(with_check(publication, check), templates).files
    return files[f"{WHOLE}/check/index.html"].decode()


def words_of(page: str) -> str:
    """Return the words of a page without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", "", page)))


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (FIRST, "Choose an answer to question 1."),
        (item("A", "B", "C", right=(0, 2), form="multiple"), "Choose at least one answer to"),
        (item("A", "B", form="sorting"), "Choose a side for each line of question 1."),
        (STEPS, "Give each step a number of its own in question 1."),
        (MATCHING, "Choose an answer for each line of question 1."),
        (NUMERIC, "Type a number in answer to question 1."),
        (SHORT, "Type an answer to question 1."),
    ],
    ids=lambda value: getattr(value, "form", ""),
)
def test_each_form_has_its_own_error(
    publication: Publication, templates: dict[str, str], asked: Item, error: str
) -> None:
    page = page_of(publication, templates, whole(asked))
    found = re.search(r'<p class="error" id="error-1">(.*?)</p>', page)
    assert found is not None
    assert words_of(found[1]).startswith(error)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (MATCHING, "Few came Note It costs more Order It was late Note Left over Statement"),
        (dataclasses.replace(MATCHING, matches=(1, 0, 2)), "It was late Statement It says so."),
        (NUMERIC, "Right 14.5 days, give or take 0.5 It says so."),
        (dataclasses.replace(NUMERIC, number=Number(value="-3")), "Right -3 It says so."),
        (SHORT, "Any of these phone day; day of the phone It says so."),
    ],
    ids=["decoy", "no decoy", "near", "exact", "short"],
)
def test_the_answer_can_be_read_without_scripts(
    publication: Publication, templates: dict[str, str], asked: Item, answer: str
) -> None:
    page = page_of(publication, templates, whole(asked))
    shown = page[page.index('<details class="answer">') : page.index('<p class="why source">')]
    assert f" {answer}" in words_of(shown)


def test_a_typed_answer_brings_what_it_is_compared_with_and_the_script_that_does(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = page_of(publication, templates, whole(NUMERIC, dataclasses.replace(SHORT, id="e" * 12)))
    found = [json.loads(html.unescape(one)) for one in re.findall('data-typed="([^"]*)"', page)]
    assert found == [
        {"value": "14.5", "tolerance": "0.5", "unit": "days"},
        ["phone day", "day of the phone"],
    ]
    scripts = re.findall(r'src="[./]*(\w+\.js)"', page)
    assert scripts == ["site.js", "kept.js", "grade.js", "check.js"]
    chosen = page_of(publication, templates, whole(MATCHING))
    assert "grade.js" not in chosen
    assert "Near enough counts." in page


DRAWN = Check(
    asset="paper",
    items=(FIRST, OTHER),
    more=(dataclasses.replace(NUMERIC, id="a" * 12), dataclasses.replace(SHORT, id="b" * 12)),
    draws=((FIRST.id, OTHER.id), ("b" * 12, "f" * 12, FIRST.id, "a" * 12), ("f" * 12,)),
)


def test_the_page_holds_the_pool_and_folds_what_is_not_asked_first(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = page_of(publication, templates, DRAWN)
    before, after = page.split("More questions")
    assert before.count('class="item"') == 2
    assert after.count('class="item"') == 2
    assert "2 questions." in words_of(before)
    assert 'data-draws="1 2,4 1 3"' in page
    assert "some questions are different" in page


def test_without_draws_the_first_items_are_asked_each_time(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = page_of(publication, templates, whole(FIRST, OTHER))
    assert 'data-draws="1 2"' in page
    assert "More questions" not in page
    assert "some questions are different" not in page


ASKED = PulseQuestion(span=Span(path="a.md", line=3), question="Which one?", options=("A", "B"))
OPEN = dataclasses.replace(ASKED, question="Why?", options=())


def test_questions_without_a_right_answer_stand_below_the_check_and_without_one(
    publication: Publication, templates: dict[str, str]
) -> None:
    for check in (whole(FIRST), Check(asset="paper")):
        asking = with_check(publication, check, pulse=(ASKED, OPEN))
        asking = dataclasses.replace(asking, feedback="")
        page = render(asking, templates).files[f"{WHOLE}/check/index.html"].decode()
        assert page.count("data-pulse=") == 2
        assert page.count('<input type="radio" name="pulse-1"') == 2
        assert page.count("<textarea") == 1
        assert "mailto:" not in page
        assert 'src="../../../../kept.js"' in page
        assert ("check.js" in page) == bool(check.items)


def test_the_answers_go_to_the_address_of_the_project(
    publication: Publication, templates: dict[str, str]
) -> None:
    asking = with_check(publication, whole(FIRST), pulse=(ASKED, OPEN))
    asking = dataclasses.replace(asking, feedback="guides@meridian.example")
    page = render(asking, templates).files[f"{WHOLE}/check/index.html"].decode()
    found = re.search(r'href="(mailto:[^"]+)"', page)
    assert found is not None
    letter = urlsplit(html.unescape(found[1]))
    assert letter.path == "guides@meridian.example"
    values = parse_qs(letter.query)
    assert values["subject"][0].startswith("Answers: The cost of a disputed invoice (")
    assert values["body"] == ["Which one?\r\nA\r\nB\r\n\r\n\r\nWhy?\r\n"]


def test_an_edited_pulse_is_another_question() -> None:
    known = pulse_id("paper", "Which?", ("A", "B"))
    assert re.fullmatch("[0-9a-f]{12}", known)
    others = {
        pulse_id("deck", "Which?", ("A", "B")),
        pulse_id("paper", "What?", ("A", "B")),
        pulse_id("paper", "Which?", ("A",)),
        pulse_id("paper", "Which?", ("AB",)),
    }
    assert known not in others
    assert len(others) == 4


def packed(*texts: str) -> int:
    """Return the size of files as a server sends them."""
    return sum(len(gzip.compress(text.encode())) for text in texts)


def test_what_the_check_brings_is_light(templates: dict[str, str]) -> None:
    assert packed(templates["check.js"]) < 3_000
    assert packed(templates["check.js"], templates["kept.js"]) < 3_600
    assert packed(templates["checks.js"]) < 2_200
    assert packed(templates["pulse.js"]) < 1_200
    assert packed(templates["check.css"]) < 1_900


def test_a_check_of_sixteen_questions_is_light_with_all_it_loads(
    publication: Publication, templates: dict[str, str]
) -> None:
    said = [hashlib.sha256(bytes([n])).hexdigest() for n in range(200)]
    texts = [" ".join(re.findall("..", one)) for one in said]  # sixty-odd signs that do not pack

    def long(n: int) -> Item:
        asked = MATCHING if n % 4 == 0 else item("A", "B", "C", "D")
        return dataclasses.replace(
            asked,
            id=f"{n:012x}",
            stem=texts.pop() * 2,
            rationale=texts.pop() * 2,
            options=tuple(
                Option(text=texts.pop(), correct=one.correct, feedback=texts.pop())
                for one in asked.options
            ),
        )

    items = tuple(long(n) for n in range(16))
    page = page_of(publication, templates, Check(asset="p", items=items[:5], more=items[5:]))
    names = ("site.js", "kept.js", "grade.js", "check.js", "pulse.js", "style.css", "check.css")
    assert page.count('class="item"') == 16
    assert packed(page, *(templates[name] for name in names)) < 60_000


def test_a_script_says_nothing_in_its_own_words(templates: dict[str, str]) -> None:
    for name in ("check.js", "checks.js", "kept.js", "pulse.js"):
        code = re.sub(r"//.*", "", templates[name])
        texts = re.findall(r'"([^"\n]*)"', code)
        assert texts
        assert [text for text in texts if re.search(r"^[A-Z]|\w+ \w+ \w+", text)] == []
        assert "innerHTML" not in code


@pytest.mark.parametrize(("name", "entries"), [("attempts", "attempts"), ("pulses", "pulses")])
def test_the_documented_example_fits_its_schema(name: str, entries: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    example = re.search(r"```json\n(.*?)```", (DOCS / f"{name}.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    found = json.loads(example[1])
    assert list(Draft202012Validator(schema).iter_errors(found)) == []
    del found[entries][0]["at"]
    assert list(Draft202012Validator(schema).iter_errors(found)) != []


def schema_of(name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads((DOCS / "schemas" / f"{name}-1.schema.json").read_text("utf-8"))


def test_a_pulse_is_the_same_in_both_schemas() -> None:
    assert schema_of("attempts")["$defs"]["Pulse"] == schema_of("pulses")["$defs"]["Pulse"]


@pytest.mark.parametrize(
    ("answer", "fits"),
    [
        ({"chosen": [1]}, True),
        ({"chosen": [], "typed": "14"}, True),
        ({"chosen": []}, False),
        ({"typed": "14"}, False),
    ],
)
def test_an_answer_is_chosen_or_typed(answer: dict[str, object], *, fits: bool) -> None:
    schema = schema_of("attempts")
    one = {**schema["$defs"]["Answer"], "$defs": schema["$defs"]}
    assert Draft202012Validator(one).is_valid({**answer, "right": True, "sure": False}) is fits

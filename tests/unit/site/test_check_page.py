"""What the check's page and the list of checks are filled with."""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from enablekit.extend.item_key import key_of, version_of
from enablekit.model.item import Check, Item, Option
from enablekit.model.span import Span
from enablekit.site.checks_page import Tally, checks_values, tally_of
from enablekit.site.frame import frame_of
from enablekit.site.pages import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.publication import Publication

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


def test_an_error_is_worded_the_same_at_the_top_and_at_the_question(
    publication: Publication, templates: dict[str, str]
) -> None:
    page = render(publication, templates).files[f"{WHOLE}/check/index.html"].decode()
    for number, words in (
        (1, "Choose an answer to question 1."),
        (2, "Choose at least one answer to question 2."),
        (3, "Choose a side for each line of question 3."),
    ):
        assert f'<li><a href="#question-{number}">{words}</a></li>' in page
        assert f'<p class="error" id="error-{number}">{words}</p>' in page


def test_what_the_check_brings_is_light(templates: dict[str, str]) -> None:
    assert len(gzip.compress(templates["check.js"].encode())) < 3_200
    assert len(gzip.compress(templates["check.css"].encode())) < 1_200


def test_a_script_says_nothing_in_its_own_words(templates: dict[str, str]) -> None:
    code = re.sub(r"//.*", "", templates["check.js"])
    texts = re.findall(r'"([^"\n]*)"', code)
    assert texts
    assert [text for text in texts if re.search(r"^[A-Z]|\w+ \w+ \w+", text)] == []
    assert "innerHTML" not in code


def test_the_documented_attempts_fit_their_schema() -> None:
    schema = json.loads((DOCS / "schemas" / "attempts-1.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    example = re.search(r"```json\n(.*?)```", (DOCS / "attempts.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    found = json.loads(example[1])
    assert list(Draft202012Validator(schema).iter_errors(found)) == []
    del found["attempts"][0]["at"]
    assert list(Draft202012Validator(schema).iter_errors(found)) != []

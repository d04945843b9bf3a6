"""A check as data: it fits its schema, says what is right in every form, and leaks nothing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from enablekit.encoding.wording import Wording
from enablekit.extend.item_key import version_of
from enablekit.model.audience import Audience
from enablekit.model.item import Check, Item, Number, Option
from enablekit.model.phrase import phrase
from enablekit.model.span import Span
from enablekit.model.strings import Strings
from enablekit.packing.check_file import SCHEMA, CheckWords, check_data, check_file, element_words
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled, Publication

CHECKOUT = Path(__file__).parents[3]
DOCS = CHECKOUT / "docs" / "reference"
FORM: dict[str, Any] = json.loads((DOCS / "schemas" / "check-1.schema.json").read_text("utf-8"))
FITS = Draft202012Validator(FORM)
EXAMPLE = CHECKOUT / "examples" / "meridian"


@pytest.fixture(scope="module", params=[Audience.INTERNAL, Audience.CUSTOMER], ids=str)
def meridian(request: pytest.FixtureRequest) -> Publication:
    return load(EXAMPLE, now="2026-11-01", audience=request.param)


@pytest.fixture(scope="module")
def one() -> Compiled:
    everything = load(EXAMPLE, now="2026-11-01", audience=Audience.INTERNAL)
    return next(each for each in everything.compiled if each.check.items)


def words(strings: Strings | None = None) -> CheckWords:
    return CheckWords(wording=Wording(strings=strings or Strings()), audience=Audience.CUSTOMER)


def item(form: str, **more: Any) -> Item:  # noqa: ANN401 - any field of an item
    told: dict[str, Any] = {
        "id": "0a1b2c3d4e5f",
        "kind": "written",
        "stem": "What is right?",
        "options": (Option(text="Left", correct=False), Option(text="Right", correct=True)),
        "rationale": "",
        "source": Span(path="secret/folder.md", line=4711),
        "objective": "",
        "bloom": "recall",
    }
    return Item(form=form, **(told | more))


def data_of(one: Compiled, *items: Item, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - of a check
    check = Check(asset=one.guide.asset.id, items=items, **more)
    return check_data(replace(one, check=check), words())


def test_every_check_of_the_example_fits_the_schema(meridian: Publication) -> None:
    around = CheckWords(wording=Wording(strings=meridian.strings), audience=meridian.audience)
    asked = [one for one in meridian.compiled if one.check.items]

    assert asked
    for one in asked:
        data = json.loads(check_file(one, around))
        assert [error.message for error in FITS.iter_errors(data)] == []
        assert {id_ for draw in data["draws"] for id_ in draw} <= {
            each["id"] for each in data["items"]
        }


@pytest.mark.parametrize(
    ("made", "key", "has"),
    [
        (item("single"), [2], {}),
        (
            item("multiple", options=(Option(text="A", correct=True),) * 2, written=True),
            [1, 2],
            {"written": True},
        ),
        (item("sorting", groups=("Use it", "Leave it alone")), [2, 1], {}),
        (item("ordering", order=(1, 0), drawn=True), [2, 1], {"drawn": True}),
        (
            item("matching", prompts=("A", "B"), matches=(1, 0)),
            [2, 1],
            {"prompts": ["A", "B"]},
        ),
        (
            item("numeric", options=(), number=Number(value="14.5", tolerance="0.5", unit="days")),
            [],
            {"number": {"value": "14.5", "tolerance": "0.5", "unit": "days"}},
        ),
        (item("short", options=(Option(text="Pallet", correct=True),)), [], {}),
    ],
    ids=lambda value: value.form if isinstance(value, Item) else "",
)
def test_an_item_of_every_form_fits_and_has_its_key(
    one: Compiled, made: Item, key: list[int], has: dict[str, Any]
) -> None:
    data = data_of(one, made)

    assert [error.message for error in FITS.iter_errors(data)] == []
    assert data["items"][0]["key"] == key
    assert data["items"][0].items() >= has.items()


def test_where_and_in_which_file_a_fact_stands_is_left_out(one: Compiled) -> None:
    told = json.dumps(data_of(one, item("single")))

    assert "secret" not in told
    assert "4711" not in told


def test_a_check_for_customers_holds_no_guidance_for_colleagues() -> None:
    public = load(EXAMPLE, now="2026-11-01", audience=Audience.CUSTOMER)
    inside = load(EXAMPLE, now="2026-11-01", audience=Audience.INTERNAL)
    kept = {one.guide.asset.id: one for one in public.compiled}
    around = CheckWords(wording=Wording(), audience=Audience.CUSTOMER)
    told = "".join(check_file(one, around).decode() for one in kept.values())
    # What colleagues are asked that customers are not, is nowhere in the customers' files.
    shared = {each.id for one in kept.values() for each in one.check.pool}
    hidden = [
        each.stem
        for one in inside.compiled
        for each in one.check.pool
        if each.id not in shared and each.written
    ]

    assert hidden
    assert [stem for stem in hidden if json.dumps(stem, ensure_ascii=False)[1:-1] in told] == []
    assert re.search(r"\.md\b|assets/|content/", told) is None


def test_without_draws_everything_asked_first_is_one_draw(one: Compiled) -> None:
    first, later = item("single"), item("single", id="5f4e3d2c1b0a")

    assert data_of(one, first, more=(later,))["draws"] == [["0a1b2c3d4e5f"]]


def test_draws_may_ask_the_whole_pool(one: Compiled) -> None:
    first, later = item("single"), item("single", id="5f4e3d2c1b0a")
    draws = (("0a1b2c3d4e5f",), ("5f4e3d2c1b0a",))
    data = data_of(one, first, more=(later,), draws=draws)

    assert data["draws"] == [["0a1b2c3d4e5f"], ["5f4e3d2c1b0a"]]
    assert [each["id"] for each in data["items"]] == ["0a1b2c3d4e5f", "5f4e3d2c1b0a"]


def test_a_pass_mark_that_is_asked_for_wins(one: Compiled) -> None:
    assert check_data(one, words())["pass"] == one.check.pass_mark
    assert check_data(one, words(), pass_mark=60)["pass"] == 60


def test_it_names_its_schema_and_its_version(one: Compiled) -> None:
    data = check_data(one, words())

    assert data["schema"] == SCHEMA
    assert data["version"] == version_of(one.check)


def test_what_surrounds_the_questions_is_said_in_the_language_of_the_site(one: Compiled) -> None:
    arabic = Strings(
        language="ar", words={"Try again": "أعد المحاولة", "What is {what}?": "ما هو {what}؟"}
    )
    check = Check(asset="a", items=(item("single", stem=phrase("What is {what}?", what="DSO")),))
    data = check_data(replace(one, check=check), words(arabic))

    assert (data["language"], data["direction"]) == ("ar", "rtl")
    assert data["words"]["again"] == "أعد المحاولة"
    assert data["items"][0]["stem"] == "ما هو DSO؟"


def test_the_script_asks_for_no_word_that_the_data_lacks() -> None:
    script = (CHECKOUT / "templates" / "element" / "enablekit-check.js").read_text("utf-8")
    known = element_words(Wording())
    asked = set(re.findall(r"\bwords\.(\w+)", script))
    asked |= set(re.findall(r'(?:told|partUnseen)\("(\w+)"\)', script))
    built = {name for name in known if name.startswith(("need_", "hint_"))}

    assert asked
    assert asked | built == set(known)


def test_there_is_a_complaint_for_every_form() -> None:
    forms = FORM["$defs"]["Item"]["properties"]["form"]["enum"]

    assert {f"need_{form}" for form in forms} <= set(element_words(Wording()))


def test_the_example_in_the_reference_fits_the_schema() -> None:
    page = (DOCS / "check-file.md").read_text("utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)

    assert example
    assert [error.message for error in FITS.iter_errors(json.loads(example[1]))] == []


def test_every_field_of_the_schema_is_in_the_reference() -> None:
    page = (DOCS / "check-file.md").read_text("utf-8")
    fields = {*FORM["properties"], *FORM["$defs"]["Item"]["properties"]}

    assert {name for name in fields if f"`{name}`" not in page and f'"{name}"' not in page} == set()

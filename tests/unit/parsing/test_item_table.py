from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.model.guidance_entries import AuthoredItem
from enablekit.parsing import item_table
from enablekit.parsing.imported import Imported, text_of


def read(text: str, **given_: str) -> Imported:
    found = item_table.read("q.csv", text, **given_)
    assert found is not None
    return found


def one(text: str) -> AuthoredItem:
    (item,) = read(text).items
    return item


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    text = "Question,Answer,Wrong 1,Wrong 2,Why\nWho?,Depot,Customer,Nobody,Page 2.\n"
    item = one(text.replace(",", delimiter))

    assert (item.stem, item.key, item.distractors, item.rationale) == (
        "Who?",
        ("Depot",),
        ("Customer", "Nobody"),
        "Page 2.",
    )


@pytest.mark.parametrize("key", ["2", "B", "b", "Customer", "customer"])
def test_a_key_is_a_number_a_letter_or_the_words_of_an_option(key: str) -> None:
    item = one(f"question;option 1;option 2;option 3;correct\nWho?;Depot;Customer;Nobody;{key}\n")

    assert (item.key, item.distractors) == (("Customer",), ("Depot", "Nobody"))


@pytest.mark.parametrize("key", ["1 3", "1, 3", "A;C", "Depot, Nobody", "A C"])
def test_a_key_may_name_several_options(key: str) -> None:
    item = one(f'stem,A,B,C,answer\nWho?,Depot,Customer,Nobody,"{key}"\n')

    assert item.key == ("Depot", "Nobody")


def test_wrong_answers_may_share_a_cell() -> None:
    assert one("stem,key,distractors\nWho?,a,b | c\n").distractors == ("b", "c")


def test_an_answer_alone_is_typed() -> None:
    number = one("question,answer\nHow many?,14 days\n")
    words = one("question,answer\nWho?,the depot|depot\n")

    assert (number.number, number.unit) == ("14", "days")
    assert words.answers == ("the depot", "depot")


def test_feedback_belongs_to_the_option_of_its_number() -> None:
    text = "question,option 1,feedback 1,option 2,feedback 2,correct\nWho?,a,Yes.,b,No.,1\n"

    assert [(said.option, said.say) for said in one(text).feedback] == [("a", "Yes."), ("b", "No.")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",a,b,1", "no question"),
        ("q?,a,b,", "which answer is right"),
        ("q?,a,b,9", "none of its options"),
        ("q?,2,1,1", "could be the words of an option or its number"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_line(row: str, why: str) -> None:
    found = read(f'question,A,B,key\n"x\n?",a,b,1\n{row}\ny?,a,b,2\n')

    assert [(item.stem, item.span.line) for item in found.items] == [("x\n?", 2), ("y?", 5)]
    assert [note.line for note in found.not_taken] == [4]
    assert why in found.not_taken[0].why


def test_a_table_without_questions_is_none() -> None:
    assert item_table.read("q.csv", "name,price\na,1\n") is None
    assert item_table.read("q.csv", "") is None


def test_the_mark_of_excel_and_its_encoding_do_no_harm() -> None:
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        text = text_of("Question;Answer;Wrong\r\nFür wen?;é;b\r\n".encode(encoding))
        assert one(text).stem == "Für wen?"


def ours(**cells: str) -> str:
    written = io.StringIO()
    table = csv.DictWriter(written, list(cells), quoting=csv.QUOTE_ALL)
    table.writeheader()
    table.writerow(cells)
    return written.getvalue()


def test_each_form_of_our_own_table_is_read_back() -> None:
    options = {"option_1": "b", "option_2": "'=a", "option_3": "c"}
    base = {"asset": "a", "kind": "written", "stem": "q?", **options}
    choice = one(ours(**base, form="multiple", key="2 3"))
    order = one(ours(**base, form="ordering", key="2 1 3"))
    match = one(ours(**base, form="matching", key="2 1", prompts="x | y"))
    sort = one(ours(**base, form="sorting", key="1 2 1", groups="Use it | Leave it"))
    short = one(ours(**base, form="short", key=""))
    number = one(ours(kind="w", stem="q?", form="numeric", key="14", tolerance="1", unit="days"))

    assert (choice.key, choice.distractors) == (("=a", "c"), ("b",))
    assert order.steps == ("=a", "b", "c")
    assert [(pair.prompt, pair.answer) for pair in match.pairs] == [("x", "=a"), ("y", "b")]
    assert match.distractors == ("c",)
    assert [(pair.prompt, pair.answer) for pair in sort.pairs] == [
        ("b", "Use it"),
        ("=a", "Leave it"),
        ("c", "Use it"),
    ]
    assert short.answers == ("b", "=a", "c")
    assert (number.number, number.tolerance, number.unit) == ("14", "1", "days")


def test_rows_of_other_assets_are_left_out_where_this_one_has_some() -> None:
    text = "asset,question,answer\nx,a?,b\ny,c?,d\n"

    assert [item.stem for item in read(text, asset="x").items] == ["a?"]
    assert [item.stem for item in read(text, asset="z").items] == ["a?", "c?"]
    assert "1 of its rows" in read(text, asset="x").not_taken[0].why


@settings(max_examples=300)
@given(st.text(st.sampled_from(list("ab1,;|\t\"\n '=")), max_size=60) | st.text())
def test_no_table_stops_the_reading(rest: str) -> None:
    text = text_of(f"question,A,B,key,wrong\n{rest}".encode("utf-8", "replace"))

    found = read(text)

    assert all(item.stem and item.told_by for item in found.items)
    assert all(note.line >= 1 for note in found.not_taken)

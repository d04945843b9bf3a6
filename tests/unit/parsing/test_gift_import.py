from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.model.guidance_entries import AuthoredItem
from enablekit.parsing import gift
from enablekit.parsing.imported import text_of


def one(text: str) -> AuthoredItem:
    (item,) = gift.read("q.gift", text).items
    return item


def left(text: str) -> list[tuple[int, str]]:
    return [(note.line, note.why) for note in gift.read("q.gift", text).not_taken]


def test_a_choice_has_its_key_distractors_feedback_and_rationale() -> None:
    item = one(
        "::Q1:: Who? {\n=The depot#Yes.\n~The customer#No.\n~Nobody\n####Page 2\\: depots.\n}"
    )

    assert (item.stem, item.key, item.distractors) == (
        "Who?",
        ("The depot",),
        ("The customer", "Nobody"),
    )
    assert [(said.option, said.say) for said in item.feedback] == [
        ("The depot", "Yes."),
        ("The customer", "No."),
    ]
    assert item.rationale == "Page 2: depots."


def test_weights_make_several_keys() -> None:
    item = one("Which two? {~%50%Price ~%50%Quantity ~%-100%Colour}")

    assert (item.key, item.distractors) == (("Price", "Quantity"), ("Colour",))


@pytest.mark.parametrize(
    ("text", "key"), [("{T}", "True"), ("{FALSE}", "False"), ("{ TRUE#no#yes }", "True")]
)
def test_true_or_false_is_a_choice_of_two(text: str, key: str) -> None:
    item = one(f"It is so. {text}")

    assert item.key == (key,)
    assert {*item.key, *item.distractors} == {"True", "False"}


def test_feedback_of_true_or_false_is_first_for_who_is_wrong() -> None:
    item = one("It is so. {FALSE#wrong#right####general}")

    assert {said.option: said.say for said in item.feedback} == {"True": "wrong", "False": "right"}
    assert item.rationale == "general"


@pytest.mark.parametrize(
    ("answer", "number", "tolerance"),
    [
        ("#14", "14", ""),
        ("#14:0", "14", ""),
        ("#14:0.5", "14", "0.5"),
        ("#13..16", "14.5", "1.5"),
        ("#-2..-1", "-1.5", "0.5"),
        ("#=14:1#Yes.", "14", "1"),
        ("#%100%3.1415:0.0005", "3.1415", "0.0005"),
    ],
)
def test_numbers_are_exact(answer: str, number: str, tolerance: str) -> None:
    item = one(f"How many? {{{answer}}}")

    assert (item.number, item.tolerance) == (number, tolerance)


def test_of_several_numbers_the_one_that_counts_in_full_is_right() -> None:
    text = "When? {#\n=%50%1822:2#close\n=1822:0#exact\n~#no}"

    assert (one(text).number, one(text).tolerance, one(text).rationale) == ("1822", "", "exact")
    assert [line for line, _ in left(text)] == [1, 1]


def test_pairs_are_matched_and_what_has_no_prompt_is_a_decoy() -> None:
    item = one("Match. {\n=CFO -> Cost paper\n=CTO -> Brief\n= -> Datasheet\n}")

    assert [(pair.prompt, pair.answer) for pair in item.pairs] == [
        ("CFO", "Cost paper"),
        ("CTO", "Brief"),
    ]
    assert item.distractors == ("Datasheet",)


def test_short_answers_are_those_that_count_in_full() -> None:
    text = "Name it. {=thirty days =30 days =%50%a month =thir*}"

    assert one(text).answers == ("thirty days", "30 days")
    assert len(left(text)) == 2


def test_a_missing_word_leaves_a_gap() -> None:
    assert one("Match runs {=before ~after} the invoice.").stem == "Match runs _____ the invoice."


def test_escaped_signs_are_letters() -> None:
    item = one(r"::a\:b:: 2 \= \{1 + 1\} \# \~ \: \\ done? {=1\n2 ~C\:\\x}")

    assert item.stem == r"2 = {1 + 1} # ~ : \ done?"
    assert (item.key, item.distractors) == (("1\n2",), (r"C:\x",))


def test_html_becomes_words() -> None:
    item = one(r"[html]<p>Which <b>piece</b>?</p><p>A &gt; B</p> {=a &amp; b ~<i>c</i> ~&\#37;}")

    assert item.stem == "Which piece?\nA > B"
    assert (item.key, item.distractors) == (("a & b",), ("c", "%"))


def test_plain_and_markdown_stay_as_they_are() -> None:
    assert one("[plain]a < b <i>? {=x ~y}").stem == "a < b <i>?"
    assert one("[markdown]**a**? {=x ~y}").stem == "**a**?"


def test_comments_categories_and_names_are_no_question() -> None:
    text = "// a\n$CATEGORY: b\n\n// [id:x] [tag:y]\n::n::a? {=b ~c}\n// d\n\n$CATEGORY: e\n"
    read = gift.read("q.gift", text)

    assert [(item.stem, item.span.line) for item in read.items] == [("a?", 5)]
    assert read.not_taken == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a?\n{}", "essay"),
        ("Only text.", "asks nothing"),
        ("a? {=b", "do not match"),
        ("a? =b}", "do not match"),
        ("{=b ~c}", "asks nothing"),
        ("a? {~b ~c}", "none of its answers is right"),
        ("a? {=b -> c}", "fewer than two pairs"),
        ("a? {=b -> c =d}", "no `->`"),
        ("a? {#many}", "no number"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line_and_the_rest_is_read(
    text: str, why: str
) -> None:
    read = gift.read("q.gift", f"x? {{=y ~z}}\n\n\n{text}\n\nv? {{=y ~z}}\n")

    assert [item.stem for item in read.items] == ["x?", "v?"]
    assert [note.line for note in read.not_taken] == [4]
    assert why in read.not_taken[0].why


def test_blank_lines_between_braces_do_not_part_a_question() -> None:
    read = gift.read("q.gift", "a? {\n\n=b\n\n~c\n}\n\nd? {=e ~f}\n")

    assert [(item.stem, item.key) for item in read.items] == [("a?", ("b",)), ("d?", ("e",))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_other_systems_are_read_in_their_encoding(encoding: str) -> None:
    assert one(text_of("Für wen?\r\n{=é ~b}\r\n".encode(encoding))).stem == "Für wen?"


def escaped(text: str) -> str:
    """Write a text as Moodle does; see `repchar` in its question/format/gift/format.php."""
    for sign in "\\#=~{}:":
        text = text.replace(sign, f"\\{sign}")
    return text


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Z"]), min_size=1
).filter(lambda text: not text.startswith(("%", "//", "$", "[")))


@settings(max_examples=300)
@given(TEXTS, st.lists(TEXTS, min_size=2, max_size=4, unique=True))
def test_whatever_was_escaped_is_read_back(stem: str, options: list[str]) -> None:
    key, *wrong = (escaped(one) for one in options)
    answers = "\n".join([f"={key}", *(f"~{text}" for text in wrong)])
    item = one(f"[plain]{escaped(stem)} {{\n{answers}\n}}")

    assert item.stem == stem
    assert (*item.key, *item.distractors) == tuple(options)


@settings(max_examples=300)
@given(st.text(st.sampled_from(list("a1 \n\\{}=~#%:->.*[]$/T")), max_size=60) | st.text())
def test_no_text_stops_the_reading(text: str) -> None:
    read = gift.read("q.gift", text_of(text.encode("utf-8", "replace")))

    assert all(item.stem and item.told_by for item in read.items)
    assert all(note.line >= 1 and note.why for note in read.not_taken)

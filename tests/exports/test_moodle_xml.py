"""Moodle XML, held against the rules of Moodle's importer (question/format/xml/format.php)."""

from __future__ import annotations

import html
import itertools
import re
from typing import Any
from xml.parsers import expat

import pytest
from hypothesis import example, given, settings
from lxml import etree
from question_samples import (
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

from enablekit.exporters import moodle_xml
from enablekit.model.audience import Audience
from enablekit.model.item import Number
from enablekit.model.parcel import Parcel

# One question of any other type makes Moodle 4.1 drop the whole file, and report success.
CORE = {"category", "multichoice", "matching", "numerical", "shortanswer"}
COMMON = {
    "name", "questiontext", "generalfeedback", "defaultgrade", "hidden", "idnumber", "tags",
}  # fmt: skip
OWN = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"},
    "matching": {"shuffleanswers", "subquestion"},
    "numerical": {"answer", "units", "unitgradingtype", "showunits"},
    "shortanswer": {"usecase", "answer"},
}
# The parts of a mark that Moodle accepts (question/engine/bank.php), in percent.
FRACTIONS = {
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
    12.5, 11.11111, 10, 5, 0,
}  # fmt: skip
LONGEST_NAME = 255
LONGEST_ID = 100
LONGEST_ANSWER = 255  # of a pair, question/type/match/db/install.xml
LONGEST_UNIT = 50  # question/type/numerical/db/install.xml


def questions(given_parcel: Parcel) -> list[etree._Element]:
    """Return every question, the category among them, after holding the file against the rules."""
    root = etree.fromstring(only(moodle_xml.files(given_parcel)))
    assert root.tag == "quiz"
    found = list(root)
    assert found[0].get("type") == "category"
    for one in found:
        assert one.tag == "question"
        follows_the_rules(one)
    return found


def follows_the_rules(one: etree._Element) -> None:
    """Fail where Moodle's importer would refuse a question or lose part of it."""
    kind = str(one.get("type"))
    assert kind in CORE
    if kind == "category":
        path = text(one, "category")
        assert path.startswith("top/")
        assert len(categories(path)) == 3
        assert all(categories(path))
        return
    assert {str(child.tag) for child in one} <= COMMON | OWN[kind]
    assert 0 < len(text(one, "name")) <= LONGEST_NAME
    assert not re.search("[<>]", text(one, "name"))  # PARAM_TEXT takes tags out
    assert one.find("questiontext").get("format") == "html"
    assert text(one, "questiontext")
    assert 0 < len(one.findtext("idnumber") or "") <= LONGEST_ID
    assert all(text(tag) and not re.search("[<>`]", text(tag)) for tag in one.iter("tag"))
    CHECKS[kind](one)


def categories(path: str) -> list[str]:
    """Return the names in a path as Moodle splits it, `split_category_path` in its format.php."""
    return [part.replace("//", "/").strip() for part in re.split("(?<!/)/(?!/)", path)]


def choice(one: etree._Element) -> None:
    fractions = [float(answer.get("fraction")) for answer in one.findall("answer")]
    assert len(fractions) >= 2
    assert {abs(fraction) for fraction in fractions} <= FRACTIONS
    total = sum(fraction for fraction in fractions if fraction > 0)
    if one.findtext("single") == "true":
        assert max(fractions) == 100
    else:
        assert total == pytest.approx(100, abs=0.001)
    assert all(text(answer) for answer in one.findall("answer"))


def match(one: etree._Element) -> None:
    pairs = [(text(sub), text(sub.find("answer"))) for sub in one.findall("subquestion")]
    assert len(pairs) >= 2
    # A question without an answer, or a longer answer, ends the import where it stands.
    assert all(0 < len(answer) <= LONGEST_ANSWER for _, answer in pairs)


def number(one: etree._Element) -> None:
    (answer,) = one.findall("answer")
    assert float(text(answer)) is not None
    assert float(answer.findtext("tolerance") or "") >= 0
    assert answer.get("fraction") == "100"
    assert all(0 < len(unit.text or "") <= LONGEST_UNIT for unit in one.iter("unit_name"))


def short(one: etree._Element) -> None:
    assert one.findall("answer")
    assert {answer.get("fraction") for answer in one.findall("answer")} == {"100"}


CHECKS = {"multichoice": choice, "matching": match, "numerical": number, "shortanswer": short}


def text(one: etree._Element, path: str = "") -> str:
    """Return what the importer reads: the text element of an element, trimmed."""
    found = one.find(path) if path else one
    assert found is not None, path
    (words,) = found.findall("text")
    assert len(words) == 0
    return (words.text or "").strip()


def seen(markup: str) -> str:
    """Return what a reader sees of HTML."""
    return shown(html.unescape(re.sub(r"<br>|</?p>", " ", markup)))


def by_id(found: list[etree._Element]) -> dict[str, etree._Element]:
    return {
        str(one.findtext("idnumber"))[-2:]: one for one in found if one.find("idnumber") is not None
    }


def test_every_form_becomes_a_type_of_moodles_core() -> None:
    found = questions(parcel())

    assert [one.get("type") for one in found] == [
        "category", "multichoice", "multichoice", "matching", "matching", "matching", "numerical",
        "shortanswer", "numerical", "multichoice",
    ]  # fmt: skip


def test_what_is_right_is_right_in_moodle() -> None:
    found = by_id(questions(parcel()))

    def answers(place: str) -> list[tuple[str, str]]:
        return [(text(one), one.get("fraction")) for one in found[place].findall("answer")]

    def pairs(place: str) -> list[tuple[str, str]]:
        subs = found[place].findall("subquestion")
        return [(text(one), text(one.find("answer"))) for one in subs]

    assert answers("01") == [("Cash", "0"), ("Time", "100"), ("Fame", "0")]
    assert answers("02") == [("One", "50"), ("Two", "-100"), ("Three", "50"), ("Four", "-100")]
    assert pairs("03") == [
        ("They ask", "Use it"), ("They left", "Leave it alone"), ("They pay", "Use it"),
    ]  # fmt: skip
    assert pairs("04") == [("Last", "3"), ("First", "1"), ("Middle", "2")]
    assert pairs("05") == [("The CFO", "Calculator"), ("The engineer", "Brief"), ("", "Decoy")]
    assert answers("06") == [("-14.5", "100")]
    assert found["06"].findtext("answer/tolerance") == "0.3"
    assert found["06"].findtext("units/unit/unit_name") == "days"
    assert answers("07") == [("Thirty days", "100"), ("30 days", "100")]
    assert found["08"].find("units") is None


def test_a_question_carries_its_id_its_tags_and_what_is_said_of_it() -> None:
    found = by_id(questions(parcel()))

    assert found["01"].findtext("idnumber") == "aaaaaaaaaa01"
    assert [text(one) for one in found["09"].iter("tag")] == [
        "topic-pricing", "topic-cash flow", "kind-written", "bloom-recall", "drawn",
    ]  # fmt: skip
    assert text(found["01"], "generalfeedback") == "<p>Because the piece says so.</p>"
    assert text(found["09"], "generalfeedback") == (
        "<p>Because the piece says so.</p><p>Drawn from the text and confirmed by nobody</p>"
    )
    said = [text(one, "feedback") for one in found["01"].findall("answer")]
    assert said == ["About Cash", "About Time", "About Fame"]


def test_what_is_said_to_an_option_is_not_lost_where_a_type_has_no_room_for_it() -> None:
    sorting = item(
        "aaaaaaaaaa21", "sorting", options=options("One", "Two", said=True), groups=("A", "B")
    )

    found = by_id(questions(parcel((sorting,))))

    assert seen(text(found["21"], "generalfeedback")) == (
        "Because the piece says so. One: About One Two: About Two"
    )


def test_options_with_an_order_of_their_own_are_not_shuffled() -> None:
    found = by_id(questions(parcel()))

    assert found["09"].findtext("shuffleanswers") == "false"
    assert found["01"].findtext("shuffleanswers") == "true"


@pytest.mark.parametrize("keys", range(1, 11))
def test_any_number_of_right_options_shares_a_whole_mark(keys: int) -> None:
    many = item(
        "aaaaaaaaaa22", "multiple", options=options(*map(str, range(keys + 1)), right=range(keys))
    )

    (_, found) = questions(parcel((many,)))

    assert found.get("type") == "multichoice"
    assert len(found.findall("answer")) == keys + 1


def test_a_group_nothing_belongs_to_can_still_be_chosen() -> None:
    one_sided = item(
        "aaaaaaaaaa23", "sorting", options=options("One", "Two", right=(0, 1)), groups=("A", "B")
    )

    (_, found) = questions(parcel((one_sided,)))

    assert [text(one.find("answer")) for one in found.findall("subquestion")] == ["A", "A", "B"]


def test_a_star_in_a_typed_answer_stands_for_itself() -> None:
    starred = item("aaaaaaaaaa24", "short", options=options("5 * 5"))

    (_, found) = questions(parcel((starred,)))

    assert text(found.find("answer")) == r"5 \* 5"


def test_a_choice_of_one_option_is_left_out_because_moodle_refuses_it() -> None:
    alone = item("aaaaaaaaaa25", "single", options=options("Only this"))

    assert len(questions(parcel((alone, ITEMS[0])))) == 2
    assert moodle_xml.lacks(parcel((alone,)).compiled[0]) == "has no question that Moodle can ask"
    assert moodle_xml.lacks(parcel(()).compiled[0]) == "has no check"


def test_slashes_in_names_do_not_make_categories() -> None:
    (category,) = questions(parcel((), title="Pricing / terms", name="A/B"))

    assert text(category, "category") == "top/A//B/Pricing // terms"


@pytest.mark.parametrize("name", ["/start", "end/", "//", "a//b", "/"])
def test_a_name_that_begins_or_ends_with_a_slash_stays_one_category(name: str) -> None:
    """A third slash in a row is never a border, in `split_category_path` of Moodle's format.php."""
    (category,) = questions(parcel((), title=name, name=name))

    assert categories(text(category, "category")) == ["top", name, name]


def test_no_asset_is_called_as_moodles_own_category_that_it_passes_over() -> None:
    (category,) = questions(parcel((), title="top", name="top"))

    assert text(category, "category") == "top/Top/Top"


def test_answers_too_long_for_moodles_list_stand_in_the_question_with_numbers() -> None:
    long = "a word " * 60
    pairs = item(
        "aaaaaaaaaa26", "matching", options=options(long, f"{long}other", "b" * 400),
        prompts=("One", "Two"), matches=(1, 0),
    )  # fmt: skip

    (_, found) = questions(parcel((pairs,)))

    listed = re.findall("<li>(.*?)</li>", text(found, "questiontext"))
    assert [seen(one) for one in listed] == [long.strip(), f"{long}other", "b" * 400]
    answers = [text(one.find("answer")) for one in found.findall("subquestion")]
    assert [answer[:9] for answer in answers] == ["2. a word", "1. a word", "3. bbbbbb"]
    assert all(answer.endswith(" …") and len(answer) > 200 for answer in answers)
    assert re.fullmatch(r"2\. (a word )+(a )?…", answers[0])  # by whole words


def test_answers_that_are_one_number_to_moodle_are_told_apart() -> None:
    """PHP takes `10` and `10.0` for equal, and Moodle looks for an answer with `array_search`."""
    pairs = item(
        "aaaaaaaaaa27", "matching", options=options("10", "10.0"), prompts=("A", "B"),
        matches=(1, 0),
    )  # fmt: skip

    (_, found) = questions(parcel((pairs,)))

    answers = [text(one.find("answer")) for one in found.findall("subquestion")]
    assert answers == ["2. 10.0", "1. 10"]


def test_a_unit_too_long_for_moodle_stands_in_the_question_only() -> None:
    counted = item("aaaaaaaaaa28", "numeric", number=Number(value="3", unit="euro " * 11))

    (_, found) = questions(parcel((counted,)))

    assert found.find("units") is None
    assert "euro euro" in text(found, "questiontext")


def as_moodles_reader_hands_on(content: bytes) -> list[str]:
    """
    Return the texts of a file as Moodle's reader hands them on.

    It gets a text in pieces, one for each entity, and keeps a piece if it is not only blanks:
    `characterdata` in public/lib/classes/xml_parser.php of https://github.com/moodle/moodle.
    """
    found: list[list[str]] = []
    inside = ""
    reader = expat.ParserCreate()
    reader.buffer_text = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = name
        found.extend([[]] if name in {"text", "unit_name"} else [])

    def end(_: str) -> None:
        nonlocal inside
        inside = ""

    def characters(piece: str) -> None:
        kept = piece == "0" or piece.strip(" \t\n\r\0\x0b")
        if kept and inside in {"text", "unit_name"}:
            found[-1].append(piece)

    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.CharacterDataHandler = characters
    reader.Parse(content, True)  # noqa: FBT003 - the end of the file, by place only
    return ["".join(pieces) for pieces in found]


@settings(deadline=None)
@example("< >")
@example("]]> ]]>")
@example("<b>bold</b> <i>it</i>")
@given(text_=NASTY)
def test_no_text_loses_a_blank_in_moodles_reader(text_: str) -> None:
    content = only(moodle_xml.files(parcel(with_text(text_), title=text_, name=text_)))

    texts = etree.fromstring(content).iter("text", "unit_name")

    for whole, read in itertools.zip_longest(texts, as_moodles_reader_hands_on(content)):
        assert (read or "").strip() == (whole.text or "").strip()  # Moodle trims it


@settings(deadline=None)
@example("\\")
@given(text_=NASTY)
def test_any_text_comes_back(text_: str) -> None:
    found = by_id(questions(parcel(with_text(text_), title=text_, name=text_)))

    for place in ("01", "02", "03", "04", "05", "07"):
        assert seen(text(found[place], "questiontext")) == shown(text_)
        assert seen(text(found[place], "generalfeedback")).startswith(shown(text_))
    assert seen(text(found["06"], "questiontext")) == shown(f"{text_} ({text_})")
    assert seen(text(found["01"].find("answer"))) == shown(text_)
    assert seen(text(found["01"].find("answer"), "feedback")) == shown(f"About {text_}")
    first = found["03"].find("subquestion")
    assert seen(text(first)) == shown(f"{text_} 1")
    assert seen(text(first, "answer")) == shown(text_)
    assert text(found["07"].find("answer")) == shown(f"a{text_}").replace("*", r"\*")


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.CUSTOMER])
def test_the_example_has_as_many_ids_as_questions(audience: Audience) -> None:
    given_parcel = whole_example(audience)

    found: list[Any] = questions(given_parcel)

    ids = [one.findtext("idnumber") for one in found if one.get("type") != "category"]
    assert ids == [one.id for one in asked(given_parcel)]
    assert len(set(ids)) == len(ids)
    assert len(found) - len(ids) == len(given_parcel.compiled)


def test_two_exports_have_the_same_bytes_and_no_file_name_of_the_project() -> None:
    first = moodle_xml.files(parcel(audience=Audience.CUSTOMER))

    assert first == moodle_xml.files(parcel(audience=Audience.CUSTOMER))
    assert b"secret-folder" not in only(first)
    assert b"4711" not in only(first)

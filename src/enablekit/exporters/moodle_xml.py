"""Moodle XML: the questions of every asset for a question bank, with ids, tags and feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.wording import Wording
from enablekit.extend.item_in_words import in_words
from enablekit.packing.checks import named
from enablekit.packing.item_tags import tags
from enablekit.packing.moodle_pairs import pairs_as_html
from enablekit.packing.moodle_question import (
    accepted,
    asked,
    asked_by_moodle,
    category,
    explained,
    fractions,
    is_paired,
    lacks_moodle_questions,
)
from enablekit.packing.question_text import as_html, named_for, on_one_line
from enablekit.packing.xml_element import Element, Verbatim, document, element

if TYPE_CHECKING:
    from enablekit.model.item import Item
    from enablekit.model.parcel import Parcel

# Characters that the name of a unit may have in Moodle's database (question_numerical_units),
# https://github.com/moodle/moodle/blob/main/public/question/type/numerical/db/install.xml
_LONGEST_UNIT = 50
_MARKS = frozenset("&<>")

NAME = "moodle-xml"
SUMMARY = "questions for Moodle's question bank, with everything it can keep"

lacks = lacks_moodle_questions


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write one file with a category for each asset.

    The format is https://docs.moodle.org/en/Moodle_XML_format; only types of Moodle's core are
    used, because one question of another type makes Moodle drop the whole file.
    """
    wording = Wording(strings=parcel.publication.strings)
    questions: list[Element] = []
    for one in parcel.compiled:
        questions.append(_category(category(parcel, one)))
        questions += [_question(in_words(item, wording), wording) for item in asked_by_moodle(one)]
    return {named(parcel, ".moodle.xml"): document(element("quiz", *questions))}


def _category(path: str) -> Element:
    return element("question", element("category", _text(path)), type="category")


def _question(item: Item, wording: Wording) -> Element:
    stem = wording.told(item.stem)
    kind, parts = _kind(item, wording)
    return element(
        "question",
        element("name", _text(named_for(stem, item.id))),
        _html("questiontext", asked(item, wording)),
        _html("generalfeedback", explained(item, wording)),
        element("defaultgrade", "1"),
        element("hidden", "0"),
        element("idnumber", item.id),
        *parts,
        element("tags", *(element("tag", _text(tag)) for tag in tags(item))),
        type=kind,
    )


def _kind(item: Item, wording: Wording) -> tuple[str, tuple[Element, ...]]:
    """Return Moodle's type for an item, and what this type has of its own."""
    if item.form == "numeric" and item.number:
        return "numerical", _number(item)
    if item.form == "short":
        answers = (_answer(_text(one), "100") for one in accepted(item))
        return "shortanswer", (element("usecase", "0"), *answers)
    if is_paired(item):
        pairs = (
            element("subquestion", _text(one), element("answer", _text(other)), format="html")
            for one, other in pairs_as_html(item, wording)
        )
        return "matching", (element("shuffleanswers", "true"), *pairs)
    return "multichoice", _choice(item, wording)


def _choice(item: Item, wording: Wording) -> tuple[Element, ...]:
    """Return options; they are shuffled unless they stand in an order of their own."""
    answers = (
        _answer(_text(as_html(option.text)), worth, *_said(wording.told(option.feedback)))
        for option, worth in zip(item.options, fractions(item), strict=True)
    )
    return (
        element("single", "false" if item.form == "multiple" else "true"),
        element("shuffleanswers", "false" if item.in_order else "true"),
        element("answernumbering", "abc"),
        *answers,
    )


def _number(item: Item) -> tuple[Element, ...]:
    """Return the number; its unit may be typed after it, and need not be."""
    number = item.number
    if number is None:
        return ()
    answer = _answer(
        _text(number.value), "100", element("tolerance", number.tolerance), form="plain_text"
    )
    unit = on_one_line(number.unit)
    if not unit or len(unit) > _LONGEST_UNIT:
        return (answer,)
    named_unit = element("unit_name", *_words(unit))
    return (
        answer,
        element("units", element("unit", element("multiplier", "1"), named_unit)),
        element("unitgradingtype", "0"),
        element("showunits", "0"),
    )


def _answer(words: Element, worth: str, *more: Element, form: str = "html") -> Element:
    return element("answer", words, *more, fraction=worth, format=form)


def _said(feedback: str) -> tuple[Element, ...]:
    return (_html("feedback", as_html(feedback)),) if feedback else ()


def _html(name: str, words: str) -> Element:
    return element(name, _text(words), format="html")


def _text(words: str) -> Element:
    return element("text", *_words(words))


def _words(words: str) -> tuple[str | Verbatim, ...]:
    """
    Return text that Moodle reads whole.

    Its reader gets a text in pieces, one for each entity, and drops those that are only blanks
    (`characterdata` in
    https://github.com/moodle/moodle/blob/main/public/lib/classes/xml_parser.php), so that
    `&lt;i> &lt;b>` would lose its blank. A CDATA section comes in one piece.
    """
    if _MARKS.intersection(words):
        return (Verbatim(words=words),)
    return (words,) if words else ()

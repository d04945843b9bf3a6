"""Pairs as Moodle's matching questions hold them, whose answers stand in lists to choose from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.packing.pairing import pairing
from enablekit.packing.question_text import as_html, on_one_line

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item
    from enablekit.packing.pairing import Pairing

# Characters of HTML. One answer above ends the import with an error of the database: the column
# `answertext` of `qtype_match_subquestions` is as long,
# https://github.com/moodle/moodle/blob/main/public/question/type/match/db/install.xml
_LONGEST_ANSWER = 255
# What PHP takes for a number and compares as one, https://www.php.net/language.types.numeric-strings
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def pairs_as_html(item: Item, wording: Wording) -> tuple[tuple[str, str], ...]:
    """
    Return pairs as HTML, decoys after them with nothing on their left.

    Both sides are, since Moodle reads the right side as HTML on one line (`format_string`).
    """
    found = pairing(item, wording)
    numbered = numbered_answers(found)
    shown = {
        answer: _shortened(f"{numbered.index(answer) + 1}. {answer}") if numbered else answer
        for answer in found.right
    }
    decoys = tuple(("", one) for one in dict.fromkeys(found.decoys))
    return tuple((as_html(one), _inline(shown[other])) for one, other in (*found.pairs, *decoys))


def numbered_answers(found: Pairing) -> tuple[str, ...]:
    """
    Return the answers that have to stand in the question with numbers, or nothing.

    They do where one is too long for Moodle, and where two differ only as written: Moodle would
    offer `10` and `10.0` as one answer, since it looks for an answer with PHP's `==`.
    """
    answers = tuple(dict.fromkeys(found.right))
    too_long = any(len(_inline(answer)) > _LONGEST_ANSWER for answer in answers)
    as_php_compares = {_as_php_compares(answer) for answer in answers}
    return answers if too_long or len(as_php_compares) < len(answers) else ()


def _as_php_compares(answer: str) -> str | float:
    written = _inline(answer)
    return float(written) if _NUMBER.fullmatch(written) else written


def _shortened(answer: str) -> str:
    """Return the start of an answer that fits, by whole words where there are several."""
    words = on_one_line(answer)
    while len(_inline(words)) > _LONGEST_ANSWER:
        kept = words.removesuffix(" \u2026")[: _LONGEST_ANSWER - 2]
        shorter = kept.rpartition(" ")[0]
        words = f"{shorter if shorter.count(' ') else kept[:-1]} \u2026"
    return words


def _inline(words: str) -> str:
    return as_html(words).replace("<br>", " ")

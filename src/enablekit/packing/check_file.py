"""A check as data that stands alone: what the element on a page takes, and packages carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding.json_data import line
from enablekit.encoding.wording import direction
from enablekit.extend.item_in_words import in_words
from enablekit.extend.item_key import key_of, version_of
from enablekit.model.phrase import keys

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.audience import Audience
    from enablekit.model.item import Item
    from enablekit.model.publication import Compiled

SCHEMA = "enablekit.check/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """What surrounds a check: the words of its language, and whose eyes it is for."""

    wording: Wording
    audience: Audience


def check_data(compiled: Compiled, words: CheckWords, *, pass_mark: int = 0) -> dict[str, Any]:
    """
    Return the check of an asset as plain data; docs/reference/check-file.md describes it.

    Args:
        compiled: The asset.
        words: The language, and for whom.
        pass_mark: Percent of items to answer correctly instead of what the check says; 0 for that.

    """
    asset, check = compiled.guide.asset, compiled.check
    language = words.wording.strings.language
    return {
        "schema": SCHEMA,
        "asset": asset.id,
        "title": asset.title,
        "audience": words.audience.word,
        "language": language,
        "direction": direction(language),
        "content_language": asset.language,
        "version": version_of(check),
        "pass": pass_mark or check.pass_mark,
        "draws": [list(draw) for draw in check.draws] or [[item.id for item in check.items]],
        "items": [_item(in_words(item, words.wording)) for item in check.pool],
        "words": element_words(words.wording),
    }


def check_file(compiled: Compiled, words: CheckWords, *, pass_mark: int = 0) -> bytes:
    """Return the same as one line of JSON."""
    return line(check_data(compiled, words, pass_mark=pass_mark)).encode("utf-8", "replace")


def _item(item: Item) -> dict[str, Any]:
    """Return an item; what it does not have is left out."""
    number = item.number
    data: dict[str, Any] = {
        "id": item.id,
        "kind": item.kind,
        "form": item.form,
        "stem": item.stem,
        "options": [
            {"text": one.text, "feedback": one.feedback} if one.feedback else {"text": one.text}
            for one in item.options
        ],
        "groups": list(item.groups),
        "prompts": list(item.prompts),
        "key": list(key_of(item)),
        "number": {"value": number.value, "tolerance": number.tolerance, "unit": number.unit}
        if number
        else None,
        "rationale": item.rationale,
        "objective": item.objective,
        "bloom": item.bloom,
        "topics": list(item.topics),
        "tests": item.tests,
        "written": item.written,
        "drawn": item.drawn,
    }
    always = {"id", "kind", "form", "stem", "options", "key"}
    return {name: value for name, value in data.items() if value or name in always}


def element_words(wording: Wording) -> dict[str, str]:
    """
    Return every word the element shows by itself, in the language of the check.

    A placeholder such as `{n}` is filled by the element; what stands between `{unseen}` and
    `{/unseen}` is for who cannot see the question beside it.
    """
    return {name: wording.say(text) for name, text in _WORDS.items()}


_WORDS = keys(
    {
        "check": "Check: {title}",
        "goal": "You know the piece when at least {right} of {of} are right.",
        "learning": "This is for learning, it is not an exam: the answers are on this page. "
        "Take it as often as you like.",
        "others": "Each time you try, some of the questions are others.",
        "drawn_all": "Nobody has confirmed these questions: they are made from the text alone.",
        "drawn": "Drawn from the text and confirmed by nobody",
        "hint_multiple": "Choose all that apply.",
        "hint_ordering": "Give each step its number.",
        "hint_matching": "Choose what belongs to each line. Something may be left over.",
        "hint_numeric": "Type a number, such as 12 or 2.5.",
        "hint_short": "Type a word or a few.",
        "near_enough": "Near enough counts.",
        "choose": "Choose …",
        "your_answer": "Your answer",
        "sure": "I am sure of this{unseen} answer to question {n}{/unseen}",
        "submit": "Check my answers",
        "problem": "Some questions need an answer",
        "need_single": "Choose an answer to question {n}.",
        "need_multiple": "Choose at least one answer to question {n}.",
        "need_sorting": "Choose a side for each line of question {n}.",
        "need_ordering": "Give each step a number of its own in question {n}.",
        "need_matching": "Choose an answer for each line of question {n}.",
        "need_numeric": "Type a number in answer to question {n}.",
        "need_short": "Type an answer to question {n}.",
        "passed": "You got {right} of {of}. Passed.",
        "missed": "You got {right} of {of}. Not passed yet.",
        "below": "Why each answer is right or not stands below its question.",
        "worth_another_look": "You were sure of these, and they are not right. "
        "They are worth another look:",
        "right": "Right",
        "wrong": "Not right",
        "oversure": "Not right, and you were sure",
        "show_answer": "Show the answer{unseen} to question {n}{/unseen}",
        "all_of_these": "All of these",
        "in_order": "In this order",
        "separator": "; ",
        "again": "Try again",
    }
)

"""GIFT: the questions of every asset as plain text for Moodle and other systems."""

from __future__ import annotations

import re
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
from enablekit.packing.question_text import as_html, named_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.item import Item
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

NAME = "gift"
SUMMARY = "questions as plain text, for Moodle and others that read GIFT"

# https://docs.moodle.org/en/GIFT_format
_MARKS = re.compile(r"[\\:#={}~]")
_NOT_IN_A_TAG = re.compile(r"[<>`\x00-\x1f\x7f]")
# At the start of an answer these would be its worth and its format, anywhere the first a pair.
_HTML_MARKS = (("->", "-&gt;"), ("%", "&#37;"), ("[", "&#91;"))
_ARROW = "->"  # makes a pair of a typed answer, whatever stands around it
# What Moodle puts in the place of an escaped mark while it reads, and turns back at the end,
# `escapedchar_pre` in
# https://github.com/moodle/moodle/blob/main/public/question/format/gift/format.php
_PLACEHOLDER = re.compile("&(?=&(?:058|035|061|123|125|126|010|092);)")


def lacks(compiled: Compiled) -> str:
    """Say that an asset has nothing that GIFT can ask."""
    nothing = "" if _asked(compiled) else "has no question that GIFT can hold"
    return lacks_moodle_questions(compiled) or nothing


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write one file with a category for each asset.

    A question is one block of lines, and a blank line ends it; so texts have no line breaks of
    their own. The name ends with `.txt`, because Moodle refuses another.
    """
    wording = Wording(strings=parcel.publication.strings)
    blocks: list[str] = []
    for one in parcel.compiled:
        blocks.append(f"$CATEGORY: {category(parcel, one)}")
        blocks += [_question(in_words(item, wording), wording) for item in _asked(one)]
    written = "\n\n".join(blocks) + "\n"
    return {named(parcel, ".gift.txt"): written.encode("utf-8", "replace")}


def _asked(compiled: Compiled) -> tuple[Item, ...]:
    items = asked_by_moodle(compiled)
    return tuple(item for item in items if item.form != "short" or _typed(item))


def _typed(item: Item) -> tuple[str, ...]:
    return tuple(
        answer
        for answer in accepted(item)
        if _ARROW not in answer and not _PLACEHOLDER.search(answer)
    )


def _question(item: Item, wording: Wording) -> str:
    labels = " ".join(f"[tag:{_label(tag)}]" for tag in tags(item))
    name = _escaped(_PLACEHOLDER.sub("& ", named_for(wording.told(item.stem), item.id)))
    explanation = explained(item, wording)
    after = [f"####{_html(explanation)}"] if explanation else []
    lines = [
        f"// [id:{_label(item.id)}] {labels}",
        f"::{name}::[html]{_html(asked(item, wording))} {{",
        *_answers(item, wording),
        *after,
        "}",
    ]
    return "\n".join(lines)


def _answers(item: Item, wording: Wording) -> Iterator[str]:
    if item.form == "numeric" and item.number:
        yield f"#{item.number.value}:{item.number.tolerance}"
    elif item.form == "short":
        # Worth and format are said, since an answer may begin with what looks like one of them.
        yield from (f"=%100%[plain]{_escaped(answer)}" for answer in _typed(item))
    elif is_paired(item):
        for one, other in pairs_as_html(item, wording):
            # Moodle reads no marks on the right, and an entity there counts for its length.
            yield f"={_html(one)} -> {_escaped(other)}"
    else:
        yield from _choice(item, wording)


def _choice(item: Item, wording: Wording) -> Iterator[str]:
    for option, worth in zip(item.options, fractions(item), strict=True):
        several = f"~%{worth}%"
        mark = several if item.form == "multiple" else ("=" if option.correct else "~")
        said = _html(as_html(wording.told(option.feedback)))
        yield mark + _html(as_html(option.text)) + (f"#{said}" if said else "")


def _html(words: str) -> str:
    """Write HTML so that nothing in it is a mark of GIFT, for Moodle and for stricter readers."""
    for mark, entity in _HTML_MARKS:
        words = words.replace(mark, entity)
    return _escaped(words)


def _escaped(words: str) -> str:
    return _MARKS.sub(r"\\\g<0>", words)


def _label(words: str) -> str:
    return _NOT_IN_A_TAG.sub("", words).replace("]", r"\]")

"""Q06: the question may not echo in its right answer alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import content_stems
from enablekit.extend.echo import echoes
from enablekit.extend.item_parts import asks_for_exception, content, distractors, only_key
from enablekit.extend.item_rule import Flaw
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q06"
NAME = "clang"

# Letters of a telling word in what people write, and those that related words share.
_SHORTEST = 5
_LONGEST = 15  # words of a written key in which an echo is heard


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield the first telling word that the stem and the key share and no distractor has.

    In a made item, forms of a word count, and words that hold each other such as mail and email.

    Where the exception is asked for, such a word leads away from the key.
    """
    key = only_key(item)
    if not about.is_english or key is None or asks_for_exception(item):
        return
    place, answer = key
    if item.written and len(answer.split()) > _LONGEST:
        return
    texts = [text for _, text in distractors(item)]
    elsewhere = {word[:_SHORTEST] for text in texts for word in content_stems(text).values()}
    heard = _echoes(content(item.stem), answer)
    word = next((word for word in heard if word[:_SHORTEST] not in elsewhere), "")
    if not item.written:
        word = echoes(content(item.stem), answer, texts)
    if word:
        yield Flaw(
            severity=Severity.ERROR,
            message=f"“{word}” stands in the question and only in its right answer",
            fix="Use another word in the question, or the same in a wrong answer",
            option=place,
            words=word,
        )


def _echoes(asked_for: str, answer: str) -> Iterator[str]:
    """Yield the telling words of an answer that its question has too."""
    told = content_stems(asked_for)
    for stem, word in content_stems(answer).items():
        if stem in told and min(len(word), len(told[stem])) >= _SHORTEST:
            yield word

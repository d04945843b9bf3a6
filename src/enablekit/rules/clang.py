"""
The question and its right answer share a telling word that no wrong answer has.

Why reps care: The echo leads to the answer. The rep finds it by comparing words, passes, and still
does not know what the piece says.

Wrong:
    stem: What does the look-back test test?
    key: A test of last quarter's invoices
    distractors: [Next quarter's orders, The price list]

Right:
    stem: What does the look-back test use?
    key: Last quarter's invoices
    distractors: [Next quarter's orders, The price list]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import content_stems
from enablekit.extend.rule import described
from enablekit.extend.written_items import asked
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__, code="EK413", name="clang", severity=Severity.WARNING, profile=Profile.RECOMMENDED
)

_SHORTEST = 5  # letters of a telling word, and those that related words share
_LONGEST = 15  # words of a key in which an echo is heard


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each right answer that echoes its question."""
    if not asset.language.startswith("en"):
        return
    for one in asked(asset, around):
        key = one.key
        if key is None or not one.distractors or len(key.text.split()) > _LONGEST:
            continue
        wrong = [word for option in one.distractors for word in content_stems(option.text).values()]
        elsewhere = {word[:_SHORTEST] for word in wrong}
        echoes = _echoes(one.item.stem, key.text)
        word = next((word for word in echoes if word[:_SHORTEST] not in elsewhere), "")
        if word:
            yield RULE.at(
                one.in_option(one.item.options.index(key), word),
                f"“{word}” stands in the question and only in its right answer",
                place=one.place,
                fix="Use another word in the question, or the same in a wrong answer",
            )


def _echoes(asked_for: str, answer: str) -> Iterator[str]:
    """Yield the telling words of an answer that its question has too."""
    told = content_stems(asked_for)
    for stem, word in content_stems(answer).items():
        if stem in told and min(len(word), len(told[stem])) >= _SHORTEST:
            yield word

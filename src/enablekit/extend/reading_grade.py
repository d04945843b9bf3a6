"""
How many years of school a text asks for, by Flesch and Kincaid.

Grade = 0.39 · words per sentence + 11.8 · syllables per word - 15.59 (Kincaid et al. 1975).

Syllables are counted by a heuristic for English: groups of vowels, `y` among them, less a silent
`e` at the end (not after `l` behind a consonant, as in `table`), less that of `-es`, `-ed` and
before `-ly` or `-ment` where it is not spoken, plus one where two vowels are spoken apart, as in
`media` or `being`; a word has at least one, and a number or a name in capitals has one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_END = re.compile(r"[.!?…:;]+[\"')\]”’»]*(?=\s|$)|\n")
_DECIMAL_OR_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|vs|Mr|Ms|Dr|approx|No)\.")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?<![aeiouy])e$")
_SPOKEN_LE = re.compile(r"[^aeiouyl]le$")
_SILENT_ES = re.compile(r"(?<![aeiouy])(?<![sxzcg])(?<!sh)(?<!ch)es$|(?<![aeiouytd])ed$")
_SILENT_INSIDE = re.compile(
    r"(?<=[^aeioul])e(?=(?:ly|less|ful|ments?|ness)$)|^some(?=\w{3})|^every|^business"
)
_APART = re.compile(
    r"(?<![ctg])ia(?!ge)|(?<![ctxgs])iou|io(?![nu])|iu|(?<!p)eo(?!u)|(?<=cr)ea|\w\wea(?=s?$)|eum"
    r"|yee|(?<![tc])ie(?=nt|nce|ty|t$)|(?<![qg])ua|ui(?=ty|ng)|[aey]ing$"
    r"|(?<=\bsc)ie|ie(?=rs?$)|uye|eyo|^appreciat"
)


class Grade(NamedTuple):
    """
    The reading grade of a text.

    Attributes:
        words: How many words it has.
        years: Years of school it asks for; 0 for a text without words.

    """

    words: int
    years: float


def grade(texts: list[str]) -> Grade:
    """Work out the grade of some texts together; each ends its last sentence."""
    words = sentences = syllables = 0
    for text in texts:
        for sentence in sentences_of(text):
            found = _WORD.findall(sentence)
            if found:
                words += len(found)
                sentences += 1
                syllables += sum(map(syllables_of, found))
    if not words:
        return Grade(0, 0.0)
    return Grade(words, 0.39 * words / sentences + 11.8 * syllables / words - 15.59)


def sentences_of(text: str) -> list[str]:
    """Cut a text where a sentence, or a part of it that stands by itself, ends."""
    whole = _DECIMAL_OR_SHORT.sub(lambda hit: hit[0].replace(".", ""), text)
    return [part.strip() for part in _SENTENCE_END.split(whole) if part.strip()]


def syllables_of(word: str) -> int:
    """Estimate how many syllables an English word has, at least one."""
    if not word.isalpha() or word.isupper():
        return 1
    low = word.lower()
    count = len(_VOWELS.findall(low)) + len(_APART.findall(low))
    count -= len(_SILENT_INSIDE.findall(low))
    if _SILENT_ES.search(low) or (_SILENT_E.search(low) and not _SPOKEN_LE.search(low)):
        count -= 1
    return max(1, count)

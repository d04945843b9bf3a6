"""How long texts are, and how fast people say and read them, in each language."""

from __future__ import annotations

import re

# Lucas, The Art of Public Speaking: most speakers in the United States use 125 to 150 words a
# minute; 130 leaves room to breathe.
SAID_A_MINUTE = 130
# Words a minute of silent reading, English non-fiction: Brysbaert (2019), "How many words do we
# read per minute?", Journal of Memory and Language 109. https://doi.org/10.1016/j.jml.2019.104047
READ_A_MINUTE = 238

# What people read aloud in a minute when all read the same texts in their own languages:
# Trauzettel-Klosinski and Dietz (2012), "Standardized Assessment of Reading Performance: The New
# International Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53, 5452.
# https://doi.org/10.1167/iovs.11-8284
_WORDS = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188,
    "nl": 202, "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
}  # fmt: skip
_CHARACTERS = {"ja": 357, "zh": 255}
# In the same study: the mean of all languages, and of the 14 that are written with letters.
_USUAL_WORDS = 184
_USUAL_CHARACTERS = 882  # 68 ms a character
_UNSPACED = frozenset({"bo", "ja", "km", "lo", "my", "th", "wuu", "yue", "zh"})
_ALIKE = {"wuu": "zh", "yue": "zh"}

# Chinese characters, kana, Thai, Lao, Burmese, Khmer and Tibetan letters with their signs.
_OF_UNSPACED = (
    "\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u1000-\u1049"
    "\u1050-\u109d\u1780-\u17d3\u0f40-\u0fbc"
)
_CHARACTER = re.compile(f"[{_OF_UNSPACED}]")
_UNIT = re.compile(rf"[{_OF_UNSPACED}\d]|[^\s\d{_OF_UNSPACED}]+")
_UNSPLIT = re.compile(r"\S+")
_WORD = re.compile(rf"[^\W_]|[{_OF_UNSPACED}]")


def length(text: str) -> int:
    """
    Count the words of a text.

    A script without blanks between words has none to count: there each character counts, and so
    does each digit beside it, and each word in another script.
    """
    if _has_blanks(text):
        return len(text.split())
    return len(counted(text))


def counted(text: str) -> list[re.Match[str]]:
    """Return where in a text each word stands, or character, that `length` counts."""
    if _has_blanks(text):
        return list(_UNSPLIT.finditer(text))
    return [one for one in _UNIT.finditer(text) if _WORD.search(one[0])]


def _has_blanks(text: str) -> bool:
    """Tell whether the words of a text have blanks between them."""
    return text.isascii() or _CHARACTER.search(text) is None


def as_long_as(words: int, language: str) -> int:
    """Return how many characters of a language that counts them take as long as words of others."""
    if not counts_characters(language):
        return words
    return round(words * _against_english(language))


def counts_characters(language: str) -> bool:
    """Whether the length of a text in a language, given by its BCP 47 tag, is in characters."""
    return _primary(language) in _UNSPACED


def said_a_minute(language: str) -> int:
    """Return how many words of a language, or characters, a presenter says in a minute."""
    return round(SAID_A_MINUTE * _against_english(language))


def read_a_minute(language: str) -> int:
    """Return how many words of a language, or characters, a reader takes in in a minute."""
    return round(READ_A_MINUTE * _against_english(language))


def _against_english(language: str) -> float:
    """Return how many words of a language take as long as one in English."""
    own = _ALIKE.get(_primary(language), _primary(language))
    if own in _UNSPACED:
        return _CHARACTERS.get(own, _USUAL_CHARACTERS) / _WORDS["en"]
    return _WORDS.get(own, _USUAL_WORDS) / _WORDS["en"]


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").split("-")[0]

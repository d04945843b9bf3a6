"""The letter that words are filed under in a list from A to Z, and their order under it."""

from __future__ import annotations

import unicodedata


def letter_of(words: str) -> str:
    """Return the letter words are filed under, without its accent; `0–9` for anything else."""
    for character in unicodedata.normalize("NFKD", words):
        if character.isalpha():
            return character.upper()[0]
        if character.isalnum():
            break
    return "0–9"


def filing_key(words: str) -> str:
    """Return words as they are put in order: without case, accents, marks and extra spaces."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(one for one in plain if one.isalnum() or one.isspace()).split())

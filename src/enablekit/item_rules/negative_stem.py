"""Q15: a question asks for what is so, and not for the exception."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import own_words
from enablekit.extend.item_rule import Flaw
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q15"
NAME = "negative-stem"

# Between the question word and the negation there may be no word that opens a clause of its own:
# "What do you say when he has not counted?" asks for no exception.
_OPENERS = (
    "when|if|because|that|who|whom|whose|where|since|while|after|before|unless|until|although"
    "|though|as|and|but|or|to|why|how|whether"
)
_NEGATIVE = re.compile(
    r"(?:^|[.!?,:;–—]\s*)(?i:(?:and|so|of|in|for|to|from|at|on|with|by|about)\s+)?"
    rf"(?i:\b(?:which|what|who|whom)\b)(?:\s+(?!(?i:{_OPENERS})\b)[\w’'%€$]+)*?\s+"
    r"(?P<word>not|never|least|incorrect|untrue|false|[a-z]+n['’]t)\b"
    r"(?!\s+(?:only|yet|just))[^.!]*\?"
)
_EXCEPT = re.compile(r"\b(?P<word>except)\b(?=[^.?!]{0,40}[:?…_]*\s*$)")
# Capitals stand out, so that nobody overlooks them.
_ANY = re.compile(r"\b(?P<word>(?i:except)|not|never|least|incorrect|false|[a-z]+n['’]t)\b")


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield the word that turns a question around.

    In a written stem it must turn the question itself; in a made one any such word is counted that
    is not said by a buyer. What sorts cases names both sides, and truth is asked for as it is.
    """
    if not about.is_english:
        return
    if item.written:
        hit = _NEGATIVE.search(item.stem) or _EXCEPT.search(item.stem)
    elif item.form == "sorting":
        hit = None
    else:
        hit = _ANY.search(own_words(item.stem).replace("true or false", ""))
    if hit is not None:
        yield Flaw(
            severity=Severity.WARNING,
            message=f"“{hit['word']}” turns the question around and is easily overlooked",
            fix="Ask for what is true, or write the word in capitals",
            words=hit["word"],
        )

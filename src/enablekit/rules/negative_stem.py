"""
A question asks for the exception, with a “not”, “never” or “except” that nothing makes stand out.

Why reps care: Under time pressure the little word is overlooked. The rep knows the answer, ticks
the opposite, and the check reports a gap that is none.

Wrong:
    stem: Which of these causes can not be seen before sending?

Right:
    stem: Which of these causes can NOT be seen before sending?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.written_items import asked
from enablekit.model.finding import Edit, Profile, Repair, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.extend.written_items import Asked
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK407",
    name="negative-stem",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

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
_PLAIN = ("not", "never", "least", "except")


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that is negated by the way."""
    if not asset.language.startswith("en"):
        return
    for one in asked(asset, around, every_form=True):
        stem = one.item.stem
        hit = _NEGATIVE.search(stem) or _EXCEPT.search(stem)
        if hit is None:
            continue
        word = hit["word"]
        places = one.in_stem(word)
        if places and _stands_out(one, places[-1]):
            continue
        certain = len(places) == 1 and word in _PLAIN
        yield RULE.at(
            places[-1] if places else one.stem_span(),
            f"“{word}” turns the question around and is easily overlooked",
            place=one.place,
            fix="Ask for what is true, or write the word in capitals",
            repair=_emphasis(word, places[0]) if certain else None,
        )


def _emphasis(word: str, span: Span) -> Repair:
    edit = Edit(span=span, text=word.upper())
    return Repair(what=f"Write “{word}” in capitals", edits=(edit,))


def _stands_out(one: Asked, span: Span) -> bool:
    """Tell whether a word is marked as emphasised in the file."""
    lines = one.source.split("\n")
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    return line[max(0, span.column - 2) : span.column - 1] in {"*", "_"}

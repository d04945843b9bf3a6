"""
The text or its guidance has a word that the project does not want to see, with one to use instead.

Quotations, what buyers say, code and addresses are left alone. Nothing is reported until the
project lists words.

Why reps care: A retired name or a word that legal has ruled out ends up in a buyer's inbox, with
the rep's name below it.

Wrong:
    Add your office to the whitelist.

Right:
    Add your office to the allowlist.

Options:
    terms: words, each with what to write instead, such as `{whitelist: allowlist}`; nothing after
    the colon means that the word is to be left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import place_at, texts
from enablekit.extend.rule import described
from enablekit.extend.where_written import in_block, is_code
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.repair import Edit, Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK803",
    name="banned-term",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_PROSE = frozenset({"heading", "paragraph", "list", "table"})
_THEIRS = frozenset({"they_say", "words", "they_ask", "do_not_say", "listen_for"})
_QUOTED = re.compile(
    r"“[^”]{0,600}”|„[^“”]{0,600}[“”]|«[^»]{0,600}»|(?<!\w)\"[^\"\n]{0,600}\"(?!\w)"
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each banned word in running text and guidance."""
    if asset.status is Status.RETIRED or not around.once(_terms):
        return
    yield from _in_body(asset, around)
    yield from _in_guidance(asset, around)


def _in_body(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    terms, banned = around.once(_terms), around.once(_pattern)
    for block in asset.body.blocks:
        for start, word in _found(banned, block.text) if block.kind in _PROSE else ():
            if not is_code(block, start, around):
                span = in_block(block, start, start + len(word), around)
                yield _finding(word, terms[" ".join(word.casefold().split())], span, "")


def _in_guidance(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    terms, banned = around.once(_terms), around.once(_pattern)
    for text in texts(asset):
        if text.key not in _THEIRS:
            for start, word in _found(banned, text.text):
                span = place_at(text, start, start + len(word), around)
                yield _finding(word, terms[" ".join(word.casefold().split())], span, text.place)


def _found(banned: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield where banned words start outside of quotations, as they are written there."""
    hits = list(banned.finditer(text))
    quoted = [quote.span() for quote in _QUOTED.finditer(text)] if hits else []
    for hit in hits:
        if not any(start < hit.start() < end for start, end in quoted):
            yield hit.start(), hit[0]


def _finding(word: str, instead: str, span: Span, place: str) -> Finding:
    cased = _as_written(word, instead)
    return RULE.at(
        span,
        f"“{word}” is not to be used",
        place=place,
        fix=f"Write “{cased}” instead" if instead else "Leave it out or say it in other words",
        repair=_replacing(word, cased, span) if instead else None,
    )


def _replacing(word: str, instead: str, span: Span) -> Repair | None:
    """Return the repair; none where the place of the word itself is not known."""
    if span.line != span.end_line or span.end_column - span.column != len(word):
        return None
    edit = Edit(span=span, text=instead)
    return Repair(what=f"Write “{instead}” for “{word}”", edits=(edit,), safe=False)


def _as_written(word: str, instead: str) -> str:
    """Give a replacement the capitals of what it replaces, unless it has capitals of its own."""
    if instead != instead.lower():
        return instead
    if word.isupper() and len(word) > 1:
        return instead.upper()
    return instead[:1].upper() + instead[1:] if word[:1].isupper() else instead


def _terms(around: Surroundings) -> dict[str, str]:
    listed = around.pairs("banned-term", "terms")
    plain = {"": "", "None": ""}  # nothing after the colon
    return {" ".join(word.casefold().split()): plain.get(to, to) for word, to in listed if word}


def _pattern(around: Surroundings) -> re.Pattern[str]:
    longest_first = sorted(around.once(_terms), key=lambda word: (-len(word), word))
    words = "|".join(re.escape(word) for word in longest_first)
    # A word inside an address, a file name or an identifier is not running text.
    return re.compile(rf"(?<![\w/@#.\\-])(?:{words})(?![\w/@\\-]|\.\w)", re.IGNORECASE)

"""
A line to be said has something nobody can say: an address, markup, a sentence without end.

Why reps care: The rep stumbles over it in front of the buyer, or skips it.

Wrong:
    say: Everything is on https://example.com/security under **Audits**.

Right:
    say: I will send you the page with all audits.

Options:
    `words`: how many words a sentence may have (35). In a language without blanks between words,
    as many characters as are said in the same time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.encoding import pace
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.spoken_lines import lines
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.spoken_lines import SpokenLine
    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK306", name="unspeakable-line", severity=Severity.WARNING)

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"”]*[^\s<>()\[\]\"”.,;:!?]")
_MARKUP = re.compile(
    r"\[[^\[\]\n]+\]\([^()\s]+\)|\*\*[^*\n]+\*\*|__[^_\n]+__|`[^`\n]+`"
    r"|</?[a-z][a-z0-9]*(?: [^<>\n]*)?>"
)
# A colon or a semicolon lets a speaker breathe as well.
_SENTENCE_END = re.compile(
    r"(?:[.!?;:…][”’\"')\]]*(?=\s)"
    r"|[\u3002\uff01\uff1f\uff1b\uff1a][\u300d\u300f\uff09”]*|\n)\s*"  # the same, in Japanese
)
_BESIDES = 3  # words around an address in a note; fewer, and it stands there to be looked up


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report what cannot be said."""
    if not is_in_use(asset):
        return
    longest, unit = around.number(RULE.name, "words", 35), "words"
    if pace.counts_characters(asset.language):
        longest = longest * pace.said_a_minute(asset.language) // pace.SAID_A_MINUTE
        unit = "characters"
    for line in lines(asset):
        yield from _written_not_said(line, around)
        for start, end in _sentences(line.text):
            count = pace.length(line.text[start:end])
            if count > longest:
                yield RULE.at(
                    line.find(start, end, around),
                    f"a sentence of {count} {unit}: “{short(line.text[start:end])}”",
                    place=line.place,
                    fix=f"Make two of it; more than {longest} {unit} do not fit into one breath",
                )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _written_not_said(line: SpokenLine, around: Surroundings) -> Iterator[Finding]:
    text = line.text
    if line.key:
        for found in _MARKUP.finditer(text):
            yield RULE.at(
                line.find(*found.span(), around),
                f"nobody can say the markup of “{short(found[0])}”",
                place=line.place,
                fix="Leave the marks out and write the words as they are spoken",
            )
        text = _MARKUP.sub(lambda found: " " * len(found[0]), text)
    for found in _ADDRESS.finditer(text):
        if line.key or len(text.split()) > _BESIDES + 1:
            yield RULE.at(
                line.find(*found.span(), around),
                f"nobody can say “{short(found[0])}”",
                place=line.place,
                fix="Say where to find it, or that you will send the link",
            )

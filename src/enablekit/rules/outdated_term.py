"""
A published asset uses a name or a word that the project has given up.

It reports only what the project lists. A term with capitals is looked for just as it is written;
one without, in any case. “Formerly …” may stand before an old name, and quotations keep it.

Why reps care: A buyer who hears the old product name looks it up, finds the old price, and
negotiates from there.

Wrong:
    Match 3 checks every invoice.

Right:
    Match 4 checks every invoice.

Options:
    `terms`: a mapping of each old term to what to write instead, such as `{Match 3: Match 4}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.guidance_texts import place_at, texts
from enablekit.extend.rule import described
from enablekit.extend.where_written import in_block, in_entry, is_code
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
    code="EK507",
    name="outdated-term",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_PROSE = frozenset({"paragraph", "list", "heading", "table", "figure"})
_FORMER = re.compile(
    r"\b(?:formerly|previously|(?:known|called|named|renamed)(?:\s(?:as|from))?)\s*[“\"'‘*]*\Z",
    re.IGNORECASE,
)


class _Terms(NamedTuple):
    """What to look for, and what to write instead of what was found."""

    pattern: re.Pattern[str]
    instead: dict[str, str]

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the old terms of a text that are not part of a new one."""
        for one in self.pattern.finditer(text):
            if one["old"] and not _FORMER.search(text[max(0, one.start() - 40) : one.start()]):
                yield one

    def new(self, old: str) -> str:
        """Return what to write, with a capital where the old term began with one."""
        if old in self.instead:
            return self.instead[old]
        new = self.instead[old.lower()]
        return new[:1].upper() + new[1:] if old[:1].isupper() else new


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report terms that the project has given up."""
    terms = around.once(_terms)
    if terms is None or asset.status is not Status.PUBLISHED:
        return
    seen: set[Span] = set()
    for span, old, place in (*_in_fields(asset, around, terms), *_in_text(asset, around, terms)):
        if span in seen:
            continue
        seen.add(span)
        new = terms.new(old)
        edit = Edit(span=span, text=new)
        repair = Repair(what=f"Write “{new}” instead of “{old}”", edits=(edit,), safe=False)
        yield RULE.at(
            span,
            f"“{old}” is out of use",
            place=place,
            fix=f"Write “{new}”",
            repair=repair if _stands_at(span, old, around) else None,
        )


def _in_fields(
    asset: Asset, around: Surroundings, terms: _Terms
) -> Iterator[tuple[Span, str, str]]:
    """Yield what the title, the summary and the guidance use."""
    places = dict(asset.places)
    for field, text in (("title", asset.title), ("summary", asset.summary)):
        for one in terms.found_in(text) if field in places else ():
            yield in_entry(places[field], one[0], around), one[0], field
    for written in texts(asset):
        for one in terms.found_in(written.text):
            yield place_at(written, *one.span(), around), one[0], written.place


def _in_text(asset: Asset, around: Surroundings, terms: _Terms) -> Iterator[tuple[Span, str, str]]:
    for block in asset.body.blocks:
        for one in terms.found_in(block.text) if block.kind in _PROSE else ():
            if not is_code(block, one.start(), around):
                yield in_block(block, *one.span(), around), one[0], ""


def _terms(around: Surroundings) -> _Terms | None:
    instead = {old: new for old, new in around.pairs(RULE.name, "terms") if old.strip()}
    if not instead:
        return None
    news = sorted({new for new in instead.values() if new}, key=len, reverse=True)
    olds = sorted(instead, key=len, reverse=True)
    kept = "|".join(rf"(?i:{re.escape(new)})" for new in news) or r"(?!)"
    given_up = "|".join(
        rf"(?i:{re.escape(old)})" if old == old.lower() else re.escape(old) for old in olds
    )
    # A new term may hold the old one, as “Meridian Match” holds “Match”, and is met first then.
    pattern = rf"(?<![\w-])(?:(?P<old>(?!(?:{kept})(?![\w-]))(?:{given_up}))|(?:{kept}))(?![\w-])"
    return _Terms(re.compile(pattern), instead)


def _stands_at(span: Span, words: str, around: Surroundings) -> bool:
    if span.line != span.end_line or span.path not in around.sources:
        return False
    line = around.sources[span.path].split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1] == words

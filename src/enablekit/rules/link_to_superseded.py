"""
A published asset leads to one that was replaced, retired, or has expired.

Links in the text, `next` and the talk track are looked at; what replaces a piece may still name it.

Why reps care: The rep opens what the guide says comes next, and shows last year's prices to a buyer
who has this year's.

Wrong:
    next: [{asset: disputes-2023}]      # replaced by disputes-2026

Right:
    next: [{asset: disputes-2026}]
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from enablekit.extend.link_targets import address_of, asset_led_to
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_entry
from enablekit.extend.whole_asset import is_in_use
from enablekit.linking.references import Directory
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK602",
    name="link-to-superseded",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_GONE = {
    "superseded": "has been replaced",
    "retired": "is retired",
    "expired": "has expired",
}
_WORD = re.compile(r"\S+")
_TELLING = 3  # words a title needs to be recognised in a sentence


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report what leads to something that must not be used any more."""
    gone = around.once(_gone)
    if not gone or not is_in_use(asset):
        return
    seen: set[Span] = set()
    for span, target, place in chain(
        _next(asset, around), _linked(asset, around), _said(asset, around)
    ):
        replaces = around.library.replaced_by.get(target) == asset.id
        if target in gone and target != asset.id and not replaces and span not in seen:
            seen.add(span)
            yield RULE.at(
                span,
                f"“{short(around.library.by_id[target].title)}” {gone[target]}",
                place=place,
                fix=_instead(target, around),
            )


def _next(asset: Asset, around: Surroundings) -> Iterator[tuple[Span, str, str]]:
    for number, one in enumerate(asset.guidance.next, start=1):
        target = around.once(_directory).find(one.asset)
        yield in_entry(one.span, one.asset, around, key="asset"), target, f"next {number}"


def _linked(asset: Asset, around: Surroundings) -> Iterator[tuple[Span, str, str]]:
    for block in asset.body.blocks:
        for link in block.links:
            target = asset_led_to(link.url, asset.path, around)
            if target in around.once(_gone):
                yield address_of(link, around), target, ""


def _said(asset: Asset, around: Surroundings) -> Iterator[tuple[Span, str, str]]:
    titles = around.once(_titles)
    for number, track in enumerate(asset.guidance.talk_track, start=1):
        said = f"{track.open} {track.say} {track.ask}"
        for word in _WORD.finditer(said) if titles else ():
            for title, target in titles.get(word[0], ()):
                if said.startswith(title, word.start()):
                    yield in_entry(track.span, title, around), target, f"talk track {number}"


def _instead(target: str, around: Surroundings) -> str:
    newer = around.library.replaced_by.get(target, "")
    while around.library.replaced_by.get(newer):
        newer = around.library.replaced_by[newer]
    found = around.library.by_id.get(newer)
    return (
        f"Use `{found.id}` instead (“{short(found.title)}”)"
        if found
        else "Take it out, or name another"
    )


def _gone(around: Surroundings) -> dict[str, str]:
    """Return what is wrong with each asset that must not be used, by its id."""
    return {
        name: _GONE[badge.state]
        for name, badge in around.library.badges.items()
        if badge.state in _GONE and name in around.library.by_id
    }


def _directory(around: Surroundings) -> Directory:
    return Directory(around.library.assets)


def _titles(around: Surroundings) -> dict[str, list[tuple[str, str]]]:
    """Return, by first word, the titles that stand for nothing else than an asset that is gone."""
    gone = around.once(_gone)
    usable = {one.title for one in around.library.assets if one.id not in gone}
    titles: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in gone:
        title = around.library.by_id[name].title
        if title not in usable and len(title.split()) >= _TELLING:
            titles[title.split()[0]].append((title, name))
    return titles

"""
“#results” is named as a place in the asset, and the asset has no heading of that name.

It looks at `best_parts`, `presenting`, the sources of proof points and must-knows, and at links
inside the text.

Why reps care: The guide says “show them this table” and jumps to the top of a page. The rep
scrolls, and the moment is gone.

Wrong:
    best_parts: [{at: "#result"}]
    ---
    ## Results

Right:
    best_parts: [{at: "#results"}]
    ---
    ## Results
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING
from urllib.parse import unquote

from enablekit.encoding.slug import slug
from enablekit.extend.link_targets import address_of
from enablekit.extend.rule import described
from enablekit.extend.where_written import in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Link
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK608",
    name="missing-anchor",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)

_ALIKE = 0.72
_LISTED = 8
# Places that browsers and site generators make themselves, such as of footnotes.
_MADE = re.compile(r"top|fn.*|footnote.*|user-content-.*|cite.*|:~:.*|[/!].*|L\d+.*", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:id|name)\s*=\s*[\"'{]*([^\s\"'>}]+)|\{:?\s*#([\w.:-]+)")
# What may put a heading on the page that is not in the text.
_GENERATED = re.compile(r"\{\{[<%]|\{%|^<[A-Z]\w*|^import\s|^\[\[?_?TOC_?\]", re.MULTILINE)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report places that an asset does not have."""
    in_guidance, in_text = tuple(_named_in_guidance(asset)), tuple(_linked(asset))
    if asset.status is Status.RETIRED or not asset.body.blocks or not (in_guidance or in_text):
        return
    anchors = _anchors(asset)
    text = around.sources.get(asset.path, "")
    unknown = [one for one in in_guidance if one[1] not in anchors]
    is_whole = bool(in_text) and not _GENERATED.search(text)
    written = _written(text) if unknown or is_whole else frozenset()
    for span, anchor, place in unknown:
        if anchor not in written:
            yield _missing(in_entry(span, f"#{anchor}", around), anchor, anchors, place)
    alike = {_alike(one) for one in (*anchors, *written)}
    for link, anchor in in_text if is_whole else ():
        if _alike(anchor) not in alike:
            yield _missing(address_of(link, around), anchor, anchors, "")


def _missing(span: Span, anchor: str, anchors: tuple[str, ...], place: str) -> Finding:
    close = get_close_matches(slug(anchor), anchors, n=1, cutoff=_ALIKE)
    listed = ", ".join(f"`#{one}`" for one in anchors[:_LISTED])
    more = " …" if len(anchors) > _LISTED else ""
    known = f"It has {listed}{more}" if anchors else "Give it headings first"
    return RULE.at(
        span,
        f"there is no heading “#{anchor}” in it",
        place=place,
        fix=f"Did you mean `#{close[0]}`?" if close else known,
    )


def _anchors(asset: Asset) -> tuple[str, ...]:
    sections = [one.anchor for one in asset.body.sections]
    slides = [one.anchor for one in asset.body.slides]
    blocks = [one.anchor for one in asset.body.blocks]
    return tuple(dict.fromkeys(one for one in (*sections, *slides, *blocks) if one))


def _written(text: str) -> frozenset[str]:
    """Return the places that an author marked with a tag or in braces."""
    return frozenset(name for pair in _WRITTEN.findall(text) for name in pair if name)


def _named_in_guidance(asset: Asset) -> Iterator[tuple[Span, str, str]]:
    guidance = asset.guidance
    named = (
        ("best part", [(one.span, one.at) for one in guidance.best_parts]),
        ("proof point", [(one.span, one.source) for one in guidance.proof_points]),
        ("must-know", [(one.span, one.source) for one in guidance.must_know]),
    )
    for kind, entries in named:
        for number, (span, at) in enumerate(entries, start=1):
            if at.startswith("#"):
                yield span, at.removeprefix("#").strip(), f"{kind} {number}"


def _linked(asset: Asset) -> Iterator[tuple[Link, str]]:
    for block in asset.body.blocks:
        for link in block.links:
            anchor = unquote(link.url[1:]) if link.url.startswith("#") else ""
            if anchor and not _MADE.fullmatch(anchor):
                yield link, anchor


def _alike(anchor: str) -> str:
    """Return an anchor without what site generators spell differently."""
    return re.sub(r"[\W_]+", "", anchor.casefold())

"""
An image has no words for whoever cannot see it, or words that say nothing, such as a file name.

Why reps care: A buyer who uses a screen reader, or whose mail programme blocks images, gets an
empty place where the proof should be. So does the guide, which shows images by these words.

Wrong:
    ![screenshot](dispute-rate.png)

Right:
    ![Dispute rate by month, falling from 9% to 3%](dispute-rate.png)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Block, Link
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK804",
    name="missing-alt",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_JUNK = re.compile(
    r"(?:alt(?:[ -]?text)?|image|img|picture|pic|photo|graphic|figure|screen ?shot|screen ?cap"
    r"|screen ?capture|untitled|placeholder|todo|tbd|description|gif|video|diagram|chart|icon)"
    r"[ _-]?\d*"
    r"|screen ?shot[ _-]\d[\w .:_-]*|img_\d+|dsc_?\d+"
    r"|[^\s/]+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|mp4)|[\d\W_]+",
    re.IGNORECASE,
)
_TAG = re.compile(r"<img\b(?![^<>]*\salt\s*=)[^<>]*>", re.IGNORECASE)
_SHOWN = 60  # characters of a tag that a message repeats
_PROSE = frozenset({"html", "paragraph", "list", "table", "figure"})


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each image whose alt text is missing or says nothing."""
    source = around.sources.get(asset.path, "")
    if asset.status is Status.RETIRED or not source:
        return
    lines = source.split("\n")
    for block in asset.body.blocks:
        for link in block.links:
            at = link.span
            is_image = lines[at.line - 1][at.column - 1 :].startswith("![")
            alt = " ".join(link.text.split())
            if is_image and (not alt or _JUNK.fullmatch(alt)):
                yield _finding(link, alt, around)
        if block.kind in _PROSE:
            yield from _of_tags(block, lines)


def _of_tags(block: Block, lines: list[str]) -> Iterator[Finding]:
    """Report tags without `alt`; an empty one says that an image is only an ornament."""
    within = lines[block.span.line - 1 : block.span.end_line]
    if within and within[0].lstrip().startswith("<!--"):
        return
    for number, line in enumerate(within, start=block.span.line):
        for tag in _TAG.finditer(line):
            if line.count("`", 0, tag.start()) % 2 == 0:
                span = Span(
                    path=block.span.path,
                    line=number,
                    column=tag.start() + 1,
                    end_column=tag.end() + 1,
                )
                fix = "Write it as `![what the image shows](address)`"
                yield RULE.at(span, f"the tag `{_cut(tag[0])}` has no `alt`", fix=fix)


def _finding(link: Link, alt: str, around: Surroundings) -> Finding:
    name = link.url.partition("?")[0].rpartition("/")[2]
    if not alt:
        message, span = f"the image `{short(name)}` has no alt text", link.span
    else:
        message = f"“{short(alt)}” does not say what the image `{short(name)}` shows"
        span = in_entry(link.span, alt, around)
    fix = "Write between `![` and `]` what the image shows and what a reader should take from it"
    return RULE.at(span, message, fix=fix)


def _cut(tag: str) -> str:
    return tag if len(tag) <= _SHOWN else f"{tag[: _SHOWN - 1]}…"

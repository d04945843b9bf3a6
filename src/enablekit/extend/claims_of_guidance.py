"""The texts of guidance that claim something about the asset, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.model.guidance import Guidance
    from enablekit.model.guidance_entries import GuidanceEntry
    from enablekit.model.span import Span

_ONCE = {
    "tldr": ("tldr", ("text",)),
    "pitches": ("pitches", ("ten_seconds", "thirty_seconds", "two_minutes")),
    "follow_up": ("follow-up", ("subject", "body")),
    "share": ("share", ("linkedin", "forward")),
}
_LISTED = {
    "talk_track": ("talk track", ("open", "say")),
    "objections": ("objection", ("respond",)),
    "proof_points": ("proof point", ("claim",)),
    "must_know": ("must-know", ("statement",)),
}
_BEAT = ("say", "transition")


class Claimed(NamedTuple):
    """
    One text.

    Attributes:
        text: The words.
        span: Where the entry stands.
        place: The entry in words, such as `objection 2`.
        entry: The entry itself.

    """

    text: str
    span: Span
    place: str
    entry: GuidanceEntry


def claims(guidance: Guidance) -> Iterator[Claimed]:
    """Yield the texts that a rep says, sends or answers with, and what they rest on."""
    for name, (place, fields) in _ONCE.items():
        yield from _texts([getattr(guidance, name)], place, fields)
    for name, (place, fields) in _LISTED.items():
        yield from _texts(getattr(guidance, name), place, fields, numbered=True)
    for number, beat in enumerate(guidance.presenting, 1):
        yield from _texts([beat], f"step {number}", _BEAT)
        yield from _texts(beat.if_asked, f"step {number}, answer", ("answer",))
    for number, item in enumerate(guidance.check.items if guidance.check else (), 1):
        for key in (*item.key, *item.answers, *item.steps):
            yield Claimed(key, item.span, f"check item {number}", item)


def _texts(
    entries: Sequence[GuidanceEntry | None],
    place: str,
    fields: tuple[str, ...],
    *,
    numbered: bool = False,
) -> Iterator[Claimed]:
    for number, entry in enumerate(entries, 1):
        if entry is None:
            continue
        for field in fields:
            if text := getattr(entry, field):
                yield Claimed(text, entry.span, f"{place} {number}" if numbered else place, entry)

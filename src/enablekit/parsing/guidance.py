"""The `enablement:` block becomes guidance, confirmed entries and drafts apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.choose import choose_entries
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry, Objection, TalkTrack
from enablekit.parsing.entry_reader import read_entry

if TYPE_CHECKING:
    from enablekit.model.value import Value
    from enablekit.parsing.reading import Reading


def read(value: Value | None, reading: Reading) -> tuple[Guidance, Guidance]:
    """
    Read guidance.

    Returns:
        What counts as guidance, and the drafts nobody has confirmed yet, which never count.

    """
    if value is None:
        return Guidance(), Guidance()
    guidance = read_entry(Guidance, value, reading, "") or Guidance()
    _check_inner_references(guidance, reading)
    return choose_entries(guidance, _confirmed), _only_drafts(guidance)


def _confirmed(entry: GuidanceEntry) -> GuidanceEntry | None:
    return None if entry.draft else choose_entries(entry, _confirmed)


def _only_drafts(guidance: Guidance) -> Guidance:
    drafts = choose_entries(guidance, lambda entry: entry if entry.draft else None)
    # Words without an entry of their own, such as stages, cannot be marked as drafts.
    return Guidance(
        **{
            name: getattr(drafts, name)
            for name in Guidance.__slots__
            if isinstance(getattr(drafts, name), GuidanceEntry)
            or _holds_entries(getattr(drafts, name))
        }
    )


def _holds_entries(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], GuidanceEntry)


def _check_inner_references(guidance: Guidance, reading: Reading) -> None:
    """Hold `proof:` and `tests:` against the proof points and must-knows of the same asset."""
    proofs = {point.id for point in guidance.proof_points if point.id}
    carriers: tuple[TalkTrack | Objection, ...] = (*guidance.talk_track, *guidance.objections)
    for number, carrier in enumerate(carriers, start=1):
        if carrier.proof and carrier.proof not in proofs:
            place = f"{type(carrier).__name__} {number}"
            reading.unknown_word(carrier.proof, "proof point", proofs, carrier.span, place)
    statements = {statement.id for statement in guidance.must_know if statement.id}
    items = guidance.check.items if guidance.check else ()
    for number, item in enumerate(items, start=1):
        if item.tests and item.tests not in statements:
            reading.unknown_word(item.tests, "must-know", statements, item.span, f"item {number}")

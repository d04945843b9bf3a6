"""The `enablement:` block becomes guidance, confirmed entries and drafts apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.choose import choose_entries
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry
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

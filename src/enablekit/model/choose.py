"""Keep some entries of guidance and let others go, whatever their kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import GuidanceEntry

Owner = TypeVar("Owner", Guidance, GuidanceEntry)
Chooser = Callable[[GuidanceEntry], GuidanceEntry | None]


def choose_entries(owner: Owner, chooser: Chooser) -> Owner:
    """
    Return guidance, or an entry, with each entry directly inside it replaced.

    Args:
        owner: What holds the entries.
        chooser: Returns the entry to put in place of one, or None to let it go.

    """
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(owner):
        value = getattr(owner, field.name)
        if isinstance(value, GuidanceEntry):
            chosen = chooser(value)
            if chosen is not value:
                changes[field.name] = chosen
        elif isinstance(value, tuple) and value and isinstance(value[0], GuidanceEntry):
            kept = tuple(entry for entry in map(chooser, value) if entry is not None)
            if kept != value:
                changes[field.name] = kept
    return dataclasses.replace(owner, **changes) if changes else owner

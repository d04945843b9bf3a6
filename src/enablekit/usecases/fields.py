"""Fields: what may be written in front matter, and what a type requires."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.adapters import project
from enablekit.errors import UsageError
from enablekit.model.asset_fields import AssetFields
from enablekit.model.field import described, key_of
from enablekit.model.guidance import Guidance

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.config.asset_types import AssetType


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """
    One field.

    Attributes:
        key: What to write.
        doc: What goes there.
        under: `asset` for the top level, `enablement` for guidance.
        required: Whether the type asked about requires it.

    """

    key: str
    doc: str
    under: str
    required: bool


def fields(start: Path, type_name: str = "") -> tuple[tuple[FieldRow, ...], AssetType | None]:
    """
    List the fields, marked for one asset type.

    Raises:
        UsageError: There is no such type.

    """
    kind = asset_type(start, type_name) if type_name else None
    required = frozenset(kind.requires) if kind else frozenset()
    rows = [
        FieldRow(key=key_of(declared), doc=field.doc, under="asset", required=False)
        for declared, field in described(AssetFields)
    ]
    rows += [
        FieldRow(
            key=key_of(declared),
            doc=field.doc,
            under="enablement",
            required=declared.name in required,
        )
        for declared, field in described(Guidance)
    ]
    return tuple(rows), kind


def asset_type(start: Path, name: str) -> AssetType:
    """
    Return an asset type of the project.

    Raises:
        UsageError: There is no such type; the message lists those there are.

    """
    known = project.find(start).config.asset_types
    for kind in known:
        if kind.name == name:
            return kind
    names = [kind.name for kind in known]
    close = get_close_matches(name.lower().replace(" ", "-"), names, n=1)
    near = f"Did you mean `{close[0]}`? " if close else ""
    raise UsageError(f"`{name}` is not an asset type", hint=f"{near}There are: {', '.join(names)}")

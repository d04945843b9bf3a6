"""Where the questions under `check:` stand in a file, those that are only drafts too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.value import Mapping, Scalar, Sequence
from enablekit.parsing import front_matter, sidecar, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.source import SourceFile
    from enablekit.model.span import Span
    from enablekit.model.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPlaces:
    """
    Where an author's questions stand.

    Attributes:
        check: Where the settings below `check:` stand; None without any.
        items: Where each question stands.
        stems: The questions themselves.
        empty: The key, `check` or `items`, that stands there with nothing below it; or empty.

    """

    check: Span | None = None
    items: tuple[Span, ...] = ()
    stems: tuple[str, ...] = ()
    empty: str = ""


def read(file: SourceFile, *, limit: int) -> CheckPlaces:
    """Find the questions of a file and its sidecar, of which the sidecar counts first."""
    tree = None
    if file.is_text:
        tree = front_matter.read(file.path, text.decode(file.path, file.data, limit=limit)[0]).tree
    whole, _ = sidecar.merged(file, tree, limit=limit)
    check = _at(_at(whole, "enablement"), "check")
    listed = _at(check, "items")
    empty = "check" if _is_empty(check) else "items" if _is_empty(listed) else ""
    if not isinstance(check, Mapping):
        return CheckPlaces(empty=empty)
    found = list(_mappings(listed))
    stems = (_at(item, "stem") for item in found)
    return CheckPlaces(
        check=check.span,
        items=tuple(item.span for item in found),
        stems=tuple(stem.text for stem in stems if isinstance(stem, Scalar)),
        empty=empty,
    )


def _at(value: Value | None, key: str) -> Value | None:
    return value.get(key) if isinstance(value, Mapping) else None


def _mappings(value: Value | None) -> Iterator[Mapping]:
    items = value.items if isinstance(value, Sequence) else (value,)
    return (item for item in items if isinstance(item, Mapping))


def _is_empty(value: Value | None) -> bool:
    if isinstance(value, Sequence):
        return not value.items
    return isinstance(value, Scalar) and value.kind == "null"

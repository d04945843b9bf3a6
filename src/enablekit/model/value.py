"""Front matter as it was written: values that remember their place and their spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """
    A single value.

    Attributes:
        text: The value as the author spelled it, without quotes. `no` stays `no`.
        kind: What the format's own rules make of the spelling: `text`, `bool`, `int`, `float`,
            `date`, `null` or `other`. Quoted values are always `text`.
        span: Where it stands.
        value: The format's own reading of `text` as plain text where the two differ, such as
            `83` for YAML's `0123`; equal to `text` otherwise.

    """

    text: str
    kind: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list of values."""

    items: tuple[Value, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One `key: value` of a mapping."""

    key: str
    key_span: Span
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their values, in the order they were written."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Value | None:
        """Return the value of `key`, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry.value
        return None

    def entry(self, key: str) -> Entry | None:
        """Return the whole entry of `key`, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None


Value = Scalar | Sequence | Mapping

"""What each authored field is: the one description that reading, help and schemas share."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """
    One field an author may write.

    Attributes:
        doc: One sentence: what goes here.
        key: The key in the file, where it differs from the attribute's name.
        ask: The question put to the owner when the field is missing; empty if nobody asks.
        words: Most words allowed; 0 for no limit.
        refers: The vocabulary its value must come from, such as `persona`; empty for free text.
        one_of: The words allowed; empty for any.
        figure: Whether it is a number, kept as text so that it stays exact.

    """

    doc: str
    key: str = ""
    ask: str = ""
    words: int = 0
    refers: str = ""
    one_of: tuple[str, ...] = ()
    figure: bool = False


def about(  # noqa: PLR0913 - each argument is one thing to say about a field
    doc: str,
    *,
    key: str = "",
    ask: str = "",
    words: int = 0,
    refers: str = "",
    one_of: tuple[str, ...] = (),
    figure: bool = False,
    default: object = None,
) -> Any:  # noqa: ANN401 - a dataclass field stands for a value of any type
    """Describe a dataclass field where it is declared."""
    described = Field(
        doc=doc, key=key, ask=ask, words=words, refers=refers, one_of=one_of, figure=figure
    )
    return dataclasses.field(default=default, metadata={"field": described})


def described(owner: type) -> tuple[tuple[dataclasses.Field[Any], Field], ...]:
    """Return the fields of a dataclass that an author may write, in order."""
    found = _DESCRIBED.get(owner)
    if found is None:
        found = _DESCRIBED[owner] = tuple(
            (declared, declared.metadata["field"])
            for declared in dataclasses.fields(owner)
            if "field" in declared.metadata
        )
    return found


# Asked for every entry of every piece's guidance.
_DESCRIBED: dict[type, tuple[tuple[dataclasses.Field[Any], Field], ...]] = {}


def key_of(declared: dataclasses.Field[Any]) -> str:
    """Return the key under which an author writes a field."""
    return declared.metadata["field"].key or declared.name

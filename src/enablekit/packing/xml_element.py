"""XML put together from elements, one a line where nothing but elements is inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.encoding.xml import attribute, legal, text

if TYPE_CHECKING:
    from collections.abc import Callable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim:
    """
    Text to write in a CDATA section, for a reader that loses blanks between two entities.

    Attributes:
        words: The text as it is meant to be read.

    """

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """
    An element.

    Attributes:
        name: Its name, with a prefix if it has one.
        attributes: Names and values, in the order to write.
        children: Elements, and text as it is meant to be read.

    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Element | Verbatim | str, ...] = ()


def element(name: str, *children: Element | Verbatim | str, **attributes: str) -> Element:
    """Return an element; `base_type="float"` gives the attribute `base-type`."""
    named = tuple((key.replace("_", "-"), value) for key, value in attributes.items())
    return Element(name=name, attributes=named, children=children)


def document(root: Element) -> bytes:
    """Return a whole file."""
    return (DECLARATION + _written(root, "") + "\n").encode("utf-8")


def renamed(
    root: Element, name: Callable[[str], str], attribute_name: Callable[[str], str]
) -> Element:
    """Return an element with other names for it, its attributes and everything inside."""
    return Element(
        name=name(root.name),
        attributes=tuple((attribute_name(key), value) for key, value in root.attributes),
        children=tuple(
            renamed(one, name, attribute_name) if isinstance(one, Element) else one
            for one in root.children
        ),
    )


def _written(one: Element, indent: str) -> str:
    start = one.name + "".join(f" {key}={attribute(value)}" for key, value in one.attributes)
    if not one.children:
        return f"<{start}/>"
    if not all(isinstance(child, Element) for child in one.children):
        inside = "".join(_inline(child) for child in one.children)
        return f"<{start}>{inside}</{one.name}>"
    deeper = f"{indent}  "
    lines = "".join(
        f"\n{deeper}{_written(child, deeper)}"
        for child in one.children
        if isinstance(child, Element)
    )
    return f"<{start}>{lines}\n{indent}</{one.name}>"


def _inline(child: Element | Verbatim | str) -> str:
    if isinstance(child, Element):
        return _written(child, "")
    return _section(child.words) if isinstance(child, Verbatim) else text(child)


def _section(words: str) -> str:
    """Return a CDATA section; where the text has the end of one, it goes on in a second."""
    inside = legal(words).replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{inside}]]>"

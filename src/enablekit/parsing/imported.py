"""What reading a file of questions from elsewhere gives."""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.guidance_entries import AuthoredItem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BLOCKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"})
_UNSEEN = frozenset({"script", "style"})
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """
    Something in the file that no question was made of.

    Attributes:
        line: Its line, counted from 1.
        why: Why not, or what of it was left out.

    """

    line: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """
    The questions of a file.

    Attributes:
        items: The questions, in order; their places are in that file.
        not_taken: What was left out, in order.

    """

    items: tuple[AuthoredItem, ...]
    not_taken: tuple[NotTaken, ...] = ()


def text_of(data: bytes) -> str:
    """
    Return the text of a file in the encoding it says or shows.

    A byte order mark decides; without one it is UTF-8, or else Windows-1252, in which spreadsheets
    save tables.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            break
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("\ufffd", text)


def words_of_html(text: str) -> str:
    """Return the words of a piece of HTML, a line for each block."""
    reader = _Words()
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.found).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.found.append("\n")
        said = next((value for name, value in attrs if name == "alt" and value), "")
        if tag == "img" and said:
            self.found.append(said)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(html.unescape(f"&#{name};"))

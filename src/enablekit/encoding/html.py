"""Text and Markdown as HTML in which nothing from content is ever markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.encoding.noncharacters import NONCHARACTERS
from enablekit.encoding.url import safe_url

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["DEEPEST", "Renderer", "escape", "safe_url"]

DEEPEST = 100  # elements inside each other; deeper ones keep their text and lose their tags
ID_PREFIX = "s-"  # keeps ids from content apart from names a page's script may look up

_SPECIAL = re.compile(f"[&<>\"'\r\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff{NONCHARACTERS}]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "\r": "\n"}
_LANGUAGE = re.compile(r"[\w+#.-]{1,40}(?=\s|$)", re.ASCII)

_TAGS = {
    "Paragraph": ("<p>", "</p>"),
    "Item": ("<li>", "</li>"),
    "Emphasis": ("<em>", "</em>"),
    "Strong": ("<strong>", "</strong>"),
    "Strikethrough": ("<del>", "</del>"),
}
_ALIGNED = {"Left": ' class="left"', "Center": ' class="center"', "Right": ' class="right"'}


def escape(text: str) -> str:
    """
    Return text for use between tags and inside quoted attributes.

    Control characters and other code points that HTML does not allow become U+FFFD.
    """
    # What is printable needs a look for the few signs with names only; most texts have none.
    if text.isprintable():
        named = "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
    else:
        named = _SPECIAL.search(text) is not None
    if not named:
        return text
    return _SPECIAL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return _NAMED.get(found[0], "\ufffd")


class Renderer:
    """
    Write HTML while Markdown is being read, one event after the other.

    Text is escaped, tags come from this file only, and no attribute but an address, a title, an
    alt text, a class from a fixed set and an id with a prefix is ever written.
    """

    __slots__ = (
        "_alignments", "_cell", "_closing", "_column", "_footnotes", "_heading", "_in_link",
        "_muted", "_out", "_outer",
    )  # fmt: skip

    def __init__(self) -> None:
        self._out: list[str] = []
        self._outer: list[str] = []
        self._closing: list[str] = []
        self._footnotes: dict[str, int] = {}
        self._alignments: Sequence[str] = ()
        self._cell = "td"
        self._column = 0
        self._heading = 0
        self._in_link = False
        self._muted = False

    def take(self) -> str:
        """Return what was written since the last call."""
        html = "".join(self._out)
        self._out.clear()
        return html

    # What holds something else: opened by name, closed by `close`, last opened first.

    def open(self, tag: str) -> None:
        """Open a paragraph, a list item, emphasis or strikethrough."""
        opening, closing = _TAGS[tag]
        self._push(opening, closing)

    def open_list(self, first: int | None) -> None:
        """Open a list; a number makes it an ordered list that starts there."""
        if first is None:
            self._push("<ul>", "</ul>")
        else:
            self._push("<ol>" if first == 1 else f'<ol start="{first:d}">', "</ol>")

    def open_quote(self, alert: str | None) -> None:
        """Open a quotation, or one of GitHub's alerts by its name."""
        if alert is None:
            self._push("<blockquote>", "</blockquote>")
        else:
            self._push(f'<div class="alert {escape(alert.lower())}">', "</div>")

    def open_code(self, info: str) -> None:
        """Open a code block; of the info string only a plain first word becomes a class."""
        language = _LANGUAGE.match(info)
        tag = f'<code class="language-{language[0]}">' if language else "<code>"
        self._push(f"<pre>{tag}", "</code></pre>")

    def open_link(self, url: str | None, title: str) -> None:
        """
        Open a link to an address that `safe_url` returned; None makes it plain text.

        A link inside a link, as CommonMark allows for `<https://…>`, is plain text too.
        """
        if url is None or self._in_link:
            self._push("", "")
            return
        self._push(f'<a href="{escape(_in_page(url))}"{_titled(title)} rel="noopener">', "</a>")
        self._in_link = bool(self._closing[-1])

    def open_table(self, alignments: Sequence[str]) -> None:
        """Open a table; alignments are `None`, `Left`, `Center` or `Right`, one a column."""
        self._alignments = alignments
        self._push("<table>", "</tbody></table>")

    def open_row(self, *, heads: bool) -> None:
        """Open a row of heads or of ordinary cells."""
        self._column = 0
        self._cell = "th" if heads else "td"
        self._push("<thead><tr>" if heads else "<tr>", "</tr></thead><tbody>" if heads else "</tr>")

    def open_cell(self) -> None:
        """Open the next cell of a row."""
        aligned = ""
        if self._column < len(self._alignments):
            aligned = _ALIGNED.get(self._alignments[self._column], "")
        self._column += 1
        scope = ' scope="col"' if self._cell == "th" else ""
        self._push(f"<{self._cell}{scope}{aligned}>", f"</{self._cell}>")

    def open_footnote(self, label: str) -> None:
        """Open the text of a footnote."""
        number = self._footnote(label)
        mark = f'<sup id="{ID_PREFIX}fn:{number}">{number}</sup>'
        self._push(f'<div class="footnote">{mark}', "</div>")

    def close(self) -> None:
        """Close what was opened last."""
        self._out.append(self._closing.pop())

    def close_link(self) -> None:
        """Close a link."""
        closing = self._closing.pop()
        if closing:
            self._in_link = False
        self._out.append(closing)

    # A heading and an image are known only at their end.

    def open_heading(self) -> None:
        """Start a heading."""
        self._heading = len(self._out)
        self._out.append("")

    def close_heading(self, level: int, anchor: str) -> None:
        """End a heading and give it its id."""
        self._out[self._heading] = f'<h{level:d} id="{ID_PREFIX}{escape(anchor)}">'
        self._out.append(f"</h{level:d}>")

    def open_image(self) -> None:
        """Start an image; until its end all text is its alt text and there is no markup."""
        self._outer, self._out = self._out, []
        self._muted = True

    def close_image(self, url: str | None, title: str) -> None:
        """End an image from an address that `safe_image_url` returned; None leaves the alt."""
        alt = "".join(self._out)
        self._out = self._outer
        self._muted = False
        if url is None:
            self._out.append(alt)
        else:
            self._out.append(f'<img src="{escape(url)}" alt="{alt}"{_titled(title)}>')

    # What stands for itself.

    def text(self, words: str) -> None:
        """Write words."""
        self._out.append(escape(words))

    def code(self, words: str) -> None:
        """Write code inside a line."""
        self._out.append(escape(words) if self._muted else f"<code>{escape(words)}</code>")

    def inline_html(self, markup: str) -> None:
        """Show a tag from the content as text."""
        if not self._muted:
            self._out.append(escape(markup))

    def raw(self, markup: str) -> None:
        """Show a block of HTML from the content as text."""
        self._out.append(f'<pre class="raw">{escape(markup)}</pre>')

    def soft_break(self) -> None:
        """End a line of the source."""
        self._out.append(" " if self._muted else "\n")

    def hard_break(self) -> None:
        """End a line for the reader."""
        self._out.append(" " if self._muted else "<br>\n")

    def rule(self) -> None:
        """Draw a line."""
        self._out.append("<hr>")

    def task(self, *, done: bool) -> None:
        """Show whether a task is done; a sign, because a form control would need a label."""
        self._out.append("☑ " if done else "☐ ")

    def footnote_reference(self, label: str) -> None:
        """Point at a footnote, numbered in the order in which they are met."""
        number = self._footnote(label)
        if self._muted:
            return
        if self._in_link:  # a link cannot stand inside a link
            self._out.append(f"<sup>{number}</sup>")
        else:
            self._out.append(f'<sup><a href="#{ID_PREFIX}fn:{number}">{number}</a></sup>')

    def _footnote(self, label: str) -> int:
        return self._footnotes.setdefault(label, len(self._footnotes) + 1)

    def _push(self, opening: str, closing: str) -> None:
        if self._muted or len(self._closing) >= DEEPEST:
            opening = closing = ""
        self._out.append(opening)
        self._closing.append(closing)


def figure(image: str, caption: str) -> str:
    """Return an image that stands by itself; its title becomes a caption for everybody to see."""
    if not caption:
        return f"<figure>{image}</figure>"
    untitled = image.replace(_titled(caption), "", 1)
    return f"<figure>{untitled}<figcaption>{escape(caption)}</figcaption></figure>"


def _titled(title: str) -> str:
    return f' title="{escape(title)}"' if title else ""


def _in_page(url: str) -> str:
    """Return an address with the prefix of our ids if it points into its own page."""
    name = url[1:]
    if not url.startswith("#") or name in {"", "top"}:
        return url
    # A heading's id has no hyphen at its ends, though GitHub's would.
    return f"#{ID_PREFIX}{name.strip('-') or name}"

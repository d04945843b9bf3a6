"""A block as Markdown again: lists, tables, code, quotations, pictures, and words as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.packing.block_tree import Element, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from enablekit.model.body import Block

Node = Element | str

# CommonMark 0.31.2, 2.4: a backslash makes any ASCII punctuation plain. `$` opens mathematics and
# `:name:` is an emoji in Marp.
_INLINE = re.compile(r"([\\`*_\[\]<>&|~$]|:(?=[\w+-]+:))")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# What would begin a block or, in one of the dialects of decks, a slide or a presenter's note.
_START = re.compile(r"^([ \t]*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-+\s*$|:-+:?\s*$|:{3,}|\?{3})")
_NUMBER = re.compile(r"^([ \t]*\d{1,9})([.)])(?=\s|$)")
_NOTE = re.compile(r"^([ \t]*notes?)(:)", re.IGNORECASE)
_BLOCKS = frozenset(
    {"p", "ul", "ol", "blockquote", "pre", "table", "figure", "div", "hr"}
    | {f"h{level}" for level in range(1, 7)}
)
_MARKS = {"em": "*", "strong": "**", "del": "~~"}
_PREFIX = "#s-"  # of ids on our pages
_RULERS = {"left": ":---", "center": ":---:", "right": "---:"}
_FOOTNOTE = "#s-fn:"


def block_markdown(block: Block, keep: Callable[[str], bool], *, other: bool = False) -> str:
    """
    Write a block as Markdown.

    Args:
        block: The block.
        keep: Tells whether an address may be written; the words of a link stay without it.
        other: Whether a list needs the other mark, lest it go on with the list above it.

    """
    return "\n\n".join(_Writer(keep, other=other).blocks(tree(block)))


def plain_words(text: str) -> str:
    """Return words as Markdown that shows them as they are, in one line."""
    return _started(_words(" ".join(text.split())))


def heading(level: int, text: str) -> str:
    """Return a heading of words."""
    return f"{'#' * level} {_headed(_words(' '.join(text.split())))}"


def _trimmed(nodes: Sequence[Node]) -> Sequence[Node]:
    """Return nodes without the breaks at either end, which would be words there."""
    full = [
        number
        for number, one in enumerate(nodes)
        if (one.strip() if isinstance(one, str) else one.tag != "br")
    ]
    return nodes[full[0] : full[-1] + 1] if full else ()


def _words(text: str) -> str:
    return _INLINE.sub(r"\\\1", _CONTROL.sub("\ufffd", text))


def _started(text: str) -> str:
    """Keep the lines of a paragraph together, and from beginning anything else."""
    full = [line.lstrip(" \t") for line in text.split("\n") if line.strip(" \t")]
    lines = (_START.sub(r"\1\\\2", line) for line in full)
    return "\n".join(_NOTE.sub(r"\1\\\2", _NUMBER.sub(r"\1\\\2", line)) for line in lines)


def _headed(line: str) -> str:
    """Keep the end of a heading from being an id or its closing marks."""
    return re.sub(r"(#+)$", r"\\\1", line.replace("{", "\\{"))


class _Writer:
    """Writes elements, with the choices made for one block."""

    def __init__(self, keep: Callable[[str], bool], *, other: bool) -> None:
        self._keep = keep
        self._bullet = "*" if other else "-"
        self._dot = ")" if other else "."

    def blocks(self, nodes: Sequence[Node]) -> list[str]:
        """Return each element as a block; words between them are paragraphs."""
        found: list[str] = []
        line: list[Node] = []
        for node in [*nodes, Element(tag="p")]:
            if isinstance(node, str) or node.tag not in _BLOCKS:
                line.append(node)
                continue
            said = self._paragraph(line)
            found += [said] if said else []
            line = []
            written = self._block(node)
            found += [written] if written else []
        return found

    def _block(self, node: Element) -> str:
        writers: dict[str, Callable[[Element], str]] = {
            "p": lambda one: self._paragraph(one.children),
            "ul": self._list,
            "ol": self._list,
            "blockquote": lambda one: _quoted(self.blocks(one.children)),
            "pre": _code,
            "table": self._table,
            "figure": self._figure,
            "div": self._division,
            "hr": lambda _: "***",
        }
        return writers.get(node.tag, self._heading)(node)

    def _heading(self, node: Element) -> str:
        line = self._line(node.children).replace("\\\n", " ").replace("\n", " ")
        return f"{'#' * int(node.tag[1])} {_headed(line)}".rstrip(" ")

    def _paragraph(self, nodes: Sequence[Node]) -> str:
        return _started(self._line(_trimmed(nodes)).strip(" \t\n"))

    def _division(self, node: Element) -> str:
        classes = node.classes()
        if "footnote" in classes and isinstance(node.children[0], Element):
            inside = "\n\n".join(self.blocks(node.children[1:]))
            return f"[^{node.children[0].text}]: " + inside.replace("\n", "\n    ")
        below = self.blocks(node.children)
        if "alert" in classes:
            return _quoted([f"[!{classes[-1].upper()}]\n" + "\n\n".join(below)])
        return "\n\n".join(below)

    def _figure(self, node: Element) -> str:
        captions = node.all("figcaption")
        caption = captions[0].text if captions else ""
        return "\n".join(self._picture(one, caption) for one in node.all("img"))

    def _list(self, node: Element) -> str:
        number = int(node.attributes.get("start", "1"))
        loose = any(
            isinstance(one, Element) and one.tag == "p" for each in node.all("li")[:1]
            for one in each.children
        )  # fmt: skip
        items: list[str] = []
        for one in node.children:
            if not isinstance(one, Element):
                continue
            mark = self._bullet if node.tag == "ul" else f"{number}{self._dot}"
            items.append(_hung(mark, self._item(one, loose=loose)))
            number += 1
        return ("\n\n" if loose else "\n").join(items)

    def _item(self, item: Element, *, loose: bool) -> str:
        nodes, task = list(item.children), ""
        if nodes and isinstance(nodes[0], str) and nodes[0][:2] in {"☑ ", "☐ "}:
            task = "[x] " if nodes[0][0] == "☑" else "[ ] "
            nodes[0] = nodes[0][2:]
        parts = self.blocks(nodes)
        # Only a list that starts with 1 can stand right below words.
        begins_list = any(
            isinstance(one, Element) and one.tag in {"ul", "ol"} and "start" not in one.attributes
            for one in nodes
        )
        return task + ("\n" if begins_list and not loose else "\n\n").join(parts)

    def _table(self, node: Element) -> str:
        rows = [self._row(row) for row in node.all("tr")]
        heads = node.all("th")
        rulers = [next((_RULERS[one] for one in head.classes()), "---") for head in heads]
        rows.insert(1, f"| {' | '.join(rulers)} |")
        return "\n".join(rows)

    def _row(self, row: Element) -> str:
        cells = (one for one in row.children if isinstance(one, Element))
        lines = (self._line(one.children, in_table=True) for one in cells)
        return f"| {' | '.join(' '.join(line.split(chr(10))) for line in lines)} |"

    def _line(self, nodes: Iterable[Node], *, in_table: bool = False) -> str:
        parts: list[str] = []
        for node in nodes:
            if isinstance(node, str):
                # A break has the end of its line with it.
                broken = bool(parts) and parts[-1].endswith("\\\n")
                parts.append(_words(node.removeprefix("\n") if broken else node))
                continue
            if parts and parts[-1].endswith("!") and node.tag == "a":
                parts[-1] = parts[-1][:-1] + "\\!"
            parts.append(self._inline(node, in_table=in_table))
        return "".join(parts)

    def _inline(self, node: Element, *, in_table: bool) -> str:
        if node.tag == "img":
            return self._picture(node, node.attributes.get("title", ""))
        if node.tag == "code":
            return _code_span(node.text.replace("|", "\\|") if in_table else node.text)
        if node.tag == "br":
            return " " if in_table else "\\\n"
        inside = self._line(node.children, in_table=in_table)
        if node.tag == "a":
            return self._link(node, inside)
        links = node.all("a") if node.tag == "sup" else ()
        if links and links[0].attributes.get("href", "").startswith(_FOOTNOTE):
            return f"[^{node.text}]"
        mark = _MARKS.get(node.tag, "")
        return f"{mark}{inside}{mark}"

    def _link(self, node: Element, inside: str) -> str:
        url = node.attributes.get("href", "")
        if not url or not self._keep(url):
            return inside
        if url.startswith(_PREFIX):
            url = f"#{url.removeprefix(_PREFIX)}"
        return f"[{inside}]({_address(url, node.attributes.get('title', ''))})"

    def _picture(self, node: Element, title: str) -> str:
        url, alt = node.attributes.get("src", ""), _words(node.attributes.get("alt", ""))
        return f"![{alt}]({_address(url, title)})" if self._keep(url) else alt


def _address(url: str, title: str) -> str:
    written = f"<{url}>" if "(" in url or ")" in url or not url else url
    return f'{written} "{_words(title).replace(chr(34), chr(92) + chr(34))}"' if title else written


def _quoted(blocks: Sequence[str]) -> str:
    lines = "\n\n".join(blocks).split("\n")
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _hung(mark: str, text: str) -> str:
    """Return an item of a list, its further lines below its words."""
    first, *rest = text.split("\n")
    indent = " " * (len(mark) + 1)
    return "\n".join(
        [f"{mark} {first}".rstrip(" "), *(indent + one if one else "" for one in rest)]
    )


def _code(node: Element) -> str:
    text = node.text.removesuffix("\n")
    marks = max((len(one) for one in re.findall("`+", text)), default=0)
    fence = "`" * max(3, marks + 1)
    language = next((one.classes()[0] for one in node.all("code") if one.classes()), "")
    return f"{fence}{language.removeprefix('language-')}\n{text}\n{fence}"


def _code_span(text: str) -> str:
    marks = {len(one) for one in re.findall("`+", text)}
    fence = "`" * next(size for size in range(1, len(marks) + 2) if size not in marks)
    padded = text[:1] in {"`", " "} or text[-1:] in {"`", " "}
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"

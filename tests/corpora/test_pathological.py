"""Texts made to be slow: reading takes time in proportion to their length."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from growth import assert_in_proportion

from enablekit.parsing import body

pytestmark = pytest.mark.alone

LENGTH = 100_000  # bytes


def repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda length: before + piece * (length // len(piece)) + after


def nested(opening: str, middle: str, closing: str) -> Callable[[int], str]:
    def make(length: int) -> str:
        times = length // (len(opening) + len(closing))
        return opening * times + middle + closing * times

    return make


def deep_list(length: int) -> str:
    """Nest a list as deep as its own indent allows."""
    depth = int(length**0.5)
    return "".join(f"{'  ' * level}- a\n" for level in range(depth))


def backticks(length: int) -> str:
    """Write runs of backticks of all lengths, none of which closes another."""
    return "".join("e" + "`" * size for size in range(int((2 * length) ** 0.5)))


def wide_table(length: int) -> str:
    """Write a table whose rows are all too short, so that each is filled up."""
    columns = length // 12
    rows = length // 6
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + "|a\n" * rows


# The kinds of input that have made Markdown parsers slow (as cmark's own list of them has it).
MARKDOWN = {
    "nested strong emphasis": nested("*a **a ", "b", " a** a*"),
    "emphasis closers without openers": repeated("a_ "),
    "emphasis openers without closers": repeated("_a "),
    "link closers without openers": repeated("a]"),
    "link openers without closers": repeated("[a"),
    "mismatched openers and closers": repeated("*a_ "),
    "closers on and off": repeated("a**b" + "c* "),
    "link openers and emphasis closers": repeated("[ a_"),
    "nested brackets": nested("[", "a", "]"),
    "nested quotations": repeated("> ", after="a"),
    "nested list on one line": repeated("- ", after="a"),
    "deep list": deep_list,
    "backticks": backticks,
    "unclosed links": repeated("[a](<b"),
    "unclosed links with brackets": repeated("[a](b"),
    "unclosed comments": repeated("a <!-- "),
    "unclosed declarations": repeated("<!A "),
    "unclosed instructions": repeated("a <? "),
    "unclosed CDATA": repeated("a <![CDATA[ "),
    "empty images": repeated("![[]()"),
    "nested images": nested("![a", "b", "](c)"),
    "reference definitions": repeated("[foo]: /u\n", after="[foo]\n"),
    "entities": repeated("&amp;&#32;&x;"),
    "hard breaks": repeated("a\\\n"),
    "setext heading": repeated("a\n", after="===\n"),
    "wide table": wide_table,
    "empty lines in a deep list": lambda length: "- x\n  - y\n" + "\n" * length + "    z\n",
    "angle brackets": repeated("<"),
    "NUL's replacement": repeated("\ufffd"),
    "one long line": repeated("word "),
    "one long line that is not ASCII": repeated("wörd *é* "),
    "carets and tildes": repeated("~~a~ ^"),
    "heading attributes": repeated("#a ", before="# a {", after="}"),
}
# What is ours: marks, quizzes, notes, ids, shortcodes.
OURS = {
    "nested blocks": nested("::: internal\n", "a\n", ":::\n"),
    "unclosed blocks": repeated("::: internal\na\n"),
    "ends of blocks": repeated(":::\n"),
    "blocks side by side": repeated("::: partner\na[^1] [b]\n:::\n", after="[^1]: x\n\n[b]: /u\n"),
    "colons": repeated(":"),
    "colons and blanks": repeated(": ", before=":::"),
    "blanks before a mark": repeated(" ", after=":::"),
    "notes": repeated("::: notes\na\n:::\n"),
    "slides": repeated("a\n\n---\n\n"),
    "slides with notes": repeated("a\n\n???\nb\n\n---\n\n"),
    "reveal notes": repeated("Note: a\n"),
    "comments": repeated("<!-- a -->\n"),
    "comments of instructions": repeated("<!-- fit  -->"),
    "one comment of blanks": repeated(" ", before="<!-- fit", after=". -->"),
    "footnotes": repeated("a[^1]\n\n[^2]: b\n\n"),
    "headings of one name": repeated("# a\n\n"),
    "headings of no name": repeated("#\n"),
    "quizzes": repeated("# a {#check}\n\n1. b\n   - [x] c\n\n"),
    "one long quiz": repeated("1. b\n   - [x] c\n     > d\n\n   e\n", before="# a {#check}\n\n"),
    "a quiz of one deep list": lambda length: "# a {#check}\n\n" + deep_list(length),
    "a quiz of one quotation": repeated("> ", before="# a {#check}\n\n", after="a"),
    "waiting paragraphs": repeated("a\n\n", before="# a {#check}\n\n"),
    "shortcodes": repeated("{{< a >}} "),
    "unclosed shortcodes": repeated("a {{< b "),
    "unclosed highlights": repeated("{{< highlight >}}\n\na\n\n"),
    "unclosed tags of Liquid": repeated("{% a "),
    "blanks in a shortcode": repeated(" ", before="a {{<", after="{"),
    "blanks around shortcodes": repeated(" ", before="a {{< b >}}", after="{{"),
    "percent signs": repeated("%", before="{%"),
    "imports": repeated(" from ", before="import a"),
    "unclosed tags": repeated("<a "),
    "tags": repeated("<a b='c'>"),
    "blocks of HTML": repeated("<div>a</div>\n\n"),
    "scripts": repeated("<script>\n\na </script>\n"),
    "code with pipes": repeated("`a\\|b` ", before="| a |\n|---|\n| ", after="|"),
    "code over lines": repeated("`a\nb` "),
    "fences": repeated("```\n:::\n```\n"),
    "unsafe links": repeated("[a](javascript:b) "),
    "images in lines": repeated("![a](b) c "),
}


KINDS = [
    *(pytest.param(kind, False, id=kind) for kind in (*MARKDOWN, *OURS)),
    *(pytest.param(kind, True, id=f"{kind}, in a deck") for kind in OURS),
]


@pytest.mark.parametrize(("kind", "is_deck"), KINDS)
def test_reading_takes_time_in_proportion_to_length(kind: str, *, is_deck: bool) -> None:
    make = (MARKDOWN | OURS)[kind]

    assert_in_proportion(make, LENGTH, lambda text: body.read("a.md", text, is_deck=is_deck))

"""The text of an asset and the links of a page as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from enablekit.model.asset import Asset
from enablekit.model.body import Block, Body
from enablekit.model.span import Span
from enablekit.site.markup import Linked, language_attributes, passages

if TYPE_CHECKING:
    from enablekit.site.markup import Passage


def heading(level: int, line: int, text: str = "A") -> Block:
    html = f'<h{level} id="s-x{line}">{text}</h{level}>'
    span = Span(path="a.md", line=line)
    return Block(kind="heading", text=text, html=html, span=span, level=level)


def shown(*blocks: Block, title: str = "Title") -> list[Passage]:
    asset = Asset(
        id="a", path="a.md", title=title, span=Span(path="a.md"), body=Body(blocks=blocks)
    )
    return list(passages(asset, relinked=lambda html: html))


def test_levels_start_at_two_and_never_skip_one() -> None:
    levels = [3, 5, 5, 2, 4, 6, 1, 2]
    found = shown(*(heading(level, line) for line, level in enumerate(levels, 1)))
    assert [one.html[2] for one in found] == ["2", "3", "3", "2", "3", "4", "2", "3"]


def test_a_heading_that_repeats_the_title_is_left_out_at_the_top_only() -> None:
    found = shown(heading(1, 1, "The  title"), heading(2, 2, "The title"), title="The title")
    assert [one.id for one in found] == ["L2"]


def test_a_heading_inside_a_quotation_goes_below_its_section() -> None:
    quote = Block(
        kind="quote",
        text="A",
        html="<blockquote><h1>A</h1></blockquote>",
        span=Span(path="a.md", line=2),
    )
    found = shown(heading(2, 1), quote)
    assert found[1].html == "<blockquote><h3>A</h3></blockquote>"


def test_a_table_has_no_head_that_heads_nothing() -> None:
    head = '<th scope="col"></th><th scope="col" class="right"></th><th scope="col">A</th>'
    table = Block(kind="table", text="A", html=head, span=Span(path="a.md", line=2))
    assert shown(table)[0].html == '<td></td><td class="right"></td><th scope="col">A</th>'


def test_a_line_is_an_id_once() -> None:
    span = Span(path="a.md", line=4)
    twice = [Block(kind="paragraph", text="x", html="<p>x</p>", span=span) for _ in range(2)]
    assert [one.id for one in shown(*twice)] == ["L4", ""]


def test_words_and_address_of_a_link_are_escaped() -> None:
    assert escape(Linked("<b>", 'x"y')) == Markup('<a href="x&quot;y">&lt;b&gt;</a>')
    assert escape(Linked("<b>")) == Markup("&lt;b&gt;")


def test_only_text_in_another_language_names_its_language() -> None:
    assert language_attributes("EN", "en") == ""
    assert language_attributes("ar", "en") == ' lang="ar" dir="rtl"'
    assert language_attributes('"x', "en") == ' lang="&#34;x" dir="ltr"'

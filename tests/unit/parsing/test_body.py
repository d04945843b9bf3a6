from __future__ import annotations

import re
from bisect import bisect_right

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.model.body import Block, Body, Link
from enablekit.model.span import Span
from enablekit.parsing import body


def read(text: str, *, first_line: int = 1, is_deck: bool = False) -> Body:
    return body.read("a.md", text, first_line=first_line, is_deck=is_deck)[0]


def only(text: str) -> Block:
    (block,) = read(text).blocks
    return block


def codes(text: str) -> list[str]:
    return [one.code for one in body.read("a.md", text)[2]]


def lines(span: Span) -> tuple[int, int, int, int]:
    return (span.line, span.column, span.end_line, span.end_column)


def place(block: Block, offset: int) -> tuple[int, int]:
    """Return where a character of a block's text stands, as `Block.offsets` is to be read."""
    run = bisect_right(block.offsets, (offset, 10**9, 0)) - 1
    start, line, column = block.offsets[run]
    return line, column + offset - start


EVERYTHING = """\
# Überschrift *mit* `Code`

Ein Satz mit **fetten** Wörtern, &amp; \\*Sternen\\*, `` a`b `` und [Link](https://a.example).
Zweite\\
Zeile — Schluß.

- Erster Punkt
  geht weiter
- Zweiter

  1. innen
     > Zitat

| Kopf | Zähler |
|------|-------:|
| `a\\|b` | c \\| d |

> „Gesagt“, sagt
> sie.

```python
x = "ü"

y = 1
```

    eingerückt
	mit Tab

![Das Bild](bild.png "Titel")
"""


def test_each_kind_of_block_is_known_with_its_words_and_lines() -> None:
    found = [(block.kind, block.text, lines(block.span)) for block in read(EVERYTHING).blocks]

    assert found == [
        ("heading", "Überschrift mit Code", (1, 1, 1, 27)),
        (
            "paragraph",
            "Ein Satz mit fetten Wörtern, & *Sternen*, a`b und Link. Zweite\nZeile — Schluß.",
            (3, 1, 5, 16),
        ),
        ("list", "Erster Punkt geht weiter\nZweiter\ninnen\nZitat", (7, 1, 12, 13)),
        ("table", "Kopf\nZähler\na|b\nc | d", (14, 1, 16, 20)),
        ("quote", "„Gesagt“, sagt sie.", (18, 1, 19, 7)),
        ("code", 'x = "ü"\n\ny = 1', (21, 1, 25, 4)),
        ("code", "eingerückt\nmit Tab", (27, 5, 28, 9)),
        ("figure", "Das Bild", (30, 1, 30, 30)),
    ]


def test_items_are_the_points_of_a_list_and_the_rows_of_a_table() -> None:
    blocks = {block.kind: block for block in read(EVERYTHING).blocks}

    assert blocks["list"].items == ("Erster Punkt geht weiter", "Zweiter\ninnen\nZitat")
    assert blocks["table"].items == ("Kopf\tZähler", "a|b\tc | d")
    assert not blocks["list"].ordered
    assert only("3. a\n4. b\n").ordered


@pytest.mark.parametrize("first_line", [1, 40])
def test_each_run_of_words_stands_where_its_offset_says(first_line: int) -> None:
    source = EVERYTHING.split("\n")

    for block in read(EVERYTHING, first_line=first_line).blocks:
        assert block.offsets
        for word in re.finditer(r"[\w]+", block.text):
            line, column = place(block, word.start())
            at = source[line - first_line][column - 1 :]
            assert at.startswith(word[0]), (block.kind, word[0], at)


def test_marks_that_are_no_words_stand_where_their_offset_says() -> None:
    source = "a&copy;b \\* c &amp;&lt; *d*`e`\n"
    block = only(source)

    assert block.text == "a©b * c &< de"
    for char, at in (("a", "a&"), ("©", "&copy;"), ("b", "b "), ("*", "* c"), ("<", "&lt;")):
        _, column = place(block, block.text.index(char))
        assert source[column - 1 :].startswith(at)


@given(st.text(alphabet="ab é中🚀*_`~&;[]()<>!#|-+>1.:\\\t\n \"'", max_size=80))
@settings(max_examples=400, deadline=None)
def test_every_letter_of_every_block_is_found_again_at_its_place(text: str) -> None:
    source = text.split("\n")
    for block in read(text).blocks:
        for offset, char in enumerate(block.text):
            if char in "abé中🚀":
                line, column = place(block, offset)
                assert source[line - 1][column - 1] == char


@given(st.text(max_size=200), st.booleans())
@settings(deadline=None)
def test_any_text_becomes_a_body_and_every_span_lies_inside_it(text: str, is_deck: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    source = text.replace("\r", "\n").replace("\0", "\ufffd")
    rows = source.split("\n")
    content, items, findings = body.read("a.md", source, is_deck=is_deck)

    spans = [one.span for one in content.blocks]
    spans += [one.span for one in content.sections]
    spans += [one.span for one in content.slides]
    spans += [one.span for one in content.notes]
    spans += [one.span for one in items]
    spans += [one.span for one in findings]
    spans += [link.span for block in content.blocks for link in block.links]
    for span in spans:
        assert 1 <= span.line <= span.end_line <= len(rows)
        assert 1 <= span.column <= len(rows[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(rows[span.end_line - 1]) + 1


WORDS = st.lists(st.from_regex(r"[A-Za-z][a-z0-9]{0,8}", fullmatch=True), min_size=1, max_size=6)
PREFIXES = ["", "# ", "> ", "- ", "1. ", "**", "> - ", "  ", "- > ", "### ", "* [ ] "]
LINES = st.tuples(st.sampled_from(PREFIXES), WORDS).map(lambda one: one[0] + " ".join(one[1]))
MARKS = st.sampled_from(["", "", "---", "***", "::: internal", ":::", "::: notes", "```", "???"])


@given(st.lists(st.one_of(LINES, MARKS)), st.booleans())
@settings(deadline=None)
def test_no_word_is_lost_between_the_body_and_the_notes(parts: list[str], is_deck: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    text = "\n".join(parts)
    content = read(text, is_deck=is_deck)

    kept = " ".join([block.text for block in content.blocks] + [one.text for one in content.notes])
    written = [
        word
        for part in parts
        if not part.startswith((":::", "```"))
        for word in re.findall(r"[A-Za-z0-9]+", re.sub(r"^(?:> |- |\d\. |#)+", "", part))
    ]
    # What stands on the line of a fence is its info string, and `Note:` is a mark.
    assert sorted(set(written) - set(re.findall(r"[A-Za-z0-9]+", kept))) == []


def test_headings_get_ids_that_are_unique_and_the_authors_own_where_given() -> None:
    content = read(
        "# The cost\n\n## The cost\n\n## Other {#the-cost-1}\n\n## Données & co {#x}\n\n##\n"
    )

    anchors = [section.anchor for section in content.sections]

    assert anchors == ["the-cost", "the-cost-1", "the-cost-1-1", "x", "untitled"]
    assert content.blocks[0].html == '<h1 id="s-the-cost">The cost</h1>'


def test_an_id_that_would_break_an_address_is_made_plain() -> None:
    block = only('# Words {#a"b%c}\n')

    assert block.anchor == "abc"
    assert block.html == '<h1 id="s-abc">Words</h1>'


def test_links_are_known_with_their_words_and_place() -> None:
    block = only("See [the *paper*][p] and ![a chart](c.png) by <a@b.example>.\n\n[p]: /paper\n")

    assert [(link.text, link.url, link.span.column) for link in block.links] == [
        ("the paper", "/paper", 5),
        ("a chart", "c.png", 26),
        ("a@b.example", "mailto:a@b.example", 47),
    ]
    assert isinstance(block.links[0], Link)


def test_an_unsafe_link_is_words_and_a_finding_at_its_place() -> None:
    content, _, findings = body.read("a.md", "Line\n\nan [odd](javascript:x) one\n", first_line=9)

    assert content.blocks[1].html == "<p>an odd one</p>"
    assert content.blocks[1].links == ()
    assert [(one.code, one.span.line, one.span.column) for one in findings] == [("EK604", 11, 4)]
    assert "javascript:x" in findings[0].message


def test_raw_html_is_shown_as_text_and_reported_once_with_its_number() -> None:
    content, _, findings = body.read(
        "a.md", "Some <b>bold</b> words.\n\n<table><tr><td>cell</td><td>two</td></tr></table>\n"
    )

    assert content.blocks[0].text == "Some bold words."
    assert content.blocks[0].html == "<p>Some &lt;b&gt;bold&lt;/b&gt; words.</p>"
    assert (content.blocks[1].kind, content.blocks[1].text) == ("html", "cell two")
    assert [(one.code, one.span.column) for one in findings] == [("EK116", 6)]
    assert "10 HTML tags" in findings[0].message


def test_comments_of_html_are_neither_shown_nor_reported() -> None:
    content, _, findings = body.read("a.md", "<!-- a\n\nb -->\n\nWords <!-- c --> here.\n")

    assert [(block.text, block.html) for block in content.blocks] == [
        ("Words  here.", "<p>Words  here.</p>")
    ]
    assert findings == ()


def test_a_comment_that_never_ends_is_shown() -> None:
    block = only("<!-- a\nb\n")

    assert block.text == "<!-- a\nb"
    assert block.html == '<pre class="raw">&lt;!-- a\nb</pre>'


@pytest.mark.parametrize(
    "residue",
    [
        "{{< cta >}}",
        "{{% notice tip %}}",
        '{{<figure src="x.png" title="A b">}}',
        "{% include x.html %}",
        '{{< form\n  id="a_b_c" >}}',
        "import Chart from '../chart'",
        "import '../style.css'",
        "export const a = 1",
        "<MyComponent/>",
        "<Chart data={x} />",
        "- {{< cta >}}",
    ],
)
def test_a_block_of_nothing_but_residue_cannot_be_quoted(residue: str) -> None:
    block = only(f"{residue}\n")

    assert (block.kind, block.text, block.items) == ("html", "", ())
    assert "<script" not in block.html


def test_shortcodes_inside_a_line_leave_its_text_but_not_its_html() -> None:
    source = "Watch {{< vimeo 1 >}} now, {% raw %}then{% endraw %} *call*."
    block = only(source)

    assert block.text == "Watch now, call."
    assert "{{&lt; vimeo 1 &gt;}}" in block.html
    for word in ("Watch", "now", "call"):
        _, column = place(block, block.text.index(word))
        assert source[column - 1 :].startswith(word)


def test_what_stands_in_a_highlight_is_code() -> None:
    content = read("Before.\n\n{{< highlight sql >}}\n\nSELECT a\n\n{{< /highlight >}}\n\nAfter.\n")

    assert [(block.kind, block.text) for block in content.blocks] == [
        ("paragraph", "Before."),
        ("html", ""),
        ("code", "SELECT a"),
        ("html", ""),
        ("paragraph", "After."),
    ]
    assert content.words == 2


def test_a_highlight_without_an_end_hides_nothing() -> None:
    content = read("{{< highlight sql >}}\n\nWords.\n")

    assert [block.text for block in content.blocks] == ["", "Words."]


def test_expressions_of_other_templates_are_plain_text() -> None:
    block = only("Sum: {{ 7*7 }} and {user.name}\n")

    assert block.text == "Sum: {{ 7*7 }} and {user.name}"
    assert block.html == "<p>Sum: {{ 7*7 }} and {user.name}</p>"


def test_prose_about_imports_and_exports_stays_prose() -> None:
    assert only("import duties rise; we don't know why.\n").kind == "paragraph"
    assert only("export settings are kept.\n").kind == "paragraph"


def test_a_paragraph_of_one_image_is_a_figure_with_a_caption() -> None:
    block = only('[![The *chart*](c.png "Paid sooner")](https://a.example)\n')

    assert (block.kind, block.text) == ("figure", "The chart")
    assert block.html == (
        '<figure><a href="https://a.example" rel="noopener"><img src="c.png" alt="The chart"></a>'
        "<figcaption>Paid sooner</figcaption></figure>"
    )


def test_an_image_in_a_sentence_is_no_figure_and_no_word_of_it() -> None:
    block = only("See ![chart](c.png) here.\n")

    assert (block.kind, block.text) == ("paragraph", "See  here.")


def test_footnotes_are_numbered_in_the_order_they_are_met() -> None:
    content = read("One[^b] two[^a].\n\n[^a]: Note *a*.\n\n[^b]: Note b.\n")

    assert content.blocks[0].html == (
        '<p>One<sup><a href="#s-fn:1">1</a></sup> two<sup><a href="#s-fn:2">2</a></sup>.</p>'
    )
    assert content.blocks[1].html == (
        '<div class="footnote"><sup id="s-fn:2">2</sup><p>Note <em>a</em>.</p></div>'
    )
    assert [block.text for block in content.blocks] == ["One two.", "Note a.", "Note b."]


def test_an_alert_is_the_assets_own_voice_not_a_quotation() -> None:
    block = only("> [!TIP]\n> Call *first*.\n")

    assert (block.kind, block.text) == ("paragraph", "Call first.")
    assert block.html == '<div class="alert tip"><p>Call <em>first</em>.</p></div>'


def test_task_lists_outside_a_quiz_are_lists() -> None:
    content, items, _ = body.read("a.md", "- [ ] open\n- [x] done\n")

    assert content.blocks[0].items == ("open", "done")
    assert content.blocks[0].html == "<ul><li>☐ open</li><li>☑ done</li></ul>"
    assert items == ()


def test_a_table_has_heads_and_alignments_without_styles() -> None:
    assert only("| a | b |\n|---|--:|\n| 1 | 2 |\n").html == (
        '<table><thead><tr><th scope="col">a</th><th scope="col" class="right">b</th></tr></thead>'
        '<tbody><tr><td>1</td><td class="right">2</td></tr></tbody></table>'
    )


def test_a_line_break_in_a_cell_keeps_the_words_apart_and_the_rows_whole() -> None:
    block = only("| a |\n|---|\n| one<br/>two |\n")

    assert block.items == ("a", "one two")


def test_addresses_are_not_made_links_by_themselves() -> None:
    assert only("See https://a.example now.\n").html == "<p>See https://a.example now.</p>"


def test_sections_go_from_a_heading_to_the_line_before_the_next() -> None:
    content = read("Intro words.\n\n# One\n\ntext here\n\n```\nno words\n```\n\n## Two\nmore\n\n\n")

    assert [
        (one.title, one.anchor, one.level, one.span.line, one.span.end_line, one.words)
        for one in content.sections
    ] == [("", "", 0, 1, 2, 2), ("One", "one", 1, 3, 10, 3), ("Two", "two", 2, 11, 12, 2)]
    assert content.words == 7


def test_a_heading_in_a_quotation_starts_no_section() -> None:
    content = read("# One\n\n> ## Inner\n> text\n")

    assert [one.title for one in content.sections] == ["One"]
    assert 'id="s-inner"' in content.blocks[1].html


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (238, 1), (239, 2), (476, 2)])
def test_reading_time_is_rounded_up_at_238_words_a_minute(words: int, minutes: int) -> None:
    content = read(" ".join(["word"] * words))

    assert (content.words, content.minutes) == (words, minutes)


@pytest.mark.parametrize("text", ["", "\n", "   \n\n", "<!-- -->\n", "[a]: /b\n"])
@pytest.mark.parametrize("is_deck", [False, True])
def test_an_empty_text_is_an_empty_body(text: str, *, is_deck: bool) -> None:
    content, items, findings = body.read("a.md", text, is_deck=is_deck)

    assert (content.blocks, content.sections, content.words, items) == ((), (), 0, ())
    assert findings == ()


def test_lists_30_deep_and_quotations_25_deep_keep_all_their_text() -> None:
    deep_list = "".join(f"{'  ' * level}- word{level}\n" for level in range(30))
    deep_quote = "".join(f"{'> ' * level}said{level}\n>\n" for level in range(1, 26))

    content, _, findings = body.read("a.md", f"{deep_list}\n***\n\n{deep_quote}")

    for level in range(30):
        assert f"word{level}" in content.blocks[0].text.split("\n")
    for level in range(1, 26):
        assert f"said{level}" in content.blocks[2].text.split("\n")
    assert findings == ()


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_absurd_nesting_is_reported_once_and_loses_no_text(mark: str) -> None:
    content, _, findings = body.read("a.md", f"{mark * 300}deep *down*\n\n{mark * 300}again\n")

    assert "deep down" in content.blocks[0].text
    assert "deep <em>down" in content.blocks[0].html or "deep down" in content.blocks[0].html
    assert [one.code for one in findings] == ["EK115"]


def test_deeply_nested_emphasis_keeps_its_text() -> None:
    block = only("*a **b " * 200 + "c" + "** *" * 200 + "\n")

    assert block.text.count("a") == 200
    assert "c" in block.html


def test_findings_are_in_the_order_of_the_text() -> None:
    assert codes("<b>x</b>\n\n[a](data:x)\n\n:::\n") == ["EK116", "EK604", "EK118"]

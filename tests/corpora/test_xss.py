"""Nothing that content says becomes markup, wherever in Markdown it stands."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.parsing import body

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAUGHTY = "ENABLEKIT_NAUGHTY_STRINGS"  # the path of `blns.json`, as in npm's blns

ESCAPED = re.compile(r"\\(?:n|t|r|x[0-9a-f]{2}|u[0-9a-f]{4})")
PAYLOADS = [
    ESCAPED.sub(lambda found: json.loads(f'"{found[0].replace("x", "u00")}"'), line)
    for line in (Path(__file__).parent / "xss_payloads.txt").read_text("utf-8").splitlines()
    if not line.startswith("# ")
]

CONTEXTS = {
    "body": "{}",
    "line": "Some words {} and more.",
    "link": "[words]({})",
    "pointed link": "[words](<{}>)",
    "defined link": "[words][x]\n\n[x]: {}",
    "title": '[words](https://a.example "{}")',
    "link text": "[{}](https://a.example)",
    "image": "![words]({})",
    "pointed image": "![words](<{}>)",
    "alt": "![{}](a.png)",
    "image title": "![words](a.png '{}')",
    "autolink": "<{}>",
    "heading": "# {}",
    "heading id": "# Words {{#{}}}",
    "heading class": "# Words {{.{} a={}}}",
    "info string": "``` {}\ncode\n```",
    "code": "`{}`",
    "code block": "```\n{}\n```",
    "cell": "| a | b |\n|---|---|\n| {} | x |",
    "list": "- {}\n- x",
    "task": "- [x] {}",
    "quotation": "> {}",
    "footnote": "x[^1]\n\n[^1]: {}",
    "footnote label": "x[^{}]\n\n[^{}]: y",
    "html": '<div title="{}">\n{}\n</div>',
    "comment": "<!-- {} --> x",
    "block": "::: {}\nx\n:::",
    "shortcode": "{{{{< x {} >}}}}",
}

TAGS = {
    "a", "blockquote", "br", "code", "del", "div", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"alt", "class", "href", "id", "rel", "scope", "src", "start", "title"}
CLASSES = re.compile(
    r"alert (?:note|tip|important|warning|caution)|footnote|raw|left|center|right"
    r"|language-[A-Za-z0-9_+#.-]+"
)
AROUND = "".join(map(chr, range(0x21)))


def scheme(url: str) -> str:
    """Return the scheme of an address as a browser finds it (WHATWG URL, basic parser)."""
    bare = re.sub(r"[\t\n\r]", "", url.strip(AROUND))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", bare)
    return found[1].lower() if found else ""


def unsafe(html: str) -> list[str]:
    """Return what is in HTML that must never come from content."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    fragment = parser.parseFragment(html)
    found = [f"not well-formed: {error}" for error in parser.errors]
    for element in fragment.iter():
        if element is not fragment:
            found.extend(_unsafe_element(element))
    return found


def _unsafe_element(element: Element) -> list[str]:
    if element.tag not in TAGS:
        return [f"element {element.tag}"]
    found = [f"attribute {name}" for name in element.attrib if name not in ATTRIBUTES]
    if scheme(element.get("href", "")) not in {"", "http", "https", "mailto", "tel"}:
        found.append(f"link {element.get('href')}")
    if scheme(element.get("src", "")) not in {"", "http", "https"}:
        found.append(f"image {element.get('src')}")
    if not element.get("id", "s-").startswith("s-"):
        found.append(f"id {element.get('id')}")
    if element.get("class") and not CLASSES.fullmatch(element.get("class", "")):
        found.append(f"class {element.get('class')}")
    if element.tag == "a" and element.get("rel") != "noopener" and element.get("href") is None:
        found.append("a link without an address")
    return found


def problems(markdown: str) -> list[str]:
    """Return what is unsafe in any block of a body, read as a text and as a deck."""
    found: list[str] = []
    text = markdown.replace("\r", "\n").replace("\0", "\ufffd")
    for is_deck in (False, True):
        content, _, _ = body.read("a.md", text, is_deck=is_deck)
        found.extend(one for block in content.blocks for one in unsafe(block.html))
    return found


def test_there_are_enough_payloads_of_enough_kinds() -> None:
    assert len(PAYLOADS) >= 200
    assert len(set(PAYLOADS)) == len(PAYLOADS)


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_payload_becomes_markup(context: str) -> None:
    template = CONTEXTS[context]

    through = {
        payload: found
        for payload in PAYLOADS
        if (found := problems(template.format(*[payload] * template.count("{}"))))
    }

    assert through == {}


def test_the_oracle_knows_danger_when_it_sees_it() -> None:
    for dangerous in (
        "<script>x</script>",
        "<p onclick=x>x</p>",
        '<a href="java\tscript:x">x</a>',
        '<a href="&#1;javascript:x">x</a>',
        '<img src="data:x">',
        '<p style="x">x</p>',
        '<h1 id="x">x</h1>',
        "<p class=x>x</p>",
        "<p>x</div>",
    ):
        assert unsafe(dangerous), dangerous


def test_naughty_strings_stay_strings() -> None:
    path = os.environ.get(NAUGHTY)
    if not path:
        pytest.skip(f"{NAUGHTY} does not name the list of naughty strings")
    strings = json.loads(Path(path).read_text(encoding="utf-8"))

    through = [
        (context, one)
        for context, template in CONTEXTS.items()
        for one in strings
        if problems(template.format(*[one] * template.count("{}")))
    ]

    assert len(strings) > 400
    assert through == []


MARKS = ["\n\n", "```", "<!--", "-->", ":::", "- ", "> "]
PIECES = st.sampled_from([*PAYLOADS, *"<>\"'`&;:/\\[](){}#!*_~|-=\n\t ^%$", *MARKS])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=12).map("".join))
def test_no_mixture_of_payloads_becomes_markup(markdown: str) -> None:
    assert problems(markdown) == []

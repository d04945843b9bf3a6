"""The examples of the CommonMark specification, where its text is at hand."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import html5lib
import pytest

from enablekit.parsing import body
from enablekit.parsing.markdown import events, parted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SPEC = "ENABLEKIT_COMMONMARK_SPEC"  # the path of `spec.txt` 0.31.2, as in npm's commonmark-spec

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
ADDED = {"rel", "scope", "id"}  # attributes of ours
FIGURE = re.compile(
    r"<figure>(.*?<img[^>]*)(>(?:</a>)?)(?:<figcaption>(.*?)</figcaption>)?</figure>", re.DOTALL
)

# What is not as specified, on purpose: addresses of schemes that are not on the list, and info
# strings of code that are no plain word.
SCHEMES = {
    "<irc://foo.bar:2233/baz>\n",
    "<a+b+c:d>\n",
    "<made-up-scheme://foo,bar>\n",
    "<localhost:5001/foo>\n",
}
INFO_STRINGS = {"``` f&ouml;&ouml;\nfoo\n```\n", "````;\n````\n"}


@pytest.fixture(scope="module")
def examples() -> list[tuple[str, str]]:
    path = os.environ.get(SPEC)
    if not path:
        pytest.skip(f"{SPEC} does not name the text of the specification")
    text = Path(path).read_text(encoding="utf-8").replace("→", "\t")
    return EXAMPLE.findall(text)


def tree(html: str) -> list[object]:
    """Return HTML as a tree, without what we add and without blanks between blocks."""
    fragment = html5lib.parseFragment(FIGURE.sub(_paragraph, html), namespaceHTMLElements=False)
    return [_words(fragment.text), *_flat(fragment)]


def _paragraph(figure: re.Match[str]) -> str:
    title = f' title="{figure[3]}"' if figure[3] else ""
    return f"<p>{figure[1]}{title}{figure[2]}</p>"


def _flat(element: Element) -> list[object]:
    found: list[object] = []
    for child in element:
        if isinstance(child.tag, str):  # and not a comment
            attributes = sorted(
                (name, unquote(value).replace("#s-", "#"))
                for name, value in child.attrib.items()
                if name not in ADDED
            )
            found.append((child.tag, attributes, _words(child.text), _flat(child)))
        found.append(_words(child.tail))
    return [one for one in found if one]


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def rendered(markdown: str) -> str:
    return "\n".join(block.html for block in body.read("spec.md", markdown)[0].blocks)


def holds_html(markdown: str) -> bool:
    return any(parted(event)[0] in {"Html", "InlineHtml"} for event, _ in events(markdown))


def test_examples_without_html_are_rendered_as_specified(examples: list[tuple[str, str]]) -> None:
    plain = [one for one in examples if not holds_html(one[0])]

    differing = {
        markdown for markdown, expected in plain if tree(rendered(markdown)) != tree(expected)
    }

    assert (len(examples), len(plain)) == (652, 580)
    assert differing == SCHEMES | INFO_STRINGS


def test_examples_with_html_show_it_as_text(examples: list[tuple[str, str]]) -> None:
    raw = [one for one in examples if holds_html(one[0])]

    alike = [markdown for markdown, expected in raw if tree(rendered(markdown)) == tree(expected)]

    assert len(raw) == 72
    assert all("<!--" in markdown for markdown in alike), "only comments have nothing to show"
    for markdown, _ in raw:
        assert not re.search(r"<(?:script|style|table|div|del|a(?! href))", rendered(markdown))

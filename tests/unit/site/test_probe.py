"""Hostile words in every field of the model reach every template and stay words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import html
import re
import types
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any

import html5lib
import pytest

from enablekit.encoding.slug import slug
from enablekit.model.audience import Audience
from enablekit.model.body import Block, Body
from enablekit.model.item import Item
from enablekit.model.publication import Compiled, Publication
from enablekit.model.span import Span
from enablekit.model.strings import Strings
from enablekit.site.pages import render

PROBE = """'"></script><b onclick=x>{{7*7}}{% raw %}&amp;<!--"""
SCRIPTS = {
    "site.js",
    "find.js",
    "grade.js",
    "rank.js",
    "guides.js",
    "present.js",
    "check.js",
    "checks.js",
    "kept.js",
    "pulse.js",
    "search.js",
    "list.js",
    "program.js",
}
FORMS = ("single", "multiple", "sorting", "ordering", "matching", "numeric", "short")


def filled(kind: Any) -> Any:  # noqa: ANN401 - builds a value of any type
    """Build a value of a type with the probe in every text it holds."""
    plain = {str: PROBE, int: 3, bool: True, dt.date: dt.date(2026, 1, 1), Block: block("table")}
    if kind in plain:
        return plain[kind]
    origin = typing.get_origin(kind)
    if origin is tuple:
        return of_tuple(kind)
    if origin in {typing.Union, types.UnionType}:
        return filled(next(one for one in typing.get_args(kind) if one is not type(None)))
    if origin is Mapping:
        return {}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return of_dataclass(kind)


def of_tuple(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any kind of tuple
    args = typing.get_args(kind)
    if args[-1] is Ellipsis:
        if args[0] is Item:
            return tuple(item(form) for form in FORMS)
        if args[0] is Block:
            return tuple(block(kind) for kind in ("heading", "table", "figure"))
        return (filled(args[0]), filled(args[0]))
    return tuple(filled(one) for one in args)


def of_dataclass(kind: Any) -> Any:  # noqa: ANN401 - any dataclass of the model
    hints = typing.get_type_hints(kind)
    return kind(
        **{one.name: filled(hints[one.name]) for one in dataclasses.fields(kind) if one.init}
    )


def item(form: str) -> Item:
    groups = (PROBE, PROBE) if form == "sorting" else ()
    made: Item = of_dataclass(Item)
    return dataclasses.replace(made, form=form, groups=groups, order=(1, 0), matches=(1, 0))


def block(kind: str) -> Block:
    """Return a block as the parser makes it: its HTML is escaped already."""
    inner = html.escape(PROBE)
    shown = f'<h1 id="s-{inner}">{inner}</h1>' if kind == "heading" else f"<p>{inner}</p>"
    if kind == "figure":
        shown = f'<figure><img src="{inner}" alt="{inner}"></figure><p><a href="{inner}">x</a></p>'
    return Block(
        kind=kind, text=PROBE, html=shown, span=Span(path=PROBE, line=3), level=1, anchor=PROBE
    )


def unlike(compiled: Compiled, asset_id: str, **changes: Any) -> Compiled:  # noqa: ANN401 - fields
    asset = dataclasses.replace(compiled.guide.asset, id=asset_id, **changes)
    return dataclasses.replace(compiled, guide=dataclasses.replace(compiled.guide, asset=asset))


@pytest.fixture(scope="module")
def hostile() -> Publication:
    whole: Publication = filled(Publication)
    one = whole.compiled[0]
    empty = dataclasses.replace(one.notes, beats=())
    bare = dataclasses.replace(
        unlike(one, f"{PROBE}/bare", body=Body(), url="https://a.example/" + PROBE),
        notes=empty,
        check=dataclasses.replace(one.check, items=()),
    )
    return dataclasses.replace(
        whole, compiled=(one, bare), programs=whole.programs[:1], strings=Strings()
    )


@pytest.fixture(scope="module")
def pages(hostile: Publication, templates: dict[str, str]) -> dict[str, str]:
    tree = render(hostile, templates)
    return {path: text.decode() for path, text in tree.files.items() if path.endswith("html")}


def test_every_template_is_reached(pages: dict[str, str]) -> None:
    name = slug(PROBE)
    assert {path.split("/")[0] for path in pages} >= {"guides", "say", "for", "at", "type", "about"}
    assert sum(path.endswith("present/index.html") for path in pages) == 2
    assert f"for/{name}/index.html" in pages


def test_hostile_words_are_never_markup(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
        for element in tree.iter():
            if element.tag == "script":
                assert not element.text, path
                assert element.attrib["src"].lstrip("./") in SCRIPTS, path
            assert not any(str(name).startswith("on") for name in element.attrib), path
            address = element.attrib.get("href") or element.attrib.get("src") or ""
            assert ":" not in address or address.startswith(("https:", "mailto:", "data:,")), (
                address
            )
        ours = re.findall(r'<script src="[./]*[a-z]+\.js" defer>', text)
        assert text.count("</script>") == len(ours), path


def test_hostile_words_are_shown_as_they_are(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        tree = html5lib.parse(text, namespaceHTMLElements=False)
        assert PROBE in "".join(tree.itertext()), path


def test_a_template_is_never_read_from_content(pages: dict[str, str]) -> None:
    assert not any(">49" in text or "49{%" in text for text in pages.values())


def test_no_template_trusts_a_value(templates: dict[str, str]) -> None:
    for name, text in templates.items():
        assert "|safe" not in text.replace(" ", ""), name
        assert "autoescape" not in text, name
        assert "={{" not in text.replace(" ", ""), name


SHOWN = ("aria-label", "aria-description", "placeholder", "title", "alt")
# What stands in a page for scripts and style sheets, or is the same in every language.
CODE = {"code", "script", "style"}
UNSAID = {
    "data-any", "data-asset", "data-check", "data-copies", "data-do", "data-draws", "data-feedback",
    "data-for", "data-form", "data-format", "data-group", "data-href", "data-id", "data-item",
    "data-key", "data-name", "data-needs", "data-offline", "data-part", "data-parts", "data-pass",
    "data-persona", "data-program", "data-pulse", "data-put", "data-seconds", "data-sieve",
    "data-spacing", "data-type", "data-typed",
}  # fmt: skip


def said_on(text: str) -> list[str]:
    """Return what a page says to somebody, with what its scripts say."""
    found = []
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
        if element.tag not in CODE:
            found.append(element.text or "")
        found.append(element.tail or "")
        for name, value in element.attrib.items():
            if name in SHOWN or (str(name).startswith("data-") and name not in UNSAID):
                found.append(value)
    return found


@pytest.mark.parametrize("reader", list(Audience))
def test_every_word_of_the_site_itself_is_in_the_catalogue(
    hostile: Publication, templates: dict[str, str], made_up: Strings, reader: Audience
) -> None:
    site = render(dataclasses.replace(hostile, strings=made_up, audience=reader), templates)
    loose = set()
    texts = {path: data.decode() for path, data in site.files.items() if path.endswith(".html")}
    for path, text in texts.items():
        for said in said_on(text):
            if said.startswith("mailto:"):
                continue  # an address, whose words are encoded
            own = said.replace(PROBE, "").replace("https://a.example/", "")
            own = re.sub(r"\{\w+\}", "", own)  # what scripts fill
            own = re.sub(r'"(?:zero|one|two|few|many|other)":', "", own)  # the forms of a number
            if re.search(r"[A-Za-z]{2}", own):
                loose.add((path.rpartition("guides")[2], own))
    assert loose == set()

"""Questions of every form, made by hand, and texts that break files that are written carelessly."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from hypothesis import strategies as st

from enablekit.model.asset import Asset
from enablekit.model.audience import Audience
from enablekit.model.guide import Guide
from enablekit.model.item import Check, Item, Number, Option
from enablekit.model.notes import PresenterNotes
from enablekit.model.parcel import Parcel
from enablekit.model.publication import Compiled, Publication
from enablekit.model.span import Span
from enablekit.model.vocabulary import Vocabulary
from enablekit.usecases.load import load

CHECKOUT = Path(__file__).parents[2]
CLIENTS = CHECKOUT / "tests" / "clients" / "node_modules"
PATH = "assets/secret-folder/piece.md"

# Characters that mean something to GIFT, HTML, XML, Anki, spreadsheets or a terminal.
MARKS = (
    ":", "#", "=", "{", "}", "~", "\\", "->", "%", "[", "]", "$", "//", "*", "_", "|", "&", "<",
    ">", '"', "'", "\n", "\n\n", "\r\n", "\t", " ", "%50%", "[html]", "[plain]", "####", "::",
    "&amp;", "&#37;", "<b>", "</text>", "]]>", "<!--", "[sound:x]", "\\(", "\\n", "{{c1::x}}",
    "@", "+", "-", "\x00", "\x0b", "\x1b", "\x7f", "\x9f", "\u2028", "\u0338", "\ufffe", "ä", "中",
    "🙂", "א", "a", "B", "7",
)  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(MARKS), min_size=1, max_size=8).map("".join), st.text())


def visible(text: str) -> bool:
    """Tell whether a text has anything to see, as texts of questions have."""
    return bool(shown(text))


NASTY = TEXTS.filter(visible)


def shown(text: str) -> str:
    """Return a text as a reader sees it: blanks run together, what no file can hold replaced."""
    legal = "".join(one if _is_legal(one) else "\ufffd" for one in text)
    return " ".join(legal.split())


def _is_legal(one: str) -> bool:
    """Tell whether XML 1.0 has a character and no advice against it (section 2.2)."""
    code = ord(one)
    advised_against = 0x7F <= code <= 0x9F and one != "\x85"
    legal = one in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF
    return legal and not advised_against


def options(*texts: str, right: Iterable[int] = (0,), said: bool = False) -> tuple[Option, ...]:
    """Return options; those at the given places are right."""
    return tuple(
        Option(text=text, correct=at in set(right), feedback=f"About {text}" if said else "")
        for at, text in enumerate(texts)
    )


def item(identity: str, form: str, **fields: object) -> Item:
    """Return an item with what the form does not need filled in."""
    plain = Item(
        id=identity,
        kind="written",
        form=form,
        stem=f"A question of the form {form}?",
        options=(),
        rationale="Because the piece says so.",
        source=Span(path=PATH, line=4711),
        objective="Recall what the piece says.",
        bloom="recall",
        topics=("pricing", "cash flow"),
    )
    return dataclasses.replace(plain, **fields)  # type: ignore[arg-type] # fields by name


ITEMS = (
    item("aaaaaaaaaa01", "single", options=options("Cash", "Time", "Fame", right=(1,), said=True)),
    item("aaaaaaaaaa02", "multiple", options=options("One", "Two", "Three", "Four", right=(0, 2))),
    item(
        "aaaaaaaaaa03",
        "sorting",
        options=options("They ask", "They left", "They pay", right=(0, 2)),
        groups=("Use it", "Leave it alone"),
    ),
    item("aaaaaaaaaa04", "ordering", options=options("Last", "First", "Middle"), order=(1, 2, 0)),
    item(
        "aaaaaaaaaa05",
        "matching",
        options=options("Brief", "Decoy", "Calculator", right=(0, 2)),
        prompts=("The CFO", "The engineer"),
        matches=(2, 0),
    ),
    item("aaaaaaaaaa06", "numeric", number=Number(value="-14.5", tolerance="0.3", unit="days")),
    item("aaaaaaaaaa07", "short", options=options("Thirty days", "30 days", right=(0, 1))),
    item("aaaaaaaaaa08", "numeric", number=Number(value="12"), rationale=""),
    item("aaaaaaaaaa09", "single", options=options("Yes", "No"), in_order=True, drawn=True),
)


def with_text(text: str) -> tuple[Item, ...]:
    """Return an item of every form with a text in every place that has one."""
    pair = (f"{text} 1", f"{text} 2")
    given = {"stem": text, "rationale": text}
    return (
        item("bbbbbbbbbb01", "single", options=options(text, "zzz", said=True), **given),
        item("bbbbbbbbbb02", "multiple", options=options(text, f"q{text}", "zzz", right=(0, 1)),
             **given),
        item("bbbbbbbbbb03", "sorting", options=options(*pair), groups=(text, "zzz"), **given),
        item("bbbbbbbbbb04", "ordering", options=options(*pair), order=(1, 0), **given),
        item("bbbbbbbbbb05", "matching", options=options(text, "zzz"), prompts=pair, matches=(0, 1),
             **given),
        item("bbbbbbbbbb06", "numeric", number=Number(value="1", unit=text), **given),
        item("bbbbbbbbbb07", "short", options=options(f"a{text}"), **given),
    )  # fmt: skip


def parcel(
    items: tuple[Item, ...] = ITEMS,
    *,
    more: tuple[Item, ...] = (),
    title: str = "The piece",
    name: str = "Field guide",
    audience: Audience = Audience.INTERNAL,
    built_on: dt.date = dt.date(2026, 11, 1),
) -> Parcel:
    """Return one asset with a check of these items."""
    asset = Asset(id="the-piece", path=PATH, title=title, span=Span(path=PATH, line=1))
    compiled = Compiled(
        guide=Guide(asset=asset, type_label="Guide"),
        notes=PresenterNotes(asset=asset.id),
        check=Check(asset=asset.id, items=items, more=more),
        file=PATH,
    )
    publication = Publication(
        name=name,
        language="en",
        audience=audience,
        built_on=built_on,
        generator="enablekit",
        vocabulary=Vocabulary(),
        compiled=(compiled,),
    )
    return Parcel(publication=publication, compiled=publication.compiled)


def whole_example(audience: Audience = Audience.INTERNAL) -> Parcel:
    """Return all checks of the example project."""
    publication = load(CHECKOUT / "examples" / "meridian", now="2026-11-01", audience=audience)
    fitting = tuple(one for one in publication.compiled if one.check.items)
    return Parcel(publication=publication, compiled=fitting)


def asked(given: Parcel) -> list[Item]:
    """Return every item of a parcel."""
    return [one for compiled in given.compiled for one in compiled.check.pool]


def only(files: Mapping[str, bytes]) -> bytes:
    """Return the content of the only file."""
    (content,) = files.values()
    return content

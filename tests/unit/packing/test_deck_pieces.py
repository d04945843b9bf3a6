from __future__ import annotations

import pytest

from enablekit.model.body import Block
from enablekit.model.picture import Picture
from enablekit.model.span import Span
from enablekit.packing.deck_pieces import Grid, Line, Shown, pieces

PICTURE = Picture(data=b"x", kind="png", width=3, height=2)


def told(html: str, *, known: bool = True, kind: str = "paragraph") -> list[str]:
    """Return what a block puts on a slide, each piece as words; a picture as `<alt|caption>`."""
    block = Block(kind=kind, text="x", html=html, span=Span(path="a.md"))
    found = pieces([block], "figure", lambda address: PICTURE if known and address else None)
    return [
        f"<{one.alt}|{one.caption}>" if isinstance(one, Shown)
        else one.text if isinstance(one, Line) else "table"
        for one in found
    ]  # fmt: skip


IMAGE = '<img src="a.png" alt="A chart">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{IMAGE} Words</p>", ["Words", "<A chart|>"]),
        (f"<p>Words {IMAGE}</p>", ["Words", "<A chart|>"]),
        (f"<p>See {IMAGE} here.</p>", ["See A chart here.", "<A chart|>"]),
        (f"<p>See\n{IMAGE}\nthis.</p>", ["See this.", "<A chart|>"]),
        (f"<p>{IMAGE}{{width=50%}} Words</p>", ["Words", "<A chart|>"]),
        (f"<p>{IMAGE}{{: .wide}}</p>", ["<A chart|>"]),
        (f'<p><a href="https://a.example">{IMAGE}</a></p>', ["<A chart|>"]),
        (f"<ul><li>One {IMAGE}</li><li>{IMAGE}</li></ul>", ["One", "<A chart|>", "<A chart|>"]),
        (f"<figure>{IMAGE}<figcaption>2026</figcaption></figure>", ["<A chart|2026>"]),
        (f"<figure>{IMAGE}{IMAGE}</figure>", ["<A chart|>", "<A chart|>"]),
        ('<p><img src="a.png" alt="bg right:40% A chart"></p>', ["<A chart|>"]),
        ('<p><img src="a.png" alt="w:300px h:2em"></p>', ["<|>"]),
        ('<p><img src="a.png" alt="Left fit, 40% more"></p>', ["<Left fit, 40% more|>"]),
        (f"<table><tr><th>{IMAGE}</th></tr></table>", ["table"]),
    ],
)  # fmt: skip
def test_a_picture_stands_apart_from_the_words_it_was_among(html: str, expected: list[str]) -> None:
    assert told(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{IMAGE}</p>", ["[Figure: A chart]"]),
        ('<p><img src="a.png" alt=""></p>', ["[Figure]"]),
        (f"<p>See {IMAGE} here.</p>", ["See [Figure: A chart] here."]),
        (f"<p>See\n{IMAGE}\nthis.</p>", ["See [Figure: A chart] this."]),
        (f"<figure>{IMAGE}<figcaption>2026</figcaption></figure>", ["[Figure: A chart]", "2026"]),
    ],
)
def test_one_that_cannot_be_shown_stays_words(html: str, expected: list[str]) -> None:
    assert told(html, known=False) == expected


def test_in_a_table_a_picture_is_words() -> None:
    table = f"<table><tr><th>a</th></tr><tr><td>{IMAGE}</td></tr></table>"
    block = Block(kind="table", text="x", html=table, span=Span(path="a.md"))
    (grid,) = pieces([block], "figure", lambda _: PICTURE)
    assert isinstance(grid, Grid)
    assert [run.text for run in grid.rows[1][0]] == ["[Figure: A chart]"]

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from growth import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from enablekit.model.audience import Audience
from enablekit.model.body import Block, Body, Link
from enablekit.model.evidence import Evidence
from enablekit.model.span import Span
from enablekit.parsing.evidence import draw
from enablekit.parsing.evidence.terms import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.evidence import Drawn
    from tests.unit.parsing.evidence.conftest import DrawFrom

KINDS = ("heading", "paragraph", "list", "quote", "table", "figure", "code", "html")


def pieces(evidence: Evidence) -> list[Drawn]:
    return [
        *([evidence.opening] if evidence.opening else []),
        *evidence.key_sentences,
        *evidence.statistics,
        *evidence.quotations,
        *evidence.definitions,
        *evidence.questions,
        *evidence.calls_to_action,
        *evidence.contrasts,
    ]


def body_of(kind: str, text: str) -> Body:
    """Return a body of two blocks of a kind, placed character by character."""
    return Body(
        blocks=tuple(
            Block(
                kind=kind,
                text=text,
                html="",
                span=Span(path="a.md", line=line, end_line=line),
                level=2 if kind == "heading" else 0,
                anchor="a" if kind == "heading" else "",
                ordered=kind == "list",
                items=tuple(text.split("\n")),
                links=tuple(
                    Link(text="sign up", url="/b", span=Span(path="a.md", line=line, column=n))
                    for n in range(1, len(text), 19)
                ),
                offsets=((0, line, 1),),
            )
            for line in (1, 3)
        )
    )


def test_an_empty_body_says_nothing() -> None:
    assert draw("a.md", Body(), title="", language="en") == Evidence()


def test_every_piece_carries_the_audience_of_its_block(draw_from: DrawFrom) -> None:
    text = (
        "# Disputes\n\n::: internal\n\nDisputed invoices cost 14 days of waiting.\n\n"
        "“We send half as many reminders now,” said Marit.\n\n[Book a demo](/demo)\n\n"
        "- What does a dispute cost?\n\n| Cause | Share |\n|---|---|\n| Price | 1 |\n"
        "| Amount | 2 |\n\n1. Open it.\n2. Match it.\n3. Send it.\n\n:::\n"
    )
    found = draw_from(text)
    drawn = [*pieces(found), *found.procedures, *found.showables]
    assert len(drawn) == 8
    assert {one.audience for one in drawn} == {Audience.INTERNAL}


STEPS = "1. Open it.\n2. Match it.\n3. Send it.\n"
HIDDEN = "::: internal\n\n## Zebra\n\n:::\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{HIDDEN}| Cause | Share |\n|---|---|\n| Price | 1 |\n| Rest | 2 |\n",
        HIDDEN + STEPS,
        f"::: internal\n\nTo fool a zebra, do:\n\n:::\n\n{STEPS}",
        (
            "“We send half as many reminders now,” said Bea.\n\n> “We all go home in time now.”\n\n"
            "::: internal\n\n— Ana Zebra, CFO\n\n:::\n"
        ),
        f"{HIDDEN}Disputed invoices cost suppliers 14 days each.\n",
        "## 1. Open\n\n## 2. Match\n\n::: internal\n\n## 3. Send a zebra\n\n:::\n\n## 4. Rest",
        f"{HIDDEN}### 1. Open it\n\n### 2. Match it\n\n### 3. Send it\n",
    ],
)
def test_words_for_fewer_readers_name_nothing_for_more(draw_from: DrawFrom, text: str) -> None:
    found = draw_from(text, title="Disputes")
    shown = [
        one for one in (*pieces(found), *found.procedures, *found.showables) if one.audience is None
    ]
    assert shown or "4. Rest" in text
    assert not any("zebra" in repr(one).lower() for one in shown)


def test_what_fewer_readers_see_first_is_still_drawn_for_all(draw_from: DrawFrom) -> None:
    said = "## What is a dispute?\n\nA dispute is an invoice that a customer refuses to pay.\n\n"
    said += "[Book a demo](/demo)\n\n![The list of disputes](a.png)\n\n"
    found = draw_from(f"::: internal\n\n{said}:::\n\n{said}")
    assert found.opening is not None
    assert found.opening.audience is None
    for kind in (found.definitions, found.questions, found.calls_to_action, found.showables):
        assert [one.audience for one in kind] == [Audience.INTERNAL, None]


def test_another_language_gives_only_what_looks_alike_in_all(draw_from: DrawFrom) -> None:
    text = (
        "# Dispute\n\nA dispute is an invoice that the customer refuses to pay.\n\n"
        "[Book a demo](/demo)\n"
    )
    assert draw_from(text).definitions
    found = draw_from(text, language="fr")
    assert found.definitions == ()
    assert found.calls_to_action == ()


@given(kind=st.sampled_from(KINDS), language=st.sampled_from(("en", "de")), text=st.text())
def test_any_text_is_read_without_an_error(kind: str, language: str, text: str) -> None:
    found = draw("a.md", body_of(kind, text), title=text[:20], language=language)
    assert len(found.key_sentences) <= 7


WORDS = st.sampled_from(
    sorted(
        word_set(
            'Invoices suppliers cost 37% the a dispute is $5 million “We said Ana, CFO. ” " also'
            " ? what: (DSO) two hours 3x per month from to let's below Book IT… 11 days This 1. !"
        )
    )
)


@given(kind=st.sampled_from(("paragraph", "list", "quote", "heading")), said=st.lists(WORDS))
def test_every_piece_stands_in_its_block_word_by_word(kind: str, said: list[str]) -> None:
    text = " ".join(said)
    for piece in pieces(draw("a.md", body_of(kind, text), title="Dispute", language="en")):
        start = piece.span.column - 1
        end = piece.span.end_column - 1
        assert text[start:end].split() == piece.text.split()


def test_the_figure_stands_in_its_sentence(draw_from: DrawFrom) -> None:
    text = "Some 10–20% always pay late. It began in May. Over 200 clerks call all day.\n"
    found = draw_from(text).statistics
    assert [one.figure for one in found] == ["10–20%", "200 clerks"]
    assert all(one.figure in one.text for one in found)


ATTACKS: dict[str, Callable[[int], str]] = {
    "terminators": lambda n: '."' * n,
    "spaces": lambda n: "." + " " * n + "a",
    "initials": lambda n: "A.\tB.\t" * n,
    "digits": lambda n: "1" * n,
    "amounts": lambda n: "1,1." * n,
    "ranges": lambda n: "$1-$1 to 1%–" * n,
    "marks": lambda n: "“" * n + "Say something long enough here" + "”" * n,
    "names": lambda n: "Ana Bea Cid Dan " * n + "“We send half as many reminders now”",
    "speeches": lambda n: "“We send half as many reminders now,” said Ana. " * n,
    "roles": lambda n: "Ana, CFO, " * n,
    "brackets": lambda n: "(" * n + "5 days" + ")" * n,
    "definitions": lambda n: "A dispute is " * n,
    "clauses": lambda n: "1.1" * n + " Both",
    "dashes": lambda n: "— Ana" * n,
    "one word": lambda n: "a" * n,
    "lines": lambda n: "1. Open it?\n" * n,
    "asides": lambda n: "(1%)" * n,
    "calls": lambda n: "Book a demo today.\n" * n,
    "entries": lambda n: "Aa-b-c-d-e-f of A: a that\n" * n,
    "words": lambda n: "A" + " b-c-d" * n + " = 1?",
    "openers": lambda n: "However, 1 " * n,
    "contrasts": lambda n: "Once now before today " * n,
    "periods": lambda n: "Suppliers lose 37% in 2023 a day " + "in 2023 " * n,
    "statistics": lambda n: "Suppliers lose 37% of invoices.\n" * n,
}


@pytest.mark.alone
@pytest.mark.parametrize("attack", sorted(ATTACKS))
@pytest.mark.parametrize("kind", ["paragraph", "list", "quote", "heading"])
def test_time_grows_no_faster_than_an_attack(kind: str, attack: str) -> None:
    def attacked(size: int) -> Body:
        return body_of(kind, ATTACKS[attack](size))

    assert_in_proportion(
        attacked, 3200, lambda body: draw("a.md", body, title="Dispute", language="en")
    )


def test_an_attack_is_not_answered_with_evidence() -> None:
    body = body_of("paragraph", ATTACKS["ranges"](50))
    assert draw("a.md", body, title="Dispute", language="en") == Evidence()


def test_texts_are_verbatim_but_for_white_space() -> None:
    text = "Disputed   invoices cost\nsuppliers 14 days of waiting each."
    (found,) = draw("a.md", body_of("paragraph", text), title="x", language="en").statistics[:1]
    assert found.text == re.sub(r"\s+", " ", text)

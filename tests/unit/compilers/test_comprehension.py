from __future__ import annotations

import datetime as dt
from collections import Counter

from enablekit.compilers.comprehension import compile_check, each_fact_once
from enablekit.config.project import Config
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.model.asset import Asset, Status
from enablekit.model.audience import Audience
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import Line, UseWith
from enablekit.model.item import Check, Item, Number, Option, WrittenItem
from enablekit.model.span import Span
from enablekit.question_kinds import do_dont

HERE = Span(path="a0.md", line=3)


def item(number: int, *, keys_first: bool) -> WrittenItem:
    options = [Option(text=f"{number} {word}", correct=word == "key") for word in ("key", "b", "c")]
    return WrittenItem(
        stem=f"Question {number}?", options=tuple(options), span=HERE, keys_first=keys_first
    )


def check(*items: WrittenItem, status: Status = Status.PUBLISHED) -> Check:
    asset = Asset(id="a", path="a.md", title="A", span=HERE, items=items, status=status)
    library, _ = link([asset], Config(), Audience.INTERNAL, dt.date(2026, 11, 1))
    return compile_check(asset, library, Siblings(library), ())


def positions(made: Check) -> list[int]:
    return [[option.correct for option in one.options].index(True) for one in made.items]


def test_no_position_of_the_key_is_a_good_guess() -> None:
    made = check(*(item(number, keys_first=True) for number in range(6)))

    assert Counter(positions(made)) == {0: 2, 1: 2, 2: 2}


def test_an_order_that_an_author_chose_stays() -> None:
    made = check(*(item(number, keys_first=False) for number in range(4)))

    assert positions(made) == [0, 0, 0, 0]


def test_a_piece_out_of_use_has_no_check_and_says_why() -> None:
    made = check(item(1, keys_first=True), status=Status.RETIRED)

    assert made.items == ()
    assert made.why_empty == "It is out of use, so there is nothing to learn."


def test_figures_that_a_person_wrote_stand_by_size() -> None:
    options = tuple(
        Option(text=f"{days} days", correct=days == 14) for days in (14, 30, 9)
    )  # fmt: skip
    made = check(WrittenItem(stem="How long?", options=options, span=HERE, keys_first=True))

    assert [option.text for option in made.items[0].options] == ["9 days", "14 days", "30 days"]
    assert made.items[0].in_order


def test_a_check_begins_with_its_first_draw_and_keeps_the_rest_for_later() -> None:
    made = check(*(item(number, keys_first=True) for number in range(9)))

    assert made.draws[0] == tuple(one.id for one in made.items)
    assert len(made.items) == 6
    assert len(made.more) == 3
    assert {name for draw in made.draws for name in draw} == {one.id for one in made.pool}


def told_in(language: str, *languages: str) -> Check:
    """Return the check of a German piece, on a site in a language, with pieces in others."""
    mine, *others = (
        Asset(
            id=f"a{number}", path=f"a{number}.md", title=f"Stück {number}", language=spoken,
            span=Span(path=f"a{number}.md"),
            guidance=Guidance(
                use_with=(UseWith(persona="cfo", when="Er fragt nach Zahlen.", span=HERE),),
                trigger=(Line(text="Ein neuer Chef kommt.", span=HERE),),
                do_not_use_when=(
                    Line(text="Es gab kein Gespräch.", span=HERE),
                    Line(text="Der Vertrag läuft aus.", span=HERE),
                ),
            ),
        )
        for number, spoken in enumerate(("de-AT", *languages))
    )  # fmt: skip
    config = Config(language=language)
    library, _ = link([mine, *others], config, Audience.INTERNAL, dt.date(2026, 11, 1))
    return compile_check(mine, library, Siblings(library), [do_dont])


def asking(name: str, *, tests: str = "", number: str = "", drawn: bool = False) -> Item:
    return Item(
        id=name, kind=name, form="numeric" if number else "single", stem=f"What of {name}?",
        options=() if number else (Option(text="8,000 invoices", correct=True),
                                   Option(text="none", correct=False)),
        number=Number(value=number, unit="invoices") if number else None,
        rationale="", source=Span(path="a.md", line=len(name)), tests=tests, drawn=drawn,
        objective="", bloom="recall",
    )  # fmt: skip


def test_a_pool_asks_a_must_know_or_a_figure_once_and_of_what_people_confirmed() -> None:
    drawn = asking("from text", tests="mk-1", drawn=True)
    confirmed = asking("from guidance", tests="mk-1")
    chosen, typed = asking("chosen"), asking("typed", number="8000")

    assert each_fact_once((drawn, confirmed)) == (confirmed,)
    assert each_fact_once((chosen, typed)) == (chosen,)
    assert each_fact_once((confirmed, chosen)) == (confirmed, chosen)


def test_nobody_is_asked_in_one_language_about_a_piece_in_another() -> None:
    made = told_in("en", "en", "en-US")

    assert made.items == ()
    assert "this piece has another" in made.why_empty


def test_a_piece_in_the_language_of_the_site_or_of_most_pieces_is_asked_about() -> None:
    assert [one.kind for one in told_in("de", "en", "en").items] == ["do-dont"]
    assert [one.kind for one in told_in("en", "en", "de").items] == ["do-dont"]

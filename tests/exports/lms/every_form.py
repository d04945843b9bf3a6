"""A check with an item of every form and with texts that break careless packages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enablekit.adapters import bundled
from enablekit.model.item import Check, Item, Number, Option
from enablekit.model.parcel import Parcel
from enablekit.model.program import Program, ProgramPlan
from enablekit.model.span import Span
from enablekit.usecases.load import load

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled, Publication

MERIDIAN = Path(__file__).parents[3] / "examples" / "meridian"
NOW = "2026-11-01"
HOSTILE = "Who pays? </script><!-- <b>\"&' {scripts} {lang=en} ]]> ﬁn 🧾"
LONG = "{lang=xx} Which of these is true? " + "🧾 and so on, " * 40
PLACE = Span(path="a.md", line=3, column=1, end_line=3, end_column=9)


def _item(
    name: str, form: str, stem: str, texts: tuple[str, ...], keys: tuple[int, ...] = ()
) -> Item:
    return Item(
        id=name * 12,
        kind="written",
        form=form,
        stem=stem,
        options=tuple(Option(text=text, correct=at in keys) for at, text in enumerate(texts, 1)),
        rationale="The text says so.",
        source=PLACE,
        objective="Say who pays.",
        bloom="recall",
        written=True,
    )


ITEMS = (
    _item("1", "single", HOSTILE, ("Nobody", "The buyer", "</script>"), (2,)),
    replace(
        _item("2", "multiple", LONG, ("Send", "Read", "Match", "File"), (1, 3, 4)),
        topics=("disputes",),
        written=False,
    ),
    replace(
        _item("3", "sorting", "Do or don't?", ("Ask", "Threaten", "Wait"), (1, 3)),
        groups=("Do", "Don't"),
        topics=("disputes", "cash flow/é"),
    ),
    replace(
        _item("4", "ordering", "In which order?", ("Send", "Read", "Match"), (1, 2, 3)),
        order=(1, 2, 0),
    ),
    replace(
        _item("5", "matching", "Who wants what?", ("Cash", "Peace", "A boat"), (1, 2)),
        prompts=("The clerk", "The CFO"),
        matches=(1, 0),
        tests="who-wants",
    ),
    replace(
        _item("6", "numeric", "How many days?", ()),
        number=Number(value="14", tolerance="0.5", unit="days"),
    ),
    replace(
        _item("7", "numeric", "How much a year?", ()), number=Number(value="1250000", unit="EUR")
    ),
    _item("8", "short", "What is it called?", ("look-back test", "{look} back[,]test"), (1, 2)),
)
IDS = tuple(item.id for item in ITEMS)

# What somebody types or chooses who knows it all, and somebody who knows nothing.
RIGHT: dict[str, Any] = {
    "1" * 12: (2,), "2" * 12: (1, 3, 4), "3" * 12: (1, 2, 1), "4" * 12: (3, 1, 2), "5" * 12: (2, 1),
    "6" * 12: "14,5 days", "7" * 12: "€ 1,250,000", "8" * 12: " Look-Back  Test. ",
}  # fmt: skip
WRONG: dict[str, Any] = {
    "1" * 12: (3,), "2" * 12: (1, 2), "3" * 12: (2, 2, 1), "4" * 12: (1, 2, 3), "5" * 12: (3, 1),
    "6" * 12: "1 200 000", "7" * 12: "12", "8" * 12: "{case_matters=true}a[,]b 🧾" * 5,
}  # fmt: skip


def publication(site_url: str = "") -> Publication:
    """Return the example project, compiled."""
    return replace(load(MERIDIAN, now=NOW), site_url=site_url)


def compiled(built: Publication, at: int = 0, title: str = HOSTILE) -> Compiled:
    """Return an asset of it, with an item of every form; the second draw turns them around."""
    one = [each for each in built.compiled if each.check.items][at]
    check = Check(asset=one.check.asset, items=ITEMS, draws=(IDS, IDS[::-1]), pass_mark=80)
    # The site speaks English, the asset does not.
    asset = replace(one.guide.asset, title=title, language="de")
    return replace(one, check=check, guide=replace(one.guide, asset=asset))


def parcel(*names: int, program: Program | None = None, site_url: str = "") -> Parcel:
    """Return some assets to export, the first where none is asked for."""
    built = publication(site_url)
    return Parcel(
        publication=built,
        compiled=tuple(compiled(built, at) for at in names or (0,)),
        program=program,
        parts=bundled.parts(),
    )


PROGRAM = Program(
    plan=ProgramPlan(id="onboarding", name="Your first month", span=PLACE, pass_mark=60), assets=()
)

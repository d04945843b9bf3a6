"""Checks made by hand, with what the example's check lacks: every form, draws, and pulses."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from enablekit.model.guidance_entries import PulseQuestion
from enablekit.model.item import Item, Number, Option
from enablekit.model.span import Span

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled

WRITTEN = Span(path="assets/white-papers/cost-of-disputes.md", line=20)


def item(digit: str, form: str, stem: str, *texts: str, right: int = -1) -> Item:
    """Return an item; all its options are right unless one place is named."""
    return Item(
        id=digit * 12,
        kind="written",
        form=form,
        stem=stem,
        options=tuple(
            Option(text=text, correct=right in {-1, place}) for place, text in enumerate(texts)
        ),
        rationale="The paper says so.",
        source=WRITTEN,
        objective="Know it.",
        bloom="recall",
        written=True,
    )


def with_feedback(one: Item, *feedback: str) -> Item:
    """Return an item that has something to say about each option."""
    options = tuple(
        dataclasses.replace(option, feedback=said)
        for option, said in zip(one.options, feedback, strict=True)
    )
    return dataclasses.replace(one, options=options)


STEPS = dataclasses.replace(
    with_feedback(
        item("1", "ordering", "In which order is an invoice checked?", "Send", "Read", "Match"),
        "Nothing is sent unchecked.",
        "",
        "Only what was read can be matched.",
    ),
    order=(1, 2, 0),
)
PAIRS = dataclasses.replace(
    with_feedback(
        item(
            "2",
            "matching",
            "Which document settles which dispute?",
            "The delivery note with the customer's signature",
            "The order",
            "The bank statement",
        ),
        "It shows what arrived.",
        "It shows what was agreed.",
        "It shows only what was paid.",
    ),
    options=(
        Option(
            text="The delivery note with the customer's signature",
            correct=True,
            feedback="It shows what arrived.",
        ),
        Option(text="The order", correct=True, feedback="It shows what was agreed."),
        Option(text="The bank statement", correct=False, feedback="It shows only what was paid."),
    ),
    prompts=("The price is not what was agreed", "Fewer pieces arrived than were invoiced"),
    matches=(1, 0),
)
DAYS = dataclasses.replace(
    item("3", "numeric", "How much later is a disputed invoice paid?"),
    number=Number(value="14", tolerance="0.5", unit="days"),
)
SHARE = dataclasses.replace(
    item("4", "numeric", "Which share of disputes is about the price?"),
    number=Number(value="31", unit="%"),
)
WORD = with_feedback(
    item("5", "short", "What is the paper's name for Monday?", "phone day", "day of the phone"),
    "",
    "“Phone day” is shorter.",
)
SORTED = dataclasses.replace(
    with_feedback(
        item(
            "6", "sorting", "When do you use the paper?", "He names DSO.", "All is damage.", right=0
        ),
        "",
        "Damage is nothing the paper speaks about.",
    ),
    groups=("Use it", "Leave it"),
)
FORMS = (PAIRS, DAYS, WORD, STEPS, SORTED)

PULSES = (
    PulseQuestion(
        span=WRITTEN,
        question="How do you find out about a dispute today?",
        options=("The customer calls", "The payment is missing", "We never know"),
    ),
    PulseQuestion(span=WRITTEN, question="What would have to be true for you to send this?"),
    PulseQuestion(span=WRITTEN, question=" "),
)


def with_pulses(compiled: Compiled) -> Compiled:
    """Ask the readers of every asset something."""
    asset = compiled.guide.asset
    guidance = dataclasses.replace(asset.guidance, pulse=PULSES)
    asset = dataclasses.replace(asset, guidance=guidance)
    return dataclasses.replace(compiled, guide=dataclasses.replace(compiled.guide, asset=asset))


def with_forms(compiled: Compiled) -> Compiled:
    """Ask with the forms that the example does not have, and the same each time."""
    return _asking(compiled, items=FORMS)


def in_draws(compiled: Compiled) -> Compiled:
    """Ask other questions each time, and five the third time."""
    if not compiled.check.items:
        return compiled
    first, second, third = compiled.check.items
    more = (DAYS, WORD, STEPS)
    draws = (
        (first.id, second.id, third.id),
        (DAYS.id, first.id, WORD.id),
        (WORD.id, STEPS.id, second.id, third.id, DAYS.id),
    )
    return _asking(compiled, items=compiled.check.items, more=more, draws=draws)


def _asking(
    compiled: Compiled,
    *,
    items: tuple[Item, ...],
    more: tuple[Item, ...] = (),
    draws: tuple[tuple[str, ...], ...] = (),
) -> Compiled:
    if not compiled.check.items:
        return compiled
    check = dataclasses.replace(compiled.check, items=items, more=more, draws=draws)
    return dataclasses.replace(compiled, check=check)

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom


def test_a_numbered_list_of_orders_is_a_procedure(draw_from: DrawFrom) -> None:
    text = (
        "## Look-back test\n\nTo run a look-back test, follow these steps:\n\n"
        "1. Export the invoices of one **quarter**.\n2. In the ledger, choose *Match*.\n"
        "3. Count what differs.\n"
    )
    (found,) = draw_from(text).procedures
    assert found.text == "To run a look-back test, follow these steps:"
    assert found.steps == (
        "Export the invoices of one quarter.",
        "In the ledger, choose Match.",
        "Count what differs.",
    )
    assert found.anchor == "look-back-test"
    assert (found.span.line, found.span.end_line) == (3, 7)


def test_without_an_introduction_of_its_own_the_heading_introduces(draw_from: DrawFrom) -> None:
    text = "## Matching\n\nHere is how:\n\n1. Open it.\n2. Match it.\n3. Send it.\n"
    (found,) = draw_from(text).procedures
    assert found.text == "Matching"
    assert found.span.line == 5


def test_headings_numbered_as_steps_are_a_procedure(draw_from: DrawFrom) -> None:
    text = (
        "## Run the test\n\n### Step 1: Export the invoices\n\nAll of them.\n\n"
        "#### Aside\n\n### Step 2: Match the invoices\n\nYes.\n\n### Step 3: Count the rest\n"
    )
    (found,) = draw_from(text).procedures
    assert found.text == "Run the test"
    assert found.anchor == "run-the-test"
    assert found.steps == ("Export the invoices", "Match the invoices", "Count the rest")


@pytest.mark.parametrize(
    "text",
    [
        "1. Open it.\n2. Match it.\n",
        "- Open it.\n- Match it.\n- Send it.\n",
        "1. Meridian\n2. Ledgerline\n3. Paperbox\n",
        "Suppliers differ:\n\n1. One sends goods.\n2. One sends pallets.\n3. One sends mail.\n",
        "A dispute goes through phases:\n\n1. A claim is sent.\n2. It is read.\n3. It is paid.\n",
        "The steps are:\n\n1. Claim - it is sent.\n2. Reply - it is read.\n3. End - it is paid.\n",
        "1. Open\n2. Match\n3. Send\n",
        "## Kinds of disputes\n\n### 1. Pricing\n\n### 2. Shipping\n\n### 3. Packing\n",
        "1. [Open](#open)\n2. [Match](#match)\n3. [Send](#send)\n",
        "1. What is it?\n2. Who uses it?\n3. Why match it?\n",
        "1. Prices that differ\n2. Amounts that differ\n3. Goods that break\n",
        "## 1. Meridian\n\n## 2. Ledgerline\n\n## 3. Paperbox\n",
        "## Step 1: Open it\n\n## Step 3: Match it\n\n## Step 4: Send it\n",
        "".join(f"{number}. Open door {number}.\n" for number in range(1, 17)),
    ],
)
def test_other_lists_are_no_procedures(draw_from: DrawFrom, text: str) -> None:
    assert draw_from(text).procedures == ()


def test_in_another_language_numbered_sentences_are_enough(draw_from: DrawFrom) -> None:
    text = "1. Rechnungen ausgeben.\n2. Rechnungen abgleichen.\n3. Fehler zählen.\n"
    assert draw_from(text, title="Probe", language="de").procedures[0].text == "Probe"
    assert draw_from("1. Eins\n2. Zwei\n3. Drei\n", language="de").procedures == ()


def test_steps_that_tell_what_happens_are_a_procedure_when_they_are_called_steps(
    draw_from: DrawFrom,
) -> None:
    text = (
        "A dispute follows these steps:\n\n1. A customer sends a claim.\n"
        "2. A clerk compares the order.\n3. The claim is paid or turned down.\n"
    )
    (found,) = draw_from(text, title="Disputes").procedures
    assert found.steps[0] == "A customer sends a claim."


def test_who_does_a_step_may_stand_before_it_in_brackets(draw_from: DrawFrom) -> None:
    text = "1. (Clerk) Open the ledger.\n2. (Clerk) Match it.\n3. (Lead) Send it.\n"
    assert draw_from(text, title="Matching").procedures[0].steps[2] == "(Lead) Send it."


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            (
                "## Step-by-step\n\n1. The clerk receives a claim.\n2. The clerk reads it (all).\n"
                "3. The lead pays it or turns it down.\n"
            ),
            "The clerk receives a claim.",
        ),
        (
            (
                "Claims are settled:\n\n1. First, a clerk reads the claim.\n"
                "2. Then the lead is asked.\n3. The claim is paid.\n"
            ),
            "First, a clerk reads the claim.",
        ),
        (
            (
                "1. Auto-generate the claim.\n2. Assuming it is new, open it.\n"
                "3. If it is old, you must close it.\n"
            ),
            "Auto-generate the claim.",
        ),
        (
            (
                "## How to settle a claim\n\n### 1. Reading the claim\n\n### 2. Asking the lead\n\n"
                "### 3. Paying the claim\n"
            ),
            "Reading the claim",
        ),
        (
            (
                "## Claims\n\n### Step 1: Intake\n\n### Step 2: Two days of review\n\n"
                "### Step 3: Final payment\n"
            ),
            "Intake",
        ),
    ],
)
def test_what_is_plainly_ordered_is_a_procedure(draw_from: DrawFrom, text: str, first: str) -> None:
    (found,) = draw_from(text, title="Claims").procedures
    assert found.steps[0] == first
    assert len(found.steps) == 3


ORDERS = "1. Track every parcel.\n2. Share the reports.\n3. Close the month early.\n"


@pytest.mark.parametrize(
    "above",
    [
        "Three reasons to switch:",
        "## Features",
        "## Why switch",
        "## What's new",
        "## Version 2.1",
        "## Use cases",
        "## Our values",
        "## Responsibilities",
        "## Mission",
        "## Next steps",
        "**Tasks:**",
        "Five tips for better claims:",
        "Our principles:",
        "The goals for the quarter are:",
        "There are three ways to get help:",
        "With Meridian you can:",
        "It helps teams to:",
        "Without it, clerks have to:",
        "The system must:",
        "The customer shall:",
        "The tool lets a clerk do three things:",
        "What a clerk may do:",
        "An automation can do one of these:",
        "After this course you can:",
        "In this guide:",
        "I have split this post a little differently.",
        "Ready?",
        "Related reading:",
        "Buyers often say:",
    ],
)
def test_orders_that_nobody_follows_one_after_the_other_are_no_procedure(
    draw_from: DrawFrom, above: str
) -> None:
    assert draw_from(f"{above}\n\n{ORDERS}", title="Meridian").procedures == ()


@pytest.mark.parametrize(
    "above",
    [
        "## Close a claim",
        "## Closing a claim",
        "## When a claim is won",
        "## How to get help",
        "## Change the options",
        "## Installation",
        "To assign roles, do the following:",
        "To get a refund you need to:",
        "When a supplier calls:",
        "In most cases, do this:",
        "Here is how:",
        "Answer the claim in this order:",
        "Here are the steps you can follow:",
    ],
)
def test_orders_that_lead_to_a_named_end_are_a_procedure(draw_from: DrawFrom, above: str) -> None:
    (found,) = draw_from(f"{above}\n\n{ORDERS}", title="Meridian").procedures
    assert found.steps[0] == "Track every parcel."


@pytest.mark.parametrize(
    "text",
    [
        "## Six things to build\n\n### 1. Track stock\n\n### 2. Send mail\n\n### 3. Close books\n",
        "## Best practices\n\n### 1. Write short\n\n### 2. Send early\n\n### 3. Ask for dates\n",
        "## Our habits\n\n### 1. Write short\n\n### 2. Send early\n\n### 3. Ask for dates\n",
        "## Rules\n\n1. Don't promise it.\n2. Never send it late.\n3. Don't name it.\n",
        "What we like:\n\n1. Track - the classic.\n2. Send - the new.\n3. Match - the old.\n",
        "## How to close a month in 3 steps\n\n1. What is a month?\n2. Who asks?\n3. What ends?\n",
    ],
)
def test_lists_of_what_to_like_to_know_or_to_avoid_are_no_procedures(
    draw_from: DrawFrom, text: str
) -> None:
    assert draw_from(text, title="Meridian").procedures == ()


@pytest.mark.parametrize(
    "text",
    [
        (
            "## How to move a ledger in 3 steps\n\n### 1. An audit of the old one\n\n"
            "### 2. The export of all entries\n\n### 3. A review by the owner\n"
        ),
        (
            "Moving a ledger takes three steps.\n\n1. Audit of the old ledger\n"
            "2. Export of the entries\n3. Review by the owner\n"
        ),
        "Do it in these steps:\n\n1. Sorting them by date.\n2. Booking each.\n3. Filing rest.\n",
        (
            "## Refund process\n\n1. The clerk opens the claim.\n2. A manager approves it.\n"
            "3. The bank pays the supplier.\n"
        ),
        (
            "Here are the steps you can follow:\n\n1. **Count the claims** - all of them.\n"
            "2. **Sort the claims** - by date.\n3. **Paper and stamps** - from the desk.\n"
        ),
    ],
)
def test_what_is_called_steps_need_not_be_orders(draw_from: DrawFrom, text: str) -> None:
    (found,) = draw_from(text, title="Meridian").procedures
    assert len(found.steps) == 3


def test_a_number_of_steps_other_than_that_of_the_headings_proves_nothing(
    draw_from: DrawFrom,
) -> None:
    text = "## 5 steps forward\n\n### 1. The ledger\n\n### 2. The bank\n\n### 3. The clerk\n"
    assert draw_from(text, title="Meridian").procedures == ()

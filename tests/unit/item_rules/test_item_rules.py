"""Every rule flags one item and lets its near miss pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from enablekit.extend.item_rule import About
from enablekit.item_rules import CHECK_RULES, ITEM_RULES
from enablekit.model.asset import Asset
from enablekit.model.body import Block, Body
from enablekit.model.evidence import Definition, Evidence, Statistic
from enablekit.model.finding import Severity
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import MustKnow, Objection
from enablekit.model.item import Item, Number, Option
from enablekit.model.phrase import phrase
from enablekit.model.span import Span

TEXT = (
    "A disputed invoice is paid 14 days later.",
    "Receivables send a reminder after 30 days.",
    "Every third order has a wrong price.",
    "First the order is read.\nThen the note is read.",
)


def at(line: int) -> Span:
    return Span(path="a.md", line=line)


def asset(**changes: object) -> Asset:
    blocks = (
        Block(kind="paragraph", text=text, html="", span=at(line))
        for line, text in enumerate(TEXT, 1)
    )
    whole = Asset(
        id="a", path="a.md", title="Paper on disputes", span=at(1), body=Body(blocks=tuple(blocks))
    )
    return replace(whole, **changes)  # type: ignore[arg-type] # as each test says


OTHER = Asset(
    id="b", path="b.md", title="Match on one page", span=at(1),
    guidance=Guidance(objections=(Objection(
        they_say="Too expensive.", respond="Count one week first.", span=at(2),
    ),)),
    evidence=Evidence(definitions=(Definition(
        text="A hold is a stop.", span=at(3), term="hold", gloss="a stop",
    ),), statistics=(Statistic(
        text="The wait is 23 days.", span=at(4), figure="23 days", value="23", unit="days",
    ),)),
)  # fmt: skip
ABOUT = About(asset=asset(), near=(OTHER,), names=frozenset({"Sales lead"}))


def item(stem: str, *options: str, form: str = "single", **more: object) -> Item:
    """Return a made item; a star marks a key."""
    made = Item(
        id=stem,
        kind="test",
        form=form,
        stem=stem,
        options=tuple(
            Option(text=one.removeprefix("*"), correct=one.startswith("*")) for one in options
        ),
        rationale="Because the paper says so.",
        source=at(1),
        objective="Know it.",
        bloom="recall",
    )
    return replace(made, **more)  # type: ignore[arg-type] # as each test says


def cloze(gap: str) -> str:
    return phrase("According to “{title}”, which figure is missing here? “{gap}”",
                  title="Paper on disputes", gap=gap)  # fmt: skip


DAYS = ("9 days", "*14 days", "30 days")
PAID = cloze("A disputed invoice is paid ____ later.")
WHO = "Who decides about a disputed invoice?"
LONG = " ".join(["word"] * 26)

# By the number of the rule: what it is tried with, an item it flags, and one that it does not.
CASES: list[tuple[str, str, Item, Item]] = [
    ("Q01", "a figure that stands elsewhere", item(PAID, "9 days", "14 days", "*45 days"),
     item(PAID, *DAYS)),
    ("Q01", "steps", item("In which order?", "*First the order is read.", "*It is thrown away.",
                          form="ordering", source=at(4)),
     item("In which order?", "*First the order is read.", "*Then the note is read.",
          form="ordering", source=at(4))),
    ("Q01", "a name of the project", item(WHO, "*Nobody at all", "A", "B"),
     item(WHO, "*Sales lead", "A", "B")),
    ("Q01", "a number to type", item(PAID, form="numeric", number=Number(value="45")),
     item(PAID, form="numeric", number=Number(value="14"))),
    ("Q01", "the exception",
     item(phrase("Which of these does the paper NOT say?"), "*Cats bark.", "Dogs meow loudly.",
          "B"),
     item(phrase("Which of these does the paper NOT say?"), "*Cats bark.",
          "A disputed invoice is paid 14 days later.", "paid 14 days later")),
    ("Q02", "a wrong figure that stands there", item(PAID, "*9 days", "14 days", "30 days"),
     item(PAID, "*14 days", "23 days", "30 days")),
    ("Q02", "two statements of the text",
     item("Which of these does the paper say?", "*Every third order has a wrong price.",
          "A disputed invoice is paid 14 days later.", "No"),
     item("Which of these does the paper say?", "*Every third order has a wrong price.",
          "An order is paid 14 days later.", "No")),
    ("Q03", "a number in two spellings", item(WHO, "*12,000 invoices", "12k invoices", "30"),
     item(WHO, "*12,000 invoices", "1,200 invoices", "30")),
    ("Q03", "nearly the same sentence",
     item(WHO, "*x", "an open platform that helps teams turn data into action",
          "the open platform that helps teams turn data into actions"),
     item(WHO, "*x", "an open platform that helps teams turn data into action",
          "a closed suite that asks managers to buy hardware")),
    ("Q04", "two options", item(WHO, "*The CFO", "The CEO"), item("Is it so?", "*True", "False")),
    ("Q04", "one key for several", item(WHO, "*A", "B", "C", form="multiple"),
     item(WHO, "*A", "*B", "C", form="multiple")),
    ("Q04", "a match that is not there",
     item(WHO, "*A", "*B", form="matching", prompts=("x", "y"), matches=(0, 2)),
     item(WHO, "*A", "*B", form="matching", prompts=("x", "y"), matches=(0, 1))),
    ("Q05", "a long key", item(WHO, "*The one who has signed the order", "The haulier", "The gate"),
     item(WHO, "*The one who has signed the order", "The one who drives the truck", "The gate")),
    ("Q05", "a short key", item(WHO, "*IT", "The haulier", "The sender"),
     item(WHO, "*Sales", "The haulier", "The sender")),
    ("Q05", "a long title", item(WHO, "*The people from the paper room", "Match", "Gate"),
     item(WHO, "*Match on one page", "Gate", "Hall")),
    ("Q06", "a word of the question", item(WHO, "*Whoever disputed it", "The haulier", "IT"),
     item(WHO, "*Whoever disputed it", "Whoever disputes the order", "IT")),
    ("Q06",
          "a word of the frame", item(phrase("Which answer fits “{words}”", words="Pay the toll."),
                                        "*The toll is low", "No", "Yes"),
     item(phrase("Which answer fits “{words}”", words="Pay the toll."), "*An answer", "No", "Yes")),
    ("Q07", "the options above", item(WHO, "*The CFO", "Sales", "None of the above"),
     item(WHO, "*The CFO", "Sales", "None of the customers")),
    ("Q08", "words among figures", item(WHO, "*14 days", "30 days", "The haulier"),
     item(WHO, *DAYS)),
    ("Q08", "a title among words", item(WHO, "*Match on one page", "The gate", "The hall"),
     item(WHO, "*The paper", "The gate", "The hall")),
    ("Q09", "figures in disorder", item(WHO, "14 days", "9 days", "*30 days", in_order=True),
     item(WHO, *DAYS, in_order=True)),
    ("Q09", "figures that would be mixed", item(WHO, *DAYS), item(WHO, "A", "B", "*C")),
    ("Q10", "the answer in the stem", item("After 14 days, when is it paid?", *DAYS),
     item("Is it 9 days, 14 days or 30 days?", *DAYS)),
    ("Q10", "the answer in the title above", item(WHO, "*Disputes", "Holds", "Gates"),
     item(WHO, "*Match on one page", "Holds", "Gates")),
    ("Q12", "a pronoun", item("It is paid after how many days?", *DAYS),
     item("IT needs how many days?", *DAYS)),
    ("Q12", "a quotation that goes on", item(cloze("However, it takes ____."), *DAYS),
     item("A buyer says: “It takes too long.” Which answer fits?", *DAYS)),
    ("Q13", "a rise where it fell", item(cloze("It fell from 20 days to ____."), *DAYS),
     item(cloze("It fell from 40 days to ____."), *DAYS)),
    ("Q13", "before instead of after", item(cloze("It rose from ____ to 20 days."), *DAYS),
     item(cloze("It rose from ____ to 45 days."), *DAYS)),
    ("Q14", "all of a whole", item(WHO, "31%", "*68%", "100%"), item(WHO, "31%", "*68%", "86%")),
    ("Q14", "growth beyond a whole", item(WHO, "0%", "*68%", "86%"),
     item(WHO, "90%", "*140%", "220%")),
    ("Q14", "a year far away", item(WHO, "1950", "*2016", "2019"),
     item(WHO, "2012", "*2016", "2019")),
    ("Q15", "a small not", item("Which invoice is not paid late?", *DAYS),
     item("Which invoice is NOT paid late?", *DAYS)),
    ("Q15", "a buyer's not", item(cloze("It is not ____."), *DAYS),
     item("The buyer says: “We do not pay.” Which answer fits?", *DAYS)),
    ("Q16", "never in one option", item(WHO, "*The CFO", "Never the CFO", "Sales"),
     item(WHO, "*Never the CFO", "Never the haulier", "Never sales")),
    ("Q16", "all-in-one", item(WHO, "*The CFO", "All people", "Sales"),
     item(WHO, "*The CFO", "An all-in-one suite", "Sales")),
    ("Q16", "half of all", item(WHO, "*The CFO", "None of them", "Sales"),
     item(WHO, "*The CFO", "Half of all people", "Sales")),
    ("Q17", "sometimes", item(WHO, "*The CFO", "Sometimes sales", "IT"),
     item("A buyer says: “It usually rains.” What now?", "*The CFO", "Sales", "IT")),
    ("Q18", "no question", item("Disputes and the numbers of orders", *DAYS),
     item("Disputed invoices are paid after:", *DAYS)),
    ("Q18", "a long stem", item(" ".join(["many"] * 40) + " words?", *DAYS),
     item(" ".join(["many"] * 39) + " words?", *DAYS)),
    ("Q19", "two blanks", item(cloze("It is ____ later and ____ dearer."), *DAYS),
     item(PAID, *DAYS)),
    ("Q19", "a blank at the beginning", item(cloze("After ____ it is paid at last."), *DAYS),
     item(cloze("It is paid after ____ at last."), *DAYS)),
    ("Q20", "an article", item("It asks for an ____?", "*order", "sample", "invoice"),
     item("It asks for a ____?", "*user", "sample", "European form")),
    ("Q20", "a number", item("It uses three ____?", "*files", "person", "weeks"),
     item("It uses three ____?", "*files", "people's notes", "weeks")),
    ("Q21", "a full stop", item(WHO, "*The CFO.", "Sales", "IT"),
     item(WHO, "*The CFO", "Sales", "IT")),
    ("Q21", "a pronoun first", item(WHO, "*It has a clock", "Sales asks", "IT asks"),
     item(WHO, "*Its clock", "Sales asks", "IT asks")),
    ("Q22", "a part of another", item(WHO, "*Price", "Price and date", "Gate"),
     item(WHO, "*Price", "Pricing", "Gate")),
    ("Q26", "nothing that says why", item(WHO, *DAYS, rationale=""), item(WHO, *DAYS)),
    ("Q27", "a page of an option", item(WHO, "*A", "B", LONG), item(WHO, "*A", "B", LONG[5:])),
    ("Q28", "words that are gone",
     item(PAID, *DAYS, drawn=True, rationale=phrase("It says: “{text}”", text="Paid at once.")),
     item(PAID, *DAYS, drawn=True,
          rationale=phrase("It says: “{text}”", text="A disputed invoice is paid 14 days later."))),
]  # fmt: skip
RULES = {rule.NUMBER: rule for rule in ITEM_RULES}


@pytest.mark.parametrize(
    ("number", "flagged", "near_miss"),
    [(number, flagged, near_miss) for number, _, flagged, near_miss in CASES],
    ids=[f"{number}: {what}" for number, what, _, _ in CASES],
)
def test_a_rule_flags_an_item_and_lets_its_near_miss_pass(
    number: str, flagged: Item, near_miss: Item
) -> None:
    rule = RULES[number]
    found = list(rule.flaws(flagged, ABOUT))
    assert found
    assert all(flaw.message and flaw.fix for flaw in found)
    assert all(flaw.option is None or flaw.option < len(flagged.options) for flaw in found)
    assert list(rule.flaws(near_miss, ABOUT)) == []


def test_all_31_rules_are_there_and_each_is_tried() -> None:
    rules = [*((one.NUMBER, one.NAME) for one in ITEM_RULES),
             *((one.NUMBER, one.NAME) for one in CHECK_RULES)]  # fmt: skip
    numbers = sorted(number for number, _ in rules)
    assert numbers == [f"Q{number:02}" for number in range(1, 32)]
    assert {number for number, *_ in CASES} == set(RULES)
    assert len({name for _, name in rules}) == len(numbers)


@pytest.mark.parametrize("number", ["Q06", "Q12", "Q13", "Q15", "Q16", "Q17", "Q20"])
def test_tests_that_know_english_are_silent_in_other_languages(number: str) -> None:
    german = About(asset=asset(language="de"), near=(OTHER,))
    for _, _, flagged, _ in (case for case in CASES if case[0] == number):
        assert list(RULES[number].flaws(flagged, german)) == []


@pytest.mark.parametrize("form", ["numeric", "short", "ordering"])
def test_forms_without_distractors_are_passed_over_by_what_compares_options(form: str) -> None:
    number = Number(value="14", unit="days")
    typed = item("After how many days is it paid?", "*a", "*b", "*c", form=form, number=number,
                 source=at(1))  # fmt: skip
    for rule in ("Q02", "Q05", "Q06", "Q08", "Q09", "Q14", "Q20", "Q21", "Q22"):
        assert list(RULES[rule].flaws(typed, ABOUT)) == []


FIRST = item("What is “hold”?", "*a halt", "b", "c")
CHECKS: list[tuple[str, str, list[Item], list[Item]]] = [
    ("Q11", "the same question", [item(WHO, *DAYS), item(WHO, *DAYS, id="2")],
     [item(WHO, *DAYS), item("Who pays a disputed invoice?", "*A", "B", "C")]),
    ("Q11", "one stem with two answers",
     [item(WHO, "*A", "B", "C"), item(WHO, "*B", "A", "C")],
     [item(WHO, "*A", "B", "C"), item(WHO, "*D", "E", "F")]),
    ("Q11", "another answer in another piece",
     [item("The buyer says: “Too expensive.” Which answer fits?", "*Pay less.", "B", "C")],
     [item("The buyer says: “Too expensive.” Which answer fits?", "*Count one week first.", "B",
           "C")]),
    ("Q11", "a term of another piece", [FIRST],
     [replace(FIRST, stem="What is “hold”, according to “Paper on disputes”?")]),
    ("Q23", "four on end", [item(f"{n}?", "*A", "B", "C") for n in range(4)],
     [item(f"{n}?", *(("*A", "B", "C") if n != 2 else ("A", "*B", "C"))) for n in range(4)]),
    ("Q23", "six of six", [item(f"{n}?", "*A", "B", "C") for n in range(6)],
     [item(f"{n}?", *[f"{'*' if n % 3 == k else ''}{k}" for k in range(3)]) for n in range(6)]),
    ("Q24", "the answer of another", [item("Who waits 14 days?", "*A", "B", "C"),
     item(PAID, *DAYS)],
     [item("Who waits 9 days?", "*A", "B", "C"), item(PAID, *DAYS)]),
    ("Q24", "the whole sentence among options",
     [item(WHO, "*A disputed invoice is paid 14 days later.", "B", "C"), item(PAID, *DAYS)],
     [item(WHO, "*Every order is read twice at the gate.", "B", "C"), item(PAID, *DAYS)]),
    ("Q24", "the question before", [item("Why is the previous answer right?", "*A", "B", "C")],
     [item("Why is the previous order right?", "*A", "B", "C")]),
    ("Q25", "three about one place", [item(f"{n}?", *DAYS, tests="mk") for n in range(3)],
     [item(f"{n}?", *DAYS, tests="mk", source=at(1 + n // 2)) for n in range(3)]),
    ("Q25",
          "a must-know that is not asked for", [item(WHO, *DAYS)], [item(WHO, *DAYS, tests="mk")]),
    ("Q29", "one wrong answer three times",
     [item(f"Who is {n}?", f"*The buyer of {n}", "The driver", f"Clerk {n}") for n in "abc"],
     [item(f"Who is {n}?", f"*The buyer of {n}", "The driver", f"Clerk {n}") for n in "ab"]),
    ("Q30", "only true ones",
     [item(f"True or false? “{n}.”", "*True", "False") for n in "ab"],
     [item("True or false? “A.”", "*True", "False"),
      item("True or false? “B.”", "True", "*False")]),
    ("Q31", "the same must-know asked for better",
     [item("True or false? “A.”", "*True", "False", tests="mk"),
      item("Who is A?", "*The buyer", "The driver", "A clerk", source=at(9), tests="mk")],
     [item("True or false? “A.”", "*True", "False", tests="mk"),
      item("Who is B?", "*The buyer", "The driver", "A clerk", source=at(9), tests="other")]),
]  # fmt: skip
BY_NUMBER = {rule.NUMBER: rule for rule in CHECK_RULES}
KNOWN = replace(
    ABOUT,
    asset=asset(guidance=Guidance(must_know=(MustKnow(id="mk", statement="It.", span=at(9)),))),
)


@pytest.mark.parametrize(
    ("number", "flagged", "near_miss"),
    [(number, flagged, near_miss) for number, _, flagged, near_miss in CHECKS],
    ids=[f"{number}: {what}" for number, what, _, _ in CHECKS],
)
def test_a_rule_flags_items_asked_together_and_lets_their_near_miss_pass(
    number: str, flagged: list[Item], near_miss: list[Item]
) -> None:
    about = KNOWN if number == "Q25" else ABOUT
    found = list(BY_NUMBER[number].flaws(flagged, about))
    assert found
    assert all(-1 <= place < len(flagged) for place, _ in found)
    assert list(BY_NUMBER[number].flaws(near_miss, about)) == []


def test_every_rule_for_checks_is_tried() -> None:
    assert {number for number, *_ in CHECKS} == set(BY_NUMBER)


def test_nothing_is_no_gerund() -> None:
    options = ("*Nothing extra", "A small fee", "The full price")
    asked = item("What does it cost?", *options, written=True)

    assert list(RULES["Q21"].flaws(asked, ABOUT)) == []


WRITTEN: list[tuple[str, Callable[[], Item]]] = [
    ("Q03", lambda: item(WHO, "*Sales before IT", "IT before sales", "C")),
    ("Q05", lambda: item(WHO, "*IT", "The haulier", "The sender")),
    ("Q14", lambda: item(WHO, "0%", "*68%", "100%")),
    ("Q16", lambda: item(WHO, "*The CFO", "All people", "Sales")),
    ("Q17", lambda: item("Who usually signs an invoice?", "*The CFO", "IT", "Sales")),
    ("Q19", lambda: item(cloze("After ____ it is paid at last."), *DAYS)),
    ("Q22", lambda: item(WHO, "*14 days", "More than 14 days", "Never")),
]


@pytest.mark.parametrize(("number", "make"), WRITTEN, ids=[number for number, _ in WRITTEN])
def test_what_people_write_is_judged_more_gently(number: str, make: Callable[[], Item]) -> None:
    made = make()
    assert list(RULES[number].flaws(made, ABOUT))
    assert list(RULES[number].flaws(replace(made, written=True), ABOUT)) == []


def test_only_what_proves_nothing_is_a_warning() -> None:
    number = {flaw.severity for flaw in RULES["Q04"].flaws(item(WHO, "*A"), ABOUT)}
    vague = {flaw.severity for flaw in RULES["Q17"].flaws(item(WHO, "*A", "Rarely"), ABOUT)}
    assert number == {Severity.ERROR}
    assert vague == {Severity.WARNING}

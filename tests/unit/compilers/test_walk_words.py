from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from enablekit.compilers.presenter_notes import compile_notes
from enablekit.compilers.walk_alike import figures_again, unlike, untold
from enablekit.config.asset_types import OTHER
from enablekit.config.project import Config
from enablekit.model.evidence import Drawn
from enablekit.model.notes import Cue, PresenterNotes
from enablekit.model.source import SourceFile
from enablekit.model.span import Span
from enablekit.packing.edition import Edition
from enablekit.packing.handout import handout_data
from enablekit.packing.notes_document import notes_document
from enablekit.packing.plain_text import plain_text
from enablekit.parsing.asset import parse
from enablekit.usecases.load import load

HERE = Span(path="a.md", line=3)


def notes_of(body: str, guidance: str = "") -> PresenterNotes:
    written = f"enablement:\n{guidance}" if guidance else ""
    text = f"---\ntitle: Tools compared\n{written}---\n{body}"
    asset, _ = parse(SourceFile(path="a.md", data=text.encode()), Config())
    assert asset is not None
    return compile_notes(asset, OTHER)


def cue(text: str, *, drawn: bool = True) -> Cue:
    return Cue(text=text, drawn=drawn, span=HERE)


def sections(*titles: str) -> str:
    return "\n# Tools compared\n" + "".join(
        f"\n## {title}\n\n{text}\n" for title, text in zip(titles, TEXTS, strict=True)
    )


TEXTS = (
    "Wrong prices cause 31% of all disputes, and most of them stand in the order already.",
    "The median forecast misses by 2.6 days, and only receivables can tell the reason.",
)


@pytest.mark.parametrize(
    ("headings", "titles"),
    [
        (("1. Budibase", "2. Mendix"), ["Budibase", "Mendix"]),
        (("1) Create an app", "2) Create a rule"), ["Create an app", "Create a rule"]),
        (("The log:", "The archive\uff1a"), ["The log", "The archive"]),
        (("1. Quartal", "2. Quartal"), ["1. Quartal", "2. Quartal"]),
        (("1. Half: in", "2. Half: out"), ["1. Half: in", "2. Half: out"]),
        (("3 ways to pay", "24/7 help"), ["3 ways to pay", "24/7 help"]),
        (("1.", "2."), ["1.", "2."]),
    ],
)  # fmt: skip
def test_a_step_has_no_second_number_and_no_last_colon(
    headings: tuple[str, ...], titles: list[str]
) -> None:
    assert [one.title for one in notes_of(sections(*headings)).beats][-2:] == titles


def test_a_heading_below_a_numbered_one_has_no_number_either() -> None:
    body = "\n# Tools\n" + "".join(
        f"\n## {n}. {name}\n\n### Pricing\n\n{name} costs €{n}7 for each user in a month.\n"
        for n, name in enumerate(("Jira", "Asana"), 1)
    )
    assert [one.title for one in notes_of(body).beats] == ["Jira: Pricing", "Asana: Pricing"]


@pytest.mark.parametrize(
    "torn",
    [
        "Together they spent 22 hours a week on the phone with customers who had not paid.",
        "We then need 3 days to find the delivery note that the customer asked for.",
        "Additionally, customers can purchase 200 users from the public list of prices.",
        "On the other, there are 40 platforms that serve the same market of suppliers.",
    ],
)
def test_what_goes_on_from_a_sentence_that_is_not_told_is_not_told_either(torn: str) -> None:
    whole = "A supplier with 9% of disputed invoices waits 14 days longer for its money."
    told = [
        cue.text
        for one in notes_of(f"\n# T\n\n## Costs\n\n{whole}\n\n{torn}\n").beats
        for cue in one.say
    ]
    assert whole in told
    assert torn not in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Instead of 22 hours a week, the team of six now spends 8 of them.", True),
        ("Similarly sized suppliers lose 14 days with 9% of their invoices.", True),
        ("They thensomed about 9% of it.", True),
        ("Instead, the team of six now spends 8 hours a week.", False),
        ("The 10 largest suppliers lose 14 days with 9% of their invoices.", True),
        ("The 11 days apply to the invoices that were held and corrected.", False),
        ("They also lose 14 days with 9% of their invoices.", False),
    ],
)
def test_only_a_sentence_that_goes_on_from_another_one_is_left_out(text: str, told: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    asset, _ = parse(SourceFile(path="a.md", data=b"# T\n\n## Costs\n\nWords.\n"), Config())
    assert asset is not None
    here = Drawn(text=text, span=Span(path="a.md", line=5))
    evidence = dataclasses.replace(asset.evidence, key_sentences=(here,))
    notes = compile_notes(dataclasses.replace(asset, evidence=evidence), OTHER)
    assert [cue.text for one in notes.beats for cue in one.say] == ([text] if told else [])


def test_what_was_drawn_is_told_once_even_if_the_piece_says_it_twice() -> None:
    body = (
        "\n# T\n\n## Setup\n\nYou can set up Sourcegraph and see value in 5 minutes.\n"
        "\n## Or a tool\n\nYou can set up Sourcegraph and start seeing value in 5 minutes.\n"
    )
    told = [cue.text for one in notes_of(body).beats for cue in one.say]
    assert told == ["You can set up Sourcegraph and see value in 5 minutes."]


def test_the_same_of_another_name_is_another_point() -> None:
    first = cue("Jira costs €7 for each user in a month if you pay for a year.")
    other = cue("Asana costs €7 for each user in a month if you pay for a year.")
    assert untold([other], [first]) == [other]
    assert untold([first], [first]) == []


def test_the_same_figures_are_not_said_twice_in_other_words() -> None:
    proof = cue("The time to settle a dispute fell from 23 to 9 days.", drawn=False)
    point = cue("Settling a dispute took 23 days before and takes 9 days now.", drawn=False)
    other = cue("A customer sent 9 mails about 23 late boxes.", drawn=False)
    assert unlike([point], [proof]) == []
    assert unlike([other], [proof]) == [other]
    release = cue("Resolve 2.0 has one owner and existing customers have it.", drawn=False)
    price = cue("Resolve 2.0 costs existing customers nothing more.", drawn=False)
    assert figures_again([price], [release]) == []


def test_a_figure_of_the_opening_is_left_out_later_unless_nothing_else_is_said_there() -> None:
    guidance = """\
  talk_track:
    - {persona: ar, open: "What did your best rep do this morning?", proof: hours}
  proof_points:
    - {id: hours, claim: "In 41% of suppliers, reps spend 2 hours a week on invoice queries.",
       source: "https://a.example/survey", permission: named-public}
  must_know:
    - {statement: "In 41% of suppliers, reps lose 2 hours a week to invoice queries.",
       source: "#hours"}
    - {statement: "A team of 20 loses one full-time seller.", source: "#hours"}
"""
    body = "\n# T\n\nSome words.\n\n## Hours\n\nNobody counts what reps do all week.\n"
    told = {one.title: [cue.text for cue in one.say] for one in notes_of(body, guidance).beats}
    assert told["Hours"] == ["A team of 20 loses one full-time seller."]
    assert told["Tools compared"][-1].startswith("In 41% of suppliers")
    alone = guidance.replace(
        '    - {statement: "A team of 20 loses one full-time seller.", source: "#hours"}\n', ""
    )
    told = {one.title: [cue.text for cue in one.say] for one in notes_of(body, alone).beats}
    assert told["Hours"] == ["In 41% of suppliers, reps lose 2 hours a week to invoice queries."]


def test_a_point_about_a_figure_follows_the_proof_that_has_it() -> None:
    guidance = """\
  proof_points:
    - {id: sooner, claim: "Corrected invoices were paid 11 days sooner.", source: "#saw",
       permission: named-public}
  must_know:
    - {statement: "The 11 days apply to held ones alone; DSO for the whole ledger hides them.",
       source: "#saw"}
    - {statement: "Twelve suppliers took part.", source: "#saw"}
"""
    body = "\n# T\n\nSome words.\n\n## Saw\n\nNobody had expected any of it.\n"
    (beat,) = (one for one in notes_of(body, guidance).beats if one.title == "Saw")
    assert [cue.text.split()[0] for cue in beat.say] == ["Twelve", "Corrected", "The"]


def test_a_lead_on_to_a_step_that_is_skipped_says_when_not_to_say_it(tmp_path: Path) -> None:
    steps = "".join(
        f"    - {{title: {title}, seconds: {seconds}, say: Look., transition: On to {then}.}}\n"
        for title, seconds, then in (
            ("First", 100, "the second"), ("Second", 250, "the third"), ("Third", 90, "the end")
        )
    )  # fmt: skip
    (tmp_path / "a.md").write_text(
        f"---\ntitle: T\nenablement:\n  presenting:\n{steps}---\nText.\n"
    )
    publication = load(tmp_path, now="2026-11-01")
    edition = Edition(compiled=publication.compiled[0], publication=publication)
    text = plain_text(notes_document(edition))
    assert "5 minutes: skip 2\n" in text
    assert "Lead on: On to the second. (not if you skip step 2)\n" in text
    assert "Lead on: On to the third.\n" in text
    rows = handout_data(edition)["rows"]
    assert [row["notes"][-1]["place"] for row in rows] == [" (not if you skip step 2)", "", ""]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom, WordsAt

WORDS = "We send half as many reminders now"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{WORDS},” said Marit Solberg, CFO at Harbor.", "Marit Solberg, CFO at Harbor"),
        (f'"{WORDS}," says Marit Solberg.', "Marit Solberg"),
        (f"“{WORDS},” Marit noted.", "Marit"),
        (f"“{WORDS},” Marit Solberg, head of finance, explains.", "Marit Solberg, head of finance"),
        (f"“{WORDS}.” — Marit Solberg, CFO", "Marit Solberg, CFO"),
        (f"Marit Solberg said: “{WORDS}.”", "Marit Solberg"),
        (f"Today Marit Solberg, CFO, says, “{WORDS}.”", "Marit Solberg, CFO"),
        (f"As Marit puts it, “{WORDS}.”", "Marit"),
        (f"According to Marit Solberg, “{WORDS}.”", "Marit Solberg"),
        (f"“{WORDS},” she says.", ""),
        (f"**“{WORDS},”** Marit shared.", "Marit"),
        (f"> {WORDS}.\n>\n> — Marit Solberg, CFO at Harbor", "Marit Solberg, CFO at Harbor"),
        (f"> {WORDS}.\n\n— Marit Solberg", "Marit Solberg"),
        (f"> {WORDS}.\n\nMarit Solberg, CFO at Harbor", "Marit Solberg, CFO at Harbor"),
        (f"Marit Solberg explains:\n\n> {WORDS}.", "Marit Solberg"),
        (f"> “{WORDS},” Marit added.", "Marit"),
        (f"> {WORDS}.\n>\n> **Marit Solberg**, CFO at Harbor", "Marit Solberg, CFO at Harbor"),
        (f"“{WORDS}.” - Marit Solberg, CFO, Harbor", "Marit Solberg, CFO, Harbor"),
        (f"“{WORDS}.”\n\n— Marit Solberg, CFO", "Marit Solberg, CFO"),
    ],
)
def test_a_quotation_has_its_words_and_its_speaker_as_written(
    draw_from: DrawFrom, words_at: WordsAt, text: str, speaker: str
) -> None:
    (found,) = draw_from(text + "\n").quotations
    assert found.text.rstrip(".") == WORDS
    assert found.speaker == speaker
    assert words_at(text, found.span) == found.text.split()


@pytest.mark.parametrize(
    "text",
    [
        "He told us to “wait and see”, said Marit.",
        f"The banner reads “{WORDS}” in red.",
        "The chapter “How to wait less for your money” explains it.",
        'Choose "Send all the reminders at once" in the menu.',
        f"“{WORDS}, said Marit Solberg.",
        f"> {WORDS} and you should, too.",
        "> **Note:** We send half as many reminders now.",
        "> Reminders go out on the first day.",
        f"> “{WORDS},” it says on the banner.",
        f"Elevator pitch: “{WORDS}.”",
        f"“{WORDS}.” — Meridian is the ledger that helped.",
        f"> “{WORDS}.”",
        "> I send half as many reminders as before.",
        f"> {WORDS}.\n>\n> Meridian, the ledger for teams",
        f"Meridian then reports “{WORDS}.” and stops.",
        "> Ask [name of the customer] how many reminders I send.",
    ],
)
def test_titles_labels_scripts_and_words_nobody_is_named_for_are_no_quotations(
    draw_from: DrawFrom, text: str
) -> None:
    assert draw_from(text + "\n").quotations == ()


def test_a_second_quotation_after_the_speaker_is_his_too(draw_from: DrawFrom) -> None:
    text = f"“{WORDS},” Marit explained. “Our customers find the errors before we do.”\n"
    assert [one.speaker for one in draw_from(text).quotations] == ["Marit", "Marit"]


def test_a_quotation_within_a_quotation_is_part_of_it(draw_from: DrawFrom) -> None:
    text = "“When they said “Can you wait?” we had waited for weeks,” Marit said.\n"
    (found,) = draw_from(text).quotations
    assert found.text == "When they said “Can you wait?” we had waited for weeks"


def test_quotation_marks_of_other_languages_are_read(draw_from: DrawFrom) -> None:
    text = "„Wir schicken halb so viele Mahnungen.“ — Marit Solberg, Finanzchefin\n"
    (found,) = draw_from(text, language="de").quotations
    assert (found.text, found.speaker) == (
        "Wir schicken halb so viele Mahnungen.",
        "Marit Solberg, Finanzchefin",
    )


ONE_SPEAKER = (
    "“We send half as many reminders now,” said Ana. “We all go home in time now,” said Ana.\n\n"
)


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("> “The ledger was a great success for everybody.”", "The ledger was a great success"),
        ("“The ledger was a great success for everybody.”", "The ledger was a great success"),
        ("Clerks like it. “We never had so quiet an autumn before.”", "We never had so quiet"),
    ],
)
def test_where_one_person_speaks_what_stands_apart_in_marks_is_drawn_unnamed(
    draw_from: DrawFrom, paragraph: str, words: str
) -> None:
    found = draw_from(f"{ONE_SPEAKER}Clerks match.\n\n{paragraph}\n").quotations
    assert [one.speaker for one in found] == ["Ana", "Ana", ""]
    assert found[-1].text.startswith(words)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Clerks call it “a ledger that we all like a lot.” in their letters.",
        "Clerks sing. “The song of the ledger in spring.” is a song.",
        "Clerks read. “The Ledger of Harbor in Spring”",
    ],
)
def test_titles_and_words_within_a_sentence_stay_nobodys(
    draw_from: DrawFrom, paragraph: str
) -> None:
    assert len(draw_from(f"{ONE_SPEAKER}{paragraph}\n").quotations) == 2


def test_where_two_people_speak_unnamed_words_are_left_out(draw_from: DrawFrom) -> None:
    text = (
        f"{ONE_SPEAKER}“We match all of our invoices now,” said Bea.\n\n“We are all so glad now.”\n"
    )
    assert [one.speaker for one in draw_from(text).quotations] == ["Ana", "Ana", "Bea"]


SPEAKER = "“We send half as many reminders now,” said Ana.\n\n"


def test_a_block_that_reads_as_speech_is_drawn_where_the_text_names_who_speaks(
    draw_from: DrawFrom,
) -> None:
    text = "> I send half as many reminders as before.\n"
    found = draw_from(f"{text}\n{SPEAKER}").quotations
    assert [one.speaker for one in found] == ["", "Ana"]
    assert draw_from(text).quotations == ()


@pytest.mark.parametrize(
    "block",
    [
        "> Pro tip: I always match my invoices on Friday before lunch.",
        "> Full disclosure: I own shares in two of these ledgers.",
        "> Update, May 2026: I have tried it and my view stands.",
        "> TL;DR: I tried three ledgers and my favourite is dull.",
        "> Dear supplier, I am writing about my invoice of May.",
        "> As a clerk, I want to see my claims so that I can close them.",
        "Say this to the buyer:\n\n> I understand, and my experience is that it passes.",
        "Try this prompt:\n\n> I am a clerk with forty claims on my desk.",
        "It then shows the following error:\n\n> I cannot read my own file today.",
    ],
)
def test_notes_letters_and_scripts_are_nobodys_speech_even_there(
    draw_from: DrawFrom, block: str
) -> None:
    assert [one.speaker for one in draw_from(f"{SPEAKER}{block}\n").quotations] == ["Ana"]

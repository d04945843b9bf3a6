from __future__ import annotations

import datetime as dt

import pytest

from enablekit.config.project import Config
from enablekit.extend.guidance_texts import numbered, place_at, texts
from enablekit.extend.surroundings import Surroundings
from enablekit.extend.where_written import first_line, in_block, is_code
from enablekit.model.asset import Asset
from enablekit.model.audience import Audience
from enablekit.model.library import Library
from enablekit.model.source import SourceFile
from enablekit.model.span import Span
from enablekit.model.vocabulary import Vocabulary
from enablekit.parsing.asset import parse

PATH = "a.md"


def around(text: str) -> Surroundings:
    library = Library(assets=(), vocabulary=Vocabulary(), audience=Audience.INTERNAL)
    return Surroundings(
        library=library, config=Config(), today=dt.date(2026, 11, 1), sources={PATH: text}
    )


def parsed(text: str) -> Asset:
    asset, _ = parse(SourceFile(path=PATH, data=text.encode()), Config())
    assert asset is not None
    return asset


def shown(text: str, span: Span) -> str:
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("say: Look at it's “one” chart", "it's “one” chart"),
        ("say: 'Look at it''s “one” chart'", "it''s “one” chart"),
        ('say: "Look at it\'s “one” chart"', "it's “one” chart"),
        ("say: >-\n        Look at it's\n        “one” chart", "it's\n        “one” chart"),
        ("say: |\n        Look at it's “one”   chart", "it's “one”   chart"),
    ],
)
def test_words_are_found_however_yaml_quotes_or_folds_them(written: str, found: str) -> None:
    text = f"---\nenablement:\n  talk_track:\n    - persona: cfo\n      {written}\n---\n"
    [said] = texts(parsed(text))
    start = said.text.index("it's")
    assert shown(text, place_at(said, start, len(said.text.rstrip()), around(text))) == found


def test_the_second_of_two_equal_words_is_told_from_the_first() -> None:
    text = "---\nenablement:\n  tldr: Ask once, then ask once more.\n---\n"
    [said] = texts(parsed(text))
    start = said.text.rindex("once")
    assert place_at(said, start, start + 4, around(text)).column == said.text.rindex("once") + 9


def test_words_under_another_key_are_passed_over() -> None:
    text = (
        "---\nenablement:\n  objections:\n    - they_say: Too dear.\n      respond: Too dear? No.\n"
        "---\n"
    )
    answer = next(one for one in texts(parsed(text)) if one.key == "respond")
    assert place_at(answer, 0, 8, around(text)).line == 5


def test_without_the_file_the_entry_begins_where_the_finding_is() -> None:
    text = "---\nenablement:\n  use_with:\n    - persona: cfo\n      why: Cash.\n---\n"
    [why] = texts(parsed(text))
    span = place_at(why, 0, 4, around(""))
    assert (span.line, span.column) == (4, 7)
    assert first_line(why.entry, around(text)).end_column == len("    - persona: cfo") + 1


def test_words_of_a_block_are_found_behind_markup_and_entities() -> None:
    text = "Say **R&amp;D** costs `TBD`, and [more](https://example.com) is TBD.\n"
    block = parsed(text).body.blocks[0]
    first, last = block.text.index("TBD"), block.text.rindex("TBD")
    assert shown(text, in_block(block, last, last + 3, around(text))) == "TBD"
    assert is_code(block, first, around(text))
    assert not is_code(block, last, around(text))


def test_confirmed_entries_keep_the_number_they_have_among_drafts() -> None:
    text = (
        "---\nenablement:\n  do_not_use_when:\n    - {text: One, draft: true}\n    - Two\n"
        "  tldr: Three\n---\n"
    )
    asset = parsed(text)
    assert [place for place, _ in numbered(asset, "do_not_use_when")] == ["do_not_use_when 2"]
    assert [place for place, _ in numbered(asset, "do_not_use_when", drafts=True)] == [
        "do_not_use_when 1"
    ]
    assert [place for place, _ in numbered(asset, "tldr")] == ["tldr"]


def test_what_an_entry_holds_has_its_audience() -> None:
    text = (
        "---\nenablement:\n  presenting:\n    - say: Hello\n      audience: customer\n"
        "      if_asked: [{they_ask: Why?, answer: Because.}]\n---\n"
    )
    found = {(one.key, one.place, one.audience) for one in texts(parsed(text))}
    assert ("say", "say of beat 1", Audience.CUSTOMER) in found
    assert ("answer", "answer of question 1 of beat 1", Audience.CUSTOMER) in found

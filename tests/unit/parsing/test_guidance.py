from __future__ import annotations

from enablekit.model.audience import Audience
from enablekit.model.finding import Finding
from enablekit.model.guidance import Guidance
from enablekit.model.span import Span
from enablekit.model.vocabulary import Persona, Vocabulary
from enablekit.parsing import guidance, yaml_tree
from enablekit.parsing.reading import Reading

PERSONAS = Vocabulary(
    personas=(
        Persona(id="cfo", span=Span(path="enablekit.yaml")),
        Persona(id="it-lead", span=Span(path="enablekit.yaml")),
    )
)


def read(text: str) -> tuple[Guidance, Guidance, list[Finding]]:
    tree, findings = yaml_tree.read("a.md", text)
    assert not findings
    reading = Reading(PERSONAS)
    confirmed, drafts = guidance.read(tree, reading)
    return confirmed, drafts, reading.findings


def test_every_entry_knows_its_own_line() -> None:
    confirmed, _, findings = read(
        "objections:\n  - they_say: Too dear.\n    respond: Per invoice it is less.\n"
        "  - they_say: Not now.\n    respond: When would be?\n"
    )

    assert findings == []
    assert [one.they_say for one in confirmed.objections] == ["Too dear.", "Not now."]
    assert [one.span.line for one in confirmed.objections] == [2, 4]


def test_a_bare_text_fills_the_field_it_stands_for() -> None:
    confirmed, _, findings = read("use_with: [cfo]\ndo_not_use_when: They churned.\n")

    assert findings == []
    assert confirmed.use_with[0].persona == "cfo"
    assert confirmed.do_not_use_when[0].text == "They churned."


def test_a_word_outside_the_vocabulary_is_reported_with_the_one_meant() -> None:
    _, _, findings = read("use_with:\n  - persona: it-leed\n")

    assert [one.code for one in findings] == ["EK112"]
    assert findings[0].message == "`it-leed` is not a persona"
    assert "Did you mean `it-lead`?" in findings[0].help
    assert (findings[0].span.line, findings[0].span.column) == (2, 14)


def test_an_unknown_key_is_reported_and_the_rest_is_kept() -> None:
    confirmed, _, findings = read("tldr: Short.\nobjektions: []\n")

    assert confirmed.tldr is not None
    assert confirmed.tldr.text == "Short."
    assert [one.code for one in findings] == ["EK111"]
    assert "objections" in findings[0].help


def test_yaml_that_turns_a_word_into_something_else_keeps_the_word_and_says_how_to_quote() -> None:
    confirmed, _, findings = read("questions:\n  - ask: no\n    listen_for: 0123\n  - ask: 1:30\n")

    assert [one.ask for one in confirmed.questions] == ["no", "1:30"]
    assert confirmed.questions[0].listen_for == "0123"
    assert [one.code for one in findings] == ["EK119"] * 3
    assert 'Quote it: "no"' in findings[0].help


def test_a_draft_never_counts_as_guidance() -> None:
    confirmed, drafts, _ = read(
        "must_know:\n  - statement: Checked.\n  - statement: Guessed.\n    draft: true\n"
    )

    assert [one.statement for one in confirmed.must_know] == ["Checked."]
    assert [one.statement for one in drafts.must_know] == ["Guessed."]


def test_an_audience_nobody_knows_is_read_as_internal() -> None:
    confirmed, _, findings = read("tldr: {text: Short., audience: publik}\n")

    assert confirmed.tldr is not None
    assert confirmed.tldr.audience is Audience.INTERNAL
    assert "Did you mean `public`?" in findings[0].help


def test_a_list_where_a_text_belongs_is_reported_not_raised() -> None:
    confirmed, _, findings = read("pitches:\n  10s: [one, two]\nminutes: {prep: soon}\n")

    assert [one.code for one in findings] == ["EK106", "EK106"]
    assert confirmed.minutes is not None
    assert confirmed.minutes.prep == 0

"""Tests of the names people give to questions."""

from __future__ import annotations

import pytest

from enablekit.config.project import Config
from enablekit.extend.written_items import item_of
from enablekit.model.asset import Asset
from enablekit.model.finding import Finding, Severity
from enablekit.model.source import SourceFile
from enablekit.parsing import asset

OPTIONS = "   - [x] suppliers\n   - [ ] buyers\n"


def read(text: str, path: str = "paper.md") -> tuple[Asset, tuple[Finding, ...]]:
    found, findings = asset.parse(SourceFile(path=path, data=text.encode()), Config())
    assert found is not None
    return found, tuple(findings)


def in_text(stem: str) -> str:
    return f"# Paper\n\n## Check {{#check}}\n\n1. {stem}\n{OPTIONS}"


def in_front(stem: str, more: str = "") -> str:
    item = f"{{stem: {stem}, key: suppliers, distractors: [buyers]{more}}}"
    return f"---\nid: paper\nenablement:\n  check:\n    items: [{item}]\n---\n\n# Paper\n"


def identity(text: str, path: str = "paper.md") -> str:
    found, _ = read(text, path)
    return item_of(found.items[0], found).id


@pytest.mark.parametrize(
    "body",
    [
        "1. Who pays late? {#late-payers}\n" + OPTIONS,
        "### Who pays late? {#late-payers}\n\n- [x] suppliers\n- [ ] buyers\n",
        "Who pays late? {#late-payers}\n\n- [x] suppliers\n- [ ] buyers\n",
        "1. Who pays late? {#late-payers}\n\n   Answer: suppliers\n",
        "1. Who pays\n   late? {#late-payers}\n" + OPTIONS,
    ],
)
def test_a_name_stands_behind_the_question_and_is_not_asked(body: str) -> None:
    found, findings = read(f"# Paper\n\n## Check {{#check}}\n\n{body}")

    assert [(item.stem, item.name) for item in found.items] == [("Who pays late?", "late-payers")]
    assert not [one for one in findings if one.code in {"EK120", "EK121"}]


@pytest.mark.parametrize("stem", ["What is {#} here?", "What is {#x} here?", "Which of {a} is it?"])
def test_other_braces_are_words(stem: str) -> None:
    found, _ = read(in_text(stem))

    assert [(item.stem, item.name) for item in found.items] == [(stem, "")]


def test_a_question_with_a_name_stays_the_same_when_worded_anew() -> None:
    assert identity(in_text("Who pays late?")) != identity(in_text("Who pays too late?"))
    assert identity(in_text("Who pays late? {#a}")) == identity(in_text("Who pays too late? {#a}"))
    assert identity(in_text("Who pays late? {#a}")) != identity(in_text("Who pays late? {#a-b}"))
    assert identity(in_text("Who? {#a-b}")) != identity(in_text("Who? {#a.b}"))


def test_it_stays_the_same_in_the_text_and_in_the_front_matter_and_when_the_file_moves() -> None:
    named = in_front("Who pays late?", ", id: late")

    assert identity(named) == identity(in_front("Who is late?", ", id: late"), "moved/there.md")
    text = f"---\nid: paper\n---\n\n{in_text('Who is late? {#late}')}"
    assert identity(named) == identity(text)
    assert identity(in_front("Who?")) != identity(in_front("Who?"), "moved/there.md")


def test_a_name_two_questions_have_counts_for_the_first_and_both_are_asked() -> None:
    text = f"{in_text('Who pays? {#a}')}2. Who is paid? {{#a}}\n{OPTIONS}"
    found, findings = read(text)
    (finding,) = [one for one in findings if one.code == "EK120"]

    assert [(item.stem, item.name) for item in found.items] == [
        ("Who pays?", "a"),
        ("Who is paid?", ""),
    ]
    assert (finding.severity, finding.span.line) == (Severity.WARNING, 8)
    assert "two questions are called `a`" in finding.message
    assert len({item_of(one, found).id for one in found.items}) == 2

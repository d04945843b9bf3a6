from __future__ import annotations

import datetime as dt

import pytest

from enablekit.checking import suppressions
from enablekit.checking.letting_pass import let_pass
from enablekit.checking.repairs import mended
from enablekit.checking.suppressions import Suppression
from enablekit.model.diagnosis import Diagnosis
from enablekit.model.finding import Finding, Severity
from enablekit.model.span import Span
from enablekit.parsing import comments

FIGURE = Diagnosis(
    code="EK701", name="unsourced-statistic", severity=Severity.WARNING,
    what="", why="", wrong="", right="",
)  # fmt: skip
TODAY = dt.date(2026, 11, 1)


def find(path: str, text: str) -> tuple[Suppression, ...]:
    return suppressions.read(comments.find(path, text), {path: text})


def left(text: str, *lines: int, path: str = "a.md") -> list[str]:
    """Return what is reported of findings on these lines, as `line code`."""
    findings = [FIGURE.at(Span(path=path, line=line, end_column=5), "31%") for line in lines]
    shown, _ = passed(text, findings, path)
    return [f"{one.span.line} {one.code}" for one in shown]


def passed(text: str, findings: list[Finding], path: str = "a.md") -> tuple[list[Finding], int]:
    found = find(path, text)
    active = frozenset({"EK701"})
    shown, count = let_pass(findings, found, (FIGURE,), active, TODAY)
    return list(shown), count


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- enablekit: ignore[EK701] -- our own survey -->",
        "<!--enablekit:ignore[unsourced-statistic]--our own survey-->",
        "<!-- enablekit: ignore[EK7] until=2026-11-01 -- our own survey -->",
    ],
)
def test_a_comment_on_its_own_line_covers_the_block_below(comment: str) -> None:
    text = f"One 31%.\n\n{comment}\nTwo 31%,\nthree 31%.\n\nFour 31%.\n"

    assert left(text, 1, 4, 5, 7) == ["1 EK701", "7 EK701"]


def test_mdx_has_comments_of_its_own() -> None:
    text = "{/* enablekit: ignore[EK701] -- ours */}\nTwo 31%.\n"

    assert left(text, 2, path="a.mdx") == []
    assert left(text, 2, path="a.md") == ["2 EK701"]  # there it is text that readers see


HIDDEN = "<!-- enablekit: file-ignore[EK] -- x -->"


@pytest.mark.parametrize(
    "text",
    [
        f"- ```\n  {HIDDEN}\n  ```\n",
        f"> ```\n> {HIDDEN}\n> ```\n",
        f"````md\n```\n{HIDDEN}\n````\n",
        f"```x``` is code.\n\n```\n{HIDDEN}\n```\n",
        f"Text.\n\n    {HIDDEN}\n",
        f"Write `{HIDDEN}` there.\n",
        f"\\{HIDDEN}\n",
        f"<!--\n{HIDDEN}\n",
        f"<script>\n// {HIDDEN}\n</script>\n",
        "---\ntitle: 'T # enablekit: file-ignore[EK] -- x'\n---\n",
        "---\nsummary: |\n  # enablekit: file-ignore[EK] -- x\n---\n",
        f"---\nsummary: |\n  {HIDDEN}\n---\n",
        "+++\ntitle = 'T # enablekit: file-ignore[EK] -- x'\n+++\n",
        "+++\nsummary = '''\n# enablekit: file-ignore[EK] -- x\n'''\n+++\n",
        "---\ntitle: A\n...\n\n# enablekit: file-ignore[EK] -- x\n\n---\n",
    ],
)
def test_what_only_looks_like_a_comment_is_content(text: str) -> None:
    assert find("a.md", text) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Grüße 🙂 é.\n\n{HIDDEN}\n",
        f"Text <!-- other --> and {HIDDEN} more.\n",
        f"<!-- ``` -->\n\n{HIDDEN}\n",
        f"| a {HIDDEN} | b |\n|---|---|\n",
        f"- {HIDDEN}\n  item\n",
        "---\ntitle: A # enablekit: file-ignore[EK] -- x\n---\n",
        "---\na: |\n  one\n# enablekit: file-ignore[EK] -- x\nb: 1\n---\n",
        "+++\n# enablekit: file-ignore[EK] -- x\ntitle = 'A'\n+++\n",
    ],
)
def test_a_comment_is_found_exactly_where_it_stands(text: str) -> None:
    (found,) = find("a.md", text)

    line = text.split("\n")[found.span.line - 1]
    words = line[found.span.column - 1 : found.span.end_column - 1]
    assert words in {HIDDEN, "# enablekit: file-ignore[EK] -- x"}


def test_an_empty_line_below_the_comment_does_not_count() -> None:
    text = "<!-- enablekit: ignore[EK701] -- ours -->\n\nTwo 31%.\n\nThree 31%.\n"

    assert left(text, 3, 5) == ["5 EK701"]


def test_a_comment_behind_words_covers_its_line_also_in_lists_and_tables() -> None:
    text = (
        "- One 31% <!-- enablekit: ignore[EK701] -- ours -->\n- Two 31%\n\n"
        "| 31% | <!-- enablekit: ignore[EK701] -- ours --> |\n"
    )

    assert left(text, 1, 2, 4) == ["2 EK701"]


def test_a_comment_in_front_matter_covers_the_key_below_with_what_belongs_to_it() -> None:
    text = (
        "---\ntitle: A\nenablement:\n  # enablekit: ignore[EK701] -- ours\n  proof_points:\n"
        "    - claim: 31%\n    - claim: 32%\n  tldr: 33%  # enablekit: ignore[EK701] -- ours\n"
        "  job: prove\n---\n"
    )

    assert left(text, 6, 7, 8, 9) == ["9 EK701"]


def test_two_comments_above_a_key_are_both_about_it() -> None:
    comment = "# enablekit: ignore[EK701] -- ours"

    assert left(f"---\n{comment}\n# and more\nclaim: 31%\nother: 32%\n---\n", 4, 5) == ["5 EK701"]


def test_a_file_can_be_let_pass_as_a_whole() -> None:
    assert left("Text.\n\n<!-- enablekit: file-ignore[EK701] -- draft -->\n", 1, 2) == []


def test_a_comment_in_a_code_block_is_an_example() -> None:
    text = "```\n<!-- enablekit: ignore[EK701] -- ours -->\n31%\n```\n"

    assert left(text, 3) == ["3 EK701"]


def test_a_yaml_comment_in_running_text_is_text() -> None:
    assert left("# enablekit: ignore[EK701] -- ours\n31%\n", 2) == ["2 EK701"]


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("ignore[EK701] until=2026-10-31 -- ours", "its last day was 2026-10-31"),
        ("ignore[EK701] until=soon -- ours", "`soon` is not a day"),
        ("ignore -- ours", "it names no rule"),
        ("ignore[EK999] -- ours", "no rule is called EK999"),
        ("please", "it cannot be read"),
    ],
)
def test_a_comment_that_cannot_work_is_reported_and_lets_nothing_pass(
    comment: str, why: str
) -> None:
    text = f"<!-- enablekit: {comment} -->\n31%\n"

    shown, count = passed(text, [FIGURE.at(Span(path="a.md", line=2), "31%")])

    assert [one.code for one in shown] == ["EK701", "EK903"]
    assert why in shown[1].message
    assert count == 0


def test_a_comment_without_a_reason_works_and_is_reported() -> None:
    text = "<!-- enablekit: ignore[EK701] -->\n31%\n"

    shown, count = passed(text, [FIGURE.at(Span(path="a.md", line=2), "31%")])

    assert [(one.code, one.message) for one in shown] == [
        ("EK903", "nobody says why EK701 may pass here")
    ]
    assert count == 1


def test_an_unused_comment_goes_with_its_line() -> None:
    text = "One.\n\n<!-- enablekit: ignore[EK701] -- ours -->\nTwo.\n"

    (found,), _ = passed(text, [])

    assert found.code == "EK902"
    assert found.repair is not None
    assert mended(text, [found.repair]) == ("One.\n\nTwo.\n", 1)


def test_an_unused_comment_behind_words_leaves_the_words() -> None:
    text = "One. <!-- enablekit: ignore[EK701] -- ours -->\nTwo.\n"

    (found,), _ = passed(text, [])

    assert found.repair is not None
    assert mended(text, [found.repair]) == ("One. \nTwo.\n", 1)


def test_a_comment_for_a_rule_that_was_not_checked_is_not_unused() -> None:
    found = find("a.md", "<!-- enablekit: ignore[EK701] -- ours -->\nOne.\n")

    shown, _ = let_pass([], found, (FIGURE,), frozenset(), TODAY)

    assert shown == ()


@pytest.mark.parametrize(
    "line",
    [
        "<!-- enablekit:" * 40_000,
        "<!-- enablekit: ignore" + " " * 400_000 + "x -->",
        "<!-- enablekit: ignore[EK701]" + " -" * 200_000 + " -->",
        "{/* enablekit: " * 20_000 + "<!-- enablekit: ignore[EK701] -- x -->",
        " # enablekit: ignore[" * 20_000,
        "<!-- enablekit: ignore[EK701] -- x -->" * 3_000,
    ],
)
def test_hostile_comments_take_no_longer_than_they_are(line: str) -> None:
    assert len(find("a.md", f"---\n{line}\n---\n{line}\n")) <= 6_000

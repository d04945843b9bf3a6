"""Files as they once stood in public repositories, each broken in a way that people break them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from enablekit.model.finding import Finding
from enablekit.model.value import Scalar
from enablekit.parsing import front_matter
from enablekit.parsing.front_matter import FrontMatter
from enablekit.parsing.text import decode

FOLDER = Path(__file__).parents[3] / "shared" / "corpora" / "malformed"
INDEX = FOLDER / "INDEX.json"
CASES = json.loads(INDEX.read_text("utf-8")) if INDEX.is_file() else []
NAMES = [case["file"] for case in CASES]

# Files whose only fault is a byte in the body: the honest place is the line of that byte.
BAD_BODY = [case["file"] for case in CASES if case["category"] == "not_utf8"]
# Files in which nobody would find a title: they describe a person or a source by its name.
UNTITLED = {
    "digitalgov--bad_indent_or_list_mix--02.md",
    "digitalgov--bad_indent_or_list_mix--04.md",
    "digitalgov--bad_indent_or_list_mix--05.md",
    "digitalgov--inner_or_trailing_quote--01.md",
    "digitalgov--inner_or_trailing_quote--02.md",
    "digitalgov--inner_or_trailing_quote--05.md",
}
CODES = {
    "missing_open_delimiter": {"EK102"},
    "unterminated": {"EK102"},
    "not_utf8": {"EK103"},
    "impossible_date": {"EK107"},
    "toml_error": {"EK101", "EK107"},
}
CAUSES = {
    "unquoted_colon": ("colon", "stands alone"),
    "bold_markdown_value": ("`**`",),
    "at_sign_value": ("`@`",),
    "inner_or_trailing_quote": ("quotation mark",),
    "bad_indent_or_list_mix": ("indented", "alone", "belongs", "quotation mark", "`[`"),
    "stray_line_or_missing_colon": ("stands alone", "colon", "closed before the text"),
}

pytestmark = pytest.mark.skipif(not CASES, reason="the corpora are not beside this checkout")


def read(name: str) -> tuple[str, FrontMatter, tuple[Finding, ...]]:
    text, found = decode(name, (FOLDER / name).read_bytes(), limit=1 << 22)
    result = front_matter.read(name, text)
    return text, result, (*found, *result.findings)


@pytest.mark.parametrize("name", NAMES)
def test_no_broken_file_passes_in_silence(name: str) -> None:
    text, result, findings = read(name)

    assert findings
    assert all(finding.help for finding in findings)
    assert text.endswith(result.body)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in BAD_BODY])
def test_every_finding_stands_inside_the_front_matter(name: str) -> None:
    text, result, findings = read(name)

    last = result.body_line if not result.body else result.body_line - 1
    for finding in findings:
        line = text.split("\n")[finding.span.line - 1]
        assert 1 <= finding.span.line <= last
        assert finding.span.column <= len(line) + 1


@pytest.mark.parametrize("name", BAD_BODY)
def test_a_bad_byte_is_reported_on_its_own_line(name: str) -> None:
    text, _, findings = read(name)

    assert [finding.code for finding in findings] == ["EK103"]
    span = findings[0].span
    assert text.split("\n")[span.line - 1][span.column - 1] == "�"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNTITLED])
def test_a_title_that_a_person_can_read_is_read(name: str) -> None:
    text, result, _ = read(name)

    assert result.tree is not None
    title = result.tree.get("title")
    assert isinstance(title, Scalar)
    assert title.text
    assert title.text.split()[0] in text.split("\n")[title.span.line - 1]


@pytest.mark.parametrize("name", sorted(UNTITLED))
def test_a_file_without_a_title_keeps_its_other_metadata(name: str) -> None:
    _, result, _ = read(name)

    assert result.tree is not None
    assert {entry.key for entry in result.tree.entries} & {"name", "display_name"}
    assert result.tree.get("title") is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_the_finding_names_the_actual_cause(case: dict[str, str]) -> None:
    _, _, findings = read(case["file"])

    codes = {finding.code for finding in findings}
    assert codes & CODES.get(case["category"], {"EK101", "EK102"})
    words = CAUSES.get(case["category"], ("",))
    assert any(word in finding.message for finding in findings for word in words)

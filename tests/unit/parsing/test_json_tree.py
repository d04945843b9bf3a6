from __future__ import annotations

import pytest

from enablekit.model.finding import Finding
from enablekit.model.span import Span
from enablekit.model.value import Mapping, Scalar, Sequence, Value
from enablekit.parsing import json_tree


def plain(value: Value | None) -> object:
    """Show a tree without its places."""
    if isinstance(value, Mapping):
        return {entry.key: plain(entry.value) for entry in value.entries}
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return (value.text, value.kind) if isinstance(value, Scalar) else None


def where(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings]


def test_an_object_is_read_with_kinds_and_spellings() -> None:
    text = '{"title": "a \\u00e9\\n🙂", "n": [1, 2.50, 1e3], "ok": true, "no": null, "o": {}}'

    tree, findings = json_tree.read("a.md", text)

    assert not findings
    assert plain(tree) == {
        "title": ("a é\n🙂", "text"),
        "n": [("1", "int"), ("2.50", "float"), ("1e3", "float")],
        "ok": ("true", "bool"),
        "no": ("null", "null"),
        "o": {},
    }


def test_every_value_knows_its_place() -> None:
    tree, _ = json_tree.read("a.md", '{\n  "title": "x",\n  "tags": [\n    1\n  ]\n}', first_line=3)

    assert tree is not None
    assert tree.span == Span(path="a.md", line=3, column=1, end_line=8, end_column=2)
    title, tags = tree.entries
    assert title.key_span == Span(path="a.md", line=4, column=3, end_column=10)
    assert title.value.span == Span(path="a.md", line=4, column=12, end_column=15)
    assert tags.value.span == Span(path="a.md", line=5, column=11, end_line=7, end_column=4)


def test_of_two_equal_keys_the_last_is_kept_and_the_second_reported() -> None:
    tree, findings = json_tree.read("a.md", '{"a": 1,\n"b": 2,\n"a": 3}')

    assert plain(tree) == {"b": ("2", "int"), "a": ("3", "int")}
    assert where(findings) == [("EK108", 3, 1)]


def test_half_a_surrogate_never_reaches_the_tree() -> None:
    tree, findings = json_tree.read("a.md", '{"title": "a\\ud800b", "whole": "\\ud83d\\ude42"}')

    assert plain(tree) == {"title": ("a�b", "text"), "whole": ("🙂", "text")}
    assert not findings


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('{\n"title": "x",\n"n": 1,\n}', 3, 7, "comma"),
        ('{\n"title": "x"\n"n": 1\n}', 2, 13, "comma"),
        ('{\n"title": "x",\n\'n\': 1\n}', 3, 1, "double quotation marks"),
        ('{\n"title": "x",\n“n”: 1\n}', 3, 1, "double quotation marks"),
        ('{\n"title": "x",\n// note\n"n": 1\n}', 3, 1, "comments"),
        ('{\n"title": "x",\n"n": NaN\n}', 3, 6, "NaN"),
        ('{\n"title": "x",\n"n": "open\n}', 3, 11, "not closed"),
        ('{\n"title": "x",\n"n": bare\n}', 3, 6, "bare"),
    ],
)
def test_what_is_no_json_is_named_at_its_place_and_the_title_saved(
    text: str, line: int, column: int, words: str
) -> None:
    tree, findings = json_tree.read("a.md", text)

    assert tree is not None
    assert plain(tree.get("title")) == ("x", "text")
    assert where(findings) == [("EK101", line, column)]
    assert words in findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        '{"a":' + "[" * 60_000,
        '{"a":' + "[" * 40 + "]" * 40 + "}",
        "{" + ",".join(f'"k{number}":1' for number in range(6_000)) + "}",
        '{"a": "' + "x" * (1 << 17) + '"}',
    ],
    ids=len,
)
def test_too_much_is_refused(text: str) -> None:
    tree, findings = json_tree.read("a.md", text, limit=1 << 17)

    assert tree is not None
    assert [finding.code for finding in findings] == ["EK113"]


def test_five_thousand_digits_are_kept_as_they_are_spelled() -> None:
    tree, findings = json_tree.read("a.md", f'{{"n": {"9" * 5000}}}')

    assert not findings
    assert plain(tree) == {"n": ("9" * 5000, "int")}


def test_a_list_is_no_front_matter() -> None:
    tree, findings = json_tree.read("a.md", "[1]")

    assert tree is None
    assert where(findings) == [("EK101", 1, 1)]

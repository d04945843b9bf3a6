from __future__ import annotations

import pytest

from enablekit.model.finding import Finding
from enablekit.model.value import Mapping, Scalar, Sequence, Value
from enablekit.parsing import toml_tree


def clean(text: str) -> Mapping:
    tree, findings = toml_tree.read("a.md", text)
    assert not findings
    assert tree is not None
    return tree


def plain(value: Value | None) -> object:
    """Show a tree without its places."""
    if isinstance(value, Mapping):
        return {entry.key: plain(entry.value) for entry in value.entries}
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return (value.text, value.kind) if isinstance(value, Scalar) else None


def places(value: Value) -> list[tuple[str, int, int, int, int]]:
    """List every key with the start of its key and of its value."""
    if isinstance(value, Sequence):
        return [place for item in value.items for place in places(item)]
    if not isinstance(value, Mapping):
        return []
    found = []
    for entry in value.entries:
        key, span = entry.key_span, entry.value.span
        found.append((entry.key, key.line, key.column, span.line, span.column))
        found += places(entry.value)
    return found


def where(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings]


@pytest.mark.parametrize(
    ("spelling", "text", "kind", "value"),
    [
        ('"a \\u00e9"', "a é", "text", "a é"),
        ("'C:\\data'", "C:\\data", "text", "C:\\data"),
        ('"""\na\nb"""', "a\nb", "text", "a\nb"),
        ('""""quoted""""', '"quoted"', "text", '"quoted"'),
        ("true", "true", "bool", "true"),
        ("1_000", "1_000", "int", "1000"),
        ("0x1f", "0x1f", "int", "31"),
        ("1.50", "1.50", "float", "1.5"),
        ("2024-01-01", "2024-01-01", "date", "2024-01-01"),
        ("2024-01-01 10:00:00", "2024-01-01T10:00:00", "date", "2024-01-01T10:00:00"),
        ("07:30:00", "07:30:00", "other", "07:30:00"),
    ],
)
def test_a_value_keeps_its_spelling_and_says_what_it_is(
    spelling: str, text: str, kind: str, value: str
) -> None:
    read = clean(f"key = {spelling} # comment\n").get("key")

    assert isinstance(read, Scalar)
    assert (read.text, read.kind, read.value) == (text, kind, value)


def test_every_key_and_value_knows_its_place() -> None:
    text = """\
title = "x"
tags = [
  "a", # first
  {k = 1, l.m = 2},
]
"quoted key" = 'y'

[params.deep]
n = 1
[[rows]]
n = 2
  [rows.sub]
  z = 3
[[rows]]
n = 4
"""
    tree, findings = toml_tree.read("a.md", text, first_line=2)

    assert not findings
    assert tree is not None
    assert places(tree) == [
        ("title", 2, 1, 2, 9),
        ("tags", 3, 1, 3, 8),
        ("k", 5, 4, 5, 8),
        ("l", 5, 11, 5, 11),
        ("m", 5, 13, 5, 17),
        ("quoted key", 7, 1, 7, 16),
        ("params", 9, 2, 9, 1),
        ("deep", 9, 9, 9, 1),
        ("n", 10, 1, 10, 5),
        ("rows", 11, 3, 11, 1),
        ("n", 12, 1, 12, 5),
        ("sub", 13, 9, 13, 3),
        ("z", 14, 3, 14, 7),
        ("n", 16, 1, 16, 5),
    ]


def test_nothing_is_an_empty_mapping() -> None:
    assert clean("\n# a comment\n").entries == ()


SLIPS = {
    'title = "never closed': ("EK101", "never closed", 9, '`title = "never closed"`'),
    "title = “curly”": ("EK101", "curly", 9, '`title = "curly"`'),
    'title = "a "b" c"': ("EK101", 'a "b" c', 9, r'`title = "a \"b\" c"`'),
    'title = "C:\\data"': ("EK101", "C:\\data", 9, r'`title = "C:\\data"`'),
    "title = some words": ("EK101", "some words", 9, '`title = "some words"`'),
    "title: some words": ("EK101", "some words", 6, "`title = …`"),
    "title = 2025/02/04": ("EK107", "2025/02/04", 9, "2025-02-04"),
    "title = 2023-14-07": ("EK107", "2023-14-07", 9, "2023-07-14"),
    "title = 05-09-2023": ("EK107", "05-09-2023", 9, "2023-05-09 or 2023-09-05"),
}


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_is_named_at_its_place_with_its_repair_and_all_the_rest_is_read(line: str) -> None:
    code, text, column, fix = SLIPS[line]

    tree, findings = toml_tree.read("a.md", f'owner = "ana"\n{line}\n[params]\nn = 1\n')

    assert plain(tree) == {
        "owner": ("ana", "text"),
        "title": (text, "text"),
        "params": {"n": ("1", "int")},
    }
    assert where(findings) == [(code, 2, column)]
    assert fix in findings[0].help


@pytest.mark.parametrize(
    "line", ["date =", "date = # none", "some words", "[unclosed", "title = 1"]
)
def test_a_line_that_cannot_be_read_is_left_out(line: str) -> None:
    tree, findings = toml_tree.read("a.md", f'title = "x"\n{line}\nowner = "ana"\n')

    assert plain(tree) == {"title": ("x", "text"), "owner": ("ana", "text")}
    assert [finding.span.line for finding in findings] == [2]


def test_several_slips_are_reported_at_once() -> None:
    tree, findings = toml_tree.read("a.md", 'a = b\ntitle = "x"\nd = 2025/1/1\n')

    assert where(findings) == [("EK101", 1, 5), ("EK107", 3, 5)]
    assert isinstance(tree, Mapping)
    assert [entry.key for entry in tree.entries] == ["a", "title", "d"]


def test_an_unclosed_list_is_blamed_where_it_opens_and_the_title_is_saved() -> None:
    tree, findings = toml_tree.read("a.md", 'title = "x"\ntags = [\n  "a",\n\n')

    assert plain(tree) == {"title": ("x", "text")}
    assert where(findings) == [("EK101", 2, 8)]


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 40_000,
        "a = " + "[" * 40 + "]" * 40,
        "a = " + "{b = " * 20_000,
        ".".join("a" * 16_000) + " = 1",
        '"a".' * 16_000 + "a = 1",
        "\n".join(f"k{number} = 1" for number in range(10_001)),
        "a = [" + "1," * 10_001 + "]",
        "a = 1\n" + "#" * (1 << 17),
    ],
    ids=len,
)
def test_too_much_is_refused(text: str) -> None:
    tree, findings = toml_tree.read("a.md", text, limit=1 << 17)

    assert tree is not None
    assert [finding.code for finding in findings] == ["EK113"]


@pytest.mark.parametrize("spelling", ["9" * 5000, "0x" + "f" * 60_000])
def test_a_number_beyond_all_sense_does_not_stop_the_reading(spelling: str) -> None:
    tree, _ = toml_tree.read("a.md", f'title = "x"\nn = {spelling}\n')

    assert tree is not None
    assert plain(tree.get("title")) == ("x", "text")
    assert plain(tree.get("n")) in {(spelling, "int"), (spelling, "text")}


def test_an_escaped_null_never_reaches_the_tree() -> None:
    assert plain(clean(r'title = "a\u0000b"')) == {"title": ("a�b", "text")}

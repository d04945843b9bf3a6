from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.model.finding import Finding, Severity
from enablekit.model.span import Span
from enablekit.model.value import Mapping, Scalar, Sequence, Value
from enablekit.parsing import yaml_tree
from enablekit.parsing.diagnoses import ALL_PARSING
from enablekit.parsing.tree_builder import DEEPEST, MOST_VALUES


def clean(text: str) -> Mapping:
    tree, findings = yaml_tree.read("a.yaml", text)
    assert not findings
    assert tree is not None
    return tree


def plain(value: Value | None) -> object:
    """Show a tree without its places."""
    if isinstance(value, Mapping):
        return {entry.key: plain(entry.value) for entry in value.entries}
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return value.text if isinstance(value, Scalar) else None


def broken(text: str) -> tuple[object, list[Finding]]:
    """Return what is left of a text that has something wrong with it."""
    tree, findings = yaml_tree.read("a.yaml", text)
    assert findings
    return plain(tree), list(findings)


def where(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings]


def scalar(text: str) -> Scalar:
    value = clean(f"key: {text}").get("key")
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    ("spelling", "kind", "value"),
    [
        ("Pricing", "text", "Pricing"),
        ("no", "bool", "false"),
        ("Yes", "bool", "true"),
        ("1:30", "int", "90"),
        ("12:30:45", "int", "45045"),
        ("0123", "int", "83"),
        ("1_000", "int", "1000"),
        ("0x1F", "int", "31"),
        ("7", "int", "7"),
        ("1.10", "float", "1.1"),
        (".nan", "float", "nan"),
        ("2024-01-01", "date", "2024-01-01"),
        ("2024-01-01 10:00:00", "date", "2024-01-01T10:00:00"),
        ("~", "null", ""),
        ("1e3", "text", "1e3"),
        ("0o17", "text", "0o17"),
        ("2024-1-1", "text", "2024-1-1"),
    ],
)
def test_a_plain_value_keeps_its_spelling_and_says_what_yaml_makes_of_it(
    spelling: str, kind: str, value: str
) -> None:
    read = scalar(spelling)

    assert (read.text, read.kind, read.value) == (spelling, kind, value)


@pytest.mark.parametrize("spelling", ["no", "0123", "2019-02-31", "=", "*", "# x", "~"])
def test_a_quoted_value_is_a_text_whatever_it_says(spelling: str) -> None:
    for mark in "'\"":
        read = scalar(f"{mark}{spelling}{mark}")

        assert (read.text, read.kind, read.value) == (spelling, "text", spelling)


def test_a_value_with_a_core_type_is_read_as_that_type() -> None:
    tree = clean("a: !!str 123\nb: !!int '7'\nc: ! no\n")

    kinds = [entry.value.kind for entry in tree.entries if isinstance(entry.value, Scalar)]
    assert kinds == ["text", "int", "text"]


def test_every_value_knows_its_place() -> None:
    tree = clean("title: Price list\ntags:\n  - one\n  - 'two'\nmore: {a: [1, x]}\n")

    assert tree.span == Span(path="a.yaml", line=1, column=1, end_line=5, end_column=18)
    spans = {
        entry.key: (entry.key_span.line, entry.key_span.column, entry.value.span)
        for entry in tree.entries
    }
    path = "a.yaml"
    assert spans == {
        "title": (1, 1, Span(path=path, line=1, column=8, end_column=18)),
        "tags": (2, 1, Span(path=path, line=3, column=3, end_line=4, end_column=10)),
        "more": (5, 1, Span(path=path, line=5, column=7, end_column=18)),
    }


def test_a_block_of_text_ends_where_its_words_end() -> None:
    tree = clean("a: |\n  one\n  two\n\n\nb: >-\n  three\n")

    ends = [(entry.value.span.end_line, entry.value.span.end_column) for entry in tree.entries]
    assert ends == [(3, 6), (7, 8)]
    assert plain(tree) == {"a": "one\ntwo\n", "b": "three"}


def test_lines_are_counted_from_the_line_the_text_stands_on_in_its_file() -> None:
    tree, findings = yaml_tree.read("a.md", "title: x\ndate: 2019-02-31\n", first_line=2)

    assert tree is not None
    assert tree.entries[1].key_span.line == 3
    assert where(list(findings)) == [("EK107", 3, 7)]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n", "\ufeff"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    assert clean(text).entries == ()


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "[a, b]"])
def test_a_list_or_a_text_is_no_mapping(text: str) -> None:
    tree, findings = yaml_tree.read("a.yaml", text)

    assert tree is None
    assert where(list(findings)) == [("EK101", 1, 1)]


def test_only_the_first_of_two_documents_is_read() -> None:
    tree, findings = broken("a: 1\n---\nb: 2\n")

    assert tree == {"a": "1"}
    assert where(findings) == [("EK101", 2, 1)]


def test_of_two_equal_keys_the_last_is_kept_and_the_second_reported() -> None:
    tree, findings = broken("draft: true\ntitle: x\ndraft: false\n")

    assert tree == {"title": "x", "draft": "false"}
    assert where(findings) == [("EK108", 3, 1)]
    assert "line 1" in findings[0].message


def test_a_word_that_yaml_takes_for_a_truth_is_a_key_like_any_other() -> None:
    tree, findings = yaml_tree.read("a.yaml", "on: 2026-10-02\nno: Norwegian\n")

    assert findings == ()
    assert tree is not None
    assert [entry.key for entry in tree.entries] == ["on", "no"]


@pytest.mark.parametrize("key", ["1", "1.5", "~", "2024-01-01", "<<"])
def test_a_key_that_is_no_text_is_kept_by_its_spelling(key: str) -> None:
    tree, findings = broken(f"{key}: x\n")

    assert tree == {key: "x"}
    assert findings[0].code in {"EK114", "EK101"}


def test_a_list_in_the_place_of_a_key_is_kept_by_its_spelling() -> None:
    tree, findings = broken("? [a, b]\n: x\n")

    assert tree == {"[a, b]": "x"}
    assert where(findings) == [("EK114", 1, 3)]


def test_template_code_is_read_as_the_text_it_is() -> None:
    tree, findings = broken("title: {{ page.title }}\nowner: ana\n")

    assert tree == {"title": "{{ page.title }}", "owner": "ana"}
    assert "template code" in findings[0].message


@pytest.mark.parametrize(
    ("spelling", "fix"),
    [
        ("2019-02-31", "2019-02-28"),
        ("2024-13-45", "year, month, day"),
        ("2025-22-01", "2025-01-22"),
        ("2024-01-01 25:00:00", "year, month, day"),
        ("2024-01-01 10:00:00 +99:00", "year, month, day"),
    ],
)
def test_a_day_in_no_calendar_is_reported_and_kept_as_text(spelling: str, fix: str) -> None:
    tree, findings = yaml_tree.read("a.yaml", f"date: {spelling}\n")

    assert tree is not None
    value = tree.get("date")
    assert isinstance(value, Scalar)
    assert (value.text, value.kind) == (spelling, "text")
    assert where(list(findings)) == [("EK107", 1, 7)]
    assert fix in findings[0].help


@pytest.mark.parametrize("spelling", ["9" * 5000, "1" + ":59" * 3000, "=", "0x_", "!!int abc"])
def test_a_value_that_tools_choke_on_is_reported_and_kept(spelling: str) -> None:
    tree, findings = broken(f"key: {spelling}\n")

    assert tree == {"key": spelling.removeprefix("!!int ")}
    assert where(findings) == [("EK101", 1, 6)]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("&Best practices", "&Best practices"),
        ("*Best", "*Best"),
        ("!important news", "!important news"),
        ("!include secrets.yaml", "!include secrets.yaml"),
        ("!!binary '!!!'", "!!binary !!!"),
        ("!!python/name:os.system x", "!!python/name:os.system x"),
    ],
)
def test_a_label_a_reference_or_a_type_is_refused_and_its_spelling_kept(
    value: str, kept: str
) -> None:
    tree, findings = broken(f"title: {value}\nowner: ana\n")

    assert tree == {"title": kept, "owner": "ana"}
    assert where(findings) == [("EK113", 1, 8)]


def test_nothing_named_by_a_type_is_ever_run() -> None:
    tree, findings = broken('a: !!python/object/apply:os.system ["exit 1"]\n')

    assert tree == {"a": ["exit 1"]}
    assert where(findings) == [("EK113", 1, 4)]


def test_a_word_lost_to_a_comment_is_reported() -> None:
    tree, findings = broken("title: We're #1\nsummary: #1 in sales\nok: x # a comment\n")

    assert tree == {"title": "We're", "summary": "", "ok": "x"}
    assert where(findings) == [("EK119", 1, 13), ("EK119", 2, 9)]


def test_an_invisible_character_is_reported_and_no_later_line_is_miscounted() -> None:
    tree, findings = yaml_tree.read("a.yaml", "title: a\u2028b\nowner: c\x0bd\nlast: x\n")

    assert plain(tree) == {"title": "a b", "owner": "c d", "last": "x"}
    assert where(list(findings)) == [("EK103", 1, 9)]
    assert tree is not None
    assert tree.entries[2].key_span.line == 3


def test_an_escaped_null_never_reaches_the_tree() -> None:
    assert plain(clean(r'title: "a\0b"')) == {"title": "a�b"}


SLIPS = {
    "title: Day 3: Branching": ("Day 3: Branching", 13, '`title: "Day 3: Branching"`'),
    "title: @ana": ("@ana", 8, '`title: "@ana"`'),
    "title: `code` first": ("`code` first", 8, "quotes|`title:"),
    "title: **Bold** words": ("**Bold** words", 8, '`title: "**Bold** words"`'),
    "title: * words": ("* words", 8, '"* words"'),
    "title: &ldquo;Hi&rdquo;": ("&ldquo;Hi&rdquo;", 8, '"&ldquo;'),
    "title: %100": ("%100", 8, '"%100"'),
    "title: {% code %} x": ("{% code %} x", 8, '"{% code %} x"'),
    'title: "Ray "Bo" Payton"': ('Ray "Bo" Payton', 13, "'Ray \"Bo\" Payton'"),
    "title: 'It's here'": ("It's here", 11, '"It\'s here"'),
    'title: "a" and b': ('"a" and b', 10, "'\"a\" and b'"),
    'title: "never closed': ("never closed", 8, '"never closed"'),
    r'title: "C:\data"': (r"C:\data", 11, r"'C:\data'"),
    "title: [link](https://x.y)": ("[link](https://x.y)", 8, '"[link](https://x.y)"'),
    "title:x": ("x", 6, "`title: x`"),
    "title = x": ("x", 6, "`title: …`"),
}


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_is_named_at_its_place_with_its_repair_and_all_the_rest_is_read(line: str) -> None:
    text, column, fix = SLIPS[line]

    tree, findings = broken(f"owner: ana\n{line}\ntags:\n  - a\n  - b\n")

    assert tree == {"owner": "ana", "title": text, "tags": ["a", "b"]}
    assert where(findings) == [("EK101", 2, column)]
    assert findings[0].severity is Severity.ERROR
    assert any(part in findings[0].help for part in fix.split("|"))


def repaired(text: str) -> str:
    """Return a text after the repair of each of its findings that has one."""
    _, findings = yaml_tree.read("a.yaml", text)
    lines = text.split("\n")
    for finding in findings:
        for edit in finding.repair.edits if finding.repair else ():
            at, line = edit.span, lines[edit.span.line - 1]
            assert at.line == at.end_line
            lines[at.line - 1] = line[: at.column - 1] + edit.text + line[at.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("line", [
    "title: Day 3: Branching", "title: @ana", "title: `code` first", "title: **Bold** words",
    "title: &ldquo;Hi&rdquo;", "title: %100", "title: [link](https://x.y)",
    "title: ![alt](x.svg)", "title: It's: \\d \"x\"",
])  # fmt: skip
def test_a_value_that_lacks_quotation_marks_gets_them_and_keeps_its_comment(line: str) -> None:
    text = f"owner: ana\n{line}  # a comment: x\ntags: [a]\n"
    fixed = repaired(text)

    assert fixed.count("\n") == text.count("\n")
    assert "  # a comment: x\n" in fixed
    assert yaml.safe_load(fixed) == {
        "owner": "ana", "title": line.removeprefix("title: "), "tags": ["a"],
    }  # fmt: skip
    assert repaired(fixed) == fixed


@pytest.mark.parametrize("line", [
    "title: {% code %} x", 'title: "never closed', "tags: [a, b", "title: a: b\n  c: d", "title:x",
])  # fmt: skip
def test_what_may_be_meant_otherwise_is_left_to_a_person(line: str) -> None:
    text = f"owner: ana\n{line}\nz: 1\n"

    assert broken(text)[1]
    assert repaired(text) == text


@settings(deadline=None)
@given(st.text(st.sampled_from("ab:@*&!%`[]{}|>,'\"\\# -"), min_size=1, max_size=12))
def test_a_repair_makes_yaml_that_says_the_same(words: str) -> None:
    text = f"owner: ana\ntitle: {words}\nz: 1\n"
    tree, findings = yaml_tree.read("a.yaml", text)
    if not any(finding.repair for finding in findings if finding.code == "EK101"):
        return
    assert yaml.safe_load(repaired(text))["title"] == plain(tree.get("title") if tree else None)


@pytest.mark.parametrize(
    ("text", "line", "words", "kept"),
    [
        ("title: x\nstray line\nowner: ana\n", 2, "stray line", {"title": "x", "owner": "ana"}),
        ("/a/path/\ntitle: x\n", 1, "/a/path/", {"title": "x"}),
        ("tags:\n\t- a\n\t- b\ntitle: x\n", 2, "tab", {"tags": ["a", "b"], "title": "x"}),
        ("title: x\n owner: ana\n", 2, "indented by 1", {"title": "x", "owner": "ana"}),
        ("one line\nand another\ntitle: x\n", 1, "one line", {"title": "x"}),
        (
            "logo: x\n# tags:\n  - a\n  - b\nz: 1\n",
            3,
            "belongs to nothing",
            {"logo": "x", "z": "1"},
        ),
        ("tags: [a, b\ntitle: x\n", 1, "never closed", {"tags": ["a", "b"], "title": "x"}),
        (
            "deck >\n**Words\nmore.\ntitle: x\n",
            1,
            "colon",
            {"deck": "**Words more.\n", "title": "x"},
        ),
        (
            "title: x\n<<<<<<< HEAD\na: 1\n=======\nb: 2\n>>>>>>> y\n",
            2,
            "unfinished merge",
            {"title": "x", "a": "1", "b": "2"},
        ),
    ],
)
def test_a_line_that_does_not_fit_is_blamed_and_the_rest_is_read(
    text: str, line: int, words: str, kept: object
) -> None:
    tree, findings = broken(text)

    assert [finding.span.line for finding in findings] == [line]
    assert words in findings[0].message
    assert tree == kept


def test_an_unclosed_quotation_mark_is_blamed_where_it_opens() -> None:
    tree, findings = broken('until: "2020-07-16\n\ntags:\n  - a\nemail: "x@y.z"\n')

    assert tree == {"until": "2020-07-16", "tags": ["a"], "email": "x@y.z"}
    assert where(findings) == [("EK101", 1, 8)]


def test_every_slip_of_a_file_is_reported_at_once() -> None:
    tree, findings = broken("a: b: c\ntitle: x\nd: @e\nf:g\n")

    assert tree == {"a": "b: c", "title": "x", "d": "@e", "f": "g"}
    assert [finding.span.line for finding in findings] == [1, 3, 4]


def test_a_value_over_several_lines_is_mended_as_a_whole() -> None:
    tree, findings = broken("deck: **Bold**: words\n  it's going on\ntitle: x\n")

    assert tree == {"deck": "**Bold**: words it's going on", "title": "x"}
    assert where(findings) == [("EK101", 1, 7)]


def test_the_title_is_saved_from_a_text_that_nothing_can_mend() -> None:
    noise = "\n".join(f"]{number}" for number in range(40))

    tree, findings = broken(f"title: Price list\ndraft: no\ntags: [a]\n{noise}\n")

    assert isinstance(tree, dict)
    assert tree["title"] == "Price list"
    assert findings[-1].code == "EK101"


def deep_maps(levels: int) -> str:
    return "\n".join(" " * level + "a:" for level in range(levels))


BOMBS = {
    "flow 40,000 deep": "a: " + "[" * 40_000,
    "flow 100,000 deep": "a: " + "[" * 100_000,
    "flow mappings": "{" * 100_000,
    "block list 50,000 deep": "- " * 50_000,
    "block mappings 8,000 deep": deep_maps(8_000),
    "question marks": "? " * 50_000,
    "100,000 keys": "\n".join(f"k{number}: {number}" for number in range(100_000)),
    "billion laughs": "a0: &a0 [lol]\n"
    + "\n".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)),
    "merge keys": "x0: &x0 {a: 1}\n"
    + "\n".join(f"x{n}: &x{n}\n  <<: [*x{n - 1}, *x{n - 1}]" for n in range(1, 18)),
    "itself": "a: &a [*a]",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_by_its_place_in_a_process_that_lives_on(name: str) -> None:
    program = (
        "import sys\n"
        "from enablekit.parsing import yaml_tree\n"
        "_, findings = yaml_tree.read('a.yaml', sys.stdin.read(), limit=1 << 26)\n"
        "sys.exit(0 if [one for one in findings if one.code == 'EK113'] else 1)\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", program],
        input=BOMBS[name].encode(),
        capture_output=True,
        timeout=20,
        check=False,
    )

    assert run.returncode == 0, run.stderr.decode()[-500:]


def test_the_deepest_tree_allowed_is_read_and_one_deeper_is_not() -> None:
    brackets = DEEPEST - 1  # the mapping around them is a level too

    assert plain(clean(f"a: {'[' * brackets}{']' * brackets}"))
    _, findings = broken(f"title: x\na: {'[' * DEEPEST}{']' * DEEPEST}")
    assert where(findings) == [("EK113", 2, 3 + DEEPEST)]


def test_too_many_values_are_refused_and_the_title_saved() -> None:
    rows = "\n".join(f"k{number}: x" for number in range(MOST_VALUES))

    tree, findings = broken(f"title: x\n{rows}")

    assert isinstance(tree, dict)
    assert tree["title"] == "x"
    assert [finding.code for finding in findings] == ["EK113"]


def test_a_text_over_the_limit_is_refused_and_the_title_saved() -> None:
    tree, findings = yaml_tree.read("a.yaml", f"title: x\nlong: {'y' * 100}", limit=50)

    assert plain(tree) == {"title": "x", "long": "y" * 35}
    assert where(list(findings)) == [("EK113", 1, 1)]


def test_a_hundred_equal_mistakes_are_not_all_listed() -> None:
    _, findings = broken("a: 1\n" * 100)

    assert 1 < len(findings) < 100


def test_the_catalogue_is_sorted_and_every_page_is_written() -> None:
    codes = [diagnosis.code for diagnosis in ALL_PARSING]

    assert codes == sorted(set(codes))
    for diagnosis in ALL_PARSING:
        assert diagnosis.wrong != diagnosis.right
        assert diagnosis.what.endswith(".")
        assert diagnosis.why.endswith(".")

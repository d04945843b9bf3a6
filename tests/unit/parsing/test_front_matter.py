from __future__ import annotations

import pytest

from enablekit.model.finding import Severity
from enablekit.model.value import Mapping, Scalar, Sequence, Value
from enablekit.parsing import front_matter
from enablekit.parsing.front_matter import FrontMatter


def read(text: str) -> FrontMatter:
    result = front_matter.read("a.md", text)
    assert text.endswith(result.body)
    if result.body:
        assert "\n".join(text.split("\n")[result.body_line - 1 :]) == result.body
    return result


def plain(value: Value | None) -> object:
    """Show a tree without its places."""
    if isinstance(value, Mapping):
        return {entry.key: plain(entry.value) for entry in value.entries}
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return value.text if isinstance(value, Scalar) else None


def where(result: FrontMatter) -> list[tuple[str, int, int]]:
    return [(one.code, one.span.line, one.span.column) for one in result.findings]


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("---\ntitle: x\n---\nBody", "yaml"),
        ("---  \ntitle: x\n--- \t\nBody", "yaml"),
        ("---\ntitle: x\n...\nBody", "yaml"),
        ("---\n# a comment\n\ntitle: x\n\n---\nBody", "yaml"),
        ("---\n\ntitle: x\n---\nBody", "yaml"),
        ("---\n{title: x}\n---\nBody", "yaml"),
        ('+++\ntitle = "x"\n+++\nBody', "toml"),
        ('+++ \n\ntitle = "x"\n\n+++\t\nBody', "toml"),
        ('{\n  "title": "x"\n}\nBody', "json"),
        ('{ \n"title": "x"} \nBody', "json"),
        ('{"title": "x"}\nBody', "json"),
    ],
)
def test_front_matter_is_read_in_each_dialect_and_the_body_starts_below(
    text: str, dialect: str
) -> None:
    result = read(text)

    assert not result.findings
    assert plain(result.tree) == {"title": "x"}
    assert (result.dialect, result.body) == (dialect, "Body")


def test_a_json_object_ends_at_its_own_bracket() -> None:
    result = read('{\n"title": "}",\n"more": {\n"a": 1\n}\n}\n\n}\nBody')

    assert plain(result.tree) == {"title": "}", "more": {"a": "1"}}
    assert result.body == "\n}\nBody"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\n\n",
        "Just words.",
        "# Heading\n\n---\n\nText\n",
        "Heading\n---\nText\n",
        "---",
        "---\n",
        "---\n\nA paragraph.\n\n---\n\nAnother.\n",
        "---\n\nA paragraph.\n\nNever a second rule.\n",
        "\n\n---\n\nA paragraph.\n\n---\n",
        "---\n# Slide one\n---\n# Slide two\n",
        "---\n\n# Slide one\n\nWhy: because.\n\n---\n\n# Slide two\n",
        "-----\n\nA paragraph.\n\n-----\n",
        "{{< shortcode >}}\nText\n",
        "{: .class}\nText\n",
        "{% include x %}\nText\n",
        "{\n  some code;\n}\n",
        '{"quoted"} words\n',
        "+++ b/file.py\n",
        "Speaker: Ana\nDate: today\n\nWe met.\n",
        "title: only one line of it\n\nText\n",
        "Note: one colon\n---\nText\n",
    ],
)
def test_text_without_front_matter_is_all_body(text: str) -> None:
    result = read(text)

    assert result == FrontMatter(tree=None, dialect="", body=text, body_line=1, findings=())


@pytest.mark.parametrize(
    "text", ["---\n---\nBody", "---\n\n---\nBody", "+++\n+++\nBody", "{}\nBody"]
)
def test_empty_front_matter_is_an_empty_mapping(text: str) -> None:
    result = read(text)

    assert plain(result.tree) == {}
    assert result.body == "Body"
    assert not result.findings


@pytest.mark.parametrize("inside", ["- a\n- b", "only words", "A sentence. And one more"])
def test_a_list_or_a_text_between_fences_stays_in_the_body_with_a_warning(inside: str) -> None:
    text = f"---\n{inside}\n---\nBody"

    result = read(text)

    assert (result.tree, result.dialect, result.body) == (None, "", text)
    assert where(result) == [("EK101", 2, 1)]
    assert result.findings[0].severity is Severity.WARNING


MISSPELLED = {
    "-----\ntitle: x\n-----\nBody": [1, 3],
    "—\ntitle: x\n---\nBody": [1],
    "–––\ntitle: x\n---\nBody": [1],
    "--\ntitle: x\n---\nBody": [1],
    "---\u00a0\ntitle: x\n---\nBody": [1],
    "++\ntitle = 'x'\n+++\nBody": [1],
    "---\ntitle: x\n-----\nBody": [3],
    "---\ntitle: x\n—\nBody": [3],
    "---\ntitle: x\n--- # end\nBody": [3],
    "+++\ntitle = 'x'\n++++\nBody": [3],
    "\n---\ntitle: x\n---\nBody": [2],
    "\n\n+++\ntitle = 'x'\n+++\nBody": [3],
    "  ---\ntitle: x\n---\nBody": [1],
    "\ufeff---\ntitle: x\n---\nBody": [1],
}


@pytest.mark.parametrize("text", MISSPELLED)
def test_a_misspelled_fence_is_reported_on_its_line_and_the_front_matter_read(text: str) -> None:
    result = read(text)

    assert plain(result.tree) == {"title": "x"}
    assert result.body == "Body"
    assert {one.code for one in result.findings} == {"EK102"}
    assert [one.span.line for one in result.findings] == MISSPELLED[text]
    assert all(one.help for one in result.findings)


def test_a_rule_further_down_does_not_hide_a_misspelled_closing_line() -> None:
    result = read("---\ntitle: x\n-----\nBody\n\n---\n\nMore")

    assert result.body == "Body\n\n---\n\nMore"
    assert where(result) == [("EK102", 3, 1)]


UNCLOSED = {
    "---\ntitle: x\n\nBody": (2, "\nBody"),
    "---\ntitle: x\n# Heading\n\nBody": (2, "# Heading\n\nBody"),
    "---\ntitle: x\nBody": (2, "Body"),
    "---\ntitle: x": (2, ""),
    "---\ntitle: x\n\n- Body": (2, "\n- Body"),
    "+++\ntitle = 'x'\n\nBody": (2, "\nBody"),
    '{\n"title": "x"\n\nBody': (2, "\nBody"),
    '{\n"title": "x",\n\nBody': (2, "\nBody"),
    "---\ntitle: x\n\nBody\n\n---\n\nMore": (2, "\nBody\n\n---\n\nMore"),
}


@pytest.mark.parametrize("text", UNCLOSED)
def test_front_matter_that_is_never_closed_is_cut_where_it_ends(text: str) -> None:
    line, body = UNCLOSED[text]

    result = read(text)

    assert plain(result.tree) == {"title": "x"}
    assert result.body == body
    assert where(result) == [("EK102", line, 1)]
    assert f"below line {line}" in result.findings[0].help


def test_unclosed_front_matter_keeps_its_lists_and_nested_values() -> None:
    result = read("---\ntags:\n- a\n- b\nmore:\n  deep: y\nimage:https://x.y\n\n## Heading\n\nBody")

    assert plain(result.tree) == {"tags": ["a", "b"], "more": {"deep": "y"}, "image": "https://x.y"}
    assert result.body == "\n## Heading\n\nBody"
    assert where(result) == [("EK102", 7, 1), ("EK101", 7, 6)]


def test_a_missing_opening_line_is_reported_and_the_front_matter_read() -> None:
    result = read("layout: post\nowner: ana\n---\n\nBody")

    assert plain(result.tree) == {"layout": "post", "owner": "ana"}
    assert result.body == "\nBody"
    assert where(result) == [("EK102", 1, 1)]
    assert "above line 1" in result.findings[0].help


def test_front_matter_without_any_fence_is_read_when_it_has_a_title() -> None:
    result = read("Title: x\nowner: ana\n\nBody: is here\n")

    assert plain(result.tree) == {"Title": "x", "owner": "ana"}
    assert result.body == "\nBody: is here\n"
    assert where(result) == [("EK102", 1, 1)]
    assert "above line 1 and below line 2" in result.findings[0].help


def test_a_slip_inside_is_reported_on_the_line_of_the_file() -> None:
    result = read(
        "---\nlayout: post\n\n# why\nowner: ana\nx: y\ntitle: Day 3: Branching\n---\nBody"
    )

    assert where(result) == [("EK101", 7, 13)]
    assert plain(result.tree) == {
        "layout": "post",
        "owner": "ana",
        "x": "y",
        "title": "Day 3: Branching",
    }


def test_prose_among_broken_front_matter_is_not_lost() -> None:
    result = read("---\ntitle: x\nyoutube:\n\nThis event will be a panel.\n\n---\n\nMore")

    assert plain(result.tree) == {"title": "x", "youtube": ""}
    assert result.body == "\nThis event will be a panel.\n\n---\n\nMore"
    assert where(result) == [("EK102", 3, 1)]


def test_findings_are_listed_in_the_order_of_the_lines() -> None:
    result = read("-----\na: 1\na: 2\ndate: 2019-02-31\n-----\nBody")

    assert where(result) == [("EK102", 1, 1), ("EK108", 3, 1), ("EK107", 4, 7), ("EK102", 5, 1)]


def test_front_matter_over_64_kib_is_refused_and_its_title_saved() -> None:
    result = read(f"---\ntitle: x\n{'# padding' * 8000}\n---\nBody")

    assert plain(result.tree) == {"title": "x"}
    assert result.body == "Body"
    assert where(result) == [("EK113", 2, 1)]


def test_toml_in_yaml_fences_is_understood() -> None:
    result = read('---\ntitle = "x"\nowner = "ana"\n---\nBody')

    assert plain(result.tree) == {"title": "x", "owner": "ana"}
    assert where(result) == [("EK101", 2, 6), ("EK101", 3, 6)]
    assert "`+++`" in result.findings[0].help


def test_yaml_in_toml_fences_is_understood() -> None:
    result = read("+++\ntitle: x\n+++\nBody")

    assert plain(result.tree) == {"title": "x"}
    assert where(result) == [("EK101", 2, 6)]
    assert "`---`" in result.findings[0].help


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "text",
    [
        '{\n"a": ' + '\\"' * 500_000,
        '{\n"a": ' + '"' * 1_000_000,
        "---\n" + "a: b\n" * 200_000,
        "---\n" + "\n--" * 300_000,
        "+++\n" + "a = 1\n" * 150_000,
        "a: b\n" * 200_000,
        "\n" * 1_000_000,
        "\u2014" * 1_000_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_mebibyte_of_anything_is_cut_in_a_moment(text: str) -> None:
    result = front_matter.read("a.md", text)

    assert text.endswith(result.body)

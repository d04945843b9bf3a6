from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from enablekit.model.finding import Finding
from enablekit.model.value import Mapping, Scalar, Value
from enablekit.parsing import front_matter, json_tree, toml_tree, yaml_tree
from enablekit.parsing.text import decode

# Pieces that mean something to one of the dialects, so that chance builds what people build.
PIECES = st.sampled_from([
    "---", "+++", "...", "{", "}", "[", "]", ":", ",", "-", "#", "|", ">", "&", "*", "!",
    "%", "@", "`", "'", '"', "“", "”", "—", "=", "?", "<<", "~", "no", "0x1", "1:30",
    ".inf", "2019-02-31", "title", "key:", "key:value", "a=b", "[[a]]", "{{x}}", "{%", "**",
    "::", "\\", "\\u00e9", "\\ud800", "!!binary", "<<<<<<<", "=======", ">>>>>>>", "\ufeff",
    "\u2028", "\x85", "\x00", "\x0b", "\x7f", "é", "🙂",
])  # fmt: skip
BLANKS = st.sampled_from(["", " ", "  ", "\t", "\n", "\n\n", "\n  ", "\n- ", "\r\n", "\r"])
SCRAPS = st.lists(st.tuples(PIECES, BLANKS), max_size=40).map(
    lambda pairs: "".join(piece + blank for piece, blank in pairs)
)
TEXTS = SCRAPS | st.text(max_size=200)
SKELETONS = st.sampled_from(
    [
        "---\ntitle: {}\n---\n{}",
        "---\ntitle: Pricing\n{}\n---\n{}",
        "---\n{}\n---\n{}",
        "+++\ntitle = {}\n+++\n{}",
        "+++\n{}\n+++\n{}",
        '{{\n"title": {}\n}}\n{}',
        "title: x\nowner: {}\n---\n{}",
        "-----\ntitle: {}\n-----\n{}",
        "\n---\ntitle: {}\n{}",
        "---\nowner:\n  - a: {}\n    b: {}\n",
    ]
)


def assert_inside(findings: tuple[Finding, ...], text: str) -> None:
    lines = text.split("\n")
    for finding in findings:
        span = finding.span
        assert 1 <= span.line <= span.end_line <= len(lines), finding
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, finding
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, finding


def assert_readable(value: Value) -> None:
    """Assert that every text in a tree can be stored in a file."""
    if isinstance(value, Scalar):
        assert value.text.encode().decode() == value.text
    elif isinstance(value, Mapping):
        for entry in value.entries:
            assert_readable(entry.value)
    else:
        for item in value.items:
            assert_readable(item)


def assert_read_whole(text: str) -> None:
    result = front_matter.read("any.md", text)
    assert_inside(result.findings, text)
    assert text.endswith(result.body)
    assert 1 <= result.body_line <= text.count("\n") + 1
    if result.body:
        assert "\n".join(text.split("\n")[result.body_line - 1 :]) == result.body
    if not result.dialect:
        assert result.body == text
        assert result.tree is None
    if result.tree is not None:
        assert_readable(result.tree)


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00")
@example(b"\x00\r\r\n\xc2")
def test_any_bytes_become_text_whose_findings_lie_inside_it(data: bytes) -> None:
    text, findings = decode("any.md", data)

    assert "\r" not in text
    assert "\x00" not in text
    assert_inside(findings, text)
    assert_read_whole(text)


@given(SKELETONS, TEXTS, TEXTS)
def test_any_text_in_a_skeleton_is_read_and_its_body_kept(
    skeleton: str, inside: str, after: str
) -> None:
    text, findings = decode("any.md", skeleton.format(inside, after).encode(errors="replace"))

    assert_inside(findings, text)
    assert_read_whole(text)


@given(TEXTS)
def test_any_text_is_read_without_a_skeleton(text: str) -> None:
    decoded, _ = decode("any.md", text.encode(errors="replace"))

    assert_read_whole(decoded)


@given(TEXTS)
def test_any_text_as_a_whole_document_gives_a_tree_or_a_finding(text: str) -> None:
    for read in (yaml_tree.read, toml_tree.read, json_tree.read):
        tree, findings = read("any.yaml", text)

        assert tree is not None or findings
        assert_inside(findings, text)
        if tree is not None and "\ud800" not in text:
            assert len(tree.entries) == len({entry.key for entry in tree.entries})

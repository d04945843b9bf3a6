"""Which paths a pattern means."""

from __future__ import annotations

import pytest
from growth import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from enablekit.config.glob import compile_globs
from enablekit.errors import ConfigError

CASES = [
    ("a.md", ["a.md"], ["b/a.md", "a.mdx", "A.md", "aXmd"]),
    ("*.md", ["a.md", ".md"], ["a/b.md", "a.txt"]),
    ("content/*", ["content/a"], ["content/a/b", "content/", "content"]),
    ("**/*.md", ["a.md", "a/b.md", "a/b/c.md"], ["a.txt", "a.md/b"]),
    (
        "content/**",
        ["content/a", "content/a/b", "content/"],
        ["content", "contents/a", "x/content/a"],
    ),
    ("content/", ["content/a", "content/a/b"], ["content", "x"]),
    ("**", ["a", "a/b", "a/b/c.md"], []),
    ("**/drafts/**", ["drafts/a", "x/drafts/a/b"], ["drafts", "xdrafts/a"]),
    ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb", "a/b/c"]),
    ("a/**/b/**/c", ["a/b/c", "a/x/b/y/c", "a/b/b/c/c"], ["a/c", "a/b", "a/c/b"]),
    ("**/a/b/**/a", ["a/b/a", "a/a/b/a", "x/a/b/y/a"], ["a/b", "a/x/b/a"]),
    ("?.md", ["a.md", "é.md"], [".md", "ab.md", "/.md"]),
    ("a*b*c", ["abc", "aXbYc", "abcbc"], ["ab/c", "acb", "abcd"]),
    ("*a?b*", ["a1b", "xaabbx"], ["ab", "a/b"]),
    ("x**y", ["xy", "xaby"], ["x/y"]),
    ("*.{md,mdx}", ["a.md", "a.mdx"], ["a.markdown", "a.{md,mdx}"]),
    ("{a,b/{c,d}}/x", ["a/x", "b/c/x", "b/d/x"], ["b/x", "c/x"]),
    ("a{,b}", ["a", "ab"], ["b"]),
    ("./a/*.md", ["a/b.md"], ["./a/b.md"]),
    ("[ab].md", ["[ab].md"], ["a.md"]),
    ("a+(b)|c^$", ["a+(b)|c^$"], ["c^$", "aab"]),
    ("{a", ["{a"], ["a"]),
]


@pytest.mark.parametrize(("pattern", "matching", "others"), CASES)
def test_a_pattern_means_these_paths_and_not_those(
    pattern: str, matching: list[str], others: list[str]
) -> None:
    matches = compile_globs((pattern,))
    assert [path for path in matching + others if matches(path)] == matching


def test_any_of_several_patterns_is_enough_and_none_match_nothing() -> None:
    assert compile_globs(("a", "b"))("b")
    assert not compile_globs(())("a")


def test_a_path_must_match_to_its_end_also_across_a_line_end() -> None:
    matches = compile_globs(("*.md",))
    assert matches("a\nb.md")
    assert not matches("a.md\n")


def test_braces_that_explode_are_refused() -> None:
    with pytest.raises(ConfigError, match="more than 256 patterns"):
        compile_globs(("{a,b}" * 20,))


@pytest.mark.alone
@pytest.mark.parametrize(
    ("pattern", "unit"),
    [
        ("**/" * 12 + "x", "a/"),
        ("**/a/" * 12 + "x", "a/"),
        ("**/a*/b*/" * 6 + "x", "a/b/"),
        ("*a" * 25 + "b", "a"),
        ("**/" + "*a" * 10 + "/**/" + "*a" * 10 + "b", "aa/"),
    ],
)
def test_time_grows_with_the_path_and_no_faster(pattern: str, unit: str) -> None:
    matches = compile_globs((pattern,))

    def of_length(length: int) -> str:
        return unit * (length // len(unit))

    assert not matches(of_length(32_000))
    assert_in_proportion(of_length, 32_000, matches)


def _slow(pattern: list[str], path: list[str]) -> bool:
    """Match names one by one as the definition has it, trying everything."""
    if not pattern:
        return not path
    if pattern[0] == "**":
        return _slow(pattern[1:], path) or (bool(path) and _slow(pattern, path[1:]))
    return bool(path) and _slow_name(pattern[0], path[0]) and _slow(pattern[1:], path[1:])


def _slow_name(pattern: str, name: str) -> bool:
    """Match one name character by character, trying everything."""
    if not pattern:
        return not name
    if pattern[0] == "*":
        return _slow_name(pattern[1:], name) or (bool(name) and _slow_name(pattern, name[1:]))
    fits = bool(name) and pattern[0] in {"?", name[0]}
    return fits and _slow_name(pattern[1:], name[1:])


@given(
    st.lists(
        st.one_of(st.just("**"), st.text("ab*?", min_size=1, max_size=5)), min_size=1, max_size=6
    ),
    st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=6),
)
def test_giving_nothing_up_once_found_misses_nothing(pattern: list[str], path: list[str]) -> None:
    if pattern[-1] == "**":
        pattern = [*pattern[:-1], "**", "*"]  # at the end it means what lies in a folder
    matches = compile_globs(("/".join(pattern),))("/".join(path))
    names = [name if set(name) != {"*"} or name == "**" else "*" for name in pattern]
    assert matches == _slow(names, path)

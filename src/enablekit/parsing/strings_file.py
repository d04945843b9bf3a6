"""Reads catalogues of the site's own words, a project's over ours."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.encoding.plural import categories
from enablekit.model.strings import Strings
from enablekit.model.value import Mapping, Scalar
from enablekit.parsing import yaml_tree
from enablekit.parsing.diagnoses import STRING_PLACEHOLDERS, UNKNOWN_STRING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from enablekit.model.finding import Finding
    from enablekit.model.value import Entry, Value

# `{}` is filled by a script, `{name}` by a page.
_PLACEHOLDER = re.compile(r"\{(/?[a-z_]\w*|)\}")


def language_of(language: str, catalogues: Collection[str]) -> str:
    """
    Return the language that the words of a site are in.

    Args:
        language: BCP 47 tag of the project, such as `de-AT`.
        catalogues: The languages there are catalogues of, in lower case.

    """
    tags = {language.lower(), language.lower().split("-")[0]}
    return language if tags & {"en", *catalogues} else "en"


def catalogue_names(language: str) -> tuple[str, ...]:
    """Return the names of the catalogues of a language, the most special last."""
    tag = language.lower()
    return tuple(dict.fromkeys((tag.split("-")[0], tag)))


def read(
    language: str, ours: Iterable[tuple[str, str]], own: Iterable[tuple[str, str]], english: str
) -> tuple[Strings, tuple[Finding, ...]]:
    """
    Read the catalogues of a language.

    Args:
        language: The language that the words are in.
        ours: Path and YAML of the catalogues that ship.
        own: Path and YAML of a project's catalogues, which come before ours.
        english: The YAML of the English catalogue, which has every string; only looked at to tell
            whether a project's strings are ones that the site says.

    Returns:
        The strings, and what is wrong with the project's.

    """
    words: dict[str, str] = {}
    forms: dict[str, dict[str, str]] = {}
    findings: list[Finding] = []
    for path, text in ours:
        for _ in _taken(path, text, words, forms, language):
            pass  # a test holds ours against the same rules
    plural: dict[str, bool] | None = None
    for path, text in own:
        plural = plural if plural is not None else dict(_keys(english))
        tree, trouble = yaml_tree.read(path, text)
        findings += trouble
        for entry in tree.entries if tree else ():
            if entry.key not in plural:
                findings.append(_unknown(entry, plural))
            elif isinstance(entry.value, Mapping) and not plural[entry.key]:
                findings.append(_wrong(entry))
            else:
                findings += _take(entry, words, forms, language)
    return Strings(language=language, words=words, forms=forms), tuple(findings)


def _keys(english: str) -> Iterator[tuple[str, bool]]:
    """Yield every string of the English catalogue, and whether it counts something."""
    tree, _ = yaml_tree.read("", english)
    for entry in tree.entries if tree else ():
        yield entry.key, isinstance(entry.value, Mapping)


def _taken(
    path: str, text: str, words: dict[str, str], forms: dict[str, dict[str, str]], language: str
) -> Iterator[Finding]:
    tree, _ = yaml_tree.read(path, text)
    for entry in tree.entries if tree else ():
        yield from _take(entry, words, forms, language)


def _take(
    entry: Entry, words: dict[str, str], forms: dict[str, dict[str, str]], language: str
) -> Iterator[Finding]:
    """Note a string; a plural one is a mapping from categories to texts."""
    value = entry.value
    if isinstance(value, Scalar):
        if not _fits(entry.key, value.text):
            yield _wrong(entry)
        elif value.text:
            words[entry.key] = value.text
            # A text where forms may stand serves for every number.
            forms[entry.key] = {"other": value.text}
        return
    found = dict(_forms(value))
    named = set(categories(language))
    if (
        not found
        or not found.keys() <= named
        # The form for one may do without the number that all others have.
        or not all(_placeholders(one) <= _placeholders(entry.key) | {"n"} for one in found.values())
    ):
        yield _wrong(entry)
        return
    forms[entry.key] = found


def _forms(value: Value) -> Iterator[tuple[str, str]]:
    for entry in value.entries if isinstance(value, Mapping) else ():
        if isinstance(entry.value, Scalar) and entry.value.text:
            yield entry.key, entry.value.text


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _fits(key: str, text: str) -> bool:
    return not text or sorted(_PLACEHOLDER.findall(text)) == sorted(_PLACEHOLDER.findall(key))


def _wrong(entry: Entry) -> Finding:
    names = ", ".join(f"`{{{one}}}`" for one in sorted(_placeholders(entry.key)))
    fix = f"Write a text with {names}" if names else "Write a text without placeholders"
    return STRING_PLACEHOLDERS.at(
        entry.key_span, f"The string “{entry.key}” cannot be used as it is written", fix=fix
    )


def _unknown(entry: Entry, known: Collection[str]) -> Finding:
    close = get_close_matches(entry.key, sorted(known), n=1, cutoff=0.5)
    fix = f"Did you mean “{close[0]}”?" if close else "Take the line out"
    message = f"The site never says “{entry.key}”"
    return UNKNOWN_STRING.at(entry.key_span, message, fix=fix)

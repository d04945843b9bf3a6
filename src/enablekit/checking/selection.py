"""Which rules count, in which files, and how much: the policy held against what there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.config.glob import compile_globs
from enablekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from enablekit.config.policy import Policy
    from enablekit.model.diagnosis import Diagnosis
    from enablekit.model.finding import Finding, Severity

_PREFIX = 5  # a whole code has five characters; fewer are the beginning of several


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """
    What is reported.

    Attributes:
        codes: The rules that count.
        severities: What their findings weigh where the project says so, by code.
        ignored_paths: For each test of a path, the rules that do not count there.
        ignored_types: For each asset type, the rules that do not count there.

    """

    codes: frozenset[str]
    severities: Mapping[str, Severity]
    ignored_paths: tuple[tuple[Callable[[str], bool], frozenset[str]], ...]
    ignored_types: Mapping[str, frozenset[str]]

    def weighed(self, finding: Finding, asset_type: str) -> Finding | None:
        """Return a finding with the weight it has here, or None where it does not count."""
        if finding.code not in self.codes:
            return None
        if finding.code in self.ignored_types.get(asset_type, ()):
            return None
        if any(finding.code in codes and test(finding.span.path)
               for test, codes in self.ignored_paths):  # fmt: skip
            return None
        severity = self.severities.get(finding.code)
        return finding if severity is None else replace(finding, severity=severity)


def selected(policy: Policy, catalogue: Iterable[Diagnosis]) -> Selection:
    """
    Hold a policy against the rules there are.

    Raises:
        UsageError: It names a rule that there is not; the message says the nearest.

    """
    known = tuple(catalogue)
    if policy.select:
        codes = named(policy.select, known)
    else:
        codes = frozenset(one.code for one in known if one.profile <= policy.profile)
    codes = (codes | named(policy.extend_select, known)) - named(policy.ignore, known)
    types: dict[str, frozenset[str]] = {}
    for kind, words in policy.type_ignores:
        types[kind] = types.get(kind, frozenset()) | named(words, known)
    return Selection(
        codes=codes,
        severities={
            code: weight for word, weight in policy.severities for code in named((word,), known)
        },
        ignored_paths=tuple(
            (compile_globs((glob,)), named(words, known)) for glob, words in policy.path_ignores
        ),
        ignored_types=types,
    )


def named(words: Iterable[str], catalogue: Iterable[Diagnosis]) -> frozenset[str]:
    """
    Return the codes of the rules with these codes, names or beginnings of codes.

    Raises:
        UsageError: A word names none.

    """
    known = tuple(catalogue)
    found: set[str] = set()
    for word in words:
        code = word.upper()
        codes = {
            one.code
            for one in known
            if word == one.name or code == one.code or _begins(one.code, code)
        }
        if not codes:
            raise _unknown(word, known)
        found |= codes
    return frozenset(found)


def _begins(code: str, word: str) -> bool:
    return len(word) < _PREFIX and word.startswith("EK") and code.startswith(word)


def _unknown(word: str, known: tuple[Diagnosis, ...]) -> UsageError:
    names = [*(one.name for one in known), *(one.code for one in known)]
    close = get_close_matches(word, names, n=1)
    near = f"Did you mean {close[0]}? " if close else ""
    return UsageError(f"no rule is called {word}", hint=f"{near}`enablekit rules` lists them")

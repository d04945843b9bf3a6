"""Explain: what a finding means and how to mend it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.checking.diagnoses import DIAGNOSES as CHECKING
from enablekit.errors import UsageError
from enablekit.linking.diagnoses import DIAGNOSES as LINKING
from enablekit.model.diagnosis import Profile
from enablekit.parsing.diagnoses import ALL_PARSING

if TYPE_CHECKING:
    from enablekit.model.diagnosis import Diagnosis


def catalogue() -> tuple[Diagnosis, ...]:
    """Return everything enablekit can report, by code."""
    ruled = (rule.RULE for rule in registry.rules())
    return tuple(sorted((*ALL_PARSING, *LINKING, *CHECKING, *ruled), key=lambda one: one.code))


def of_profile(word: str) -> tuple[Diagnosis, ...]:
    """
    Return the rules of a profile, all of them for an empty word.

    Raises:
        UsageError: There is no such profile.

    """
    if not word:
        return catalogue()
    profiles = {one.word: one for one in Profile}
    if word not in profiles:
        raise UsageError(f"`{word}` is no profile", hint=f"There are: {', '.join(profiles)}")
    return tuple(one for one in catalogue() if one.profile <= profiles[word])


def explain(name: str) -> Diagnosis:
    """
    Return the diagnosis of that code or name.

    Raises:
        UsageError: There is none; the message names the nearest.

    """
    known = {one.code: one for one in catalogue()} | {one.name: one for one in catalogue()}
    word = name.strip()
    found = known.get(word.upper()) or known.get(word.lower())
    if found is None:
        close = get_close_matches(word.lower(), sorted(one.name for one in catalogue()), n=1)
        near = f"Did you mean {close[0]}? " if close else ""
        raise UsageError(
            f"nothing is called {word}", hint=f"{near}`enablekit explain` lists what there is"
        )
    return found

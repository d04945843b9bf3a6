"""The page of the rules: what each reports, how often it fires and how often it was right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from reference_page import section, table

from enablekit.usecases.explain import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.diagnosis import Diagnosis

_MEASURED = Path(__file__).parent / "measured_rules.json"
_FAMILIES = {
    "1": "Front matter and metadata",
    "2": "Complete guidance",
    "3": "Talk tracks and presenter notes",
    "4": "Comprehension checks",
    "5": "Freshness and trust",
    "6": "Links, relations and paths",
    "7": "Claims and evidence",
    "8": "Readability and accessibility",
    "9": "The check itself and the project",
}


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    measured = json.loads(_MEASURED.read_text(encoding="utf-8"))
    yield "# Rules"
    yield "What enablekit can report about content. `enablekit explain CODE` says the same in the"
    yield "terminal. Codes and names never change their meaning. `enablekit build` reports what"
    yield "keeps it from reading a file; [`enablekit check`](../how-to/check-in-ci.md) reports all."
    yield ""
    yield "An **error** makes `check` fail. One that leaves the front matter or the text unreadable"
    yield "also leaves the file out of the site until it is mended, because guessing could publish"
    yield "what its author holds back. A **warning** means that something is missing from the guide"
    yield "or will mislead somebody. An **info** is worth knowing."
    yield ""
    yield "Each rule begins in a profile: `minimal`, `recommended` (the one you get) or `strict`."
    yield "**Fires on** says in how many of the files of two public repositories that were never"
    yield f"written for enablekit a rule fires ({_of(measured['files'])}). They hold no guidance,"
    yield "so rules about guidance have nothing to say there; – means never."
    yield ""
    yield from section(2, "How often they are right")
    yield "For each family, up to twenty findings of both repositories were drawn at random and"
    yield "read beside the file. *True* means that what the message says is so; *exact* that the"
    yield "marked words are exactly those meant. What was found wrong in this reading was mended"
    yield "afterwards and has not been read again."
    yield ""
    rows = [
        (f"{family}xx {_FAMILIES[family]}", *(str(one) for one in counts))
        for family, counts in sorted(measured["read"].items())
    ]
    yield from table(("family", "read", "true", "exact"), rows)
    for family, title in _FAMILIES.items():
        listed = [one for one in catalogue() if one.code[2] == family]
        yield from section(2, f"{family}xx {title}")
        yield from table(("code", "name", "weight", "profile", "fires on"), (
            (
                f"[{one.code}](#{one.code.lower()}-{one.name})", one.name, one.severity.word,
                one.profile.word, _of(measured["rules"].get(one.code)),
            )
            for one in listed
        ))  # fmt: skip
        for one in listed:
            yield from _rule(one)


def _of(counts: dict[str, int] | None) -> str:
    return " + ".join(str(one) for one in counts.values()) if counts else "–"


def _rule(one: Diagnosis) -> Iterator[str]:
    timed = " Appears because a day has come." if one.timed else ""
    what = f"**{one.severity.word.capitalize()}, {one.profile.word}.**{timed} {one.what}"
    yield from section(3, f"{one.code} {one.name}", what, f"Why reps care: {one.why}")
    for word, example in (("Wrong", one.wrong), ("Right", one.right)):
        yield from (f"{word}:", "", "````text", example, "````", "")
    if one.options:
        yield from (f"Options, under `check: options: {one.name}:`. {one.options}", "")

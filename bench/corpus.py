"""Writes repositories of made-up assets, the same for the same seed, for measuring."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NOUNS = [
    "invoice",
    "order",
    "delivery",
    "dispute",
    "supplier",
    "customer",
    "ledger",
    "payment",
    "forecast",
    "report",
    "contract",
    "audit",
    "exception",
    "team",
    "quarter",
    "price",
    "discount",
    "receipt",
    "approval",
    "backlog",
    "process",
    "region",
    "buyer",
]
_VERBS = [
    "reduces",
    "explains",
    "delays",
    "checks",
    "settles",
    "replaces",
    "measures",
    "prevents",
    "shortens",
    "clears",
]
_EXTRAS = ["in every region", "with two exceptions", "over three quarters", "before it is sent"]
_TITLE = re.compile(r"^title: .*$", re.MULTILINE)
_WORDS = 900
_A_SECTION = 240
_TYPES = ("white-paper", "case-study", "datasheet", "blog-post", "battlecard", "one-pager")


def _clause(chance: random.Random) -> str:
    subject, verb, thing = chance.choice(_NOUNS), chance.choice(_VERBS), chance.choice(_NOUNS)
    return f"the {subject} {verb} the {thing} and its {chance.choice(_NOUNS)}"


def _sentence(chance: random.Random) -> str:
    """Write a sentence of about eighteen words, as marketing prose has; few hold a figure."""
    first, second = _clause(chance), _clause(chance)
    if chance.random() < 0.04:
        days = chance.randint(2, 40)
        return f"{first.capitalize()} by {chance.randint(3, 60)}% in {days} days, and {second}."
    return f"{first.capitalize()} {chance.choice(_EXTRAS)}, while {second}."


def _body(chance: random.Random) -> str:
    parts: list[str] = []
    words = 0
    while words < _WORDS - _A_SECTION // 2:
        noun = chance.choice(_NOUNS)
        parts.append(f"## What the {noun} {chance.choice(_VERBS)} {chance.randint(1, 999)}")
        for _ in range(3):
            paragraph = " ".join(_sentence(chance) for _ in range(4))
            words += len(paragraph.split())
            parts.append(paragraph)
        if chance.random() < 0.3:
            points = [_sentence(chance) for _ in range(3)]
            words += sum(len(point.split()) for point in points)
            parts.append("\n".join(f"- {point}" for point in points))
    return "\n\n".join(parts)


def _asset(number: int, chance: random.Random) -> str:
    noun, other = chance.choice(_NOUNS), chance.choice(_NOUNS)
    return f"""---
title: "How the {noun} {chance.choice(_VERBS)} the {other} {number}"
type: {chance.choice(_TYPES)}
summary: {_sentence(chance)}
owner: person-{number % 20}
published: 2026-0{number % 9 + 1}-1{number % 9}
topics: [topic-{number % 12}, topic-{number % 7}]
enablement:
  tldr: {_sentence(chance)}
  use_with:
    - persona: persona-{number % 6}
      why: {_sentence(chance)}
      when: {_sentence(chance)}
  do_not_use_when:
    - {_sentence(chance)}
  pains:
    - pain: pain-{number % 15}
      words: {_sentence(chance)}
  stages: [stage-{number % 4}]
  objections:
    - they_say: {_sentence(chance)}
      respond: {_sentence(chance)} {_sentence(chance)}
  must_know:
    - id: mk-1
      statement: {_sentence(chance)}
---

{_body(chance)}
"""


def write(folder: Path, count: int, *, a_folder: int | None = None, seed: int = 1) -> None:
    """
    Write assets of about 900 words and 25 lines of front matter.

    Args:
        folder: The project; the assets go into its `content`, which must not be there.
        count: How many.
        a_folder: How many to put into a folder of their own; None for all in one.
        seed: The same seed gives the same assets.

    """
    content = folder / "content"
    content.mkdir(parents=True)
    chance = random.Random(seed)  # noqa: S311 - reproducible filler, not a secret
    for number in range(count):
        place = content if a_folder is None else content / f"shelf-{number // a_folder:03}"
        place.mkdir(exist_ok=True)
        text = _asset(number, chance)
        (place / f"asset-{number:06}.md").write_text(text, encoding="utf-8")


def retitle(folder: Path, title: str) -> None:
    """Give the first asset of a project another title."""
    [first] = (folder / "content").rglob("asset-000000.md")
    text = first.read_text(encoding="utf-8")
    first.write_text(_TITLE.sub(f'title: "{title}"', text, count=1), encoding="utf-8")

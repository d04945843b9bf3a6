"""Q04: an item must be one that can be marked: with keys, with distractors, with enough of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_parts import judges
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q04"
NAME = "option-count"

# Three options are enough (Rodriguez 2005), and more than five are not read to the end.
_FEWEST, _MOST = 3, 5
_FEWEST_KEYS = 2  # of a multiple choice; with one, it would be a single choice
_FEWEST_PAIRS = 2


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """Yield why an item cannot be marked, or why it is too easily guessed."""
    found = _unmarkable(item) or ("" if item.written else _miscounted(item), "")
    if found[0]:
        yield Flaw(
            severity=Severity.ERROR,
            message=f"“{short(item.stem)}” {found[0]}",
            fix=found[1] or "Give it three to five options",
        )


def _unmarkable(item: Item) -> tuple[str, str] | None:
    """Return what is wrong with the answers of an item and how to mend it."""
    if item.form == "numeric":
        known = item.number is not None
        return None if known else ("has no number to answer with", "Write the number as its answer")
    if not item.options:
        return "has no options", "List the options below it, as `- [x] right` and `- [ ] wrong`"
    return _one_sided(item) if item.form in {"single", "multiple", "sorting"} else None


def _one_sided(item: Item) -> tuple[str, str] | None:
    """Return what is wrong with a choice in which nothing stands against something else."""
    if len(item.options) == 1:
        return "has only one option", "Add at least one wrong answer that sounds possible"
    if not any(option.correct for option in item.options):
        return "has no right answer", "Mark the right option with `[x]`"
    if all(option.correct for option in item.options):
        return "has no wrong answer", "Leave `[x]` only at the options that are right"
    return None


def _miscounted(item: Item) -> str:
    """Return what is wrong with how many options a made item has."""
    count, right = len(item.options), sum(option.correct for option in item.options)
    if item.form == "single" and right != 1:
        return f"has {right} right answers"
    if item.form == "multiple" and right < _FEWEST_KEYS:
        return "has one right answer and asks for several"
    if item.form in {"single", "multiple"} and not judges(item):
        return "" if _FEWEST <= count <= _MOST else f"has {count} options"
    if item.form in {"sorting", "ordering"}:
        return f"has only {count} options" if count < _FEWEST else ""
    if item.form == "matching":
        return _mismatched(item)
    return ""


def _mismatched(item: Item) -> str:
    pairs = len(item.prompts)
    if pairs < _FEWEST_PAIRS or pairs != len(item.matches):
        return f"has {pairs} prompts and {len(item.matches)} matches"
    if any(not 0 <= place < len(item.options) for place in item.matches):
        return "matches a prompt with an option that is not there"
    return ""

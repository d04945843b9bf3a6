"""What the words above numbered items say these are: steps to an end, or something else."""

from __future__ import annotations

import re

from enablekit.parsing.evidence.imperatives import is_an_order
from enablekit.parsing.evidence.terms import word_set, words

_STEPS = word_set("step steps procedure step-by-step")
_WAYS = _STEPS | word_set("process walkthrough workflow installation setup")
_ELSE = word_set(
    "abilities advantages advice agenda aims alternatives benefits capabilities changelog"
    " challenges choices conditions contents criteria dos don'ts drawbacks duties examples"
    " expectations faq favorites favourites features fixes functions goals guidelines highlights"
    " ideas improvements insights kinds lessons licence license limitations metrics mistakes"
    " objectives options picks pitfalls practices principles problems pros qualities questions"
    " reasons recommendations requirements resources responsibilities risks roles rules skills"
    " strategies tactics takeaways tasks techniques terms things tips topics trends tricks types"
    " values ways"
)
"""Nouns that say what is listed, in lists whose items read as orders though nobody follows them."""

_ENABLES = word_set("lets enables allows helps empowers supports")
_CLAUSES = word_set("to if when once after before")
_PURPOSES = word_set("to follow")
_ELSEWHERE = re.compile(
    r"\bthis (?:article|chapter|course|guide|page|post|section|series)\b"
    r"|\buse cases\b|\bwhat['’]s new\b|^v(?:ersion)? ?\d|^\d+\.\d|^why\b|^what\b.*\b(?:can|may)\b"
    r"|\b(?:one|any|some|either) of (?:these|those|the following)\b"
)
"""Outlines of a page, lists of changes, reasons, rights and choices."""

_NEXT = re.compile(r"(?:your |our |the )?next steps?\b[:.]?$")
_SHARES_A_VERB = re.compile(r"\b(?:can|could|may|might|must|shall|should|will|would|to):$")
_TELLS_THE_READER = re.compile(
    r"\b(?:you|we)(?:['’]ll| will| then| now| first)* (?:need to|have to|must|should):$"
)
_IN_ORDER = re.compile(r"\bin (?:this |the following )?order\b(?! to\b)|\bto do\b")
_HOW = re.compile(r"\bhow(?::$| (?:to|we|you|do i|do we|do you)\b)")
_ASKS_TO_ACT = re.compile(r"\bdo (?:this|these|so|the following)\b|\bas follows:$")
_NUMBERS = {
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNTED = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})[ -](?:[a-z]+ )?steps\b")


def calls_them_steps(text: str) -> bool:
    """Tell whether an English heading or sentence speaks of steps or of a procedure."""
    return not _STEPS.isdisjoint(words(text))


def leads_to_an_end(heading: str, sentence: str) -> bool:
    """
    Tell whether English words above a list name what its items lead to, or when they are done.

    Args:
        heading: The heading: `Close a claim`, `Refund process`, `When a claim is won`.
        sentence: The last sentence before them: `To close a claim:`, `You then need to:`.

    """
    said = sentence.lower()
    if said.partition(" ")[0] in _CLAUSES | _PURPOSES or _TELLS_THE_READER.search(said):
        return True
    if any(one.search(said) for one in (_HOW, _ASKS_TO_ACT, _IN_ORDER)) or calls_them_steps(said):
        return True
    found = words(heading)
    if not found or _NEXT.match(heading.lower()):
        return False
    does = is_an_order(found) or (found[0].endswith("ing") and len(found) > 1)
    return does or found[0] in _CLAUSES or promises_steps(heading)


def promises_steps(heading: str) -> bool:
    """Tell whether an English heading says that the parts under it are the steps of something."""
    return _HOW.search(heading.lower()) is not None or is_a_way(heading)


def is_a_way(heading: str) -> bool:
    """Tell whether an English heading names a process or a procedure: `Refund process`."""
    return not _WAYS.isdisjoint(words(heading)) and _NEXT.match(heading.lower()) is None


def counts_them_as_steps(text: str, number: int) -> bool:
    """Tell whether an English text speaks of as many steps as there are: `in five steps`."""
    return any(
        (int(one) if one.isdigit() else _NUMBERS[one]) == number
        for one in _COUNTED.findall(text.lower())
    )


def calls_them_something_else(heading: str, sentence: str) -> bool:
    """
    Tell whether the words above items say that nobody follows these in their order.

    They do when they call them reasons, features, tips, goals, changes and the like, when they
    leave to the items what somebody may do or is helped to do (`With it you can:`), and when they
    only say what the page holds.

    Args:
        heading: The heading of the items; it is not asked when the sentence announces steps.
        sentence: The last sentence before them; empty when there is none.

    """
    said = sentence.lower()
    if calls_them_steps(said) and not _NEXT.search(said):
        return False
    if _HOW.search(said) or _IN_ORDER.search(said):
        return not _ENABLES.isdisjoint(words(said))
    if said.endswith("?") or (_SHARES_A_VERB.search(said) and not _TELLS_THE_READER.search(said)):
        return True
    opener, _, _ = said.partition(" ")
    if opener in _CLAUSES:
        _, _, said = said.partition(",")  # a purpose is no name of what is done for it
    return _names_something_else(said) or (
        opener not in _PURPOSES and _is_a_heading_of_something_else(heading)
    )


def _is_a_heading_of_something_else(heading: str) -> bool:
    if _NEXT.match(heading.lower()):
        return True
    if not heading or calls_them_steps(heading) or _HOW.search(heading.lower()):
        return False
    found = words(heading)
    if not found or found[0].endswith("ing") or is_an_order(found):
        return False  # what is done there, be it to options or to features
    return _names_something_else(heading.lower())


def _names_something_else(said: str) -> bool:
    found = words(said)
    return (
        not _ELSE.isdisjoint(found)
        or not _ENABLES.isdisjoint(found)
        or _ELSEWHERE.search(said.strip()) is not None
    )

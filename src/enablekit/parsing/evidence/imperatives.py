"""Sentences that tell a reader to do something, by the verb they open with."""

from __future__ import annotations

import re

from enablekit.parsing.evidence.terms import word_set, words

_VERBS = word_set(
    "accept activate add adjust agree align allow analyse analyze append apply approve archive"
    " arrange ask assess assign attach authorise authorize avoid begin bind bookmark brainstorm"
    " bring browse build buy calculate cancel capture celebrate choose clarify clean clear click"
    " close collect combine come commit compare compile complete compute conduct configure confirm"
    " connect consider continue convert create customise customize decide declare define deliver"
    " deploy describe determine develop dial disable disconnect discover discuss distribute divide"
    " do double- drag draw duplicate enable encourage end engage ensure enter escalate establish"
    " evaluate examine execute expand explain fetch fill find finish follow fork gather generate"
    " get give go grab greet have hover identify implement include inform initiate inspect"
    " integrate introduce involve join learn let listen locate log manage meet merge modify"
    " multiply navigate negotiate notify obtain optimise optimize organise organize pay perform"
    " ping populate practise prepare prioritise prioritize probe proceed promote proofread propose"
    " provide publish put qualify raise rebuild receive recommend reconcile redraw refer refine"
    " refresh register rehearse reload remember remind remove rename replace resolve respond"
    " restart restore retrieve revert right-click scroll see select sell send settle simplify"
    " specify submit subtract summarise summarize sync tell thank transcribe transform translate"
    " understand unlock untick unzip validate verify warn weigh write"
)
"""First words of instructions. Verbs of benefit, such as `reduce`, are left out."""

_VERBS_OR_NOUNS = word_set(
    "access alert answer audit back batch bill block book bulk call change charge chase check"
    " circle clone contact copy count cross cut delete demo design document download draft drop"
    " edit email estimate export extract file filter fix format grant group handle head highlight"
    " hit hold host import input insert install invite keep label launch leave link list load"
    " login look mail make map mark match measure mention message monitor move name note offer"
    " open order outline package paste pick pitch place plan point post practice present press"
    " print produce pull push quote rank rate reach read recap record refund repeat reply report"
    " request research reset return review ring roll run sample save scan schedule scope score"
    " search secure set setup share ship show sign sketch sort split start stop store stress sum"
    " switch tag take talk tap target test tick track train transfer trigger try turn type update"
    " upgrade upload use view visit wait watch work wrap"
)
"""First words of instructions that open other sentences as often: `Test results arrive daily.`"""

_OBJECTS = word_set(
    "the a an your our my their its this that these those all each any some every it them us me on"
    " to in into up out off for with from over at whether new as here yourself how what one two"
)
"""Second words that make the first a verb."""

_PREDICATES = word_set("is are was were has have will can may must of and or")
"""Second words that make the first a noun."""

_LEADS = word_set("then next first finally now please optionally also just simply always")
_CLAUSES = word_set(
    "in on at from to if once when after before under using with for within inside as while"
    " assuming"
)
"""First words of a clause that may stand before an order: `In the sidebar, choose …`."""

_READ = 200  # characters in which the order must come


_TELLS = re.compile(r"\b[Yy]ou(?:'ll| will)? (?:must|should|need to|have to)\b")
"""How a step tells its reader what to do without opening with an order."""

_PREFIXES = ("auto-", "re-", "pre-", "un-", "de-")


def is_an_order(found: list[str]) -> bool:
    """Tell whether the words of an English sentence of prose open with an order."""
    found = _without_leads(found)
    if len(found) <= 1:
        return False
    if found[0] in _VERBS:
        return found[1] not in _PREDICATES
    if found[0] not in _VERBS_OR_NOUNS:
        return False
    return found[1] in _OBJECTS or found[1].endswith("ing")


def opens_with_an_order(step: str) -> bool:
    """
    Tell whether an English step opens with an order, perhaps after a clause and a comma.

    In a numbered list a word that may be a verb or a noun is taken for a verb: `Query rows`.
    """
    if step[0] == "(":
        step = step.partition(")")[2]  # who does it, or when
    step = step[:_READ].replace("’", "'")
    found = _without_leads(words(step))
    if found and found[0] in _CLAUSES:
        _, comma, rest = step.partition(",")
        return (comma != "" and _orders(words(rest))) or _TELLS.search(step) is not None
    return _orders(found) or _TELLS.search(step) is not None


def _orders(found: list[str]) -> bool:
    """Tell whether words open with an order, be it that something is not done."""
    found = _without_leads(found)
    if not found:
        return False
    if found[0] in ("don't", "never") or found[:2] == ["do", "not"]:
        return True
    verb = _bare(found[0])
    if verb not in _VERBS and verb not in _VERBS_OR_NOUNS:
        return False
    return not found[1:2] or found[1] not in _PREDICATES


def _bare(verb: str) -> str:
    """Return a verb without what is put before it: `auto-generate` is an order as `generate` is."""
    return verb.partition("-")[2] if verb.startswith(_PREFIXES) else verb


def _without_leads(found: list[str]) -> list[str]:
    return found[1:] if found and found[0] in _LEADS else found

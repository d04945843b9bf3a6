"""Sentences that tell a reader to do something, by the verb they open with."""

from __future__ import annotations

from enablekit.parsing.evidence.terms import word_set, words

_VERBS = word_set(
    "accept activate add adjust agree align allow analyse analyze append apply approve archive"
    " arrange ask assess assign attach authorise authorize avoid begin bind bookmark brainstorm"
    " bring browse build buy calculate cancel capture choose clarify clean clear click close"
    " collect combine come commit compare compile complete conduct configure confirm connect"
    " consider continue convert create customise customize decide declare define deliver deploy"
    " describe determine develop disable disconnect discover discuss distribute do double- drag"
    " draw duplicate enable encourage end engage ensure enter escalate establish evaluate examine"
    " execute expand explain fetch fill find finish follow fork gather generate get give go grab"
    " have hover identify implement include inform initiate inspect integrate introduce involve"
    " join learn let locate log manage meet merge modify navigate notify obtain optimise optimize"
    " organise organize perform ping populate practise prepare prioritise prioritize proceed"
    " provide publish put rebuild receive recommend refer refine refresh register reload remember"
    " remove rename replace resolve respond restart restore retrieve revert right-click scroll see"
    " select send simplify specify submit summarise summarize sync tell transform translate"
    " understand unlock untick unzip validate verify write"
)
"""First words of instructions. Verbs of benefit, such as `reduce`, are left out."""

_VERBS_OR_NOUNS = word_set(
    "access answer back block book bulk call change check clone contact copy cut delete design"
    " document download draft drop edit email estimate export extract file filter fix format grant"
    " group handle head highlight hit hold import input insert install invite keep label launch"
    " leave link list load login look make map mark match measure mention monitor move name note"
    " offer open outline paste pick place plan point post practice present press produce pull push"
    " reach read record repeat reply report request research reset return review roll run save"
    " scan schedule scope search secure set setup share show sign split start stop store switch"
    " tag take talk tap target test track train transfer trigger try turn type update upgrade"
    " upload use view visit wait watch work"
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
)
"""First words of a clause that may stand before an order: `In the sidebar, choose …`."""

_READ = 200  # characters in which the order must come


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
    found = _without_leads(words(step[:_READ]))
    if found and found[0] in _CLAUSES:
        found = _without_leads(words(step[:_READ].partition(",")[2]))
    if not found:
        return False
    if found[0] in ("don't", "never") or found[:2] == ["do", "not"]:
        return True
    if found[0] not in _VERBS and found[0] not in _VERBS_OR_NOUNS:
        return False
    return not found[1:2] or found[1] not in _PREDICATES


def _without_leads(found: list[str]) -> list[str]:
    return found[1:] if found and found[0] in _LEADS else found

"""Verbs that tell a reader to do something when they open a sentence."""

from __future__ import annotations

from enablekit.parsing.evidence.terms import words

IMPERATIVES = word_set(
    "accept access activate add adjust agree align allow analyse analyze answer append apply"
    " approve archive arrange ask assess assign attach authorise authorize avoid back begin bind"
    " block book bookmark brainstorm bring browse build bulk buy calculate call cancel capture"
    " change check choose clarify clean clear click clone close collect combine come commit"
    " compare compile complete conduct configure confirm connect consider contact continue convert"
    " copy create customise customize cut decide declare define delete deliver deploy describe"
    " design determine develop disable disconnect discover discuss distribute do document double-"
    " click download draft drag draw drop duplicate edit email enable encourage end engage ensure"
    " enter escalate establish estimate evaluate examine execute expand explain export extract"
    " fetch file fill filter find finish fix follow fork format gather generate get give go grab"
    " grant group handle have head highlight hit hold hover identify implement import include"
    " inform initiate input insert inspect install integrate introduce invite involve join keep"
    " label launch learn leave let link list load locate log login look make manage map mark match"
    " measure meet merge mention modify monitor move name navigate note notify obtain offer open"
    " optimise optimize organise organize outline paste perform pick ping place plan point"
    " populate post practise practice prepare present press prioritise prioritize proceed produce"
    " provide publish pull push put reach read rebuild receive recommend record refer refine"
    " refresh register reload remember remove rename repeat replace reply report request research"
    " reset resolve respond restart restore retrieve return revert review right-click roll run"
    " save scan schedule scope scroll search secure see select send set setup share show sign"
    " simplify specify split start stop store submit summarise summarize switch sync tag take talk"
    " tap target tell test track train transfer translate transform trigger try turn type"
    " understand unlock untick unzip update upgrade upload use validate verify view visit wait"
    " watch work write"
)
"""First words of instructions. Verbs of benefit, such as `reduce` and `save time`, are left out."""

_LEADS = word_set("then next first finally now please optionally also just simply always")
_CLAUSES = word_set(
    "in on at from to if once when after before under using with for within inside as while"
)
"""First words of a clause that may stand before an order: `In the sidebar, choose …`."""

_NOUNS_AFTER = word_set("is are was were has have will can may of and or s")
"""Second words that show the first to be a noun: `Access is granted`, `Notes of …`."""

_REACH = 16  # words in which the order must come


def opens_with_an_order(text: str) -> bool:
    """Tell whether an English text opens with an order, perhaps after a clause and a comma."""
    found = words(text[:200])
    while found and found[0] in _LEADS:
        found = found[1:]
    if not found:
        return False
    if found[0] in _CLAUSES:
        _, comma, rest = text[:200].partition(",")
        found = words(rest)[:_REACH] if comma else []
        found = found[1:] if found and found[0] in _LEADS else found
    if found[:1] == ["do"] and found[1:2] == ["not"] or found[:1] in (["don't"], ["never"]):
        return True
    return bool(found) and found[0] in IMPERATIVES and found[1:2] not in _NOUN_TAILS


_NOUN_TAILS = tuple([word] for word in sorted(_NOUNS_AFTER))

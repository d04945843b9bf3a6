"""Forms of common English verbs: a line without any of them is a phrase, not a statement."""

from __future__ import annotations

import re

from enablekit.parsing.evidence.terms import word_set

IRREGULAR = word_set(
    "am are aren't arose ate awoke be became become been began begun bent bet bit bled blew"
    " bought broke broken brought built burnt burst came can can't cannot caught chose chosen cost"
    " could couldn't cut dealt did didn't do does doesn't don't done drawn drew driven drove dug"
    " eaten fallen fed fell felt fled flew forgave forgot fought found froze frozen gave given"
    " gone got gotten grew grown had hadn't has hasn't have haven't having he'll he's heard held"
    " here's hid hit hung hurt i'd i'll i'm i've is isn't it'll it's kept knew known laid lay led"
    " left lent let lit lost made may meant met might must mustn't needn't overcame overtook paid"
    " put quit ran rang read risen rode rose said sang sank sat saw seen sent set shall she'll"
    " she's shone shook shot should shouldn't showed shown shrank shrunk shut slept slid sold"
    " sought spent split spoke spoken spread spun stole stood struck stuck swam swore swung taken"
    " taught that's there's they'd they'll they're they've thought threw thrown told took tore"
    " understood undertook underwent upset was wasn't we'd we'll we're we've went were weren't"
    " what's who's will withdrew withstood woke won won't wore would wouldn't written wrote you'd"
    " you'll you're you've"
)

_REGULAR = word_set(
    "accelerate accept access accomplish account achieve acquire act activate adapt add address"
    " adjust admit adopt advance affect agree aim alert align allow alter analyse analyze announce"
    " answer anticipate appear append apply appreciate approve archive argue arise arrange arrive"
    " ask assess assign assist assume attach attempt attract audit authorise authorize automate"
    " average avoid back balance bark base batch begin behave believe belong benefit bill bind"
    " block book bookmark boost borrow bother brainstorm break bridge bring broaden browse build"
    " bulk bundle buy calculate call cancel capture care carry catch cater cause cease celebrate"
    " centralise centralize challenge change characterize charge chase check choose circle cite"
    " claim clarify clean clear click climb clone close coach collect combine come comment commit"
    " communicate compare compete compile complain complete comply comprise compute concern"
    " conclude conduct configure confirm confuse connect conserve consider consist constitute"
    " consume contact contain continue contribute control convert cooperate coordinate copy"
    " correlate correspond cost count cover crash create cross cultivate cure customise customize"
    " cut damage deal decide declare decline decrease dedicate define delay delegate delete"
    " deliver demand demo demonstrate depend deploy derive describe deserve design desire destroy"
    " detect deteriorate determine develop devote dial differ digitise digitize diminish direct"
    " disable disagree disappear disconnect discover discuss disrupt distribute divert divide do"
    " document dominate double download draft drag draw drop duplicate earn ease edit eliminate"
    " email embed embrace emerge emphasize employ empower enable encourage end enforce engage"
    " enhance enjoy enrich ensure entail enter entitle equip erode escalate establish estimate"
    " evaluate evolve examine exceed excel exclude execute exist expand expect experience"
    " experiment expire explain explore export expose express extract face facilitate fail fall"
    " favor fear feel fetch fight file fill filter finance find finish fit fix flag flow fluctuate"
    " follow fork format foster free fuel fulfill function fund gain gather gauge generate get"
    " give go govern grab grant greet grow guarantee guide handle happen have head hesitate"
    " highlight hinder hire hit hold honor hope host house hover hurt identify ignore illustrate"
    " imagine impact implement import improve include incur indicate influence inform inherit"
    " initiate input insert insist inspect inspire install integrate intend interact interest"
    " interfere interview introduce invest investigate invite involve isolate issue jeopardize"
    " join joke judge jump justify keep kill know label lack lag last launch lead lean learn leave"
    " let leverage lie like limit linger link list listen live load locate lock log login look"
    " lose love lower mail maintain make manage manufacture map mark market mask master match"
    " matter maximise maximize mean measure meet mention merge merit message migrate minimise"
    " minimize mirror miss mitigate model modify monitor motivate move multiply name narrow"
    " navigate necessitate need neglect negotiate normalize note notice notify obey observe obtain"
    " occupy occur offer onboard open operate oppose optimise optimize orchestrate organise"
    " organize originate outline outperform overcome overlap oversee overwhelm own pack package"
    " participate pass paste pave pay penalize perform permit pertain pick ping pitch place plan"
    " point populate pose possess post power practice practise praise precede predict prefer"
    " prepare present preserve press pretend prevail prevent print prioritise prioritize probe"
    " proceed process produce profit progress prohibit prolong promise promote prompt proofread"
    " propose protect prove provide provoke publish pull purchase pursue push put qualify quantify"
    " question quote raise rank rate reach react read realise realize reason reassure rebuild"
    " recall recap receive reckon recognise recognize recommend reconcile record recover recruit"
    " redraw reduce refer refine reflect reframe refresh refund refuse regard register regret"
    " regulate rehearse reinforce reject relate release relieve reload rely remain remember remind"
    " remove rename render renew rent repair repay repeat replace reply represent request require"
    " rescue research resemble reset resist resolve respect respond rest restart restore restrict"
    " result resume retain retrieve return reuse reveal revert review revolutionize revolve reward"
    " ring rise risk roll rule run rush sacrifice sample satisfy save say scale scan schedule"
    " scope score scroll search secure see seek seem seize select sell send separate serve set"
    " settle setup shape share shift shorten show shrink shut sign simplify sit sketch sleep slip"
    " slow smooth solve sort sound spare speak specialise specialize specify speed spin split"
    " spread stand standardise standardize start stay steer stem stick stimulate stop store strain"
    " streamline strengthen stress stretch strike strive structure struggle study submit"
    " substitute subtract succeed suffer suffice suggest suit sum summarise summarize supersede"
    " supply support suppose surge surpass surprise surround survive suspect sustain swap switch"
    " sync tackle tag take talk tap target teach tell tend terminate test thank think threaten"
    " thrive tick tie tighten tolerate touch tour trace track trade train transcribe transfer"
    " transform transition translate travel treat trigger trim triple trust try tune turn type"
    " undergo underline undermine understand undertake unify unite unlock untick unzip update"
    " upgrade upload upskill urge use utilise utilize validate vanish vary venture verify view"
    " violate visit voice vote wait walk want warn warrant waste watch weaken wear weigh widen win"
    " wish withdraw withstand witness wonder work worry worsen wrap write yield"
)


def _forms(verb: str) -> tuple[str, str, str]:
    """Return a verb as it stands in the present and the past."""
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"
    past = f"{verb}d" if verb[-1] == "e" else f"{verb}ed"
    return verb, third, past


_DOUBLED = word_set(
    "admitted banned begged blurred chatted clipped committed controlled dropped equipped fitted"
    " flagged grabbed incurred logged mapped matched nodded occurred omitted patterned pinned"
    " planned plugged preferred referred regretted ripped shipped shopped skipped slipped snapped"
    " spotted stepped stopped stripped submitted swapped tagged tapped trapped trimmed tripped"
    " wrapped transferred travelled labelled cancelled modelled"
)
_PERSONAL = IRREGULAR | frozenset(_forms(verb)[1] for verb in _REGULAR)
_VERBS = _PERSONAL | _DOUBLED | frozenset(form for verb in _REGULAR for form in _forms(verb))
_RELATIVES = word_set("that who which whose where whom")
_PREPOSITIONS = word_set("on in at by for from to with within as during between after before")
_BEHIND_A_PARTICIPLE = _PREPOSITIONS | word_set("as about into over under upon")
_PAUSE = re.compile(r"[,–—]| - ")
_BEHIND = 3  # words behind a relative pronoun in which its own verb stands


def has_a_personal_form(words: list[str]) -> bool:
    """Tell whether an English line has a verb that only a statement has: `saves`, not `save`."""
    return not _PERSONAL.isdisjoint(words)


def lacks_a_verb(words: list[str]) -> bool:
    """
    Tell whether an English line has no verb that says something of its subject.

    A base form may be a noun (`the plan`), and `ed` before a preposition mostly tells which one is
    meant: `The clerk assigned to the customer.`
    """
    if not _PERSONAL.isdisjoint(words):
        return False
    verbs = [place for place, word in enumerate(words) if word in _VERBS]
    return all(
        words[place].endswith("ed")
        and words[place + 1 : place + 2] != []
        and words[place + 1] in _BEHIND_A_PARTICIPLE
        for place in verbs
    )


def is_a_phrase(words: list[str], text: str) -> bool:
    """
    Tell whether an English line, given in words and as it stands, has no verb of its own.

    Such as `Firms that send goods.`, where the verb right behind a relative pronoun says something
    about a part of the line only, or `Using a ledger to match.` and `Based on last year.`, which
    lack a personal form unless a clause follows.
    """
    first = words[0]
    if first == "to" or first.endswith("ing"):
        if _PERSONAL.isdisjoint(words) and _PAUSE.search(text) is None:
            return True
    elif first.endswith("ed") and words[1] in _PREPOSITIONS and _PAUSE.search(text) is None:
        return True
    if _RELATIVES.isdisjoint(words):
        return _VERBS.isdisjoint(words)
    verbs = [place for place, word in enumerate(words) if word in _VERBS]
    if len(verbs) != 1:
        return not verbs
    return not _RELATIVES.isdisjoint(words[max(0, verbs[0] - _BEHIND) : verbs[0]])

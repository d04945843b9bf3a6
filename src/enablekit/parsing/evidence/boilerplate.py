"""What guides a reader around a page, binds him in law or fills a footer."""

from __future__ import annotations

from itertools import pairwise

from enablekit.parsing.evidence.terms import word_set

_ALONE = word_set(
    "below let's we'll hinted refer scroll screenshot screenshots subscribe newsletter cookie"
    " cookies copyright © hereby herein hereunder thereof liability liabilities liable indemnify"
    " indemnification pursuant notwithstanding shall tl tbd todo disclaimer"
)

_FOLLOWED_BY = {
    "a": "look",
    "also": "like said",
    "as": "above",
    "are": "thrilled excited delighted happy pleased",
    "be": "determined confirmed found",
    "before": "we",
    "both": "parties",
    "can't": "possibly",
    "check": "out",
    "clear": "understanding",
    "clearer": "understanding",
    "coming": "soon",
    "couldn't": "possibly",
    "customer": "agrees",
    "contact": "us",
    "find": "out",
    "general": "information",
    "first": "line row column",
    "flip": "side",
    "following": "section sections table list steps",
    "governing": "law",
    "have": "already covered discussed mentioned",
    "image": "credit",
    "in": "touch",
    "it's": "worth helpful useful time",
    "keep": "reading",
    "last": "updated",
    "learn": "more",
    "let": "us",
    "lorem": "ipsum",
    "might": "like",
    "most": "readers",
    "min": "read",
    "minute": "read",
    "more": "specifically generally importantly information",
    "next": "section chapter post",
    "of": "contents",
    "other": "hand",
    "our": "guide article post blog docs tutorial round-up following",
    "press": "release",
    "previous": "section chapter post",
    "previously": "mentioned discussed covered noted",
    "privacy": "policy",
    "reach": "out",
    "read": "more",
    "rights": "reserved",
    "same": "time",
    "second": "line row column",
    "see": "also above",
    "seen": "above",
    "shown": "above",
    "sign": "up",
    "solidify": "our",
    "stay": "tuned",
    "table": "above",
    "that's": "worth",
    "the": "following parties agreement",
    "then": "click",
    "undue": "delay",
    "we": "saw noted mentioned discussed covered said looked know",
    "we'd": "like",
    "we're": "covering looking going talking using exploring checking diving comparing thrilled"
    " excited delighted happy pleased",
    "we've": "seen covered discussed mentioned looked already noted chosen listed rounded compiled"
    " put gone picked included selected been created said just",
    "will": "look explore dive discuss walk",
    "without": "warranty",
}
_PAIRS = frozenset(
    (first, second) for first, seconds in _FOLLOWED_BY.items() for second in seconds.split()
)
_SECONDS = frozenset(second for _, second in _PAIRS)
_AFTER_CAN = {
    "we": word_set("briefly next consider begin start see now move turn then say also"),
    "you": word_set("watch read find download view check learn see click"),
}
"""What follows `can` when a writer goes on to his next point or sends the reader elsewhere."""
_AFTER_SEE = word_set("our how the")


def is_boilerplate(words: list[str]) -> bool:
    """Tell whether an English sentence leads around the page, or is legal or filler."""
    if not _ALONE.isdisjoint(words):
        return True
    # Most sentences hold no second word of a pair, which is quicker to see than that no two match.
    if not _SECONDS.isdisjoint(words) and not _PAIRS.isdisjoint(pairwise(words)):
        return True
    if "can" in words:
        can = words.index("can")
        return words[can + 1 : can + 2] != [] and words[can + 1] in _AFTER_CAN.get(
            words[can - 1], ()
        )
    return "see" in words[:-1] and words[words.index("see") + 1] in _AFTER_SEE

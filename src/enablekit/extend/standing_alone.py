"""Tells whether a sentence can be read by itself, away from the text it stands in."""

from __future__ import annotations

import functools
import re

# Openings that go on with what stood before. “In 4 the buyer wanted it” counts what was named.
_OPENING = re.compile(
    r"\W*(?:it|its|this|that|these|those|they|them|their|he|she|his|her|here|both|and|but|so|also"
    r"|or|however|therefore|then|instead|otherwise|such|of these|of those|one of (?:them|these)"
    r"|neither|either|the (?:figures?|project|numbers?|results?|rest|same|others?|former|latter"
    r"|remaining|\d+)|\d+ ?% (?!of|der|des|aller|von)[a-z]+"
    r"|in \d+ (?:the|of|we|a)|within (?:a|an|the)|there(?! (?:is|are|was|were)))\b",
    re.IGNORECASE,
)
# What points outside wherever it stands.
_POINTING = re.compile(
    r"\b(?:here|above|below)(?=[,.;:!?]|$)|\b(?:the others?|the former|the latter)\b"
    r"|\b(?:they|them)\b",
    re.IGNORECASE,
)
# What is compared says with what, or it says nothing: “14 days later” than what?
_COMPARES = re.compile(
    r"\b(?:later|sooner|earlier|faster|slower|(?<!no )longer|shorter|cheaper|afterwards|beforehand"
    r"|previously|später|früher|schneller|langsamer|eher|danach|davor|zuvor)\b",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"\b(?:than|since|compared (?:with|to)|against|after|before|when|once|if|first|als|seit|seitdem"
    r"|gegenüber|nachdem|bevor|wenn|from \S+ to)\b",
    re.IGNORECASE,
)
# “Spends 9 days on it”: what “it” is stands in another sentence, unless this one has two parts.
_ON_IT = re.compile(
    r"[^,;:]*?\b(?:on|for|with|to|of|in|at|by|about|over) it\b(?!['’])", re.IGNORECASE
)
_TWO_PARTS = re.compile(r"[,;:]|\b(?:and|but|or|if|when|that|which|who|because)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b[a-z]{3,}s\b", re.IGNORECASE)  # whom “they” may mean
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
# Forms that are verbs and nothing else; a list of such words errs on the side of refusing.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|can|could|will|would|may|might|must|shall|should"
    r"|cannot|[a-z]+n't|fell|rose|grew|took|made|held|paid|kept|found|lost|won|came|went|gave|got"
    r"|saw|said|ran|began|stood|met|told|spent|built|needs?|takes?|makes?|compares?|uses|runs|sends?"
    r"|pays?|holds?|keeps?|caused?|causes|advises?|loses?|counts|goes|gives?|starts|writes?|reads"
    r"|falls|sells?|say|says|costs|offers|includes|increases?|reduces?|lets?|works|comes?"
    r"|allows?|requires?|gets?|becomes?|covers|adds|saves?|expects?|ends|closes?|sinks?|ist|sind"
    r"|war|hat|haben|wird|werden|kann|können|prüft|fallen|sank|verursachen|dauert)\b"
    r"|(?<=[a-z]) (?!need|speed|seed|feed|bed\b|red\b|hundred)[a-z]{2,}ed (?:to|by|from|at|on|in"
    r"|the|a|an|its|their|over|about|\d)"
)

_SUBORDINATE = re.compile(
    r"(?<=\w)[, ]+(?:after|before|when|that|which|who|because|if|since|until|while|where)\b"
)


@functools.lru_cache(maxsize=1 << 14)
def stands_alone(text: str) -> bool:
    """
    Tell whether a sentence, or the first of several, names what it speaks of.

    English is what is known here; other languages pass.
    """
    first = _SENTENCE_END.split(text, maxsplit=1)[0]
    if _OPENING.match(first):
        return False
    hit = _POINTING.search(first)
    if hit is None:
        return True
    return hit[0].lower() in {"they", "them"} and _SEVERAL.search(first[: hit.start()]) is not None


def is_cut_loose(text: str) -> bool:
    """
    Tell whether a statement compares without saying with what, or means an “it” it does not name.

    English and German are what is known here.
    """
    first = _SENTENCE_END.split(text, maxsplit=1)[0]
    if _COMPARES.search(first) and not _COMPARED_WITH.search(first):
        return True
    hit = _ON_IT.match(first)
    return hit is not None and not _TWO_PARTS.search(hit[0])


def has_verb(text: str) -> bool:
    """Tell whether a text has a finite verb of its own, so that it is a sentence."""
    main = _SUBORDINATE.split(text.lower(), maxsplit=1)[0]
    return _FINITE.search(main) is not None

"""Tells promises, limits and thresholds, said as they are, from results and defaults."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import can_be_asked, must_knows, proof_points, says_the_same

if TYPE_CHECKING:
    from enablekit.extend.guided_claims import Stated
    from enablekit.model.asset import Asset

_TIME = r"(?:(?:working|business|calendar) )?(?:minutes?|hours?|days?|weeks?|months?|years?)"
# What makes a figure a bound or a date that somebody may hold us to.
_BOUND = re.compile(
    r"\b(?:below|above|over|under|beyond|fewer than|less than|more than|at most|at least|up to"
    r"|within|no later than|not before|maximum|minimum|limit(?:ed)?|every)\b"
    r"[^.;]{0,12}?[€$£]?\d"
    rf"|\d\S* ?(?:%|{_TIME})? (?:or (?:less|more|fewer)|at most)\b"
    rf"|\bafter \d\S* {_TIME}\b|\d\S* {_TIME} (?:after|before) (?:the|a|an|it)\b"
    rf"|\b(?:gives?|answers?|returns?|returned|replies|replied|delivers?|delivered)\b[^.;]{{0,30}}"
    rf"\bin \d\S* {_TIME}\b",
    re.IGNORECASE,
)
# A result holds for what it was measured on, and a default is what the buyer replaces.
_MEASURED = re.compile(
    r"\b(?:median|mean|averag\w*|range|survey|poll|respondents?|n =|fell|fall|rose|grew|dropped|cut"
    r"|took|spent|spends|saw|found|half of|a third of|two thirds|reps lose|customers hold|of all"
    r"|of (?:disputes|companies|suppliers|customers|respondents)|typically|usually"
    r"|defaults?|inputs|assum\w*|base case|low case|high case)\b",
    re.IGNORECASE,
)
# A commitment may have a scope, too, such as the terms it stands in; what was measured is a result.
_OF_A_RESULT = re.compile(
    r"\b(?:median|average|measure\w*|survey|poll|study|n =|model|low case|records|against|customers"
    r"|companies|suppliers|reps|team)",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=1 << 14)
def is_limit(text: str) -> bool:
    """
    Tell whether a statement binds somebody by its figure, whomever it is told.

    English is what is known here; in other languages nothing is taken for a limit.
    """
    return _BOUND.search(text) is not None and _MEASURED.search(text) is None


def limits(asset: Asset) -> tuple[Stated, ...]:
    """
    Return the must-knows that are limits and can be asked for by themselves.

    A figure that the guidance says elsewhere was measured is a result, whatever it is called.
    """
    scoped = [one for one in proof_points(asset) if _OF_A_RESULT.search(one.scope)]
    return tuple(
        one
        for one in must_knows(asset)
        if can_be_asked(one.text)
        and is_limit(one.text)
        and not any(says_the_same(one.text, other.text) for other in scoped)
    )

"""
A question does not ask anything, or is longer than 40 words.

It has neither a question mark nor a colon nor a blank to fill, and does not tell the reader to do
anything.

Why reps care: A rep who has to guess what is asked is tested on guessing. Long stories are read
half, between two calls.

Wrong:
    stem: Disputes and order numbers

Right:
    stem: Which share of disputes comes from wrong order numbers?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.written_items import asked
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK414",
    name="unfocused-stem",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_MOST_WORDS = 40
_ASKS = re.compile(r"[?？：:…]|_{2,}|\.\.\.|\[ ?\]")  # noqa: RUF001 - full-width signs end questions too
_DEMAND = re.compile(
    r"(?:^|[.!,] )(?:please )?(?:answer|arrange|calculate|check|choose|click|compare|complete"
    r"|decide|describe|estimate|explain|fill|find|give|identify|label|list|mark|match|name|note"
    r"|order|pick|place|put|rank|select|sort|spot|state|tell|tick|true or false|write)\b",
    re.IGNORECASE,
)
_TRUTH = frozenset({"true", "false", "yes", "no", "right", "wrong", "agree", "disagree"})


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that is none, or one too long."""
    for one in asked(asset, around, every_form=True):
        stem = one.item.stem
        words = len(stem.split())
        if words > _MOST_WORDS:
            message = f"“{short(stem)}” has {words} words"
            fix = f"Say it in at most {_MOST_WORDS}; leave out what the answer does not need"
        elif stem and _states(stem) and not _is_statement([o.text for o in one.item.options]):
            message = f"“{short(stem)}” asks nothing"
            fix = "Write it as a question, or end it with a colon that the options complete"
        else:
            continue
        yield RULE.at(one.stem_span(), message, place=one.place, fix=fix)


def _states(stem: str) -> bool:
    return not _ASKS.search(stem) and not _DEMAND.search(stem)


def _is_statement(options: list[str]) -> bool:
    """Tell whether the options judge the stem, which may then be a plain statement."""
    return bool(options) and all(text.strip(" .!").casefold() in _TRUTH for text in options)

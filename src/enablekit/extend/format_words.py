"""Words by which a buyer names the format of a piece, so that its title or type answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.asset import Asset

# What stands in a type or a title, and the words that ask for such a thing. English, as the pieces
# that were read; collected from items that trainers found answered by a title.
_ASKED_BY = (
    (r"video|demo|webinar|recording", r"show|see|seen|look|looks|watch|demo"),
    (r"calculator|roi", r"figures?|numbers?|worth|costs?|costing|budget|euros?|dollars?|payback"),
    (r"security", r"vendor|review|security|audit|questionnaire|certificates?|data protection"),
    (r"datasheet|technical", r"erp|api|write access|interfaces?|technical|integrat\w+|portals?"),
    (r"plan|timeline|onboarding", r"days?|weeks?|when|dates?|schedule|plan|start"),
    (r"one-pager|one page", r"page|forward|my boss|short|summary"),
    (r"case-study|story|customer", r"who else|customers? like|like us|reference|example"),
    (r"comparison|compared|options", r"compare|alternatives?|options|instead|other tools"),
    (r"email|mail", r"mail|write me|send me"),
    (r"price|pricing", r"prices?|costs?|expensive|cheap\w*"),
)  # fmt: skip
_TABLE = tuple(
    (re.compile(rf"\b(?:{format_})", re.IGNORECASE), re.compile(rf"\b(?:{asked})\b", re.IGNORECASE))
    for format_, asked in _ASKED_BY
)  # fmt: skip


def asks_for_format(words: str, asset: Asset) -> bool:
    """Tell whether a sentence asks for the format that a piece has."""
    return any(format_.search(_named(asset)) and asked.search(words) for format_, asked in _TABLE)


def _named(asset: Asset) -> str:
    return f"{asset.type} {asset.title}"

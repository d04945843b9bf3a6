"""The numbers and words that the ranking goes by; the site's script is served the same."""

from __future__ import annotations

from typing import Any

# Points by criterion. A pain weighs more than a persona and a stage together: a buyer who hurts
# listens to a piece that was written for somebody else.
POINTS = {
    "pain": 4, "persona": 2, "stage": 1, "competitor": 2, "channel": 1, "minutes": 1, "words": 4,
}  # fmt: skip
# What is chosen among the words of the project, in the order it is asked for.
CHOSEN = ("pain", "persona", "stage", "competitor", "channel")
# What is read out of a sentence, the first first: a pain that speaks of e-mail is no channel.
READ = ("persona", "stage", "pain", "channel")
# The less the better. Two pieces that fit alike differ by whether they can be trusted.
TRUST = {"verified": 0, "due": 1, "overdue": 2, "changed": 2}
UNTRUSTED = 3
# Ways to reach a buyer that leave the piece in the buyer's hands …
OUTWARD = ("email", "linkedin", "social", "deal-room", "leave-behind", "self-serve", "web", "rfp")
# … and those where somebody presents it.
LIVE = ("call", "meeting", "demo", "event", "phone")
# What stands after a number that is a time, as it is compared, and the longest time there is.
MINUTES = ("minute", "min")
MOST_MINUTES = 999
# A sentence that warns of a piece counts when this share of its words was said, and so many.
WARNED, WARNED_FEWEST = 0.5, 3
# An objection is answered when this share of its words was said, and so many or all of them.
ANSWERED, ANSWERED_FEWEST = 0.6, 2
# BM25: how soon a word said often counts no more (k1), and how much long texts weigh less (b).
SATURATION, LENGTH = 1.2, 0.75
# A word may be misspelt from so many letters on, and may be wrong twice from so many.
ONE_SLIP, TWO_SLIPS = 4, 8


def served() -> dict[str, Any]:
    """Return the rules as the site's script reads them."""
    return {
        "points": POINTS,
        "chosen": CHOSEN,
        "read": READ,
        "trust": TRUST,
        "untrusted": UNTRUSTED,
        "outward": OUTWARD,
        "live": LIVE,
        "minutes": MINUTES,
        "most_minutes": MOST_MINUTES,
        "warned": (WARNED, WARNED_FEWEST),
        "answered": (ANSWERED, ANSWERED_FEWEST),
        "saturation": SATURATION,
        "length": LENGTH,
        "slips": (ONE_SLIP, TWO_SLIPS),
    }

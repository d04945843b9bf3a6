"""How people say in a sentence how a piece is to reach a buyer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.encoding.wording import ENGLISH, Wording
from enablekit.model.phrase import keys
from enablekit.ranking.name import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

# A buyer who chases invoices by phone names no channel, and neither does one whose mails get lost:
# what is a topic as often as a channel counts with the words before it only.
SPOKEN = keys(
    {
        "email": "by email, by e-mail, via email, via e-mail, per email, per e-mail, in an email, "
        "in an e-mail, in my email, in my e-mail, as an email, as an e-mail, for an email, "
        "for an e-mail, an email to, an e-mail to, an email for, an e-mail for, to email, "
        "to e-mail",
        "call": "on a call, in a call, for a call, on the call, in the call, for the call, "
        "for my call, on my call, before a call, before the call, before my call",
        "meeting": "in a meeting, for a meeting, in the meeting, for the meeting, in my meeting, "
        "for my meeting, before a meeting, before the meeting, before my meeting",
        "demo": "in a demo, for a demo, in the demo, for the demo, in my demo, for my demo, "
        "during a demo, during the demo",
        "event": "at an event, for an event, at the event, for the event, at our event, "
        "for our event",
        "linkedin": "LinkedIn, on linked in, for linked in",
        "deal-room": "deal room, dealroom",
        "leave-behind": "leave-behind, handout",
        "rfp": "RFP, request for proposal, in a tender, for a tender, in the tender, "
        "for the tender",
        "self-serve": "self-serve",
        "phone": "over the phone, on a phone call, for a phone call",
        "chat": "by chat, via chat, in a chat, in the chat, for the chat",
        "social": "social media, social post, on social, for social",
        "web": "on the website, for the website, on our website, for our website, on the web, "
        "for the web",
    }
)
_COMMA = re.compile(r"\s*[,،、，]\s*")  # noqa: RUF001 - as Arabic, Japanese and Chinese write it


def channel_names(used: Iterable[str], wording: Wording) -> tuple[Name, ...]:
    """Return what the channels are called, in English and in the words of the site."""
    wanted = set(used)
    return tuple(
        Name(id=channel, names=_said(spoken, wording))
        for channel, spoken in SPOKEN.items()
        if channel in wanted
    )


def _said(spoken: str, wording: Wording) -> tuple[str, ...]:
    both = (spoken,) if wording.strings is ENGLISH else (spoken, wording.say(spoken))
    return tuple(dict.fromkeys(one for text in both for one in _COMMA.split(text) if one))

"""The questions without a right answer below a check, as its page asks them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.site.links import mail_address

if TYPE_CHECKING:
    from enablekit.site.asset_pages import AssetPages

_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """
    A question without a right answer.

    Attributes:
        id: Twelve hex digits of SHA-256 over the asset, the question and its options: an edited
            question is another one, since an answer to it says something else.
        question: What is asked.
        options: What may be chosen; none for an answer in one's own words.

    """

    id: str
    question: str
    options: tuple[str, ...]


def pulse_values(pages: AssetPages) -> dict[str, Any]:
    """Return the questions, and the e-mail that takes the answers where the project wants them."""
    asset = pages.asset
    pulses = [
        Pulse(
            id=pulse_id(asset.id, one.question, one.options),
            question=one.question,
            options=one.options,
        )
        for one in asset.guidance.pulse
        if one.question.strip()
    ]
    to = pages.frame.publication.feedback
    subject = pages.frame.wording.say("Answers: {piece}", piece=f"{asset.title} ({asset.id})")
    reachable = "@" in to and pulses
    return {
        "pulses": pulses,
        "pulse_to": to if reachable else "",
        # Without scripts it is the questions that are taken along, to be answered in the e-mail.
        "pulse_mail": mail_address(to, subject=subject, body=_letter(pulses)) if reachable else "",
    }


def pulse_id(asset: str, question: str, options: tuple[str, ...]) -> str:
    """Return what tells a question of an asset from every other and from an edited one."""
    asked = json.dumps([asset, question, *options]).encode()
    return hashlib.sha256(asked).hexdigest()[:_DIGITS]


def _letter(pulses: list[Pulse]) -> str:
    return "\n\n".join("\n".join((one.question, *one.options)) + "\n" for one in pulses)

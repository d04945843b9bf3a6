"""Find: from what a buyer says to the piece that answers it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.adapters import clock
from enablekit.compilers.guide import compile_guide
from enablekit.encoding.wording import ENGLISH, Wording
from enablekit.errors import UsageError
from enablekit.extend.siblings import Siblings
from enablekit.model.guidance import CHANNELS
from enablekit.parsing.reading import did_you_mean
from enablekit.ranking.catalogue import catalogue
from enablekit.ranking.rank import rank
from enablekit.ranking.reasons import Reasons
from enablekit.ranking.situation import Situation, read
from enablekit.ranking.suggestion import corrected
from enablekit.usecases.shelf import shelf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from enablekit.model.guide import Guide
    from enablekit.model.vocabulary import Vocabulary
    from enablekit.ranking.rank import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    What was found.

    Attributes:
        answer: The pieces.
        asked: The situation, with what was read out of the sentence.
        guides: The guide of each piece by id.
        reasons: Why each fits or not, in words.
        suggestion: The sentence as it was probably meant; empty if nothing is misspelt.

    """

    answer: Answer
    asked: Situation
    guides: dict[str, Guide]
    reasons: Reasons
    suggestion: str = ""


def find(start: Path, sentence: str, asked: Situation, *, now: str | None = None) -> Found:
    """
    Find the pieces for a situation.

    Args:
        start: A folder of the project.
        sentence: What was said, in plain words; may be empty.
        asked: What was asked for beside the sentence.
        now: The day, or None for today.

    Raises:
        UsageError: A word the project does not have, or nothing asked at all.
        EnablekitError: The folder or the project file is at fault.

    """
    today = clock.today(now)
    assets = shelf(start, today)
    library = assets.library
    siblings = Siblings(library)
    guides = [
        compile_guide(asset, library, assets.here.config, siblings) for asset in library.assets
    ]
    words = _all_words(assets.here.config.vocabulary, library.vocabulary)
    known = catalogue(guides, words)
    _know("pain", asked.pain, [one.id for one in words.pains])
    _know("persona", asked.persona, [one.id for one in words.personas])
    _know("stage", asked.stage, [one.id for one in words.stages])
    _know("competitor", asked.competitor, [one.id for one in words.competitors])
    _know("channel", asked.channel, CHANNELS)
    situation = read(sentence, asked, known)
    if situation == Situation():
        raise UsageError(
            "there is nothing to look for",
            hint='Say what they said: `enablekit find "our invoices are always late"`',
        )
    answer = rank(known, situation, today.isoformat())
    return Found(
        answer=answer,
        asked=situation,
        guides={guide.asset.id: guide for guide in guides},
        # In English as all of the command line, whatever the language of the site.
        reasons=Reasons(known, situation, Wording(strings=ENGLISH)),
        suggestion=corrected(sentence, answer.unknown, known),
    )


def _all_words(defined: Vocabulary, used: Vocabulary) -> Vocabulary:
    """Return the words of the project, also those no piece uses, then those only pieces use."""
    return replace(
        defined,
        personas=(*defined.personas, *(one for one in used.personas if not one.known)),
        stages=(*defined.stages, *(one for one in used.stages if not one.known)),
        pains=(*defined.pains, *(one for one in used.pains if not one.known)),
        competitors=(
            *defined.competitors,
            *(one for one in used.competitors if not one.known),
        ),
    )


def _know(kind: str, word: str, allowed: Iterable[str]) -> None:
    """Refuse a word that the project does not have, with the one that was probably meant."""
    listed = sorted(set(allowed))
    if not word or word in listed:
        return
    close = did_you_mean(word, listed)
    known = f"Known: {', '.join(listed)}" if listed else f"The project has no {kind}s yet"
    raise UsageError(
        f"`{word}` is not a {kind} of this project",
        hint=f"Did you mean `{close}`? {known}" if close else known,
    )

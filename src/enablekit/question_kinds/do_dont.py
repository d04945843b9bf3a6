"""Situations to sort: use the asset, or leave it alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.item_making import item_id, normalised, shuffled
from enablekit.extend.said_by_piece import telling
from enablekit.extend.standing_alone import has_verb
from enablekit.model.item import Item, Option
from enablekit.model.phrase import keys, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library
    from enablekit.model.phrase import Phrase

NAME = "do-dont"
BLOOM = "apply"

_EACH = 2  # a side with one situation is told by what is left over
_OVERRIDDEN = 0.33  # of the telling words of a situation stand in a reason to leave it alone

_PERSON = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
# Words by which a situation would say itself on which side it belongs.
_TELLS = re.compile(r"\b(?:not|never|no longer|nothing|don't|doesn't|won't)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:no|nobody|none|without)\b", re.IGNORECASE)
# Nobody goes on with anything then, whatever the piece is.
_ENDS_ALL = re.compile(r"\b(?:asked|told|begged) (?:you|us|me) (?:to stop|not to)\b", re.IGNORECASE)
# “Nobody has asked.” For what?
_OF_WHAT = re.compile(r"\b(?:asked|wants?|wanted|needs?|needed)[.!]?$", re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s+[^a-z])|;\s")
_QUOTED = re.compile(r"(?<!\w)['‘“\"].*?['’”\"](?!\w)")
# “They ask”, “the prospect sells”: a verb that only its subject shows to be one.
_SUBJECT = re.compile(
    r"\b(?:they|he|she|somebody|someone|the (?:prospect|buyer|customer)) (?:already |has |have )?"
    r"[a-z]{3,}"
    r"|(?<=\w )(?:mentions|asks|asked|says|joins|arrives|insists|agreed|speaks|started|ended"
    r"|changed|wants|decides|complains|complained|competes)\b",
    re.IGNORECASE,
)
_SPEECH = telling("ask asks asked say says want wants name names mention mentions")


class _Situation(NamedTuple):
    """
    One situation to sort.

    Attributes:
        text: The words.
        why: What to tell whoever put it on the wrong side.
        persona: The id of the person that a “he” or “she” in it stands for; may be empty.

    """

    text: str
    why: str
    persona: str = ""


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make one sorting item where the guidance has two situations for each side that do not tell it.

    The stem names the person whom a “he” or “she” stands for: a name before the situations of one
    side alone would tell the side.
    """
    leave = _to_leave(asset)[:_EACH]
    use, persona = _to_use(asset, leave)
    options = [Option(text=one.text, correct=True, feedback=one.why) for one in use]
    options += [Option(text=one.text, correct=False, feedback=one.why) for one in leave]
    if len({normalised(one.text) for one in options}) < 2 * _EACH:
        return
    identity = item_id(NAME, asset.path or asset.id, " ".join(one.text for one in options))
    yield Item(
        id=identity,
        kind=NAME,
        form="sorting",
        stem=_stem(asset.title, _name(persona, library)),
        options=shuffled(options, identity),
        groups=keys(("Use it", "Leave it alone")),
        rationale=phrase(
            "Leave it alone: {when}",
            when=" · ".join(one.text for one in asset.guidance.do_not_use_when),
        ),
        source=asset.guidance.do_not_use_when[0].span,
        objective=phrase("Tell when the piece helps and when it does harm."),
        bloom=BLOOM,
        topics=asset.topics,
    )


def _stem(title: str, person: str) -> Phrase:
    if person:
        return phrase(
            "You are with a buyer ({person}). When do you use “{title}”, and when do you leave it "
            "alone?",
            person=person,
            title=title,
        )
    return phrase(
        "You are with a buyer. When do you use “{title}”, and when do you leave it alone?",
        title=title,
    )


def _name(persona: str, library: Library) -> str:
    return next(
        (one.name for one in library.vocabulary.personas if one.known and one.id == persona), ""
    )


def _to_leave(asset: Asset) -> list[_Situation]:
    """Return situations to leave it alone; one that denies what the title names tells itself."""
    lines = asset.guidance.do_not_use_when
    found = _situations(((one.text, "", "") for one in lines), asset.language)
    title = telling(asset.title)
    return [one for one in found if not (_DENIES.search(one.text) and title & telling(one.text))]


def _to_use(asset: Asset, leave: Sequence[_Situation]) -> tuple[list[_Situation], str]:
    """
    Return situations to use it, and the person whose words they are; fewer than two are no side.

    They are of one person, or of nobody, and at most one of them says “he” or “she”: among others
    that do not, two would be sorted by that word.
    """
    guidance = asset.guidance
    conditions = [_first(one.text) for one in guidance.do_not_use_when]
    title_tells = not any(telling(asset.title) & telling(one.text) for one in leave)

    def fits(one: _Situation) -> bool:
        return not (title_tells and telling(asset.title) & telling(one.text)) and not any(
            _is_overridden(one.text, condition) for condition in conditions
        )

    spoken = ((one.when, one.why, one.persona) for one in guidance.use_with)
    said = [one for one in _situations(spoken, asset.language) if fits(one)]
    said.sort(key=lambda one: len(telling(asset.title) & telling(one.text)))
    happens = ((one.text, "", "") for one in guidance.trigger)
    events = [one for one in _situations(happens, asset.language) if fits(one)]
    of_nobody = [one for one in said if not _PERSON.search(one.text)]
    most = _EACH if any(_PERSON.search(one.text) for one in leave) else 1
    for persona in dict.fromkeys(one.persona for one in said):
        mine = [one for one in said if one.persona == persona]
        personal = [one for one in mine if _PERSON.search(one.text)][:most]
        own = [one for one in of_nobody if one.persona == persona]
        chosen = [*personal, *own, *events][:_EACH]
        if len(chosen) == _EACH:
            return chosen, persona
    return [*of_nobody, *events][:_EACH], ""


def _situations(entries: Iterable[tuple[str, str, str]], language: str) -> list[_Situation]:
    """
    Keep the situations, each with what to say of it, and leave out the advice.

    Authors write “They already check invoices; it preaches to the converted.”: what comes first
    is the situation, and what follows would give the answer away. A fragment is no situation,
    where the program knows the verbs of a language.
    """
    found = []
    is_known = language.lower().startswith("en")
    for text, why, persona in entries:
        first = _first(text)
        if _can_be_sorted(first) and (not is_known or _is_sentence(first)):
            found.append(_Situation(first, why or (text if first != text else ""), persona))
    return found


def _can_be_sorted(situation: str) -> bool:
    """Tell whether a situation says what it is about, and no word of it tells where it belongs."""
    return bool(situation) and not any(
        sign.search(situation) for sign in (_TELLS, _ENDS_ALL, _OF_WHAT)
    )


def _first(text: str) -> str:
    end = _END.search(text)
    return text[: end.start()].rstrip(".") + "." if end else text


def _is_sentence(text: str) -> bool:
    plain = _QUOTED.sub(" ", text)
    return has_verb(plain) or _SUBJECT.search(plain) is not None


def _is_overridden(text: str, condition: str) -> bool:
    """
    Tell whether a reason to leave it alone is about what a situation says.

    “She keeps disputes in a spreadsheet” is on neither side where “they have not reduced disputes
    yet” decides.
    """
    roots = telling(text) - _SPEECH
    return bool(roots) and len(roots & telling(condition)) >= _OVERRIDDEN * len(roots)

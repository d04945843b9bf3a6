"""Presenter notes as people write them become typed cues: say, ask, show, if asked, transition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.notes import Answer, Cue

if TYPE_CHECKING:
    from enablekit.model.body import SpokenNote

_LABEL = re.compile(
    r"(?:[*_]{1,2})?(?:(SAY|ASK|SHOW|IF ASKED|TRANSITION|NEXT)( \(DRAWN, [^()\n]*\))?"
    r"|(DRAWN) \([^()\n]*\))(?:[*_]{1,2})?\s*:(?:[*_]{1,2})?\s*(.*)",
)
_TIME = re.compile(
    r"\[(?:(\d{1,2}):([0-5]\d)|(\d{1,4})\s*s)\]\s*$|time=(?:(\d{1,2}):([0-5]\d)|(\d{1,4})s)\s*$"
)
_ANSWER = re.compile(r"(.+?\?)\s*(?:[—–→-]+>?\s*)?(.+)\Z", re.DOTALL)
# Words that the tool once drew and wrote into a deck stay drawn when it reads that deck.
_DRAWN = "DRAWN "
_BULLET = re.compile(r"[-*+]\s+|\d{1,3}[.)]\s+")
_MARKUP = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """One note, sorted; `seconds` is 0 where the author wrote no time."""

    seconds: int = 0
    say: tuple[Cue, ...] = ()
    ask: tuple[Cue, ...] = ()
    show: tuple[Cue, ...] = ()
    if_asked: tuple[Answer, ...] = ()
    transition: Cue | None = None

    @property
    def drawn(self) -> bool:
        """Whether a person wrote none of it."""
        cues = (*self.say, *self.ask, *self.show, *([self.transition] if self.transition else ()))
        return bool(cues) and not self.if_asked and all(cue.drawn for cue in cues)


def read(note: SpokenNote) -> Cues:
    """Sort the lines of a note; lines without a label are said, and go on with the line above."""
    seconds, text = _time(note.text.strip())
    labelled = _labelled(text)
    answers = tuple(_answer(words) for label, words in labelled if label == "IF ASKED")
    transitions = _cues(note, labelled, {"TRANSITION", "NEXT"})
    return Cues(
        seconds=seconds,
        say=_cues(note, labelled, {"SAY"}),
        ask=_cues(note, labelled, {"ASK"}),
        show=_cues(note, labelled, {"SHOW"}),
        if_asked=tuple(one for one in answers if one.they_ask),
        transition=transitions[0] if transitions else None,
    )


def _time(text: str) -> tuple[int, str]:
    first, _, rest = text.partition("\n")
    found = _TIME.match(first.strip())
    if not found:
        return 0, text
    minutes = found[1] or found[4]
    if minutes:
        return int(minutes) * 60 + int(found[2] or found[5]), rest
    return int(found[3] or found[6]), rest


def _labelled(text: str) -> list[tuple[str, str]]:
    """Split a note into paragraphs with their label; a blank line ends a labelled paragraph."""
    parts: list[tuple[str, list[str]]] = []
    open_label = ""
    for raw in text.split("\n"):
        line = _BULLET.sub("", raw.strip(), count=1) if _BULLET.match(raw.strip()) else raw.strip()
        if not line:
            open_label = ""
            continue
        found = _LABEL.match(line)
        starts = bool(found) or not open_label or _BULLET.match(raw.strip()) is not None
        label = _label(found) if found else (open_label if not starts else "SAY")
        words = found[4] if found else line
        if starts:
            parts.append((label, [words]))
        else:
            parts[-1][1].append(words)
        open_label = label
    return [(label, _plain(" ".join(words))) for label, words in parts]


def _label(found: re.Match[str]) -> str:
    if found[3]:
        return f"{_DRAWN}SAY"
    return f"{_DRAWN if found[2] else ''}{found[1]}"


def _plain(text: str) -> str:
    """Drop emphasis marks: nobody speaks asterisks."""
    return _MARKUP.sub(r"\2", text).strip()


def _cues(note: SpokenNote, labelled: list[tuple[str, str]], labels: set[str]) -> tuple[Cue, ...]:
    return tuple(
        Cue(text=words, drawn=label.startswith(_DRAWN), span=note.span)
        for label, words in labelled
        if label.removeprefix(_DRAWN) in labels and words
    )


def _answer(words: str) -> Answer:
    found = _ANSWER.match(words)
    if found:
        return Answer(they_ask=found[1].strip(' “”"'), answer=found[2].strip())
    question, _, answer = words.partition(" — ")
    return Answer(they_ask=question.strip(), answer=answer.strip())

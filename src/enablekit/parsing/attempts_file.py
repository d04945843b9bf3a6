"""A file of kept attempts becomes attempts; whatever does not fit has a place and a reason."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from enablekit.model.attempt import Kept, KeptAnswer, KeptAttempt, KeptPulse
from enablekit.parsing.json_offsets import offsets
from enablekit.parsing.offset_places import OffsetPlaces

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.model.span import Span
    from enablekit.parsing.json_offsets import Path

SCHEMA = "enablekit.attempts/1"

_DIGEST = re.compile(r"[0-9a-f]{12}")
_PARTS = re.compile(r"[^ :]+:[0-9a-f]{12}(?: [^ :]+:[0-9a-f]{12})*")
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_OPTIONAL = frozenset({"parts", "only", "typed", "pulses"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    Something in the file that is not as docs/reference/attempts.md has it.

    Attributes:
        span: Where it stands.
        why: What is wrong, in words.

    """

    span: Span
    why: str


def read(path: str, text: str) -> tuple[Kept, tuple[Fault, ...]]:
    """
    Read a file of attempts.

    Args:
        path: The file, for places.
        text: What it holds.

    Returns:
        What it holds, and everything in it that does not fit the form; where anything does not,
        what it holds is not to be relied on.

    """
    places = OffsetPlaces(path, text, 1)
    try:
        data = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        why = f"this is no JSON: {error.msg[0].lower()}{error.msg[1:]}"
        return Kept(), (Fault(span=places.span(error.pos, error.pos), why=why),)
    except RecursionError:
        return Kept(), (Fault(span=places.span(0, 0), why="it is nested too deep to be read"),)
    except ValueError as error:
        at = max(text.find(str(error)), 0)
        why = f"`{error}` is no value that JSON has"
        return Kept(), (Fault(span=places.span(at, at), why=why),)
    found, twice = offsets(text)
    reader = _Reader(places=places, offsets=found)
    for name, at in twice:
        reader.faults.append(Fault(span=places.span(at, at), why=f"`{name}` stands here twice"))
    kept = reader.kept(data)
    return kept, tuple(sorted(reader.faults, key=lambda one: (one.span.line, one.span.column)))


def _refuse(name: str) -> None:
    raise ValueError(name)


@dataclass(slots=True)
class _Reader:
    places: OffsetPlaces
    offsets: dict[Path, int]
    faults: list[Fault] = field(default_factory=list)

    def kept(self, data: object) -> Kept:
        schema = data.get("schema") if isinstance(data, dict) else None
        if schema != SCHEMA:
            where: Path = ("schema",) if schema is not None else ()
            self._fault(where, f"its `schema` is not `{SCHEMA}`")
            return Kept()
        has = self._object((), data, {"schema": str, "attempts": list, "pulses": list})
        return Kept(
            attempts=tuple(
                self._attempt(("attempts", place), one)
                for place, one in enumerate(has.get("attempts", ()))
            ),
            pulses=tuple(
                self._pulse(("pulses", place), one)
                for place, one in enumerate(has.get("pulses", ()))
            ),
        )

    def _attempt(self, path: Path, data: object) -> KeptAttempt:
        has = self._object(path, data, _ATTEMPT)
        self._holds((path, "check"), has, _is_digest, "is not twelve hex digits")
        self._holds((path, "at"), has, _is_time, "is no time such as 2026-11-01T09:30:00Z")
        self._holds((path, "of"), has, lambda of: of > 0, "is not above 0")
        most = has.get("of", 0)
        self._holds((path, "right"), has, lambda right: right >= 0, "is below 0")
        if has.get("right", 0) > most > 0:
            self._fault((*path, "right"), "`right` is above `of`")
        self._holds((path, "parts"), has, _PARTS.fullmatch, "is no list of ids with digests")
        self._holds((path, "only"), has, _are_texts, "is not a list of ids")
        answers = has.get("answers", {})
        self._holds((path, "answers"), has, bool, "is empty")
        return KeptAttempt(
            **{name: has.get(name, kind()) for name, kind in _PLAIN.items()},
            answers=tuple(
                self._answer((*path, "answers", name), name, one) for name, one in answers.items()
            ),
            parts=has.get("parts", ""),
            only=tuple(map(str, has.get("only", ()))),
        )

    def _answer(self, path: Path, item: str, data: object) -> KeptAnswer:
        has = self._object(path, data, {"chosen": list, "typed": str, "right": bool, "sure": bool})
        chosen = self._numbers(path, has)
        if has.get("chosen") == [] and "typed" not in has:
            self._fault(path, "nothing is chosen and nothing typed")
        return KeptAnswer(
            item=item,
            chosen=chosen,
            typed=has.get("typed"),
            right=has.get("right", False),
            sure=has.get("sure", False),
        )

    def _pulse(self, path: Path, data: object) -> KeptPulse:
        has = self._object(path, data, _PULSE)
        self._holds((path, "at"), has, _is_time, "is no time such as 2026-11-01T09:30:00Z")
        self._holds((path, "pulse"), has, _is_digest, "is not twelve hex digits")
        self._holds((path, "answer"), has, bool, "is empty")
        self._holds((path, "chosen"), has, lambda chosen: len(chosen) < 2, "has more than one")  # noqa: PLR2004 - one or none
        chosen = self._numbers(path, has)
        texts = {name: has.get(name, "") for name, kind in _PULSE.items() if kind is str}
        return KeptPulse(**texts, chosen=chosen)

    def _numbers(self, path: Path, has: dict[str, Any]) -> tuple[int, ...]:
        chosen = has.get("chosen", ())
        fits = all(type(one) is int and one > 0 for one in chosen)
        if not fits:
            self._fault((*path, "chosen"), "`chosen` is not a list of numbers counted from 1")
        return tuple(chosen) if fits else ()

    def _object(self, path: Path, data: object, kinds: dict[str, type]) -> dict[str, Any]:
        """Return the members that are what they should be; the others are faults."""
        if not isinstance(data, dict):
            self._fault(path, "an object should stand here")
            return {}
        for name in kinds.keys() - data.keys() - _OPTIONAL:
            self._fault(path, f"`{name}` is missing")
        for name in data.keys() - kinds.keys():
            self._fault((*path, name), f"`{name}` is nothing that {SCHEMA} has")
        known = {name: one for name, one in data.items() if name in kinds}
        for name, one in known.items():
            if type(one) is not kinds[name]:
                self._fault((*path, name), f"`{name}` is not {_SAID[kinds[name]]}")
        return {name: one for name, one in known.items() if type(one) is kinds[name]}

    def _holds(
        self, at: tuple[Path, str], has: dict[str, Any], fits: Callable[[Any], object], why: str
    ) -> None:
        path, name = at
        if name in has and not fits(has[name]):
            self._fault((*path, name), f"`{name}` {why}")

    def _fault(self, path: Path, why: str) -> None:
        at = self.offsets.get(path, 0)
        self.faults.append(Fault(span=self.places.span(at, at), why=why))


_PLAIN: dict[str, type] = {
    "asset": str, "title": str, "check": str, "at": str, "right": int, "of": int, "passed": bool,
}  # fmt: skip
_ATTEMPT: dict[str, type] = {**_PLAIN, "answers": dict, "parts": str, "only": list}
_PULSE: dict[str, type] = {
    "asset": str, "title": str, "pulse": str, "at": str, "question": str, "chosen": list,
    "answer": str,
}  # fmt: skip
_SAID = {
    str: "a text", int: "a whole number", bool: "true or false", list: "a list",
    dict: "an object",
}  # fmt: skip


def _is_digest(text: str) -> bool:
    return bool(_DIGEST.fullmatch(text))


def _are_texts(ids: list[object]) -> bool:
    return bool(ids) and all(isinstance(one, str) for one in ids)


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        dt.datetime.fromisoformat(text.upper())
    except ValueError:
        return False
    return True

"""
The rules of cmi5 for a unit (AU), as a platform can check them while statements come in.

Source: https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md, 7.1.3 and 9 to 11.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

VERBS = "http://adlnet.gov/expapi/verbs/"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_DURATION = re.compile(r"P(T?\d+(\.\d{1,2})?[HMSD])+")
_WITH_DURATION = {"completed", "passed", "failed", "terminated"}
_JUDGED = {"passed", "failed"}


def verb_of(statement: dict[str, Any]) -> str:
    """Return the last word of the verb's id."""
    return str(statement["verb"]["id"]).removeprefix(VERBS)


def categories_of(statement: dict[str, Any]) -> set[str]:
    """Return the ids of the categories of a statement."""
    listed = statement["context"].get("contextActivities", {}).get("category", [])
    return {one["id"] for one in listed}


@dataclass(slots=True)
class Ledger:
    """
    What a registration has said, and which rules that broke.

    Attributes:
        actor: The learner, as launched.
        registration: The registration.
        activity: What the platform calls the unit.
        template: The context that every statement begins with.
        mode: `Normal`, `Browse` or `Review`.
        mastery: The score that passes.
        statements: Everything said, by all sessions.
        session: What this session said.
        broken: Every rule that was broken, in words.

    """

    actor: dict[str, Any]
    registration: str
    activity: str
    template: dict[str, Any]
    mode: str = "Normal"
    mastery: float = 0.8
    statements: list[dict[str, Any]] = field(default_factory=list)
    session: list[dict[str, Any]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def take(self, statement: dict[str, Any]) -> None:
        """Check a statement against the rules and keep it."""
        verb = verb_of(statement)
        self._whole(verb, statement)
        self._context(verb, statement)
        if CMI5 in categories_of(statement):
            self._order(verb)
            self._result(verb, statement)
        elif not self.session:
            self._break(verb, "comes before initialized")
        self.session.append(statement)
        self.statements.append(statement)

    def _require(self, holds: object, verb: str, rule: str) -> None:
        if not holds:
            self._break(verb, rule)

    def _break(self, verb: str, rule: str) -> None:
        self.broken.append(f"{verb}: {rule}")

    def _whole(self, verb: str, statement: dict[str, Any]) -> None:
        said = [verb_of(one) for one in self.session]
        times = [one["timestamp"] for one in self.session]
        self._require(_UUID.fullmatch(statement.get("id", "")), verb, "has no UUID")
        self._require(statement["actor"] == self.actor, verb, "is about somebody else")
        self._require(_UTC.fullmatch(statement.get("timestamp", "")), verb, "has no time in UTC")
        self._require("terminated" not in said, verb, "comes after terminated")
        ordered = not times or statement["timestamp"] >= (
            max(times) if verb == "terminated" else times[0]
        )
        self._require(ordered, verb, "is dated before what it follows")
        self._require(
            self.mode == "Normal" or verb in {"initialized", "terminated"},
            verb,
            f"is said in mode {self.mode}",
        )

    def _context(self, verb: str, statement: dict[str, Any]) -> None:
        context = statement["context"]
        self._require(context.get("registration") == self.registration, verb, "has no registration")
        for name, value in self.template["extensions"].items():
            kept = context.get("extensions", {}).get(name) == value
            self._require(kept, verb, f"lost the extension {name}")
        for name, listed in self.template["contextActivities"].items():
            ours = context.get("contextActivities", {}).get(name, [])
            kept = all(one in ours for one in listed)
            self._require(kept, verb, f"lost the {name} of the platform")
        result = statement.get("result", {})
        moves = "success" in result or "completion" in result
        defined = CMI5 in categories_of(statement)
        self._require(
            (MOVE_ON in categories_of(statement)) == (defined and moves), verb, "has a wrong moveOn"
        )
        self._require(defined == (verb != "answered"), verb, "has a wrong cmi5 category")

    def _order(self, verb: str) -> None:
        now = [verb_of(one) for one in self.session if CMI5 in categories_of(one)]
        ever = [verb_of(one) for one in self.statements if CMI5 in categories_of(one)]
        self._require(verb not in now, verb, "is said twice in a session")
        self._require(now or verb == "initialized", verb, "comes before initialized")
        self._require(verb not in _JUDGED or not _JUDGED & set(now), verb, "is a second judgement")
        once = {"completed", "passed"}
        self._require(verb not in once or verb not in ever, verb, "is said twice in a registration")
        self._require(verb != "failed" or "passed" not in ever, verb, "follows passed")

    def _result(self, verb: str, statement: dict[str, Any]) -> None:
        result = statement.get("result", {})
        self._require(statement["object"]["id"] == self.activity, verb, "is about another activity")
        self._require(
            verb not in _WITH_DURATION or _DURATION.fullmatch(result.get("duration", "")),
            verb,
            "has no duration",
        )
        self._require(("completion" in result) == (verb == "completed"), verb, "has a completion")
        success = {"passed": True, "failed": False}.get(verb)
        self._require(result.get("success") == success, verb, "has a wrong success")
        self._require("score" not in result or verb in _JUDGED, verb, "has a score")
        if verb in _JUDGED:
            score = result["score"]
            enough = score["scaled"] >= self.mastery
            self._require(enough == (verb == "passed"), verb, "contradicts the mastery score")
            self._require(score["min"] <= score["raw"] <= score["max"], verb, "has an odd score")
            said = statement["context"]["extensions"].get(MASTERY)
            self._require(said == self.mastery, verb, "does not say the mastery score")

"""Activities and statements before the published validator, which finds what is seeded."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from cmi5_rules import CMI5, MOVE_ON, VERBS, Ledger
from every_form import HOSTILE, ITEMS, parcel
from small_lms import ACTIVITY, ACTOR, REGISTRATION, TEMPLATE
from statement_validator import warnings

from enablekit.exporters import xapi

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def activities() -> list[dict[str, Any]]:
    [(name, lines)] = xapi.files(parcel()).items()
    assert name == "case-wholesaler.activities.jsonl"
    return [json.loads(line) for line in lines.decode().splitlines()]


def about(activity: dict[str, Any]) -> dict[str, Any]:
    """Return a statement that somebody answered it."""
    return {
        "id": "a34d24eb-9c17-4f1a-ad0b-66c5b016ef42",
        "actor": ACTOR,
        "verb": {"id": f"{VERBS}answered", "display": {"en": "answered"}},
        "object": activity,
        "result": {"success": True, "response": "a", "duration": "PT1S"},
        "timestamp": "2026-11-01T09:30:00.000Z",
    }


def test_activities_fit_into_statements(clients: Path) -> None:
    known = activities()
    assert len(known) == len(ITEMS) + 1
    assert warnings([about(one) for one in known], clients) == [[]] * len(known)


def test_an_activity_says_what_was_asked_and_what_is_right_in_its_language() -> None:
    check, first, made, sorting, _, matching, *_ = activities()
    assert check["definition"]["name"] == {"de": HOSTILE}
    assert first["definition"]["description"] == {"de": HOSTILE}
    assert list(made["definition"]["description"]) == ["en"]  # nobody wrote it
    assert first["definition"]["correctResponsesPattern"] == ["b"]
    groups = [one["description"] for one in sorting["definition"]["target"]]
    assert groups == [{"en": "Do"}, {"en": "Don't"}]
    assert [one["id"] for one in matching["definition"]["target"]] == ["a", "b", "c"]
    assert [one["id"] for one in matching["definition"]["source"]] == ["1", "2"]


def _no_verb(one: dict[str, Any]) -> None:
    del one["verb"]


def _relative_id(one: dict[str, Any]) -> None:
    one["object"]["id"] = "item-1"


def _unknown_type(one: dict[str, Any]) -> None:
    one["object"]["definition"]["interactionType"] = "multichoice"


def _bad_duration(one: dict[str, Any]) -> None:
    one["result"]["duration"] = "12 s"


def _mail_and_account(one: dict[str, Any]) -> None:
    one["actor"]["mbox"] = "mailto:a@example.org"


def _score_beyond(one: dict[str, Any]) -> None:
    one["result"]["score"] = {"scaled": 1.2}


FAULTS = (_no_verb, _relative_id, _unknown_type, _bad_duration, _mail_and_account, _score_beyond)


@pytest.mark.parametrize("fault", FAULTS)
def test_the_validator_finds_a_seeded_fault(
    fault: Callable[[dict[str, Any]], None], clients: Path
) -> None:
    statement = copy.deepcopy(about(activities()[1]))
    fault(statement)
    [found] = warnings([statement], clients)
    assert found


def ledger() -> Ledger:
    return Ledger(actor=ACTOR, registration=REGISTRATION, activity=ACTIVITY, template=TEMPLATE)


def told(verb: str, result: dict[str, Any] | None = None, *names: str) -> dict[str, Any]:
    """Return a statement as a unit may send it, with these categories."""
    category = [{"objectType": "Activity", "id": name} for name in names]
    return {
        **about({"objectType": "Activity", "id": ACTIVITY}),
        "verb": {"id": f"{VERBS}{verb}"},
        "result": result or {},
        "context": {
            **TEMPLATE,
            "registration": REGISTRATION,
            "contextActivities": {**TEMPLATE["contextActivities"], "category": category},
        },
    }


def test_the_small_platform_finds_broken_rules() -> None:
    completed = {"completion": True, "duration": "PT1S"}
    cases = {
        "completed: comes before initialized": [told("completed", completed, CMI5, MOVE_ON)],
        "initialized: is said twice in a session": [told("initialized", None, CMI5)] * 2,
        "answered: has a wrong cmi5 category": [told("answered", {"success": True}, CMI5)],
        "completed: has a wrong moveOn": [told("completed", completed, CMI5)],
        "completed: has no duration": [told("completed", {"completion": True}, CMI5, MOVE_ON)],
        "terminated: has a score": [told("terminated", {"score": {"scaled": 1}}, CMI5)],
        "passed: contradicts the mastery score": [
            told(
                "passed",
                {"success": True, "score": {"scaled": 0.5, "raw": 1, "min": 0, "max": 2}},
                CMI5,
                MOVE_ON,
            )
        ],
    }
    for rule, statements in cases.items():
        kept = ledger()
        for statement in statements:
            kept.take(statement)
        assert rule in kept.broken

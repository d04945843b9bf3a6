"""A learner's saved attempts as xAPI statements, before the published validator."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from cmi5_rules import VERBS, verb_of
from every_form import HOSTILE, ITEMS, MERIDIAN, NOW, RIGHT, WRONG, parcel
from jsonschema import Draft202012Validator
from statement_validator import warnings

from enablekit.errors import UsageError
from enablekit.exporters import xapi
from enablekit.extend.item_key import version_of
from enablekit.model.audience import Audience
from enablekit.parsing import attempts_file
from enablekit.usecases import kept_attempts
from enablekit.usecases.export import Order, export

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.model.parcel import Parcel

ASSET = "case-wholesaler"
SCHEMA = MERIDIAN.parents[1] / "docs" / "reference" / "schemas" / "attempts-1.schema.json"
OURS = "https://enablekit.dev/xapi/extensions/"
UUID5 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
# The `result` of each answer to an item of every form, as cmi5 packages tell it, too.
RESPONSES = [
    "b", "a[,]c[,]d", "1[.]a[,]2[.]b[,]3[.]a", "b[,]c[,]a", "1[.]b[,]2[.]a",
    "14.5", "1250000", "Look-Back Test.",
]  # fmt: skip


@cache
def exportable(site: str = "") -> Parcel:
    """Return an asset with a check of every form."""
    return parcel(site_url=site)


def answers(said: dict[str, Any], *, right: bool) -> dict[str, Any]:
    """Return answers as a browser keeps them."""
    return {
        name: {
            **({"chosen": [], "typed": one} if isinstance(one, str) else {"chosen": list(one)}),
            "right": right,
            "sure": not right,
        }
        for name, one in said.items()
    }


def attempt(**fields: object) -> dict[str, Any]:
    """Return an attempt at the check of every form."""
    return {
        "asset": ASSET,
        "title": HOSTILE,
        "check": version_of(exportable().compiled[0].check),
        "at": "2026-11-01T09:30:00.000Z",
        "right": len(ITEMS),
        "of": len(ITEMS),
        "passed": True,
        "answers": answers(RIGHT, right=True),
        **fields,
    }


FAILED = {"at": "2026-11-02T09:30:00.000Z", "right": 2, "passed": False,
          "answers": answers(WRONG, right=False)}  # fmt: skip
PULSE = {
    "asset": ASSET, "title": HOSTILE, "pulse": "5c0ffee15bad", "at": "2026-11-03T09:30:00.000Z",
    "question": "How is it today?", "chosen": [3], "answer": "We never know",
}  # fmt: skip


def saved(*attempts: dict[str, Any], **more: object) -> str:
    return json.dumps(
        {"schema": "enablekit.attempts/1", "attempts": list(attempts), **more}, indent=2
    )


def told(text: str, *, learner: str = "rep-7", site: str = "") -> list[dict[str, Any]]:
    """Return the statements that a saved file becomes."""
    kept, faults = attempts_file.read("saved.json", text)
    assert faults == ()
    made = xapi.files(replace(exportable(site), kept=replace(kept, learner=learner)))
    assert list(made) == ["case-wholesaler.activities.jsonl", "case-wholesaler.statements.jsonl"]
    return [json.loads(line) for line in made["case-wholesaler.statements.jsonl"].splitlines()]


def test_an_attempt_is_its_answers_completed_and_passed(clients: Path) -> None:
    found = told(saved(attempt()))

    assert [verb_of(one) for one in found] == ["answered"] * 8 + ["completed", "passed"]
    assert [one["result"]["response"] for one in found[:8]] == RESPONSES
    assert all(one["result"]["success"] for one in found[:8])
    assert found[8]["result"] == {"completion": True}
    assert found[9]["result"] == {
        "success": True, "score": {"scaled": 1.0, "raw": 8, "min": 0, "max": 8},
    }  # fmt: skip
    assert warnings(found, clients) == [[]] * len(found)


def test_a_failure_is_told_as_one_and_its_score_is_never_rounded_up(clients: Path) -> None:
    found = told(saved(attempt(**{**FAILED, "right": 2, "of": 3})))

    assert verb_of(found[-1]) == "failed"
    assert found[-1]["result"]["success"] is False
    assert found[-1]["result"]["score"]["scaled"] == 0.6666
    assert not any(one["result"]["success"] for one in found[:8])
    assert all(one["result"]["extensions"][f"{OURS}sure"] for one in found[:8])
    assert warnings(found, clients) == [[]] * len(found)


def test_what_a_response_cannot_say_is_kept_beside_it() -> None:
    found = told(saved(attempt(**FAILED)))

    typed = [one["result"]["extensions"].get(f"{OURS}typed") for one in found[5:8]]
    assert typed == ["1 200 000", None, WRONG["8" * 12]]
    assert [one["result"].get("response") for one in found[5:7]] == ["1200000", "12"]


def test_a_number_that_is_none_has_no_response_and_is_not_lost(clients: Path) -> None:
    given = {"6" * 12: "a fortnight"}

    found = told(saved(attempt(answers=answers(given, right=False))))

    assert "response" not in found[0]["result"]
    assert found[0]["result"]["extensions"][f"{OURS}typed"] == "a fortnight"
    assert warnings(found, clients) == [[]] * len(found)


def test_statements_are_about_the_activities_of_the_same_export() -> None:
    kept, _ = attempts_file.read("saved.json", saved(attempt()))
    made = xapi.files(replace(exportable(), kept=replace(kept, learner="rep-7")))

    known, said = ([json.loads(line) for line in lines.splitlines()] for lines in made.values())

    assert [one["object"] for one in said[:8]] == known[1:]
    assert said[8]["object"] == said[9]["object"] == known[0]
    assert {one["context"]["contextActivities"]["parent"][0]["id"] for one in said[:8]} == {
        known[0]["id"]
    }


def test_the_same_attempt_has_the_same_ids_and_another_has_others() -> None:
    first = told(saved(attempt()))
    again = told(saved(attempt(), attempt(**FAILED)))
    somebody = told(saved(attempt()), learner="rep-8")

    ids = [one["id"] for one in again]
    assert [one["id"] for one in first] == ids[:10]
    assert len(set(ids)) == len(ids) == 20
    assert not set(ids) & {one["id"] for one in somebody}
    assert all(UUID5.fullmatch(one) for one in ids)
    assert {one["context"]["registration"] for one in again} == {
        first[0]["context"]["registration"]
    }


@pytest.mark.parametrize("site", ["", "https://guides.example/"])
def test_the_learner_is_an_account_and_no_address(site: str) -> None:
    found = told(saved(attempt()), site=site)

    home = site or "https://enablekit.dev/projects/Meridian%20field%20guide"
    actor = {"objectType": "Agent", "account": {"homePage": home, "name": "rep-7"}}
    assert all(one["actor"] == actor for one in found)
    assert "mbox" not in json.dumps(found)


def test_of_an_edited_check_it_is_told_what_was_answered_and_not_what_was_asked(
    clients: Path,
) -> None:
    found = told(saved(attempt(check="0" * 12, title="Its old title")))

    assert all(set(one["object"]["definition"]) == {"type"} for one in found[:8])
    assert found[0]["result"]["extensions"][f"{OURS}chosen"] == [2]
    assert found[5]["result"]["extensions"][f"{OURS}typed"] == "14,5 days"
    assert all(one["context"]["extensions"][f"{OURS}check"] == "0" * 12 for one in found)
    assert all(one["context"]["extensions"][f"{OURS}title"] == "Its old title" for one in found)
    assert warnings(found, clients) == [[]] * len(found)


def test_an_answer_that_cannot_be_one_is_kept_as_it_is(clients: Path) -> None:
    odd = {"1" * 12: (9,), "3" * 12: (1,), "5" * 12: (4, 1), "f" * 12: (1,)}

    found = told(saved(attempt(answers=answers(odd, right=False))))

    assert [one["result"]["extensions"][f"{OURS}chosen"] for one in found[:4]] == [
        [9], [1], [4, 1], [1],
    ]  # fmt: skip
    assert not any("response" in one["result"] for one in found[:4])
    assert warnings(found, clients) == [[]] * len(found)


def test_a_part_that_was_asked_again_is_no_pass_of_the_check(clients: Path) -> None:
    whole = told(saved(attempt()))[-1]["object"]["id"]
    digests = "who-wants:0123456789ab"

    found = told(saved(attempt(only=["who-wants"], parts=digests)))

    assert verb_of(found[-1]) == "passed"
    assert found[-1]["object"]["id"] != whole
    assert found[-1]["context"]["contextActivities"]["parent"][0]["id"] == whole
    assert found[-1]["context"]["extensions"][f"{OURS}only"] == ["who-wants"]
    assert found[-1]["context"]["extensions"][f"{OURS}parts"] == digests
    assert warnings(found, clients) == [[]] * len(found)


def test_a_pulse_is_an_answer_that_is_neither_right_nor_wrong(clients: Path) -> None:
    [found] = told(saved(pulses=[PULSE]))

    assert verb_of(found) == "answered"
    assert found["object"]["definition"]["name"] == {"en": "How is it today?"}
    assert found["result"] == {
        "response": "We never know", "extensions": {f"{OURS}chosen": [3]},
    }  # fmt: skip
    assert warnings([found], clients) == [[]]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (("2026-11-01T09:30:00.000Z", "yesterday"), ":8:13: `at` is no time"),
        (("2026-11-01T", "2026-13-01T"), ":8:13: `at` is no time"),
        (('"of": 8', '"of": 0'), ":10:13: `of` is not above 0"),
        (('"right": 8', '"right": 9'), ":9:16: `right` is above `of`"),
        (('"passed": true', '"passed": "yes"'), ":11:17: `passed` is not true or false"),
        (('"passed"', '"past"'), ":4:5: `passed` is missing; 1 more fault, in lines 11"),
        (('"asset"', '"title"'), "is missing; 1 more fault, in lines 6"),
        (('"of": 8', '"of": 8, "of": 9'), ":10:16: `of` stands here twice"),
        (("      2\n", "      2,\n"), ":16:11: this is no JSON"),
        (("      2\n", "      0\n"), "`chosen` is not a list of numbers"),
        (("enablekit.attempts/1", "enablekit.quiz/1"), ":2:13: its `schema` is not"),
        (("{\n", "[\n"), "this is no JSON"),
        (('"of": 8', '"of": NaN'), ":10:13: `NaN` is no value that JSON has"),
    ],
)
def test_a_bad_file_is_an_error_with_its_line(
    fault: tuple[str, str], said: str, tmp_path: Path
) -> None:
    first_answer = answers({"1" * 12: (2,)}, right=True)
    good = saved(attempt(answers=first_answer))
    file = tmp_path / "saved.json"
    file.write_text(good.replace(*fault, 1), encoding="utf-8")
    assert good != file.read_text(encoding="utf-8")

    with pytest.raises(UsageError) as caught:
        kept_attempts.read(file, "")

    assert caught.value.message.startswith(str(file))
    assert said in caught.value.message
    assert caught.value.hint


def broken() -> list[dict[str, Any]]:
    """Return files that differ from a whole one in one thing each."""
    whole = json.loads(saved(attempt(parts="a:0123456789ab", only=["a"]), pulses=[PULSE]))
    found: list[dict[str, Any]] = [whole]
    for path in sorted(_paths(whole), key=str):
        for change in (_without, _other, _surplus):
            copy = json.loads(json.dumps(whole))
            inside = copy
            for step in path[:-1]:
                inside = inside[step]
            change(inside, path[-1])
            found.append(copy)
    attempts: tuple[dict[str, Any], ...] = (
        {"parts": "a:1"}, {"only": []}, {"only": [1]}, {"check": "x"}, {"of": 0},
    )  # fmt: skip
    pulses: tuple[dict[str, Any], ...] = (
        {"pulse": "x"}, {"answer": ""}, {"chosen": [1, 2]}, {"chosen": []},
    )  # fmt: skip
    found += [{**whole, "attempts": [{**whole["attempts"][0], **one}]} for one in attempts]
    found += [{**whole, "pulses": [{**PULSE, **one}]} for one in pulses]
    return found


def _paths(data: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    inside = list(data.items() if isinstance(data, dict) else enumerate(data))
    steps = [(*above, step) for step, one in inside]
    deeper = [(*above, step) for step, one in inside if isinstance(one, dict | list)]
    if isinstance(data, list) and not any(isinstance(one, dict) for one in data):
        return []
    return steps + [path for step in deeper for path in _paths(data[step[-1]], step)]


def _without(inside: Any, step: Any) -> None:  # noqa: ANN401 - any JSON
    del inside[step]


def _other(inside: Any, step: Any) -> None:  # noqa: ANN401 - any JSON
    inside[step] = 1.5 if isinstance(inside[step], dict | list) else [inside[step]]


def _surplus(inside: Any, step: Any) -> None:  # noqa: ANN401 - any JSON
    if isinstance(inside[step], dict) and step != "answers":
        inside[step]["more"] = 1


def test_what_is_taken_is_what_the_published_schema_takes() -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

    files = broken()
    judged = [
        (validator.is_valid(one), not attempts_file.read("saved.json", json.dumps(one))[1])
        for one in files
    ]

    different = [
        json.dumps(one) for one, (valid, taken) in zip(files, judged, strict=True) if valid != taken
    ]
    assert different == []
    assert {valid for valid, _ in judged} == {True, False}
    assert len(files) > 100


def test_a_file_that_is_no_utf_8_names_its_line(tmp_path: Path) -> None:
    file = tmp_path / "saved.json"
    file.write_bytes(saved(attempt()).encode().replace(b"pays", b"p\xe4ys", 1))

    with pytest.raises(UsageError, match=r"saved\.json:6: this is not UTF-8"):
        kept_attempts.read(file, "")


def exported(tmp_path: Path, text: str, **more: Any) -> tuple[list[dict[str, Any]], list[Any]]:  # noqa: ANN401 - what an order takes
    """Export the example with a saved file; return its statements and what was left out."""
    file = tmp_path / "saved.json"
    file.write_text(text, encoding="utf-8")
    order = Order(
        start=MERIDIAN, form="xapi", output=tmp_path / "out", now=NOW, attempts=file, **more
    )
    done = export(order)
    [name] = [one for one in done.files if "statements" in one] or [""]
    lines = (tmp_path / "out" / name).read_text("utf-8").splitlines() if name else []
    return [json.loads(one) for one in lines], list(done.left_out)


def test_whoever_is_not_named_is_called_after_what_they_kept_first(tmp_path: Path) -> None:
    one, _ = exported(tmp_path, saved(attempt()))
    more, _ = exported(tmp_path, saved(attempt(), attempt(**FAILED), pulses=[PULSE]))
    named, _ = exported(tmp_path, saved(attempt()), learner="rep-7")

    names = [said[0]["actor"]["account"]["name"] for said in (one, more, named)]
    assert re.fullmatch(r"learner-[0-9a-f]{12}", names[0])
    assert names[0] == names[1]
    assert names[2] == "rep-7"


def test_attempts_at_what_is_gone_are_told_and_those_not_asked_for_are_named(
    tmp_path: Path,
) -> None:
    gone = attempt(asset="long-gone", title="A piece that is gone")

    everything, _ = exported(tmp_path, saved(gone))
    asked, left_out = exported(tmp_path, saved(gone, attempt(check="0" * 12)), names=(ASSET,))

    assert [verb_of(one) for one in everything][-2:] == ["completed", "passed"]
    assert everything[-1]["object"]["definition"]["name"] == {"en": "A piece that is gone"}
    assert len(asked) == 10
    assert ("long-gone", "has 1 entry in the file that stay out of the export") in left_out


def test_for_a_wider_audience_nothing_is_told_of_what_it_may_not_see(tmp_path: Path) -> None:
    hidden = attempt(asset="battlecard-ledgerline", title="How we beat Ledgerline")

    found, left_out = exported(tmp_path, saved(hidden), audience=Audience.CUSTOMER)

    assert found == []
    assert any(name == "battlecard-ledgerline" for name, _ in left_out)


def test_an_address_is_no_pseudonym_and_other_formats_have_no_use_for_attempts(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match="a pseudonym, not an address"):
        exported(tmp_path, saved(attempt()), learner="a.rep@example.com")
    order = Order(start=MERIDIAN, form="gift", output=tmp_path, attempts=tmp_path / "saved.json")
    with pytest.raises(UsageError, match="nothing to make of attempts"):
        export(order)


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no attempt"):
        exported(tmp_path, saved())


def test_verbs_are_those_of_adl() -> None:
    assert {one["verb"]["id"] for one in told(saved(attempt(), attempt(**FAILED)))} == {
        f"{VERBS}{name}" for name in ("answered", "completed", "passed", "failed")
    }

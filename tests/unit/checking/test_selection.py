from __future__ import annotations

import dataclasses

import pytest

from enablekit.checking.selection import named, selected
from enablekit.config.policy import Policy
from enablekit.errors import UsageError
from enablekit.model.diagnosis import Diagnosis, Profile
from enablekit.model.finding import Severity
from enablekit.model.span import Span


def diagnosis(code: str, name: str, profile: Profile = Profile.RECOMMENDED) -> Diagnosis:
    return Diagnosis(
        code=code, name=name, severity=Severity.ERROR, profile=profile,
        what="", why="", wrong="", right="",
    )  # fmt: skip


OWNER = diagnosis("EK504", "no-owner")
EXPIRED = diagnosis("EK503", "asset-expired", Profile.MINIMAL)
BOAST = diagnosis("EK703", "superlative", Profile.STRICT)
ALL = (EXPIRED, OWNER, BOAST)


def codes(**policy: object) -> set[str]:
    return set(selected(Policy(**policy), ALL).codes)  # type: ignore[arg-type] # as each test says


@pytest.mark.parametrize(
    ("profile", "wanted"),
    [
        (Profile.MINIMAL, {"EK503"}),
        (Profile.RECOMMENDED, {"EK503", "EK504"}),
        (Profile.STRICT, {"EK503", "EK504", "EK703"}),
    ],
)
def test_each_profile_holds_the_one_before_it(profile: Profile, wanted: set[str]) -> None:
    assert codes(profile=profile) == wanted


def test_rules_are_named_by_code_by_name_and_by_the_beginning_of_a_code() -> None:
    assert named(["EK5"], ALL) == {"EK503", "EK504"}
    assert named(["ek703", "no-owner"], ALL) == {"EK703", "EK504"}


def test_select_replaces_the_profile_and_ignore_has_the_last_word() -> None:
    assert codes(select=("EK7",)) == {"EK703"}
    assert codes(extend_select=("superlative",), ignore=("EK5",)) == {"EK703"}


def test_a_rule_nobody_knows_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no rule is called no-ownr") as stopped:
        codes(select=("no-ownr",))

    assert "Did you mean no-owner?" in (stopped.value.hint or "")


def test_a_whole_code_is_not_the_beginning_of_another() -> None:
    with pytest.raises(UsageError):
        named(["EK50x"], ALL)


def test_paths_types_and_weights_are_the_projects_to_decide() -> None:
    finding = OWNER.at(Span(path="blog/a.md"), "nobody")
    selection = selected(
        Policy(
            path_ignores=(("blog/**", ("EK5",)),),
            type_ignores=(("deck", ("no-owner",)),),
            severities=(("EK504", Severity.INFO),),
        ),
        ALL,
    )
    elsewhere = dataclasses.replace(finding, span=Span(path="paper.md"))

    assert selection.weighed(finding, "") is None
    assert selection.weighed(elsewhere, "deck") is None
    weighed = selection.weighed(elsewhere, "white-paper")
    assert weighed is not None
    assert weighed.severity is Severity.INFO

"""Which day a build takes as today."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from enablekit.adapters.clock import today
from enablekit.errors import UsageError


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_the_day_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today("2026-11-30") == date(2026, 11, 30)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu", "America/Los_Angeles"])
def test_the_environment_gives_the_day_in_utc(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700006399")
    assert today(None) == date(2023, 11, 14)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_either_it_is_the_real_day_in_utc(
    epoch: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.fromtimestamp(time.time(), tz=UTC).date()
    day = today(None)
    assert before <= day <= datetime.fromtimestamp(time.time(), tz=UTC).date()


@pytest.mark.parametrize(
    "now", ["", "tomorrow", "2026-13-01", "2026-02-30", "20261130", "2026-W48-1", "2026-11-30T10"]
)
def test_a_day_that_is_none_is_refused_with_an_example(now: str) -> None:
    with pytest.raises(UsageError, match="is not a day") as refused:
        today(now)
    assert "2026-11-30" in refused.value.hint


@pytest.mark.parametrize("epoch", ["x", "-1", "1.5", " 1", "1_0", "٣", "9" * 30, "9" * 6000])
def test_an_environment_that_is_no_number_of_seconds_is_refused(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match=r"SOURCE_DATE_EPOCH=.* is not a number of seconds"):
        today(None)

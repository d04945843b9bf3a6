from __future__ import annotations

import pytest

from enablekit.extend.stated_time import seconds_in


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("45s", 45),
        ("45 sec", 45),
        ("2 min", 120),
        ("2 minutes", 120),
        ("1m 30s", 90),
        ("1:30", 90),
        ("", 0),
        ("short", 0),
        ("45", 0),
        ("1:75", 0),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, seconds: int) -> None:
    assert seconds_in(written) == seconds

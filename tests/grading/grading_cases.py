"""The table of what counts as right, for every program that grades."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_TABLE = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))

# What was typed, the number or the accepted answers, and whether that is right.
NUMERIC: list[tuple[str, dict[str, str], bool]] = []
SHORT: list[tuple[str, list[str], bool]] = []


def _each(row: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(one, True) for one in row["right"]] + [(one, False) for one in row["wrong"]]


for _row in _TABLE["numeric"]:
    _number = {
        "value": _row["value"],
        "tolerance": _row.get("tolerance", "0"),
        "unit": _row.get("unit", ""),
    }
    NUMERIC += [(typed, _number, right) for typed, right in _each(_row)]
for _row in _TABLE["short"]:
    SHORT += [(typed, _row["accepted"], right) for typed, right in _each(_row)]

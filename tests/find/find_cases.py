"""The table of what the finder must answer, for every program that ranks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from enablekit.ranking.catalogue import Catalogue, Entry, Stop
from enablekit.ranking.name import Name

TABLE = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
CASES: list[dict[str, Any]] = TABLE["cases"]
DAY = "2026-11-01"


def library() -> Catalogue:
    """Return the library that the table asks about."""
    data = TABLE["library"]
    return Catalogue(
        entries=tuple(_entry(one) for one in data["entries"]),
        personas=_names(data["personas"]),
        stages=_names(data["stages"]),
        pains=_names(data["pains"]),
        channels=_names(data["channels"]),
        competitors=_names(data["competitors"]),
    )


def _names(listed: list[dict[str, Any]]) -> tuple[Name, ...]:
    return tuple(Name(id=one["id"], names=tuple(one["names"])) for one in listed)


def _entry(data: dict[str, Any]) -> Entry:
    values: dict[str, Any] = {
        key: tuple(one) if isinstance(one, list) else one for key, one in data.items()
    }
    values["texts"] = tuple((weight, text) for weight, text in data["texts"])
    values["pains"] = tuple((pain, words) for pain, words in data.get("pains", []))
    values["stops"] = tuple(Stop(**one) for one in data.get("stops", []))
    return Entry(**values)

"""What is noted of the single assets of a build is read again, whatever Python wrote it."""

from __future__ import annotations

import importlib
import pkgutil
from enum import Enum
from typing import TYPE_CHECKING, Any

from enablekit import model
from enablekit.adapters import build_memory
from enablekit.model.audience import Audience
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_enumerations_are_noted_by_their_value_where_python_would_ask_for_getattr(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def as_in_older_ones(member: Enum, _: int) -> tuple[Any, tuple[type[Enum], str]]:
        return getattr, (type(member), member.name)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for kind in build_memory.ENUMERATIONS:
        monkeypatch.setattr(kind, "__reduce_ex__", as_in_older_ones)
    parts = (Audience.PARTNER, Severity.ERROR)
    build_memory.keep_parts("same", tmp_path / "site", parts)

    assert build_memory.recall_parts("same", tmp_path / "site") == parts
    assert build_memory.recall_parts("other", tmp_path / "site") is None


def test_every_enumeration_of_the_model_can_be_noted() -> None:
    found = {
        one
        for module in pkgutil.iter_modules(model.__path__, "enablekit.model.")
        for one in vars(importlib.import_module(module.name)).values()
        if isinstance(one, type) and issubclass(one, Enum) and one.__module__ == module.name
    }
    assert found == set(build_memory.ENUMERATIONS)


def test_what_a_preview_notes_is_forgotten_with_its_folder(tmp_path: Path) -> None:
    parts = (Audience.INTERNAL,)
    build_memory.keep_parts("same", tmp_path / "site", parts, live=True)

    assert build_memory.recall_parts("same", tmp_path / "site") is parts
    assert build_memory.recall_parts("other", tmp_path / "site") is None
    build_memory.forget(tmp_path / "site")
    assert build_memory.recall_parts("same", tmp_path / "site") is None

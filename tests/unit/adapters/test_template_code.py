from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from enablekit.adapters.template_code import TemplateCode
from enablekit.model.strings import Strings
from enablekit.site.templating import prepared

if TYPE_CHECKING:
    from pathlib import Path

PAGE = {"page.html.j2": '{{ _("Ask") }} {{ words }}'}
GERMAN = Strings(language="de", words={"Ask": "Fragen"})


@pytest.fixture(autouse=True)
def may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let compiled code be kept, whatever these tests themselves are run with."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def filled(kept: TemplateCode, texts: dict[str, str] = PAGE, strings: Strings = GERMAN) -> str:
    return prepared(texts, strings, kept).fill("page.html.j2", {"words": "<Sie>"}).decode()


def test_what_was_compiled_before_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled(TemplateCode(tmp_path)) == "Fragen &lt;Sie&gt;"
    monkeypatch.setattr("jinja2.Environment.compile", None)  # would be called, and fail

    assert filled(TemplateCode(tmp_path)) == "Fragen &lt;Sie&gt;"


def test_another_text_or_another_word_is_compiled_anew_in_the_same_place(tmp_path: Path) -> None:
    filled(TemplateCode(tmp_path))
    other = Strings(language="de", words={"Ask": "Bitten"})

    assert filled(TemplateCode(tmp_path), strings=other) == "Bitten &lt;Sie&gt;"
    assert filled(TemplateCode(tmp_path), {"page.html.j2": "{{ words }}!"}) == "&lt;Sie&gt;!"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"j2", b"\x80", None])
def test_damaged_code_is_none(tmp_path: Path, damage: bytes | None) -> None:
    filled(TemplateCode(tmp_path))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-20] if damage is None else damage)

    assert filled(TemplateCode(tmp_path)) == "Fragen &lt;Sie&gt;"


def test_without_a_place_to_write_everything_works(tmp_path: Path) -> None:
    assert filled(TemplateCode(tmp_path / "nowhere")) == "Fragen &lt;Sie&gt;"


def test_where_python_keeps_no_modules_no_templates_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert filled(TemplateCode(tmp_path)) == "Fragen &lt;Sie&gt;"
    assert list(tmp_path.iterdir()) == []

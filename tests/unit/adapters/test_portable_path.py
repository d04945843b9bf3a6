"""Which output paths are refused before anything is written."""

from __future__ import annotations

import pytest

from enablekit.adapters.portable_path import require_portable
from enablekit.errors import WorldError


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a//b",
        "a/",
        "./a",
        "a/.",
        "..",
        "C:\\x",
        "C:/x",
        "\\\\host\\x",
        "a\\b",
        "a\0b",
        "a\nb",
        "a:b",
        "a?b",
        "CON",
        "con.html",
        "a/AUX.tar.gz/b",
        "nul .txt",
        "com1",
        "COM\u00b9",
        "lpt9.x",
        "CONOUT$",
        "a.",
        "a ",
        "a./b",
        "x" * 256,
        "é" * 128,
        "/".join(["folder"] * 200),
        "a\udcffb",
    ],
)
def test_a_path_that_could_escape_or_not_be_stored_is_refused(path: str) -> None:
    with pytest.raises(WorldError, match="cannot be written: it ") as refused:
        require_portable([path])
    assert refused.value.hint == "Give the asset another id or file name."


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        ".nojekyll",
        "a/b/c.d.e",
        "%2e%2e/x",
        "…/x",
        "Café/straße.html",
        "日本語/index.html",
        "console",
        "communication",
        "com10",
        "x" * 255,
        "-",
        "a b",
    ],
)
def test_an_ordinary_path_is_allowed(path: str) -> None:
    require_portable([path])
    assert path


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("README", "readme"),
        ("Café", "Cafe\u0301"),
        ("STRASSE", "straße"),
        ("ﬁt", "fit"),
        ("a/X.html", "A/x.html"),
        ("\u210c", "h"),
    ],
)
def test_two_paths_that_some_system_takes_for_one_are_refused_together(
    one: str, other: str
) -> None:
    with pytest.raises(WorldError, match="are one file on many systems") as refused:
        require_portable([one, other])
    assert repr(one) in refused.value.message
    assert repr(other) in refused.value.message


@pytest.mark.parametrize("paths", [["a", "a/b"], ["a/b", "a"], ["A", "a/b/c"]])
def test_a_path_cannot_be_a_file_and_a_folder(paths: list[str]) -> None:
    with pytest.raises(WorldError, match="both a file and the folder"):
        require_portable(paths)


def test_a_letter_that_only_looks_like_a_slash_is_not_one() -> None:
    require_portable(["a\uff0fb", "a/b"])
    with pytest.raises(WorldError):
        require_portable(["a\uff0fb", "A\uff0fB"])

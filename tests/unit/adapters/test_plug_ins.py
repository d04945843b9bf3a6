from __future__ import annotations

import sys
import zipfile
from typing import TYPE_CHECKING

from enablekit.adapters.plug_ins import offered

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

OFFER = "[enablekit.rules]\n{} = theirs:rule\n"


def packed(folder: Path, name: str, points: str) -> None:
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(points, encoding="utf-8")


def test_what_packages_offer_us_is_found_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(tmp_path, "theirs", OFFER.format("zeal"))
    packed(tmp_path, "others", OFFER.format("care"))
    monkeypatch.syspath_prepend(tmp_path)

    assert [one.name for one in offered("enablekit.rules")] == ["care", "zeal"]
    assert offered("enablekit.exporters") == []


def test_a_package_in_an_archive_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed(tmp_path / "inside", "zipped", OFFER.format("zipped"))
    archive = tmp_path / "packages.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for file in (tmp_path / "inside").rglob("*"):
            if file.is_file():
                made.write(file, file.relative_to(tmp_path / "inside"))
    monkeypatch.syspath_prepend(archive)

    assert [one.name for one in offered("enablekit.rules")] == ["zipped"]


def test_the_reader_of_entry_points_is_loaded_only_for_who_offers_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(tmp_path, "unrelated", "[console_scripts]\nenablekit = enablekit.__main__:main\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere")])
    monkeypatch.setitem(sys.modules, "importlib.metadata", None)  # loading it would fail

    assert offered("enablekit.rules") == []

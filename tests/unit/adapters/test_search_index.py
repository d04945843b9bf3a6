from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path

import pytest

from enablekit.adapters import search_index
from enablekit.errors import WorldError
from enablekit.model.search import SearchRecord

WORDS = ["disputes", "invoice", "Müller", "late", "crème", "order", "14", "days", "proof", "cost"]


@pytest.fixture
def program() -> Path:
    found = search_index.program()
    if found is None:
        pytest.skip("Pagefind is not installed")
    return found


def records(count: int) -> list[SearchRecord]:
    chance = random.Random(7)  # noqa: S311 - words for a test
    return [
        SearchRecord(
            url=f"guides/paper-{number}/index.html",
            content=" ".join(chance.choices(WORDS, k=60)) + f" only{number}",
            meta=(("title", f"Paper {number}"), ("when", "They ask.")),
            filters=tuple(
                (name, tuple(f"{name} {one}" for one in sorted(chance.sample(range(9), 3))))
                for name in ("pain", "persona", "stage", "type", "status")
            ),
        )
        for number in range(count)
    ]


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    return [
        json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
        for path, data in files.items()
        if path.startswith("pagefind/fragment/")
    ]


def test_the_same_records_in_any_order_make_the_same_bytes(program: Path) -> None:
    known = records(40)
    first = search_index.files(known, "en", program)
    for number in range(4):
        mixed = list(known)
        random.Random(number).shuffle(mixed)  # noqa: S311 - an order for a test
        assert search_index.files(mixed, "en", program) == first


def test_every_record_has_a_fragment_and_only_what_our_search_page_needs_is_there(
    program: Path,
) -> None:
    files = search_index.files(records(3), "en-GB", program)

    assert {one["url"] for one in fragments(files)} == {one.url for one in records(3)}
    whole = {path for path in files if path.count("/") == 1 and not path.endswith(".pf_meta")}
    names = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}
    assert whole == {f"pagefind/{name}" for name in names}
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    assert f"pagefind/pagefind.{entry['languages']['en']['hash']}.pf_meta" in files
    assert sum(path.startswith("pagefind/filter/") for path in files) == 5


@pytest.mark.parametrize("language", ["ja", "xx", "../../etc", "", "de-CH-1901", "ar"])
def test_any_language_has_an_index(program: Path, language: str) -> None:
    files = search_index.files(records(2), language, program)

    assert len(fragments(files)) == 2
    assert sum("wasm." in path for path in files) == 1


def test_without_records_there_are_no_files(program: Path) -> None:
    assert search_index.files([], "en", program) == {}


def test_a_program_that_is_none_is_named_with_the_way_to_mend_it(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("no program", encoding="utf-8")
    broken.chmod(0o755)

    for place in (broken, tmp_path / "nowhere"):
        with pytest.raises(WorldError, match="Pagefind could not make") as caught:
            search_index.files(records(1), "en", place)
        assert search_index.INSTALL in (caught.value.hint or "")


@pytest.mark.skipif(sys.platform == "win32", reason="scripts are no programs there")
@pytest.mark.parametrize("says", ["", "bm90IGpzb24=,", "e30=,"])
def test_a_program_that_says_something_else_is_an_error_and_no_wait(
    tmp_path: Path, says: str
) -> None:
    strange = tmp_path / "pagefind"
    strange.write_text(f"#!/bin/sh\nprintf '%s' '{says}'\n", encoding="utf-8")
    strange.chmod(0o755)

    with pytest.raises(WorldError, match="Pagefind could not make"):
        search_index.files(records(1), "en", strange)


def test_where_it_is_not_installed_there_is_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    assert search_index.program() is None


def test_another_version_has_another_identity(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_bytes(b"1")
    first = search_index.identity(program)
    program.write_bytes(b"22")

    assert search_index.identity(program) != first
    program.unlink()
    assert search_index.identity(program) == str(program)

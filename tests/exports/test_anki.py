"""Cards, imported by Anki's own core: none twice, none lost, no text taken for a command."""

from __future__ import annotations

import builtins
import dataclasses
import datetime as dt
import html
import io
import re
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from question_samples import (
    ITEMS,
    NASTY,
    asked,
    item,
    only,
    options,
    parcel,
    shown,
    whole_example,
    with_text,
)

from enablekit.errors import WorldError
from enablekit.exporters import anki, anki_apkg
from enablekit.extend.exporter import Exporter
from enablekit.model.audience import Audience

QUICK = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Import = Callable[[bytes], Any]


class Learner:
    """A person's Anki, with a collection of its own."""

    def __init__(self, folder: Path) -> None:
        from anki.collection import Collection

        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def text(self, content: bytes) -> Any:  # noqa: ANN401 - a message of Anki's
        """Import a text file as the dialogue does, with what its head says."""
        from anki.collection import ImportCsvRequest

        path = self.folder / "cards.txt"
        path.write_bytes(content)
        metadata = self.collection.get_csv_metadata(path=str(path), delimiter=None)
        return self.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log

    def package(self, content: bytes) -> Any:  # noqa: ANN401 - a message of Anki's
        """Import a package as a double click does."""
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        path = self.folder / "cards.apkg"
        path.write_bytes(content)
        request = ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions()
        )
        return self.collection.import_anki_package(request).log

    def notes(self) -> dict[str, Any]:
        """Return all notes by their global id."""
        found = [self.collection.get_note(one) for one in self.collection.find_notes("")]
        return {one.guid: one for one in found}

    def forget(self) -> None:
        """Remove all notes."""
        self.collection.remove_notes(list(self.collection.find_notes("")))


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    """Return somebody with an empty Anki."""
    opened = Learner(tmp_path)
    yield opened
    opened.collection.close()


def seen(markup: str) -> str:
    """Return what a reader sees of a card; Anki stores every text as NFC."""
    spaced = re.sub(r"</?(?:p|li|ol|ul|br|hr|div)\b[^>]*>", " ", markup.replace("<wbr>", ""))
    return composed(html.unescape(re.sub(r"</?(?:b|i|small)>", "", spaced)))


def composed(text: str) -> str:
    return shown(unicodedata.normalize("NFC", text))


def edited() -> tuple[Any, ...]:
    """Return the questions with another reason for the first."""
    return (dataclasses.replace(ITEMS[0], rationale="Because it was edited."), *ITEMS[1:])


def test_a_second_import_of_the_text_adds_nothing(learner: Learner) -> None:
    content = only(anki.files(parcel()))

    assert len(learner.text(content).new) == len(ITEMS)
    assert len(learner.text(content).new) == 0
    assert sorted(learner.notes()) == [f"enablekit-{one.id}" for one in ITEMS]


def test_a_second_import_of_the_package_adds_nothing(learner: Learner) -> None:
    content = only(anki_apkg.files(parcel()))

    assert len(learner.package(content).new) == len(ITEMS)
    assert len(learner.package(content).new) == 0
    assert sorted(learner.notes()) == [f"enablekit-{one.id}" for one in ITEMS]


def test_who_had_the_text_gets_no_card_twice_from_the_package(learner: Learner) -> None:
    learner.text(only(anki.files(parcel())))

    assert len(learner.package(only(anki_apkg.files(parcel()))).new) == 0


def test_an_edited_reason_updates_the_note_and_keeps_its_progress(learner: Learner) -> None:
    learner.text(only(anki.files(parcel())))
    before = learner.notes()["enablekit-aaaaaaaaaa01"]

    log = learner.text(only(anki.files(parcel(edited()))))

    after = learner.notes()["enablekit-aaaaaaaaaa01"]
    assert (len(log.new), len(log.updated)) == (0, 1)
    assert "Because it was edited." in after.fields[1]
    assert [one.id for one in after.cards()] == [one.id for one in before.cards()]


def test_a_package_of_a_later_day_updates_the_note(learner: Learner) -> None:
    learner.package(only(anki_apkg.files(parcel())))
    later = parcel(edited(), built_on=dt.date(2026, 11, 2))

    log = learner.package(only(anki_apkg.files(later)))

    assert (len(log.new), len(log.updated)) == (0, len(ITEMS))
    assert "edited" in learner.notes()["enablekit-aaaaaaaaaa01"].fields[1]
    assert learner.collection.card_count() == len(ITEMS)


@pytest.mark.parametrize("form", [anki, anki_apkg])
def test_cards_have_their_tags_and_their_deck(learner: Learner, form: Exporter) -> None:
    load = learner.text if form is anki else learner.package
    load(only(form.files(parcel())))

    note = learner.notes()["enablekit-aaaaaaaaaa09"]
    assert sorted(note.tags) == [
        "bloom::recall", "drawn", "kind::written", "topic::cash_flow", "topic::pricing",
    ]  # fmt: skip
    deck = learner.collection.decks.name(note.cards()[0].did)
    assert deck == "Field guide::The piece"


def test_each_form_has_its_answer_on_the_back_only(learner: Learner) -> None:
    learner.text(only(anki.files(parcel())))

    sides = {
        guid[-2:]: [seen(one) for one in note.fields] for guid, note in learner.notes().items()
    }
    assert sides["01"][0] == "A question of the form single? Cash Time Fame"
    assert sides["01"][1] == "Time Why: Because the piece says so. Source: The piece"
    assert sides["02"][1].startswith("One Three Why")
    assert sides["03"][1].startswith("Use it They ask They pay Leave it alone They left Why")
    assert sides["04"][1].startswith("First Middle Last Why")
    assert sides["05"][1].startswith("The CFO → Calculator The engineer → Brief Why")
    assert sides["06"] == [
        "A question of the form numeric? (days)",
        "-14.5 ± 0.3 days Why: Because the piece says so. Source: The piece",
    ]
    assert sides["07"][0] == "A question of the form short?"
    assert sides["07"][1].startswith("Thirty days / 30 days Why")
    assert sides["08"][1] == "12 Source: The piece"
    assert "Drawn from the text and confirmed by nobody Source" in sides["09"][1]


def test_two_questions_with_the_same_words_are_two_cards(learner: Learner) -> None:
    twins = tuple(item(one, "single", options=options("A", "B")) for one in ("d1", "d2"))

    learner.text(only(anki.files(parcel(twins))))

    assert sorted(learner.notes()) == ["enablekit-d1", "enablekit-d2"]


@QUICK
@given(text=NASTY)
def test_any_text_comes_back_from_anki(learner: Learner, text: str) -> None:
    learner.forget()
    learner.text(only(anki.files(parcel(with_text(text), title=text, name=text))))

    notes = learner.notes()
    assert len(notes) == 7
    front, back = map(seen, notes["enablekit-bbbbbbbbbb01"].fields)
    assert front == composed(f"{text}\n{text}\nzzz")
    assert back == composed(f"{text}\nWhy: {shown(text)}\nSource: {shown(text)}")
    card = notes["enablekit-bbbbbbbbbb01"].cards()[0]
    assert not card.question_av_tags()
    assert "\\(" not in card.question()


@QUICK
@given(text=NASTY)
def test_any_text_comes_back_from_a_package(text: str) -> None:
    content = only(anki_apkg.files(parcel(with_text(text), title=text, name=text)))

    packed = zipfile.ZipFile(io.BytesIO(content))
    assert packed.testzip() is None
    assert sorted(packed.namelist()) == ["collection.anki2", "media"]


@pytest.mark.parametrize("form", [anki, anki_apkg])
def test_the_whole_example_is_imported(learner: Learner, form: Exporter) -> None:
    given_parcel = whole_example()
    load = learner.text if form is anki else learner.package

    assert len(load(only(form.files(given_parcel))).new) == len(asked(given_parcel))


def test_a_package_has_the_same_bytes_on_every_export_of_a_day() -> None:
    first, second = (only(anki_apkg.files(parcel())) for _ in range(2))

    assert first == second


def test_a_package_says_nothing_about_the_machine_it_was_made_on() -> None:
    packed = zipfile.ZipFile(io.BytesIO(only(anki_apkg.files(parcel()))))

    assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert packed.read("collection.anki2")[96:100] == bytes(4)


def test_without_genanki_the_error_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:  # noqa: ANN401 - what an import takes
        if name == "genanki":
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "genanki", raising=False)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(WorldError) as caught:
        anki_apkg.files(parcel())

    assert 'python -m pip install "enablekit[anki]"' in caught.value.hint


@pytest.mark.parametrize("form", [anki, anki_apkg])
def test_no_file_name_or_line_of_the_project_is_in_the_cards(form: Exporter) -> None:
    content = only(form.files(parcel(audience=Audience.CUSTOMER)))

    assert b"secret-folder" not in content
    assert b"4711" not in content

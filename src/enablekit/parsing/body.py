"""The body of an asset: its text as blocks, sections, slides, presenter notes and a quiz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.pace import read_a_minute
from enablekit.model.body import Body
from enablekit.parsing import markdown, quiz_splitter, sections, slides, spoken_notes, written_quiz
from enablekit.parsing.anchors import Anchors
from enablekit.parsing.blocks import BlockReader
from enablekit.parsing.directives import divide
from enablekit.parsing.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.finding import Finding
    from enablekit.model.item import WrittenItem
    from enablekit.model.value import Mapping
    from enablekit.parsing.directives import Division, Part
    from enablekit.parsing.markdown import Event


def read(
    path: str,
    text: str,
    *,
    first_line: int = 1,
    is_deck: bool = False,
    language: str = "en",
    front: Mapping | None = None,
) -> tuple[Body, tuple[WrittenItem, ...], tuple[Finding, ...]]:
    """
    Read the body of an asset.

    Args:
        path: The file.
        text: The body: lines end with LF, and no character is NUL.
        first_line: The line of the file on which the body starts.
        is_deck: Whether it has slides.
        language: BCP 47 tag of the text.
        front: The front matter, which may tell for which tool a deck was written.

    Returns:
        The body, the quiz items written in it, and what is wrong with it.

    """
    places = Places(path, text, first_line)
    anchors = Anchors()
    division = divide(places, is_deck=is_deck, front=front)
    reader = BlockReader(places, anchors)
    quiz = _Quiz(places)
    for part, base, events in _parts(places, division):
        reader.read(quiz.take_out(events, base, part), base=base, audience=part.audience)
    blocks = tuple(reader.blocks)
    found = sections.read(places, blocks, quiz.lines)
    words = sum(section.words for section in found)
    body = Body(
        blocks=blocks,
        sections=found,
        slides=slides.read(places, division.slides, blocks, anchors),
        notes=spoken_notes.of_slides(places, division.notes, division.slides, division.times)
        if is_deck
        else spoken_notes.of_sections(places, division.notes, found),
        words=words,
        minutes=-(-words // read_a_minute(language)),
    )
    findings = (*division.findings, *reader.report(), *quiz.findings)
    return body, tuple(quiz.items), tuple(sorted(findings, key=lambda one: one.order))


def _parts(places: Places, division: Division) -> Iterable[tuple[Part, int, Iterable[Event]]]:
    """Yield the parts of a body, each with the byte it starts at and its events."""
    text = division.text or places.text
    if len(division.parts) == 1 and division.parts[0].end - division.parts[0].start == len(text):
        yield division.parts[0], 0, markdown.events(text)
        return
    definitions = markdown.Definitions(text)
    base = read_so_far = 0
    for part in division.parts:
        base += len(text[read_so_far : part.start].encode())
        read_so_far = part.start
        yield part, base, definitions.events(text[part.start : part.end])


class _Quiz:
    """The items found so far, what is wrong with them, and the lines on which a quiz starts."""

    def __init__(self, places: Places) -> None:
        self.items: list[WrittenItem] = []
        self.findings: list[Finding] = []
        self.lines: list[int] = []
        self._places = places
        self._may_be = f"#{quiz_splitter.CHECK}" in places.text
        self._splitter = quiz_splitter.QuizSplitter()

    def take_out(self, events: Iterable[Event], base: int, part: Part) -> Iterable[Event]:
        """Return the events of a part that are no quiz; keep the items of those that are."""
        if not self._may_be:
            return events
        rest, quizzes = self._splitter.split(events)
        for quiz in quizzes:
            self.lines.append(self._places.at(quiz[0][1]["start"] + base)[0])
            items, found = written_quiz.read(quiz, self._places, base=base, audience=part.audience)
            self.items.extend(items)
            self.findings.extend(found)
        return rest

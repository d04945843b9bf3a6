"""An asset as the slides of a deck: those of its source, or one for each step of presenting it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.packing.figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.model.asset import Asset
    from enablekit.model.body import Block, Slide
    from enablekit.model.evidence import Drawn
    from enablekit.model.notes import Beat
    from enablekit.model.publication import Compiled
    from enablekit.model.span import Span
    from enablekit.packing.edition import Edition

_POINTS = 3  # sentences that one slide of drawn points can bear
_SHOWN = frozenset({"table", "list", "quote", "figure", "code"})
_LISTED = frozenset({"table", "list", "quote"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckSlide:
    """
    A slide.

    Attributes:
        title: What it is called; every slide has a name, for screen readers.
        headed: Whether the title stands on it; False for a slide without a heading.
        heading: The heading it has in the source, if any.
        opening: Whether it is the title of the deck.
        blocks: What of the asset stands on it, its heading included.
        points: Words below them that are no block of the asset.
        beats: What is said to it.
        written: The note in the source, as it was written; empty where there is none.
        drawn: What of it was drawn from the text, by lines.
        remarks: What else its notes say, paragraph by paragraph.

    """

    title: str
    headed: bool = True
    heading: Block | None = None
    opening: bool = False
    blocks: tuple[Block, ...] = ()
    points: tuple[str, ...] = ()
    beats: tuple[Beat, ...] = ()
    written: str = ""
    drawn: tuple[Span, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def below(self) -> tuple[Block, ...]:
        """The blocks without its heading."""
        return tuple(one for one in self.blocks if one is not self.heading)


def lacks_slides(compiled: Compiled) -> str:
    """Say that nothing of an asset can stand on a slide."""
    shown = compiled.guide.asset.body.slides or compiled.notes.beats
    return "" if shown else "has no slides and nothing to present"


def slides(edition: Edition) -> tuple[DeckSlide, ...]:
    """Return the slides of an asset, in order."""
    if edition.asset.body.slides:
        return tuple(_of_deck(edition))
    return (_title(edition), *_of_steps(edition), *_next_step(edition))


def _of_deck(edition: Edition) -> Iterator[DeckSlide]:
    asset = edition.asset
    written = {note.slide: note.text for note in asset.body.notes}
    told = bool(asset.guidance.presenting)
    beats = _by_slide(edition.compiled.notes.beats, asset.body.slides, in_turn=not told)
    for number, slide in enumerate(asset.body.slides):
        note = "" if told else written.get(number, "")
        said = beats[number] if told or note else ()
        made = replace(_of_slide(slide, asset.body.blocks), beats=said, written=note)
        yield replace(made, opening=number == 0 and _opens(made))


def _of_slide(slide: Slide, blocks: Iterable[Block]) -> DeckSlide:
    inside = [one for one in blocks if _within(one.span, slide.span) and one.kind != "rule"]
    anchors = {one.anchor: one for one in inside if one.kind == "heading"}
    title = anchors.get(slide.anchor)
    return DeckSlide(
        title=slide.title, headed=title is not None, heading=title, blocks=tuple(inside)
    )


def _opens(slide: DeckSlide) -> bool:
    """Tell whether a first slide is a title: a heading, and below it at most a line or two."""
    few = sum(len(one.text.split()) for one in slide.below) <= 40  # noqa: PLR2004 - two lines
    return slide.headed and few and all(one.kind == "paragraph" for one in slide.below)


def _by_slide(
    beats: tuple[Beat, ...], shown: tuple[Slide, ...], *, in_turn: bool
) -> list[tuple[Beat, ...]]:
    """Return the steps of each slide; one without a place goes with the step before it."""
    if in_turn:
        return [(beats[number],) if number < len(beats) else () for number in range(len(shown))]
    places = {slide.anchor: number for number, slide in enumerate(shown)}
    found: list[list[Beat]] = [[] for _ in shown]
    at = 0
    for beat in beats:
        at = places.get(beat.anchor, at)
        found[at].append(beat)
    return [tuple(each) for each in found]


def _title(edition: Edition) -> DeckSlide:
    summary = edition.asset.summary
    return DeckSlide(title=edition.asset.title, opening=True, points=(summary,) if summary else ())


def _of_steps(edition: Edition) -> Iterator[DeckSlide]:
    for beat in edition.compiled.notes.beats:
        slide = _of_beat(beat, edition.asset)
        yield replace(slide, title=edition.wording.told(slide.title))


def _of_beat(beat: Beat, asset: Asset) -> DeckSlide:
    """Return the slide of a step: what there is to show of its part, and what that part says."""
    part = _part(beat, asset)
    evidence = asset.evidence
    shown = _drawn_in(part, evidence.showables)
    points = _drawn_in(part, evidence.key_sentences) or _drawn_in(part, evidence.statistics)
    if beat.drawn:
        spans = [(cue.text, cue.span) for cue in beat.say if cue.drawn]
    else:
        spans = [(one.text, one.span) for one in points[:_POINTS]]
    named = [figure_of(cue, asset) for cue in beat.show if not cue.drawn]
    blocks = tuple(one for one in named if one is not None)
    blocks = blocks or _blocks_at([one.span for one in shown], asset.body.blocks)
    said = [] if blocks else spans  # a table says enough; the rest is for the presenter
    if not blocks and not said and part is not None:
        inside = [one for one in asset.body.blocks if one.kind in _LISTED]
        blocks = tuple(one for one in inside if _within(one.span, part))[:1]
    words = tuple(text for text, _ in said)
    if not blocks and not words:
        words = tuple(cue.text for cue in beat.show)
    return DeckSlide(
        title=beat.title or asset.title,
        blocks=blocks,
        points=words,
        beats=(beat,),
        drawn=tuple(span for span in (*(one.span for one in blocks), *(span for _, span in said))),
    )


def _part(beat: Beat, asset: Asset) -> Span | None:
    """Return the part of the asset a step belongs to, with the sections below its heading."""
    if beat.drawn:
        return beat.span
    sections = iter(asset.body.sections)
    first = next((one for one in sections if beat.anchor and one.anchor == beat.anchor), None)
    if first is None:
        return None
    last = first
    for one in sections:
        if one.level <= first.level:
            break
        last = one
    return first.span.through(last.span)


def _drawn_in(part: Span | None, drawn: Iterable[Drawn]) -> tuple[Drawn, ...]:
    return tuple(one for one in drawn if part is not None and _within(one.span, part))


def _blocks_at(spans: Iterable[Span], blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the first block that can be shown whole, of those at some places."""
    known = [one for one in blocks if one.kind in _SHOWN]
    found = (one for span in spans for one in known if _within(span, one.span))
    return tuple(found)[:1]


def _within(inner: Span, outer: Span) -> bool:
    return outer.line <= inner.line <= outer.end_line


def _next_step(edition: Edition) -> Iterator[DeckSlide]:
    """Yield a last slide that says what follows, where an author said so."""
    titles = {one.guide.asset.id: one.guide.asset.title for one in edition.publication.compiled}
    known = [one for one in edition.asset.guidance.next if one.asset in titles]
    if known:
        yield DeckSlide(
            title=edition.wording.say("What to use next"),
            points=tuple(titles[one.asset] for one in known),
            remarks=tuple(f"{titles[one.asset]}: {one.when}" for one in known if one.when),
        )

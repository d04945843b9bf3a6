"""Decks as PowerPoint presentations with native words, pictures and real notes."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import direction
from enablekit.model.audience import Audience
from enablekit.packing import deck_notes
from enablekit.packing.archive import repacked
from enablekit.packing.deck import lacks_slides, slides
from enablekit.packing.deck_look import dressed
from enablekit.packing.deck_picture import accepted
from enablekit.packing.deck_pieces import Line, Run, Shown, pieces
from enablekit.packing.deck_slide import SlideWriter
from enablekit.packing.deck_template import (
    TEMPLATE,
    layouts,
    opened,
    room_of,
    without_leftovers,
)
from enablekit.packing.deck_words import Manner
from enablekit.packing.edition import Edition
from enablekit.packing.extra import needed
from enablekit.packing.file_name import file_name
from enablekit.packing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.model.parcel import Parcel
    from enablekit.packing.deck import DeckSlide
    from enablekit.packing.deck_pieces import Piece
    from enablekit.packing.deck_template import Layouts

NAME = "pptx"
SUMMARY = "decks as PowerPoint presentations, with notes"

lacks = lacks_slides

_USUAL_WORDS, _USUAL_TITLE = 28.0, 40.0  # points, where a template says nothing


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write a presentation for each asset.

    Raises:
        WorldError: python-pptx is not installed, or the project's template cannot be used.

    """
    needed("pptx", "pptx", "a PowerPoint deck")
    editions = (Edition(compiled=one, publication=parcel.publication) for one in parcel.compiled)
    return {file_name(one.asset.id, ".pptx"): _written(one, parcel) for one in editions}


def _written(edition: Edition, parcel: Parcel) -> bytes:
    template = parcel.own.get(TEMPLATE)
    rtl = direction(edition.asset.language) == "rtl"
    file = dressed(parcel.accent, rtl=rtl) if template is None else opened(template)
    without_leftovers(file)
    chosen = layouts(file)
    manner = _manner(edition, file, own=template is None)
    shown = slides(edition)
    for number, slide in enumerate(shown):
        last = number == len(shown) - 1
        told = _told(slide, edition, parcel)
        _add(file, chosen, slide, told, edition, manner=manner, last=last)
    about = file.core_properties
    about.title, about.language = printable(edition.asset.title), edition.asset.language
    about.author = about.last_modified_by = "enablekit"
    about.comments = about.subject = about.keywords = ""
    about.created = about.modified = dt.datetime.combine(
        edition.publication.built_on, dt.time.min, dt.UTC
    )
    about.revision = 1
    saved = io.BytesIO()
    file.save(saved)
    return repacked(saved.getvalue())


def _manner(edition: Edition, file: Any, *, own: bool) -> Manner:  # noqa: ANN401 - loaded when needed
    outward = edition.publication.audience >= Audience.CUSTOMER
    words, titles = _sizes(file)
    return Manner(
        language=edition.asset.language,
        rtl=direction(edition.asset.language) == "rtl",
        # Whom a deck was built for matters to colleagues; a room sees whose it is.
        foot=edition.publication.name if outward else edition.foot,
        notice=edition.notice,
        words=words,
        largest=36 if own else words,
        titles=titles,
    )


def _sizes(file: Any) -> tuple[float, float]:  # noqa: ANN401 - as above
    """Return the sizes that a template has for words and for titles, in points."""
    qn = needed("pptx.oxml.ns", "pptx", "a PowerPoint deck").qn
    found = []
    for style, usual in (("p:bodyStyle", _USUAL_WORDS), ("p:titleStyle", _USUAL_TITLE)):
        steps = "/".join(map(qn, ("p:txStyles", style, "a:lvl1pPr", "a:defRPr")))
        run = file.slide_masters[0]._element.find(steps)  # noqa: SLF001 - no public way
        found.append(int(run.get("sz", usual * 100)) / 100 if run is not None else usual)
    return found[0], found[1]


def _told(slide: DeckSlide, edition: Edition, parcel: Parcel) -> tuple[Piece, ...]:
    """Return what stands on a slide below its title."""
    file = edition.compiled.file
    told = pieces(
        slide.below, edition.wording.say("figure"), lambda url: accepted(parcel.picture(file, url))
    )
    return told + tuple(
        Line(runs=(Run(text=one),), mark="" if slide.opening else "bullet") for one in slide.points
    )


def _add(
    file: Any,  # noqa: ANN401 - as above
    chosen: Layouts,
    slide: DeckSlide,
    told: Sequence[Piece],
    edition: Edition,
    *,
    manner: Manner,
    last: bool,
) -> None:
    opening = slide.opening and not any(isinstance(one, Shown) for one in told)
    if opening:
        layout = chosen.opening
    else:
        layout = chosen.content if any(isinstance(one, Line) for one in told) else chosen.bare
    writer = SlideWriter(file.slides.add_slide(layout), manner)
    writer.title(slide.title, shown=slide.headed)
    if opening:
        writer.below([one.text for one in told if isinstance(one, Line)])
    elif told:
        writer.content(told, slide.title, room_of(chosen.content))
    writer.finish(layout)
    notes = deck_notes.paragraphs(slide, edition)
    closing = [part for part in (edition.trust, edition.foot) if part] if last else []
    writer.notes([*notes, *closing])

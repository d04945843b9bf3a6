"""The drawn layer as a guide shows it: every sentence with the lines it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.evidence import Drawn, Evidence
    from enablekit.site.markup import Linked
    from enablekit.site.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """
    Words drawn from the asset.

    Attributes:
        text: The words as they stand there.
        place: The lines, linked to the asset's text.
        figure: For a number, the figure itself.
        source: For a number, where the asset says it is from; None when it names no source.
        speaker: For a quotation, who said it; may be empty.
        steps: For a procedure, its steps.
        kind: For something to show, `table` or `figure`.

    """

    text: str
    place: Linked
    figure: str = ""
    source: Linked | None = None
    speaker: str = ""
    steps: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracts:
    """Everything drawn from one asset, ready to be shown; see `Evidence` for what is what."""

    sentences: tuple[Extract, ...] = ()
    numbers: tuple[Extract, ...] = ()
    quotations: tuple[Extract, ...] = ()
    procedures: tuple[Extract, ...] = ()
    definitions: tuple[Extract, ...] = ()
    contrasts: tuple[Extract, ...] = ()
    questions: tuple[Extract, ...] = ()
    calls: tuple[Extract, ...] = ()
    showables: tuple[Extract, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything at all."""
        return bool(
            self.sentences or self.numbers or self.quotations or self.procedures
            or self.definitions or self.contrasts or self.questions or self.calls or self.showables
        )  # fmt: skip


def extracts_of(evidence: Evidence, places: Places) -> Extracts:
    """Return what was drawn from an asset, with a link to the lines of each piece."""
    return Extracts(
        sentences=_plain(_sentences(evidence), places),
        numbers=tuple(
            Extract(
                text=drawn.text,
                place=places.lines(drawn.span),
                figure=drawn.figure,
                source=places.named(drawn.source) if drawn.source else None,
            )
            for drawn in evidence.statistics
        ),
        quotations=tuple(
            Extract(text=drawn.text, place=places.lines(drawn.span), speaker=drawn.speaker)
            for drawn in evidence.quotations
        ),
        procedures=tuple(
            Extract(text=drawn.text, place=places.lines(drawn.span), steps=drawn.steps)
            for drawn in evidence.procedures
        ),
        definitions=_plain(evidence.definitions, places),
        contrasts=_plain(_new(evidence), places),
        questions=_plain(evidence.questions, places),
        calls=_plain(evidence.calls_to_action, places),
        showables=tuple(
            Extract(text=drawn.text, place=places.lines(drawn.span), kind=drawn.kind)
            for drawn in evidence.showables
        ),
    )


def _sentences(evidence: Evidence) -> tuple[Drawn, ...]:
    """Return the opening and the key sentences; the opening is often one of them."""
    opening = evidence.opening
    if opening is None or any(drawn.span == opening.span for drawn in evidence.key_sentences):
        return evidence.key_sentences
    return (opening, *evidence.key_sentences)


def _new(evidence: Evidence) -> tuple[Drawn, ...]:
    """Return the contrasts that are not shown already as something else."""
    shown = {drawn.span for drawn in (*_sentences(evidence), *evidence.statistics)}
    return tuple(drawn for drawn in evidence.contrasts if drawn.span not in shown)


def _plain(drawn: tuple[Drawn, ...], places: Places) -> tuple[Extract, ...]:
    return tuple(Extract(text=piece.text, place=places.lines(piece.span)) for piece in drawn)

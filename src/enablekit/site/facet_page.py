"""What the template of one facet's page is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import PERMISSIONS
from enablekit.model.phrase import keys
from enablekit.site.entry_ids import proof_ids
from enablekit.site.facets import (
    PAINS,
    PERSONAS,
    PRODUCTS,
    RIVALS,
    STAGES,
    TOPICS,
    TYPES,
    Facet,
)
from enablekit.site.links import root_of
from enablekit.site.markup import Linked
from enablekit.site.objections import heard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame

_KINDS = keys({
    PAINS: "They say", PERSONAS: "For", STAGES: "Stage", TYPES: "Type", TOPICS: "About",
    PRODUCTS: "Product", RIVALS: "Against", "all": "All guides",
})  # fmt: skip
_NOT_TO_SAY = frozenset({"none", "internal"})


def facet_values(frame: Frame, facet: Facet) -> dict[str, Any]:
    """Return the values for the template of one facet's page."""
    root = root_of(facet.path)
    # Whoever looks up a competitor is about to hear one of these, and to need a claim that holds.
    against = facet.folder == RIVALS
    among = {match.card.href for match in facet.matches} if against else set()
    return frame.shared(facet.path) | {
        "facet": facet,
        "kind": frame.wording.say(_KINDS[facet.folder]),
        "objections": heard(frame, root, among) if against else (),
        "claims": list(_claims(frame, root, among)) if against else [],
    }


def _claims(frame: Frame, root: str, among: Collection[str]) -> Iterator[tuple[Linked, Card, str]]:
    """Yield the claims of some guides that may be made today, each with what goes for it."""
    today = frame.publication.built_on
    for compiled in frame.publication.compiled:
        guidance = compiled.guide.asset.guidance
        card = frame.cards[compiled.guide.asset.id]
        if card.href not in among:
            continue
        for name, proof in zip(proof_ids(guidance), guidance.proof_points, strict=True):
            ended = proof.until is not None and proof.until < today
            if proof.claim and not ended and proof.permission not in _NOT_TO_SAY:
                place = f"{root}{card.href}#{name}"
                permission = frame.wording.label(proof.permission, PERMISSIONS)
                yield Linked(proof.claim, place), card, permission

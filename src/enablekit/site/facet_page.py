"""What the template of one facet's page is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
from enablekit.site.objections import heard

if TYPE_CHECKING:
    from enablekit.site.frame import Frame

_KINDS = {
    PAINS: "They say", PERSONAS: "For", STAGES: "Stage", TYPES: "Type", TOPICS: "About",
    PRODUCTS: "Product", RIVALS: "Against", "all": "All guides",
}  # fmt: skip


def facet_values(frame: Frame, facet: Facet) -> dict[str, Any]:
    """Return the values for the template of one facet's page."""
    against = facet.folder == RIVALS
    among = {match.card.href for match in facet.matches} if against else set()
    root = root_of(facet.path)
    return frame.shared(facet.path) | {
        "facet": facet,
        "kind": _KINDS[facet.folder],
        # Whoever looks up a competitor is about to hear one of these.
        "objections": heard(frame, root, among) if against else (),
    }

"""What the template of the search page is filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.site.links import SEARCH, mail_address
from enablekit.site.search_records import called, search_filters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.vocabulary import Term
    from enablekit.site.frame import Frame


_GONE = ("superseded", "retired", "expired")  # states of what a search shows last


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """
    One way to narrow a search down.

    Attributes:
        name: What the index calls it.
        values: What can be chosen, with the number of guides that have it.

    """

    name: str
    values: tuple[tuple[str, int], ...]


def search_values(frame: Frame, *, indexed: bool) -> dict[str, Any]:
    """
    Return the values for the search page's template.

    Args:
        frame: What all pages share.
        indexed: Whether there is a full-text index; without one the page searches what the finder
            knows.

    """
    feedback, subject = frame.publication.feedback, frame.wording.say("Nothing found: ")
    return frame.shared(SEARCH) | {
        "indexed": indexed,
        "filters": _filters(frame),
        "feedback": feedback,
        "report": mail_address(feedback, subject=subject) if feedback else "",
        "count": len(frame.cards),
        "gone": " ".join(f"state={state}" for state in _GONE),
    }


def _filters(frame: Frame) -> tuple[Filter, ...]:
    """Return the filters that leave a choice; words of the project stand in its own order."""
    words = frame.publication.vocabulary
    orders: dict[str, Iterable[Term]] = {
        "pain": words.pains, "persona": words.personas, "stage": words.stages, "type": (),
        "product": words.products, "status": (), "language": (),
    }  # fmt: skip
    counts: dict[str, dict[str, int]] = {name: {} for name in orders}
    for compiled in frame.publication.compiled:
        for name, values in search_filters(compiled.guide, frame.wording):
            for value in values:
                counts[name][value] = counts[name].get(value, 0) + 1
    return tuple(
        Filter(name=name, values=_ordered(found, orders[name]))
        for name, found in counts.items()
        if len(found) > 1
    )


def _ordered(found: dict[str, int], terms: Iterable[Term]) -> tuple[tuple[str, int], ...]:
    order = {called(term): number for number, term in enumerate(terms)}
    last = len(order)
    return tuple(sorted(found.items(), key=lambda one: (order.get(one[0], last), one[0])))

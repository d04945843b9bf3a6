"""One line per guide: what every list of the site shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.compilers.tombstone import out_of_use
from enablekit.encoding.wording import MARKS
from enablekit.site.links import guide_path, href
from enablekit.site.markup import Trust, language_attributes

if TYPE_CHECKING:
    import datetime as dt

    from markupsafe import Markup

    from enablekit.encoding.wording import Wording
    from enablekit.model.guide import Guide, Neighbour

_STILL_GOOD = frozenset({"verified", "due"})

# A line of a list is cut here; the guide has the rest.
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """
    A guide in one line.

    Attributes:
        href: The address of the guide, seen from the site's first folder.
        title: The asset's title.
        lang: The title's language as attributes, where it is not the site's.
        type_label: The type as people read it.
        trust: The trust badge.
        line: What it is about, in one line; may be empty.
        drawn: Whether that line was drawn from the asset.
        in_use: False for what is retired, replaced or expired.
        replaced_by: What to use instead, or None.

    """

    href: str
    title: str
    lang: Markup
    type_label: str
    trust: Trust
    line: str = ""
    drawn: bool = False
    in_use: bool = True
    replaced_by: Neighbour | None = None


def trust_of(guide: Guide, wording: Wording) -> Trust:
    """Return the badge of a guide as it is shown."""
    badge = guide.badge
    soon, late = badge.due_from, badge.review_by
    return Trust(
        state=badge.state,
        mark=MARKS.get(badge.state, "?"),
        word=wording.say(badge.word),
        due=soon.isoformat() if soon and badge.state == "verified" else "",
        late=late.isoformat() if late and badge.state in _STILL_GOOD else "",
    )


def card_of(guide: Guide, *, wording: Wording, today: dt.date) -> Card:
    """Return a guide in one line: the author's words, else the asset's own opening."""
    asset = guide.asset
    tldr = asset.guidance.tldr
    authored = (tldr.text if tldr else "") or asset.summary
    opening = asset.evidence.opening
    drawn = not authored and opening is not None
    line = opening.text if drawn and opening is not None else authored
    return Card(
        href=href("", guide_path(asset.id)),
        title=asset.title,
        lang=language_attributes(asset.language, wording.strings.language),
        type_label=wording.say(guide.type_label),
        trust=trust_of(guide, wording),
        line=one_line(line),
        drawn=drawn,
        in_use=not out_of_use(guide, today),
        replaced_by=guide.replaced_by,
    )


def one_line(text: str) -> str:
    """Return a text as one line, cut after a word when it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rpartition(" ")[0].rstrip(",;:–—") + "…"

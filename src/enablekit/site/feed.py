"""The latest changes as an Atom feed (RFC 4287), for whoever follows the site in a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from enablekit.encoding.slug import slug
from enablekit.encoding.wording import AUDIENCES
from enablekit.encoding.xml import attribute, text
from enablekit.site.changes import changes_of
from enablekit.site.links import CHANGES, FEED

if TYPE_CHECKING:
    import datetime as dt

    from enablekit.site.changes import Change
    from enablekit.site.frame import Frame

# The year is that of the first feeds: a tag (RFC 4151) is only ever the same if its date is.
_TAG = "tag:enablekit,2026:"


def feed(frame: Frame) -> bytes:
    """
    Return the feed; the project must have said where the site is served.

    Links in a feed are read far from the site, so each is whole. Ids name no host: a site that
    moves is still the same site, and nobody is shown the same news twice.
    """
    publication = frame.publication
    changes = changes_of(frame)
    site = publication.site_url
    newest = max((one.day for one in changes), default=publication.built_on)
    about = _TAG + slug(publication.name)
    name = text(publication.name.strip() or frame.wording.say("Field guide"))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(frame.language)}>',
        f"<id>{text(quote(about, safe=':,'))}</id>",
        f"<title>{name}</title>",
        f"<subtitle>{text(frame.wording.say(AUDIENCES[publication.audience]))}</subtitle>",
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{name}</name></author>",
        f"<generator>{text(publication.generator)}</generator>",
        f'<link rel="self" type="application/atom+xml" href={attribute(site + FEED)}/>',
        f'<link rel="alternate" type="text/html" href={attribute(site + CHANGES)}/>',
        *(line for one in changes for line in _entry(frame, one, site, about)),
        "</feed>",
    ]
    return "\n".join([*lines, ""]).encode()


def _entry(frame: Frame, change: Change, site: str, about: str) -> list[str]:
    card = change.card
    title = frame.wording.say("{kind}: {title}", kind=change.word, title=card.title)
    name = quote(f"{about}/{change.asset}/{change.day}", safe=":,/", errors="replace")
    lines = [
        "<entry>",
        f"<id>{text(name)}</id>",
        f"<title>{text(title)}</title>",
        f"<updated>{_moment(change.day)}</updated>",
        f'<link rel="alternate" type="text/html" href={attribute(site + card.href)}/>',
        *(f"<category term={attribute(kind)}/>" for kind in change.kinds),
    ]
    if card.line:
        lines.append(f"<summary>{text(card.line)}</summary>")
    return [*lines, "</entry>"]


def _moment(day: dt.date) -> str:
    """Return the first moment of a day as RFC 3339 writes it; sources know days, not hours."""
    return f"{day.isoformat()}T00:00:00Z"

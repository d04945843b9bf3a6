"""The addresses by which xAPI and cmi5 know checks, items, programs and what they are about."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from enablekit.model.publication import Publication

_SPACE = "https://enablekit.dev/projects/"


def activity_iri(publication: Publication, kind: str, name: str) -> str:
    """
    Return the IRI of something, always the same for the same thing.

    It lies below the address of the site, where the project has one, so that it can only mean this
    project's; it need not lead anywhere. Without a site it is a UUID of version 5 (RFC 9562, 5.5)
    made from the project's name.

    Args:
        publication: The build.
        kind: What it is: `program`, `course`, `check`, `part` of a check, `item`, `pulse` or
            `objective`.
        name: Its id.

    """
    if publication.site_url:
        return f"{publication.site_url}activities/{kind}/{quote(name, errors='replace')}"
    place = f"{_SPACE}{quote(publication.name, '', errors='replace')}/{kind}/{name}"
    return uuid.uuid5(uuid.NAMESPACE_URL, place.encode("utf-8", "replace").decode()).urn

"""An asset: one piece of content with everything its files say about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from enablekit.model.audience import Audience
from enablekit.model.body import Body
from enablekit.model.evidence import Evidence
from enablekit.model.guidance import Guidance
from enablekit.model.imprint import Imprint
from enablekit.model.item import WrittenItem
from enablekit.model.span import Span
from enablekit.model.travelling import Travelling


class Status(Enum):
    """Where an asset stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Travelling):
    """
    One asset.

    Attributes:
        id: Stable name; the path without its ending where the author gave none.
        path: The file, relative to the project.
        title: What people call it.
        title_from: `front matter`, `heading` or `file name`: how sure the title is.
        type: The asset type's name.
        summary: What it is about, in the author's words; may be empty.
        status: Draft, published or retired.
        audience: Who may read the asset itself.
        owner: The person accountable for it.
        deputy: Who steps in for the owner.
        experts: People to ask.
        published: The day it came out.
        updated: The day it last changed.
        review_every: Days between reviews; 0 means the type's default.
        expires: The day it must not be used any more.
        language: BCP 47 tag.
        url: Where the customer-facing piece lives.
        supersedes: Ids it replaces.
        superseded_by: The id that replaces it.
        because: Why it was replaced.
        aliases: Former ids or addresses.
        places: Where the value of each field above stands, for those written under its own key.
        extra: Keys of the front matter that enablekit does not know, kept as written.
        has_guidance: Whether an author wrote any guidance at all.
        guidance: The authored layer.
        evidence: The derived layer.
        body: The text.
        imprint: What the text says in brief, once somebody asked; always where it is no Markdown.
        items: Comprehension items a person wrote.
        digest: SHA-256 of the asset's text, in hex.
        guidance_digest: SHA-256 of the authored guidance as written, in hex.
        text_parts: Short hashes of the sections, where a verification recorded such; by anchor.
        span: The first line of the file, or of the title where there is one.

    """

    id: str
    path: str
    title: str
    span: Span
    title_from: str = "front matter"
    type: str = ""
    summary: str = ""
    status: Status = Status.PUBLISHED
    audience: Audience = Audience.INTERNAL
    owner: str = ""
    deputy: str = ""
    experts: tuple[str, ...] = ()
    published: dt.date | None = None
    updated: dt.date | None = None
    review_every: int = 0
    expires: dt.date | None = None
    language: str = "en"
    products: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    url: str = ""
    supersedes: tuple[str, ...] = ()
    superseded_by: str = ""
    because: str = ""
    aliases: tuple[str, ...] = ()
    places: tuple[tuple[str, Span], ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    has_guidance: bool = False
    guidance: Guidance = Guidance()
    drafts: Guidance = Guidance()
    evidence: Evidence = Evidence()
    body: Body = Body()
    imprint: Imprint = Imprint()
    items: tuple[WrittenItem, ...] = ()
    digest: str = ""
    guidance_digest: str = ""
    text_parts: tuple[tuple[str, str], ...] = ()

    def place(self, field: str) -> Span:
        """Return where a field's value stands, else where the front matter begins."""
        return dict(self.places).get(field, self.span)

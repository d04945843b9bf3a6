"""What an author may say about an asset itself, at the top of its front matter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from enablekit.model.field import about
from enablekit.model.span import Span

STATUSES = ("draft", "published", "retired")
AUDIENCES = ("internal", "partner", "customer", "public")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetFields:
    """
    The top level of the front matter, as written.

    Attributes:
        span: Where the front matter stands.
        places: Where the value of each field stands that was written under its own key.

    """

    shorthand: ClassVar[str] = ""

    span: Span
    places: tuple[tuple[str, Span], ...] = ()
    id: str = about("A short name that never changes; the path if left out.", default="")
    title: str = about("What people call it; else the first heading.", default="")
    type: str = about("The asset type, such as `white-paper`.", default="")
    summary: str = about("What it is about, in a sentence or two.", default="")
    status: str = about("Where it stands in its life.", one_of=STATUSES, default="")
    audience: str = about("Who may read the asset itself.", one_of=AUDIENCES, default="")
    owner: str = about("The one person accountable for it.", refers="person", default="")
    deputy: str = about("Who steps in for the owner.", refers="person", default="")
    experts: tuple[str, ...] = about("People to ask.", refers="person", default=())
    published: dt.date | None = about("The day it came out.")
    updated: dt.date | None = about("The day it last changed.")
    review_every: int = about("Days between reviews, where the type's do not fit.", default=0)
    expires: dt.date | None = about("The day after which it must not be used.")
    language: str = about("The language it is written in, such as `en` or `de`.", default="")
    products: tuple[str, ...] = about("The products it sells.", refers="product", default=())
    competitors: tuple[str, ...] = about("The rivals it is about.", refers="competitor", default=())
    industries: tuple[str, ...] = about("The industries it is for.", default=())
    regions: tuple[str, ...] = about("The regions it is for.", default=())
    topics: tuple[str, ...] = about(
        "What it is about, in the project's words.", refers="topic", default=()
    )
    url: str = about("Where the customer-facing piece lives.", default="")
    supersedes: tuple[str, ...] = about("The assets it replaces.", refers="asset", default=())
    superseded_by: str = about("The asset that replaces it.", refers="asset", default="")
    because: str = about("Why it was replaced.", default="")
    aliases: tuple[str, ...] = about("Former ids or addresses.", default=())

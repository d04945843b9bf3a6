"""
Something a buyer reads links to a place that only the company can open.

It looks at the text of assets for customers or the public, and at what a rep sends on: the
follow-up e-mail and the words to share. Places are Google Docs, Notion, Jira, Confluence,
SharePoint, Slack, and the addresses of a private network.

Why reps care: The buyer clicks, is asked to log in to your company, and learns what your internal
documents are called.

Wrong:
    audience: public
    ---
    The numbers are in [our sheet](https://docs.google.com/spreadsheets/d/1aB).

Right:
    audience: public
    ---
    The numbers are in [the appendix](appendix.pdf).

Options:
    `hosts`: further places, such as `[wiki.meridian.example]`.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from enablekit.extend.guidance_texts import place_at, texts
from enablekit.extend.link_targets import address_of
from enablekit.extend.rule import described
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Link
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK609",
    name="internal-link-in-public",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_INTERNAL = re.compile(
    r"(?:docs|drive|sheets|slides)\.google\.com|(?:www\.)?notion\.so|.+\.sharepoint\.com"
    r"|.+\.atlassian\.net|(?:jira|confluence|intranet)\..+|.+\.slack\.com"
    r"|.+\.(?:internal|intranet|corp|lan|local)"
)
# Forms are meant for strangers, and so is what was published to the web or shared by its link.
_MEANT_FOR_ALL = re.compile(
    r"/forms/|/pub(?:html)?\b|/embed\b|/servicedesk/customer/|/shared_invite/|[?&]usp=shar"
)
_OPEN_TO_ALL = re.compile(
    r".+\.(?:apache\.org|atlassian\.com|mongodb\.org)|(?:api|hooks)\.slack\.com"
)
_ADDRESS = re.compile(r"https?://[^\s<>()\"'“”]+(?<![.,;:!?])", re.IGNORECASE)
_SHOWN = 60


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report links that their readers cannot open."""
    if asset.status is not Status.PUBLISHED:
        return
    hosts = frozenset(one.lower() for one in around.words(RULE.name, "hosts"))
    for span, address, place in chain(_in_text(asset, hosts, around), _sent(asset, hosts, around)):
        shown = address if len(address) <= _SHOWN else f"{address[:_SHOWN]}…"
        yield RULE.at(
            span,
            f"“{shown}” leads into the company, and buyers read this",
            place=place,
            fix="Link a page that everybody may open, or attach the file",
        )


def _in_text(
    asset: Asset, hosts: frozenset[str], around: Surroundings
) -> Iterator[tuple[Span, str, str]]:
    for link in _links(asset) if asset.audience >= Audience.CUSTOMER else ():
        # An address that is spelled out tells readers what to open on their own computer.
        is_own = link.text.strip("/ ") in link.url and _is_private(_host(link.url))
        if _is_internal(link.url, hosts) and not is_own:
            yield address_of(link, around), link.url, "the text"


def _sent(
    asset: Asset, hosts: frozenset[str], around: Surroundings
) -> Iterator[tuple[Span, str, str]]:
    follow_up, share = asset.guidance.follow_up, asset.guidance.share
    words = [follow_up.subject, follow_up.body] if follow_up else []
    words += [share.linkedin, share.forward] if share else []
    if not any(_is_internal(one, hosts) for one in _ADDRESS.findall("\n".join(words))):
        return
    for text in texts(asset):
        for one in _ADDRESS.finditer(text.text) if text.part in {"follow_up", "share"} else ():
            if _is_internal(one[0], hosts):
                yield place_at(text, one.start(), one.end(), around), one[0], text.place


def _links(asset: Asset) -> Iterator[Link]:
    for block in asset.body.blocks:
        if block.audience is None or block.audience >= Audience.CUSTOMER:
            yield from block.links


def _is_internal(address: str, hosts: frozenset[str]) -> bool:
    host = _host(address)
    if not host or _MEANT_FOR_ALL.search(address) or _OPEN_TO_ALL.fullmatch(host):
        return False
    return host in hosts or _is_private(host) or _INTERNAL.fullmatch(host) is not None


def _is_private(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


def _host(address: str) -> str:
    if not address.lower().startswith(("http://", "https://")):
        return ""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""

"""What a chat or a social network shows beside a link to a guide: words, and a picture of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from enablekit.compilers.tombstone import out_of_use
from enablekit.encoding.wording import direction
from enablekit.site.cards import one_line
from enablekit.site.links import card_path, guide_path

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled
    from enablekit.site.asset_pages import AssetPages
    from enablekit.site.frame import Frame

WIDTH, HEIGHT = 1200, 630  # dots, as networks ask for: https://ogp.me
_ACCENT = "#0b5a45"  # the site's own, as in style.css


def link_preview(pages: AssetPages) -> dict[str, Any]:
    """
    Return the properties of the Open Graph protocol for a guide, as pairs.

    Source: https://ogp.me. What is out of use is not advertised with what it said.
    """
    frame, asset = pages.frame, pages.asset
    site = frame.publication.site_url
    card = frame.cards.get(asset.id)
    found = [
        ("og:type", "article"),
        ("og:title", asset.title),
        ("og:description", card.line if card and card.in_use else ""),
        ("og:site_name", frame.publication.name),
        ("og:locale", frame.language.replace("-", "_")),
        ("og:url", site and site + quote(guide_path(asset.id), errors="replace")),
    ]
    if pages.pictured:
        found += [
            ("og:image", site + quote(card_path(asset.id), errors="replace")),
            ("og:image:type", "image/png"),
            ("og:image:width", str(WIDTH)),
            ("og:image:height", str(HEIGHT)),
            ("og:image:alt", asset.title),
        ]
    return {"preview": [(name, content) for name, content in found if content]}


def card_data(
    frame: Frame, compiled: Compiled, *, accent: str = "", logo: bytes = b""
) -> dict[str, Any] | None:
    """
    Return what the picture of a guide shows; its page shows all of it, too.

    Args:
        frame: What all pages share.
        compiled: The asset.
        accent: The brand's colour; one of a project is readable on paper already.
        logo: The brand's image.

    Returns:
        Plain data for the template, or None for what is out of use, which nobody should pass on.

    """
    guide, publication = compiled.guide, frame.publication
    if not publication.site_url or out_of_use(guide, publication.built_on):
        return None
    return {
        "title": one_line(guide.asset.title),
        "kind": frame.wording.say(guide.type_label) if guide.type_label else "",
        "site": publication.name,
        "accent": accent or _ACCENT,
        "logo": logo,
        "lang": frame.language.split("-")[0].lower(),
        "rtl": direction(frame.language) == "rtl",
    }

"""What the four pages of one asset share: its title, its badge, its owner and the way around."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from enablekit.compilers.tombstone import out_of_use, tombstone
from enablekit.site.cards import trust_of
from enablekit.site.facets import TYPES
from enablekit.site.frame import Frame, mailable
from enablekit.site.links import guide_folder, guide_path, href, root_of, web_address
from enablekit.site.markup import Linked, language_attributes
from enablekit.site.places import Places, places_of

if TYPE_CHECKING:
    from enablekit.model.asset import Asset
    from enablekit.model.guide import Neighbour
    from enablekit.model.publication import Compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetPages:
    """
    One asset on its way to its pages.

    Attributes:
        frame: What all pages share.
        compiled: The asset.
        folder: The folder of its pages.
        root: What leads from the guide to the site's first folder.
        places: Its lines and sections, seen from the guide.

    """

    frame: Frame
    compiled: Compiled
    folder: str
    root: str
    places: Places

    @property
    def asset(self) -> Asset:
        """The asset itself."""
        return self.compiled.guide.asset

    @property
    def below(self) -> Places:
        """Its lines and sections, seen from the pages below the guide."""
        return replace(self.places, read=f"../{self.places.read}")

    def path(self, page: str = "") -> str:
        """Return the path of the guide, or of one of the pages below it."""
        return f"{self.folder}/{page}/index.html" if page else f"{self.folder}/index.html"

    def values(self, page: str = "") -> dict[str, Any]:
        """Return the values that the templates of all four pages get."""
        guide, asset, frame = self.compiled.guide, self.asset, self.frame
        root, up = (f"{self.root}../", "../") if page else (self.root, "")
        say = frame.wording
        subject = say.say("About “{title}”", title=asset.title)
        return frame.shared(self.path(page)) | {
            "title": asset.title,
            "lang": language_attributes(asset.language, frame.language),
            "type": frame.term(root, TYPES, asset.type) if asset.type else None,
            "trust": trust_of(guide, say),
            "reason": say.told(guide.badge.reason),
            "owner": mailable(guide.owner, subject=subject),
            "owner_role": guide.owner.role if guide.owner else "",
            "guide_href": f"{up}index.html",
            "present_href": f"{up}present/index.html",
            "check_href": f"{up}check/index.html",
            "read_href": f"{up}read/index.html",
            "present_time": say.duration(self.compiled.notes.seconds),
            "told": not all(beat.drawn for beat in self.compiled.notes.beats),
            "beats": len(self.compiled.notes.beats),
            "items": len(self.compiled.check.items),
            "items_words": say.count(
                "{n} question", "{n} questions", len(self.compiled.check.items)
            ),
            "read_time": say.minutes(asset.body.minutes) if asset.body.minutes else "",
            "warning": self._warning(root),
        }

    def neighbour(self, root: str, other: Neighbour) -> Linked:
        """Return another asset's title, linked to its guide if it has one here."""
        if other.id not in self.frame.cards:
            return Linked(other.title)
        return Linked(other.title, href(root, guide_path(other.id)))

    def _warning(self, root: str) -> dict[str, Any] | None:
        """Return what stands above everything else when the asset must not be used any more."""
        guide, asset = self.compiled.guide, self.asset
        today = self.frame.publication.built_on
        if not out_of_use(guide, today):
            return None
        newer = guide.replaced_by
        ended = asset.expires if asset.expires and asset.expires < today and not newer else None
        return {
            "why": asset.because or self.frame.wording.told(guide.badge.reason),
            # A badge that says it says it better.
            "ended": self.frame.wording.day(ended)
            if ended and guide.badge.state != "expired"
            else "",
            "instead": self.neighbour(root, newer) if newer else None,
        }


def pages_of(frame: Frame, compiled: Compiled) -> AssetPages:
    """Prepare one asset for its pages; of what is out of use, nothing is left to say or send."""
    if out_of_use(compiled.guide, frame.publication.built_on):
        compiled = tombstone(compiled)
    asset = compiled.guide.asset
    folder = guide_folder(asset.id)
    return AssetPages(
        frame=frame,
        compiled=compiled,
        folder=folder,
        root=root_of(f"{folder}/"),
        places=places_of(asset, read="read/index.html", source=frame.source, wording=frame.wording),
    )


def piece_of(asset: Asset) -> Linked:
    """Return where the customer-facing piece lives: its address, else its file's path."""
    address = web_address(asset.url)
    return Linked(asset.url or asset.path, address)

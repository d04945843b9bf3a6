"""Makes the addresses an author wrote in an asset work on the page that shows its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin

from enablekit.extend.link_targets import resolved
from enablekit.site.links import fragment, href, read_path, web_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.model.asset import Asset

_LINK = re.compile(r'<a href="([^"]*)"')
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^>]*>')
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetLinks:
    """
    The way from one asset's text to what it links.

    A file's address is relative to the file, and on the site that file stands elsewhere. What
    leads to another asset goes to that asset's page; what leads into a website goes to the website
    where the asset is published; what leads to another file goes to the sources. Where none of
    these is known, the words stay and the link goes.

    Attributes:
        asset: The asset.
        file: Its file, which the asset itself does not name where its readers may not know it.
        root: What leads from the page to the site's first folder.
        ids: The asset ids by file.
        source: The address of the sources, ending with `/`, or empty.

    """

    asset: Asset
    file: str
    root: str
    ids: Mapping[str, str]
    source: str = ""

    def relinked(self, html: str) -> str:
        """Return a block's HTML with addresses that work on the page."""
        if 'href="' in html:
            html = _LINK.sub(self._link, html)
        if "<img " in html:
            html = _IMAGE.sub(self._image, html)
        return html

    def _link(self, found: re.Match[str]) -> str:
        address = unescape(found[1])
        if _WHOLE.match(address):
            return found[0]
        target = self._target(address)
        return f'<a href="{escape(target)}"' if target else "<a"

    def _image(self, found: re.Match[str]) -> str:
        address = unescape(found[1])
        if _WHOLE.match(address):
            return found[0]
        target = self._published(address)
        if target:
            return f'<img src="{escape(target)}" alt="{found[2]}">'
        return f'<span class="picture">{found[2] or escape(address)}</span>'

    def _target(self, address: str) -> str:
        path, _, anchor = address.partition("#")
        file = resolved(self.file, unquote(path))
        if file in self.ids:
            page = href(self.root, read_path(self.ids[file]))
            return page + (fragment(unquote(anchor)) if anchor else "")
        return self._published(address) or (
            self.source + quote(file) if self.source and file else ""
        )

    def _published(self, address: str) -> str:
        """Return an address on the website where the asset is published, or nothing."""
        website = web_address(self.asset.url)
        if not address.startswith("/") or not website:
            return ""
        return web_address(urljoin(website, address))


def linked_files(asset: Asset) -> tuple[str, ...]:
    """Return the files of the project that an asset's text links, each once."""
    found: dict[str, None] = {}
    for block in asset.body.blocks:
        if 'href="' in block.html:
            for address in map(unescape, _LINK.findall(block.html)):
                if not _WHOLE.match(address):
                    found[resolved(asset.path, unquote(address.partition("#")[0]))] = None
    return tuple(found)

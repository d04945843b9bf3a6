"""What an open page of a preview shows, and the tag that lets it follow the files."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from enablekit.adapters.preview_site import is_page
from enablekit.encoding.html import escape
from enablekit.encoding.json_data import line

if TYPE_CHECKING:
    from enablekit.adapters.preview_site import PreviewSite

SCRIPT = "/.enablekit/reload.js"
STYLE = "/.enablekit/reload.css"
EVENTS = "/.enablekit/events"

_NO_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>There is no page here</title>
<h1>There is no page here</h1>
<p>It appears by itself as soon as a build writes it. <a href="/">Go to the first page</a></p>
"""


def shown(site: PreviewSite, path: str) -> dict[str, str]:
    """
    Return what an address shows: the files that make it up, with the SHA-256 of each.

    Args:
        site: The site.
        path: The path of the address, decoded, without its first slash.

    Returns:
        The hashes of the page, its style sheets, scripts and images, by their addresses; that of
        the page comes first and is empty if there is none.

    """
    name = site.name(path)
    files = {path: site.digests.get(name, "")}
    data = site.read(name) if is_page(name) else None
    if data is not None:
        found = _Loaded(name)
        found.feed(data.decode("utf-8", "replace"))
        files |= {one: site.digests[one] for one in found.paths if one in site.digests}
    return files


def with_reload(site: PreviewSite, path: str, page: bytes) -> bytes:
    """Return a page with the script that follows its files; what was built is left as it is."""
    files = escape(line(shown(site, path)))
    tag = f'<script src="{SCRIPT}" data-events="{EVENTS}" data-style="{STYLE}" data-shown="{files}"'
    end = page.rfind(b"</body>")
    place = end if end >= 0 else len(page)
    return b"".join((page[:place], tag.encode(), b" defer></script>\n", page[place:]))


def missing_page(site: PreviewSite) -> bytes:
    """Return what is shown where there is no page: the site's own `404.html`, else a line."""
    own = site.read("404.html") if "404.html" in site.digests else None
    return _NO_PAGE.encode() if own is None else own


class _Loaded(HTMLParser):
    """Collects the files of its own site that a page loads."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._base = f"http://preview/{name}"
        self.paths: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get({"link": "href", "script": "src", "img": "src"}.get(tag, ""))
        if not address or (tag == "link" and "stylesheet" not in (given.get("rel") or "")):
            return
        try:
            parts = urlsplit(urljoin(self._base, address))
        except ValueError:  # an address no browser could follow
            return
        if parts.scheme == "http" and parts.netloc == "preview":
            self.paths.append(unquote(parts.path).removeprefix("/"))

"""Where each page of the site stands, and which addresses from content may be linked."""

from __future__ import annotations

from urllib.parse import quote

from enablekit.encoding.slug import slug
from enablekit.encoding.url import LINK_SCHEMES, safe_url

STYLE = "style.css"
HOME = "index.html"
ABOUT = "about/index.html"
OBJECTIONS = "objections/index.html"
CHANGES = "changes/index.html"
STATUS = "status/index.html"
FEED = "feed.xml"
LOST = "404.html"
AWAY = "offline.html"
CHECKS = "checks/index.html"
PROGRAMS = "programs/index.html"
SEARCH = "search/index.html"


def guide_folder(asset_id: str) -> str:
    """Return the folder of an asset's pages, without a slash at the end."""
    return "/".join(["guides", *(slug(segment) for segment in asset_id.split("/") if segment)])


def guide_path(asset_id: str) -> str:
    """Return the path of an asset's guide inside the site."""
    return f"{guide_folder(asset_id)}/index.html"


def present_path(asset_id: str) -> str:
    """Return the path of an asset's presenter notes inside the site."""
    return f"{guide_folder(asset_id)}/present/index.html"


def check_path(asset_id: str) -> str:
    """Return the path of an asset's comprehension check inside the site."""
    return f"{guide_folder(asset_id)}/check/index.html"


def read_path(asset_id: str) -> str:
    """Return the path of the page that holds an asset's own text."""
    return f"{guide_folder(asset_id)}/read/index.html"


def facet_path(folder: str, name: str) -> str:
    """Return the path of a facet's page, such as everything for one persona."""
    return f"{folder}/{name}/index.html"


def root_of(path: str) -> str:
    """Return what leads from a page to the site's first folder: empty, or `../` repeated."""
    return "../" * path.count("/")


def href(root: str, path: str) -> str:
    """Return the relative address of a page, seen from a page with that root."""
    return root + quote(path)


def fragment(anchor: str) -> str:
    """Return the part of an address that leads to a heading of an asset."""
    return f"#s-{quote(anchor, safe='')}"


def web_address(text: str) -> str:
    """Return a whole address from content, scheme and all, if it is safe to link, else nothing."""
    address = safe_url(text) or ""
    scheme, colon, _ = address.partition(":")
    return address if colon and scheme.lower() in LINK_SCHEMES else ""


def mail_address(to: str, *, subject: str = "", body: str = "") -> str:
    """Return a `mailto:` address with subject and text filled in (RFC 6068)."""
    parts = {"subject": subject, "body": body.replace("\r\n", "\n").replace("\n", "\r\n")}
    query = "&".join(f"{key}={quote(value, safe='')}" for key, value in parts.items() if value)
    return f"mailto:{quote(to, safe='@+')}" + (f"?{query}" if query else "")

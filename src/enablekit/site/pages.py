"""
Turns a publication into the pages of its site.

Every page is plain HTML that can be read without scripts. Links are relative and name
`index.html`, so the folder opens by double-click and from an archive as well as from a server.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.encoding.slug import collision_key
from enablekit.errors import UsageError
from enablekit.model.output import OutputTree, Unchanged
from enablekit.site.asset_pages import pages_of
from enablekit.site.check_page import check_values
from enablekit.site.checks_page import checks_values, tally_of
from enablekit.site.facet_page import facet_values
from enablekit.site.feed import feed
from enablekit.site.finder import GUIDES, guides_script
from enablekit.site.frame import Frame, frame_of
from enablekit.site.guide_page import guide_values
from enablekit.site.home_page import about_values, home_values, letters_of
from enablekit.site.links import ABOUT, CHECKS, FEED, HOME, SEARCH, STYLE, card_path
from enablekit.site.list_pages import list_pages
from enablekit.site.present_page import present_values
from enablekit.site.program_pages import program_pages
from enablekit.site.read_page import read_values
from enablekit.site.search_page import search_values
from enablekit.site.templating import Templates, prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from enablekit.model.publication import Compiled, Publication
    from enablekit.site.checks_page import Tally


def render(publication: Publication, templates: Mapping[str, str]) -> OutputTree:
    """
    Render the whole site.

    Args:
        publication: What to show; it holds only what its audience may read.
        templates: Texts by file name, such as `guide.html.j2` and `style.css`.

    Returns:
        The site's files.

    Raises:
        UsageError: A template is missing or wrong, or two pages want the same address.

    """
    frame, ready = frame_of(publication), prepared(templates, publication.strings)
    tallies = {one.guide.asset.id: tally_of(one) for one in publication.compiled}
    files = [*listing_pages(frame, ready), *common_pages(frame, ready, templates, tallies)]
    for compiled in publication.compiled:
        files += asset_pages(frame, compiled, ready)
    return assembled(files)


_KEEPER = "sw.js"  # keeps opened pages for reading without a connection
# What is filled; the other templates are style sheets and scripts, which go out as they are.
_FILLED = (".j2", ".typ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    One file of the site.

    Attributes:
        path: Where it goes.
        owner: Whose it is, for a message when two want the same place.
        data: Its bytes, or that they are on the disk already.

    """

    path: str
    owner: str
    data: bytes | Unchanged


def common_pages(
    frame: Frame,
    ready: Templates,
    templates: Mapping[str, str],
    tallies: Mapping[str, Tally],
    *,
    indexed: bool = False,
) -> Iterator[Page]:
    """
    Render what belongs to no single asset besides lists: checks, style sheets and scripts.

    Args:
        frame: What all pages share.
        ready: The templates.
        templates: Their texts by name.
        tallies: What the list of checks says of each, by asset.
        indexed: Whether there is a full-text index.

    """
    if STYLE not in templates:
        message = f"There is no template named {STYLE}."
        raise UsageError(message, hint="Remove your own to use ours.")
    for name, text in templates.items():
        if not name.endswith(_FILLED) and (name != _KEEPER or frame.publication.offline):
            yield Page(path=name, owner=name, data=text.encode("utf-8", "replace"))
    about = ready.fill("about.html.j2", about_values(frame))
    yield Page(path=ABOUT, owner="the page about the site", data=about)
    checks = ready.fill("checks.html.j2", checks_values(frame, tallies))
    yield Page(path=CHECKS, owner="the list of checks", data=checks)
    for path, template, values in program_pages(frame, tallies):
        yield Page(path=path, owner=f"the page {path}", data=ready.fill(template, values))
    search = ready.fill("search.html.j2", search_values(frame, indexed=indexed))
    yield Page(path=SEARCH, owner="the search page", data=search)


def listing_pages(frame: Frame, ready: Templates) -> Iterator[Page]:
    """Render what lists the assets: home page, facets, changes, objections, the finder's script."""
    yield Page(path=GUIDES, owner="the finder", data=guides_script(frame))
    yield from _entrances(frame, ready)
    yield from _lists(frame, ready)


def _entrances(frame: Frame, ready: Templates) -> Iterator[Page]:
    """Render the home page and the lists of guides it leads to."""
    letters = letters_of(frame)
    home = ready.fill("index.html.j2", home_values(frame, letters))
    yield Page(path=HOME, owner="the home page", data=home)
    for group in (*frame.facets.groups.values(), letters):
        for facet in group:
            if facet.path:
                page = ready.fill("facet.html.j2", facet_values(frame, facet))
                yield Page(path=facet.path, owner=facet.title, data=page)


def _lists(frame: Frame, ready: Templates) -> Iterator[Page]:
    """Render what lists something of every asset, for people and for feed readers."""
    for path, template, values in list_pages(frame):
        yield Page(path=path, owner=f"the page {path}", data=ready.fill(template, values))
    if frame.publication.site_url:
        yield Page(path=FEED, owner="the feed", data=feed(frame))


def asset_pages(
    frame: Frame, compiled: Compiled, ready: Templates, picture: bytes = b""
) -> Iterator[Page]:
    """
    Render the four pages of an asset.

    Args:
        frame: What all pages share; its lists are not needed.
        compiled: The asset.
        ready: The templates.
        picture: What stands beside a link to the guide, as a PNG; nothing for none.

    """
    pages = pages_of(frame, compiled, pictured=bool(picture))
    owner, fill = pages.asset.path, ready.fill
    if picture:
        yield Page(path=card_path(pages.asset.id), owner=owner, data=picture)
    for name, template, values in (
        ("", "guide.html.j2", guide_values),
        ("present", "present.html.j2", present_values),
        ("check", "check.html.j2", check_values),
        ("read", "read.html.j2", read_values),
    ):
        yield Page(path=pages.path(name), owner=owner, data=fill(template, values(pages)))


def assembled(pages: Iterable[Page]) -> OutputTree:
    """
    Put pages together.

    Raises:
        UsageError: Two pages want the same address.

    """
    files: dict[str, bytes] = {}
    unchanged: dict[str, Unchanged] = {}
    owners: dict[str, str] = {}
    for page in pages:
        first = owners.setdefault(collision_key(page.path), page.owner)
        if page.path in files or page.path in unchanged or first != page.owner:
            message = f"{page.owner} and {first} both want the page {page.path}."
            raise UsageError(message, hint="Give one of them another `id`.")
        if isinstance(page.data, Unchanged):
            unchanged[page.path] = page.data
        else:
            files[page.path] = page.data
    return OutputTree(files=dict(sorted(files.items())), unchanged=unchanged)

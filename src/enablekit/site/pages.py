"""
Turns a publication into the pages of its site.

Every page is plain HTML with one style sheet. Links are relative and name `index.html`, so the
folder opens by double-click and from an archive as well as from a server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.slug import collision_key
from enablekit.errors import UsageError
from enablekit.model.output import OutputTree
from enablekit.site.asset_pages import pages_of
from enablekit.site.check_page import check_values
from enablekit.site.frame import Frame, frame_of
from enablekit.site.guide_page import guide_values
from enablekit.site.home_page import about_values, facet_values, home_values, letters_of
from enablekit.site.links import ABOUT, HOME, STYLE
from enablekit.site.present_page import present_values
from enablekit.site.read_page import read_values
from enablekit.site.templating import Templates, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enablekit.model.publication import Publication


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
    if STYLE not in templates:
        raise UsageError(
            f"There is no template named {STYLE}.", hint="Remove your own to use ours."
        )
    frame, ready = frame_of(publication), prepared(templates)
    files: dict[str, bytes] = {STYLE: templates[STYLE].encode("utf-8", "replace")}
    owners = {collision_key(STYLE): "the style sheet"}
    for path, owner, content in _pages(frame, ready):
        first = owners.setdefault(collision_key(path), owner)
        if path in files or first != owner:
            message = f"{owner} and {first} both want the page {path}."
            raise UsageError(message, hint="Give one of them another `id`.")
        files[path] = content
    return OutputTree(files=dict(sorted(files.items())))


def _pages(frame: Frame, templates: Templates) -> Iterator[tuple[str, str, bytes]]:
    """Yield each page's path, whose it is and its bytes."""
    fill = templates.fill
    letters = letters_of(frame)
    yield HOME, "the home page", fill("index.html.j2", home_values(frame, letters))
    yield ABOUT, "the page about the site", fill("about.html.j2", about_values(frame))
    for group in (*frame.facets.groups.values(), letters):
        for facet in group:
            if facet.path:
                yield facet.path, facet.title, fill("facet.html.j2", facet_values(frame, facet))
    for compiled in frame.publication.compiled:
        pages = pages_of(frame, compiled)
        owner = pages.asset.path
        yield pages.path(), owner, fill("guide.html.j2", guide_values(pages))
        yield pages.path("present"), owner, fill("present.html.j2", present_values(pages))
        yield pages.path("check"), owner, fill("check.html.j2", check_values(pages))
        yield pages.path("read"), owner, fill("read.html.j2", read_values(pages))

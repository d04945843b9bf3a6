"""Where the links of a text lead inside the project, and where their addresses are written."""

from __future__ import annotations

import re
from posixpath import splitext
from typing import TYPE_CHECKING
from urllib.parse import unquote

from enablekit.extend.where_written import first_line
from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.body import Link

# An address with a scheme, of a server, of the site's first folder, of the page itself, of an alias
# (`@site/…`, `~/…`), or one that a template still has to make.
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/#?@~$!\\]|[^{}<>%]*(?:[{}<>%])")
# What site generators put before a page's folder when they make its address.
_ROOTS = ("static", "public", "assets", "src", "docs", "content")
# What means the site's first folder in Docusaurus, and in Jekyll for a site that lies in a folder.
_FIRST_FOLDER = re.compile(r"(?:@site|\{\{\s*site\.baseurl\s*\}\})(?=/)")
_PAGES = ("", ".md", ".mdx", "/index.md", "/index.mdx", "/_index.md", "/README.md", "/readme.md")
_INDEX = frozenset({"index", "_index", "readme"})


def written_path(url: str) -> str:
    """Return the file that a relative address names, as written; else an empty text."""
    path = unquote(url).partition("#")[0].partition("?")[0].strip()
    return "" if _ELSEWHERE.match(path) else path


def resolved(base: str, path: str) -> str:
    """Return a file's path inside the project, or nothing when it leads outside."""
    parts = [] if path.startswith("/") else base.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and not parts:
            return ""
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def relative(file: str, base: str) -> str:
    """Return the address by which one file of the project links another, without blanks."""
    there, here = file.split("/"), base.split("/")[:-1]
    same = 0
    while same < min(len(there) - 1, len(here)) and there[same] == here[same]:
        same += 1
    return "/".join([*[".."] * (len(here) - same), *there[same:]]).replace(" ", "%20")


def candidates(base: str, path: str) -> Iterator[str]:
    """
    Yield the files that a relative address may mean, the likeliest first.

    It may count from the file, from the address that a page without an ending has, or from where
    a site generator keeps what it copies.
    """
    yield resolved(base, path)
    stem = splitext(base)[0]
    if stem.rpartition("/")[2].lower() not in _INDEX:
        yield resolved(f"{stem}/", path)
    tail = resolved("", path.lstrip("./"))
    yield from (f"{root}/{tail}" for root in _ROOTS if tail)


def picture_candidates(base: str, url: str) -> Iterator[str]:
    """
    Yield the files of the project that the address of a picture may mean, the likeliest first.

    A relative address means what it means in a link. One that counts from the site's first folder
    names a file there as in Jekyll, or where other generators keep what they copy. Any other
    address names none.
    """
    bare = unquote(url).partition("#")[0].partition("?")[0].strip()
    bare = _FIRST_FOLDER.sub("", bare, count=1)
    if bare.startswith("/") and not bare.startswith("//"):
        inside = resolved("", bare)
        if inside:
            yield inside
            yield from (f"{root}/{inside}" for root in _ROOTS)
        return
    path = written_path(url)
    yield from (one for one in candidates(base, path) if path and one)


def asset_led_to(url: str, base: str, around: Surroundings) -> str:
    """Return the id of the asset that an address in a file leads to, or an empty text."""
    published = around.once(_published).get(_bare(url))
    if published:
        return published
    path = written_path(url)
    for file in candidates(base, path) if path else ():
        for ending in _PAGES:
            found = around.library.settled.get(file + ending)
            if file and found in around.library.by_id:
                return found or ""
    return ""


def address_of(link: Link, around: Surroundings) -> Span:
    """Return where the address of a link is written, be it in the text or at the end of it."""
    text = around.sources.get(link.span.path, "")
    spelled = "|".join(re.escape(one) for one in dict.fromkeys((link.url, unquote(link.url))))
    lines = text.split("\n")[link.span.line - 1 : link.span.end_line]
    here = "\n".join([" " * (link.span.column - 1) + "".join(lines[:1])[link.span.column - 1 :]])
    here = "\n".join([here, *lines[1:]])
    found = re.search(rf"(?:\]\(\s*<?|^\s*<?)({spelled})", here)
    if found is not None:
        return _span(link.span.path, link.span.line, here, *found.span(1))
    found = re.search(rf"^ {{0,3}}\[[^\]\n]+\]:\s*<?({spelled})(?=[\s>]|\Z)", text, re.MULTILINE)
    if found is not None:
        return _span(link.span.path, 1, text, *found.span(1))
    return first_line(link.span, around)


def _span(path: str, first: int, text: str, start: int, end: int) -> Span:
    line_start = text.rfind("\n", 0, start) + 1
    return Span(
        path=path,
        line=first + text.count("\n", 0, start),
        column=start - line_start + 1,
        end_column=end - line_start + 1,
    )


def _published(around: Surroundings) -> dict[str, str]:
    """Return the one asset at each address; a newer version often takes an older one's."""
    found: dict[str, str] = {}
    for asset in around.library.assets:
        if asset.url:
            address = _bare(asset.url)
            found[address] = "" if address in found else asset.id
    return found


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "//", url.partition("#")[0]).rstrip("/")

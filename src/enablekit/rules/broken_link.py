"""
A relative link or image leads to a file that is not in the project.

Addresses of websites, of the site's first folder, and those that a template makes are left alone;
so are pages without an ending, whose addresses the site generator decides.

Why reps care: A link that fails on a shared screen ends the flow of a meeting, and the rep cannot
mend it there.

Wrong:
    ![Days to payment](chart.PNG)

Right:
    ![Days to payment](chart.png)
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.link_targets import address_of, candidates, relative, resolved, written_path
from enablekit.extend.rule import described
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.repair import Edit, Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK601",
    name="broken-link",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
)

# Only a name with one of these endings is certain to mean a file.
_FILE = re.compile(
    r".*\.(?:md|mdx|markdown|png|jpe?g|gif|svg|webp|avif|pdf|pptx?|key|docx?|xlsx?|csv|zip|mp[34]"
    r"|mov|webm|txt|ya?ml|json)",
    re.IGNORECASE,
)
# Files that are passed over when those of a project are listed.
_UNSEEN = re.compile(r"(?:^|/)(?:\.|node_modules/)")
_WEBSITE = re.compile(r"www\.[\w-]+\.|[\w-]+\.(?:com|org|net|io)/")
# Many folders have a file of this name, so the name does not tell which one was meant.
_COMMON = re.compile(r"_?index\.|readme\.", re.IGNORECASE)
_ALIKE = 0.8
_MOST = 200  # names to compare a misspelled one with
_SHOWN = 60


class _Files(NamedTuple):
    """The files of a project by what may be known of them."""

    alike: dict[str, list[str]]
    named: dict[str, list[str]]
    folders: dict[str, list[str]]


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report links to files that are not there."""
    if asset.status is Status.RETIRED or not around.files:
        return
    seen: set[Span] = set()
    for block in asset.body.blocks:
        for link in block.links:
            path = written_path(link.url)
            if not path or not _is_broken(asset.path, path, around):
                continue
            place = address_of(link, around)
            if place in seen:
                continue
            seen.add(place)
            fix, repair = _mended(asset.path, path, place, around)
            shown = path if len(path) <= _SHOWN else f"…{path[-_SHOWN:]}"
            yield RULE.at(place, f"there is no file “{shown}”", fix=fix, repair=repair)


def _is_broken(base: str, path: str, around: Surroundings) -> bool:
    if _WEBSITE.match(path):
        return True
    target = resolved(base, path)
    if not _FILE.fullmatch(path) or not target or _UNSEEN.search(target):
        return False
    return not any(file in around.files for file in candidates(base, path))


def _mended(base: str, path: str, place: Span, around: Surroundings) -> tuple[str, Repair | None]:
    """Say what was probably meant; mend it where only one file can have been."""
    if _WEBSITE.match(path):
        return "Add `https://` in front of it if it is a website", None
    files = around.once(_files)
    target = resolved(base, path)
    folder, _, name = target.rpartition("/")
    named = [] if _COMMON.match(name) else files.named.get(_key(name), [])
    meant = [one for one in files.alike.get(_key(target), []) or named if one != base]
    if len(meant) == 1:
        new = relative(meant[0], base)
        return f"Did you mean `{new}`?", _repair(path, new, place, around)
    beside = [one for one in files.folders.get(folder, ())[:_MOST] if one != base]
    names = {one.rpartition("/")[2]: one for one in beside}
    close = get_close_matches(name, names, n=1, cutoff=_ALIKE)
    if close:
        return f"Did you mean `{relative(names[close[0]], base)}`?", None
    return "Add the file, correct the path, or take the link out", None


def _repair(old: str, new: str, place: Span, around: Surroundings) -> Repair | None:
    line = around.sources.get(place.path, "").split("\n")[place.line - 1 : place.line]
    written = "".join(line)[place.column - 1 : place.end_column - 1]
    address, mark, rest = written.partition("#")
    if not address or address.replace("%20", " ") != old:
        return None
    edit = Edit(span=place, text=f"{new}{mark}{rest}")
    return Repair(what=f"Link `{new}`", edits=(edit,), safe=False)


def _files(around: Surroundings) -> _Files:
    files = _Files(defaultdict(list), defaultdict(list), defaultdict(list))
    for file in sorted(around.files):
        folder, _, name = file.rpartition("/")
        files.alike[_key(file)].append(file)
        files.named[_key(name)].append(file)
        files.folders[folder].append(file)
    return files


def _key(path: str) -> str:
    """Return a path as a file system remembers it that forgets case and composition."""
    return unicodedata.normalize("NFC", path).casefold()

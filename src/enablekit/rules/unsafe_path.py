"""
The path of a file cannot be kept on every computer.

Two paths that differ only by capitals or by how an accent is stored are one file on a Mac and on
Windows; some names, characters and endings do not exist on Windows at all.

Why reps care: The colleague who checks the project out on a Mac gets one of two battlecards, and
nobody notices which one is gone.

Wrong:
    battlecards/Ledgerline.md
    battlecards/ledgerline.md

Right:
    battlecards/ledgerline.md
    battlecards/ledgerline-2025.md
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK606",
    name="unsafe-path",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

# Microsoft, "Naming Files, Paths, and Namespaces": reserved characters, endings and names.
_CHARACTER = re.compile(r"[<>:\"|?*\\\x00-\x1f]")
_ENDING = re.compile(r"[. ]$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)", re.IGNORECASE)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a path that another computer cannot keep."""
    place = Span(path=asset.path)
    for trouble, fix in (*_named(asset.path), *_collisions(asset, around)):
        yield RULE.at(place, trouble, place="the path", fix=fix)


def _named(path: str) -> Iterator[tuple[str, str]]:
    for name in path.split("/"):
        found = _CHARACTER.search(name)
        if found:
            shown = found[0] if found[0].isprintable() else "a control character"
            yield f"`{name}` has `{shown}` in it, which Windows does not allow", "Take it out"
        if _ENDING.search(name):
            yield f"`{name}` ends with a dot or a space, which Windows drops", "Take it off"
        if _RESERVED.match(name):
            yield f"`{name}` is the name of a device on Windows", "Choose another name"


def _collisions(asset: Asset, around: Surroundings) -> Iterator[tuple[str, str]]:
    """Yield what the path of an asset collides with, a folder only where it comes first in it."""
    spellings, first = around.once(_spellings), around.once(_first_assets)
    parts = asset.path.split("/")
    for length in range(1, len(parts) + 1):
        path = "/".join(parts[:length])
        others = [one for one in spellings.get(_key(path), ()) if one != path]
        if not others or (length < len(parts) and first.get(path) != asset.path):
            continue
        fix = "Rename one of them" if length == len(parts) else "Keep all files in one of them"
        yield f"`{path}` and `{others[0]}` are one on a Mac and on Windows", fix
        return


def _spellings(around: Surroundings) -> dict[str, tuple[str, ...]]:
    """Return how each file and folder is spelled, where there are several ways, most used first."""
    used: Counter[str] = Counter()
    for file in around.files:
        parts = file.split("/")
        used.update("/".join(parts[:length]) for length in range(1, len(parts) + 1))
    spelled: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(used, key=lambda one: (-used[one], one)):
        spelled[_key(path)].append(path)
    return {key: tuple(paths) for key, paths in spelled.items() if len(paths) > 1}


def _first_assets(around: Surroundings) -> dict[str, str]:
    """Return the first asset in each folder that is not spelled as most of its files have it."""
    usual = {paths[0] for paths in around.once(_spellings).values()}
    first: dict[str, str] = {}
    for path in sorted(one.path for one in around.library.assets):
        parts = path.split("/")
        for length in range(1, len(parts)):
            folder = "/".join(parts[:length])
            if folder not in usual:
                first.setdefault(folder, path)
    return first


def _key(path: str) -> str:
    """Return a path as a file system remembers it that forgets case and composition."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())

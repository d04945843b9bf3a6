"""Names that every learning platform takes, made from ids that may hold any letter."""

from __future__ import annotations

import hashlib
import re

_PART = r"[a-z0-9_]+(?:-[a-z0-9_]+)*"
_PLAIN = re.compile(rf"{_PART}(?:/{_PART})*")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_DIGITS = 8


def identifier(kind: str, name: str) -> str:
    """
    Return a name that is an XML id, a SCORM identifier and a folder: `check-white-papers.cost`.

    It has ASCII letters, digits, `.`, `_` and `-` only, and begins with the kind. Two names never
    share one, and a name always has the same, so that what a platform keeps under it stays with it.

    Args:
        kind: What is named, in letters, such as `check`.
        name: Its id in the project.

    """
    if _PLAIN.fullmatch(name) and len(name) <= _LONGEST:
        return f"{kind}-{name.replace('/', '.')}"
    digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    readable = _OTHER.sub("-", name.lower()).strip("-")[:_LONGEST]
    # Two hyphens stand in no name of the first sort, so the two sorts never meet.
    return f"{kind}-{readable}--{digest}"

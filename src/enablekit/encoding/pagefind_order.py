"""
Puts the files of a Pagefind index into one order.

Pagefind 1.5 keeps its filters in tables without an order, so that two runs over the same records
write their values, and the names of filters in the list of contents, in two orders; and since files
are named by a hash of what they hold, their names change too. Words, pages and their order are the
same when records come in the same order.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING

from enablekit.encoding import cbor

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGN = b"pagefind_dcd"  # what Pagefind puts before everything it packs
_ENTRY = "pagefind-entry.json"
_FILTER = re.compile(r"filter/(\w+)\.pf_filter")
_META = re.compile(r"pagefind\.(\w+)\.pf_meta")
_FILTERS = 3  # where the list of contents names its filters


def settled(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    """
    Return the files of an index in one order.

    Args:
        files: What Pagefind wrote, by path.
        folder: What to put before each path.

    Raises:
        ValueError: A file is not as this version of Pagefind is known to write it.

    """
    kept = dict(files)
    names: dict[str, str] = {}
    for path in files:
        if filters := _FILTER.fullmatch(path):
            known, values = _two(_unpacked(kept.pop(path)))
            content = cbor.encode([known, sorted(values, key=repr)])
            names[filters[1]] = _named(filters[1], content)
            kept[f"filter/{names[filters[1]]}.pf_filter"] = _packed(content)
    for path in files:
        if meta := _META.fullmatch(path):
            content = _contents(_unpacked(kept.pop(path)), names)
            names[meta[1]] = _named(meta[1], content)
            kept[f"pagefind.{names[meta[1]]}.pf_meta"] = _packed(content)
    kept[_ENTRY] = _entry(kept[_ENTRY], names)
    return {f"{folder}/{path}": kept[path] for path in sorted(kept)}


def _contents(value: cbor.Value, names: Mapping[str, str]) -> bytes:
    """Return the list of contents with its filters in order, under their new names."""
    if not isinstance(value, list) or len(value) <= _FILTERS:
        raise ValueError("its list of contents has another form")
    filters = value[_FILTERS]
    if not isinstance(filters, list):
        message = "its list of contents names no filters"
        raise ValueError(message)  # noqa: TRY004 - the bytes are wrong, not the program
    named: list[cbor.Value] = []
    for one in filters:
        name, file = _two(one)
        if file not in names:
            raise ValueError("its list of contents names a filter that is not there")
        named.append([name, names[str(file)]])
    return cbor.encode([*value[:_FILTERS], sorted(named, key=repr), *value[_FILTERS + 1 :]])


def _entry(data: bytes, names: Mapping[str, str]) -> bytes:
    """Return the first file a browser asks for, with the new name of the list of contents."""
    entry = json.loads(data)
    for language in entry["languages"].values():
        language["hash"] = names[language["hash"]]
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _two(value: cbor.Value) -> tuple[cbor.Value, list[cbor.Value] | str]:
    match value:
        case [name, str() | list() as held]:
            return name, held
        case _:
            raise ValueError("a filter has another form")


def _named(old: str, content: bytes) -> str:
    """Return a name of the same form: the language, and the beginning of a hash of the content."""
    language, _, digits = old.rpartition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digits)]}"


def _unpacked(data: bytes) -> cbor.Value:
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGN):
        raise ValueError("a file does not begin as Pagefind's do")
    return cbor.decode(plain[len(_SIGN) :])


def _packed(content: bytes) -> bytes:
    return gzip.compress(_SIGN + content, mtime=0)

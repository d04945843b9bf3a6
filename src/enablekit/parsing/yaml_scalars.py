"""What YAML 1.1 makes of a value that stands without quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import yaml
from yaml.resolver import Resolver

# More digits than this are no number anybody means; Python itself refuses 5,000 of them.
_LONGEST_NUMBER = 100
_CORE = "tag:yaml.org,2002:"
_KINDS = {
    "bool": "bool",
    "int": "int",
    "float": "float",
    "timestamp": "date",
    "null": "null",
    "str": "text",
}
# The characters with which something other than a text can start.
_TELLING = frozenset(first for first in Resolver.yaml_implicit_resolvers if first)
_RESOLVER = Resolver()
_CONSTRUCTOR = yaml.SafeLoader("")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainReading:
    """
    How YAML reads one value.

    Attributes:
        kind: As in `Scalar.kind`.
        value: YAML's own reading as text.
        trouble: Why tools choke on the value: `date`, `number`, `special`; empty if they do not.

    """

    kind: str
    value: str
    trouble: str = ""


def read_plain(text: str) -> PlainReading:
    """Return what YAML 1.1 makes of a value without quotation marks and without a tag."""
    if text and text[0] not in _TELLING:
        return PlainReading(kind="text", value=text)
    if len(text) > _LONGEST_NUMBER:
        return _read(text)
    return _read_short(text)


def read_tagged(tag: str, text: str) -> PlainReading | None:
    """Return what YAML makes of a value with a tag, or None for a tag that is not read."""
    name = tag.removeprefix(_CORE)
    if tag == "!":
        return PlainReading(kind="text", value=text)
    return _as(name, text) if tag.startswith(_CORE) and name in _KINDS else None


def _read(text: str) -> PlainReading:
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call] # the stubs leave its types open
    return _as(str(tag).removeprefix(_CORE), text)


_read_short = lru_cache(maxsize=4096)(_read)  # repositories repeat their dates, flags and numbers


def _as(name: str, text: str) -> PlainReading:
    kind = _KINDS.get(name, "other")
    if kind == "other":  # `=` and `<<`, which PyYAML cannot turn into values
        return PlainReading(kind=kind, value=text, trouble="special")
    if kind in {"int", "float"} and len(text) > _LONGEST_NUMBER:
        return PlainReading(kind="text", value=text, trouble="number")
    try:
        return PlainReading(kind=kind, value=_value(name, text))
    except (ValueError, OverflowError, KeyError, AttributeError, yaml.YAMLError):
        # PyYAML's own constructors raise any of these for a value that does not fit its tag.
        return PlainReading(kind="text", value=text, trouble="date" if kind == "date" else "number")


def _value(name: str, text: str) -> str:
    node = yaml.ScalarNode(_CORE + name, text)
    if name == "null":
        return ""
    if name == "bool":
        return str(_CONSTRUCTOR.construct_yaml_bool(node)).lower()
    if name == "int":
        return str(_CONSTRUCTOR.construct_yaml_int(node))
    if name == "float":
        return repr(_CONSTRUCTOR.construct_yaml_float(node))
    if name == "timestamp":
        return str(_CONSTRUCTOR.construct_yaml_timestamp(node).isoformat())
    return text

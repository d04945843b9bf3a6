"""The `check:` part of `enablekit.yaml` becomes a policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from enablekit.config.glob import compile_globs
from enablekit.config.policy import Policy
from enablekit.errors import ConfigError
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.value import Mapping, Scalar, Sequence
from enablekit.parsing import scalars
from enablekit.parsing.diagnoses import CONFIG_INVALID
from enablekit.parsing.setting_words import unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from enablekit.model.value import Entry, Value
    from enablekit.parsing.reading import Reading

# What each key is for: the reference page reads this.
KEYS = {
    "profile": "Which rules there are to start with: minimal, recommended or strict.",
    "select": "Rules to check instead of the profile's, by code, name or `EK7`.",
    "extend_select": "Rules to check besides.",
    "ignore": "Rules not to check.",
    "ignore_paths": 'Rules not to check in some files: `"blog/**": [EK3]`.',
    "ignore_types": "Rules not to check in some asset types: `blog-post: [EK3]`.",
    "severity": "How much a rule weighs here: `EK703: warning`.",
    "fail_on": "The least severity that fails: error, warning, info or never.",
    "options": "What single rules can be told; see the page of each rule.",
}
_CODE = re.compile(r"EK\d{0,3}\Z")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)+\Z")
_SEVERITIES = {one.word: one for one in Severity}
_PROFILES = {one.word: one for one in Profile}


def read(tree: Mapping, types: Collection[str], reading: Reading) -> Policy:
    """Read the policy of a project file; what cannot be used is reported and left out."""
    value = tree.get("check")
    if value is None or scalars.is_empty(value):
        return Policy()
    if not isinstance(value, Mapping):
        fix = f"Write lines such as `profile: strict`; known: {', '.join(KEYS)}"
        reading.report(CONFIG_INVALID, value.span, "`check` should be a mapping", fix=fix)
        return Policy()
    for entry in value.entries:
        if entry.key not in KEYS:
            unknown(entry.key, KEYS, "setting of `check`", entry.key_span, reading)
    return Policy(
        profile=_word(value, "profile", _PROFILES, reading) or Profile.RECOMMENDED,
        select=_rules(value.get("select"), reading),
        extend_select=_rules(value.get("extend_select"), reading),
        ignore=_rules(value.get("ignore"), reading),
        path_ignores=tuple(_path_ignores(value, reading)),
        type_ignores=tuple(_type_ignores(value, types, reading)),
        severities=tuple(_severities(value, reading)),
        fail_on=_fail_on(value, reading),
        options=tuple(
            (entry.key, tuple((one.key, _plain(one.value)) for one in entry.value.entries))
            for entry in _entries(value, "options", reading)
            if isinstance(entry.value, Mapping)
        ),
    )


def _fail_on(tree: Mapping, reading: Reading) -> Severity | None:
    value = tree.get("fail_on")
    if isinstance(value, Scalar) and value.text.strip() == "never":
        return None
    return _word(tree, "fail_on", _SEVERITIES, reading) or Severity.ERROR


def _path_ignores(tree: Mapping, reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in _entries(tree, "ignore_paths", reading):
        try:
            compile_globs((entry.key,))
        except ConfigError as error:
            reading.report(CONFIG_INVALID, entry.key_span, error.message, fix=error.hint)
            continue
        yield entry.key, _rules(entry.value, reading)


def _type_ignores(
    tree: Mapping, types: Collection[str], reading: Reading
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in _entries(tree, "ignore_types", reading):
        if entry.key in types:
            yield entry.key, _rules(entry.value, reading)
        else:
            unknown(entry.key, types, "asset type", entry.key_span, reading)


def _severities(tree: Mapping, reading: Reading) -> Iterator[tuple[str, Severity]]:
    for entry in _entries(tree, "severity", reading):
        for rule in _rules(Scalar(text=entry.key, kind="text", span=entry.key_span,
                                  value=entry.key), reading):  # fmt: skip
            word = scalars.text(entry.value, reading, f"severity of {rule}")
            if word in _SEVERITIES:
                yield rule, _SEVERITIES[word]
            else:
                unknown(word, _SEVERITIES, "severity", entry.value.span, reading)


def _entries(tree: Mapping, key: str, reading: Reading) -> tuple[Entry, ...]:
    value = tree.get(key)
    if value is None or scalars.is_empty(value):
        return ()
    if isinstance(value, Mapping):
        return value.entries
    reading.report(
        CONFIG_INVALID,
        value.span,
        f"`{key}` should be a mapping",
        fix=f"{KEYS[key]}",
    )
    return ()


def _rules(value: Value | None, reading: Reading) -> tuple[str, ...]:
    """Read names of rules; whether there are such rules is only known where they are used."""
    if value is None or scalars.is_empty(value):
        return ()
    found = []
    for item in value.items if isinstance(value, Sequence) else (value,):
        word = scalars.text(item, reading, "check").strip()
        if _CODE.match(word.upper()) or _NAME.match(word):
            found.append(word.upper() if _CODE.match(word.upper()) else word)
        elif word:
            fix = "Write a code such as EK701, the beginning of one such as EK7, or a name"
            reading.report(CONFIG_INVALID, item.span, f"`{word}` names no rule", fix=fix)
    return tuple(found)


def _word(tree: Mapping, key: str, known: dict[str, Any], reading: Reading) -> Any:  # noqa: ANN401 - a value of `known`
    value = tree.get(key)
    if value is None or scalars.is_empty(value):
        return None
    word = scalars.text(value, reading, key)
    if word not in known:
        unknown(word, known, key, value.span, reading)
    return known.get(word)


def _plain(value: Value) -> Any:  # noqa: ANN401 - a project may write anything
    if isinstance(value, Mapping):
        return {entry.key: _plain(entry.value) for entry in value.entries}
    if isinstance(value, Sequence):
        return tuple(_plain(item) for item in value.items)
    if value.kind == "int" and value.value.lstrip("+-").isdigit():
        return int(value.value)
    if value.kind == "bool":
        return value.text.strip().casefold() in {"true", "yes", "on"}
    return value.text

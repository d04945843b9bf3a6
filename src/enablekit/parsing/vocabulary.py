"""The word lists of the project file become a vocabulary."""

from __future__ import annotations

import dataclasses
import typing
from typing import TYPE_CHECKING, Any

from enablekit.model.field import described
from enablekit.model.value import Mapping, Scalar, Sequence
from enablekit.model.vocabulary import Term, Vocabulary, name_from_id
from enablekit.parsing.diagnoses import CONFIG_INVALID
from enablekit.parsing.entry_reader import read_entry

if TYPE_CHECKING:
    from enablekit.model.span import Span
    from enablekit.model.value import Value
    from enablekit.parsing.reading import Reading


def lists() -> dict[str, type[Term]]:
    """Return each word list of the project file with the kind of its words."""
    hints = typing.get_type_hints(Vocabulary)
    return {
        declared.name: typing.get_args(hints[declared.name])[0]
        for declared, _ in described(Vocabulary)
    }


def read(tree: Mapping, reading: Reading) -> Vocabulary:
    """Read every word list that the project file has."""
    words: dict[str, Any] = {}
    for name, kind in lists().items():
        value = tree.get(name)
        if value is not None:
            words[name] = _terms(kind, value, reading, name)
    return Vocabulary(**words)


def _terms(kind: type[Term], value: Value, reading: Reading, name: str) -> tuple[Term, ...]:
    if isinstance(value, Mapping):
        pairs = [(entry.key, entry.key_span, entry.value) for entry in value.entries]
    elif isinstance(value, Sequence):
        pairs = [_listed(item) for item in value.items]
    else:
        fix = f"Write `{name}:` as `id: {{name: …}}` lines"
        reading.report(CONFIG_INVALID, value.span, f"`{name}` should be a list of words", fix=fix)
        return ()
    terms = (_term(kind, word, span, body, reading) for word, span, body in pairs)
    return tuple(term for term in terms if term is not None)


def _listed(item: Value) -> tuple[str, Span, Value]:
    """Read an item of a plain list: a word, or a mapping with an `id`."""
    if isinstance(item, Mapping):
        word = item.get("id")
        rest = tuple(entry for entry in item.entries if entry.key != "id")
        if isinstance(word, Scalar):
            return word.text, word.span, Mapping(entries=rest, span=item.span)
    return (item.text if isinstance(item, Scalar) else ""), item.span, item


def _term(kind: type[Term], word: str, span: Span, body: Value, reading: Reading) -> Term | None:
    if not word:
        fix = "Give it an `id`"
        reading.report(CONFIG_INVALID, span, "a word of a vocabulary needs an id", fix=fix)
        return None
    if isinstance(body, Scalar):
        text = body.text if body.kind != "null" else word
        return kind(id=word, span=span, name=name_from_id(word) if text == word else text)
    term = read_entry(kind, body, reading, word, id=word)
    if term is not None and not term.name:
        return dataclasses.replace(term, name=name_from_id(word))
    return term

"""`NAME.enable.yaml` beside a file says about it what its own front matter does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.span import Span
from enablekit.model.value import Entry, Mapping
from enablekit.parsing import text, yaml_tree

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.source import SourceFile

_GUIDANCE = "enablement"


def merged(
    file: SourceFile, front_matter: Mapping | None, *, limit: int
) -> tuple[Mapping, tuple[Finding, ...]]:
    """
    Lay a sidecar over the front matter; the sidecar wins field by field.

    Returns:
        One mapping, and what is wrong with the sidecar.

    """
    own = front_matter or Mapping(entries=(), span=Span(path=file.path))
    if not file.sidecar:
        return own, ()
    source, found = text.decode(file.sidecar, file.sidecar_data, limit=limit)
    beside, trouble = yaml_tree.read(file.sidecar, source)
    if beside is None:
        return own, (*found, *trouble)
    return _overlaid(own, beside), (*found, *trouble)


def _overlaid(below: Mapping, above: Mapping) -> Mapping:
    overridden = {entry.key for entry in above.entries}
    kept = tuple(entry for entry in below.entries if entry.key not in overridden)
    laid = tuple(_entry_over(below, entry) for entry in above.entries)
    return Mapping(entries=(*kept, *laid), span=below.span if below.entries else above.span)


def _entry_over(below: Mapping, above: Entry) -> Entry:
    """Merge guidance one level deeper, so that a sidecar can add a single field of it."""
    beneath = below.get(above.key)
    if above.key != _GUIDANCE or not isinstance(beneath, Mapping):
        return above
    if not isinstance(above.value, Mapping):
        return above
    value = _overlaid(beneath, above.value)
    return Entry(key=above.key, key_span=above.key_span, value=value)

"""`enablekit.yaml` becomes the decisions of a project."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from enablekit.config import presets
from enablekit.config.asset_types import AssetType
from enablekit.config.project import SEARCHES, Config
from enablekit.model.asset_fields import AssetFields
from enablekit.model.guidance import Guidance
from enablekit.model.paper_size import PAPERS, PaperSize
from enablekit.model.value import Mapping, Scalar, Sequence
from enablekit.model.vocabulary import Vocabulary, name_from_id
from enablekit.parsing import (
    brand_settings,
    check_settings,
    programs,
    scalars,
    vocabulary,
    yaml_tree,
)
from enablekit.parsing.diagnoses import CONFIG_INVALID
from enablekit.parsing.entry_reader import audience, shapes
from enablekit.parsing.reading import Reading
from enablekit.parsing.setting_words import unknown
from enablekit.parsing.text import decode

if TYPE_CHECKING:
    from enablekit.config.presets import FieldMap
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span
    from enablekit.model.value import Value

# What each key of the project file is for: the reference page and the error messages read this.
KEYS = {
    "name": "What the site calls itself.",
    "language": "The language of assets that do not say, such as `en`.",
    "audience": "For whom `build` builds unless told: internal, partner, customer or public.",
    "preset": "The habits of your site generator: hugo, jekyll, astro, docusaurus or plain.",
    "include": "Globs of the files that are assets.",
    "exclude": "Globs of the files that are not.",
    "fields": "Front matter keys you already have, per field: `summary: [description]`.",
    "types": 'Asset type by path: `case-study: ["customers/**"]`.',
    "asset_types": "Asset types of your own, or changes to those that ship.",
    "source_url": "Where readers find the source files, such as a repository's address.",
    "site_url": "Where the site for `audience` is served, as `https://…/`; makes a feed.",
    "feedback": "The e-mail address to which readers report what is missing or wrong.",
    "offline": "Whether pages that were opened can be read without a connection: true or false.",
    "brand": "Your colour, logo and typeface.",
    "paper": "The size of paper for PDFs and Word documents: `a4` or `letter`.",
    "search": "Full-text search: `auto` where Pagefind is installed, `on` or `off`.",
    "max_bytes": "How large an asset may be; 1048576 if left out.",
    "personas": "The people reps talk to.",
    "stages": "The steps of the buyer's journey, in order.",
    "pains": "What hurts buyers, in their own words.",
    "topics": "What assets are about.",
    "products": "What you sell.",
    "competitors": "Who else sells it.",
    "claims": "Prices, numbers and promises that assets rest on.",
    "people": "Owners, deputies and experts.",
    "programs": "What people in a role learn, in order: see the page about programs.",
    "check": "What `check` looks at, and how hard; see `enablekit rules`.",
}


def read(path: str, data: bytes) -> tuple[Config, tuple[Finding, ...]]:
    """Read a project file; what cannot be used is reported and left at its default."""
    source, found = decode(path, data)
    tree, trouble = yaml_tree.read(path, source)
    if tree is None:
        return Config(path=path), (*found, *trouble)
    reading = Reading(Vocabulary())
    for entry in tree.entries:
        if entry.key not in KEYS:
            unknown(entry.key, KEYS, "setting", entry.key_span, reading)
    preset = _preset(tree, reading)
    types = _asset_types(tree, reading)
    values: dict[str, Any] = {
        "path": path,
        "asset_types": types,
        "fields": _fields(tree, preset, reading),
        "include": _texts(tree, "include", preset.include, reading),
        "exclude": (*presets.HOUSEKEEPING, *_texts(tree, "exclude", preset.exclude, reading)),
        "types": _type_globs(tree, types, reading),
        "vocabulary": vocabulary.read(tree, reading),
        "programs": programs.read(tree, reading),
        "brand": brand_settings.read(tree, reading),
        "policy": check_settings.read(tree, [kind.name for kind in types], reading),
    }
    values |= _simple(tree, reading)
    return Config(**values), (*found, *trouble, *reading.findings)


def _simple(tree: Mapping, reading: Reading) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key in ("name", "language", "source_url", "feedback"):
        value = tree.get(key)
        text = scalars.text(value, reading, key) if value is not None else ""
        if text:
            values[key] = text
    if values.get("source_url"):
        values["source_url"] = values["source_url"].rstrip("/") + "/"
    if tree.get("site_url") is not None:
        values["site_url"] = _site_url(tree, reading)
    reader = tree.get("audience")
    if reader is not None:
        values["audience"] = audience(reader, reading, "the project")
    limit = tree.get("max_bytes")
    number = scalars.whole_number(limit, reading, "max_bytes") if limit is not None else 0
    if number > 0:
        values["limit"] = number
    return values | _services(tree, reading)


def _services(tree: Mapping, reading: Reading) -> dict[str, Any]:
    """Read what readers get besides pages, and on what paper."""
    values: dict[str, Any] = {}
    offline, search, paper = tree.get("offline"), tree.get("search"), tree.get("paper")
    if offline is not None:
        values["offline"] = scalars.yes_or_no(offline, reading, "offline")
    if search is not None and not scalars.is_empty(search):
        values["search"] = _search(search, reading)
    if paper is not None and not scalars.is_empty(paper):
        values["paper"] = _paper(paper, reading)
    return values


def _site_url(tree: Mapping, reading: Reading) -> str:
    """Read the address that the links of a feed begin with; no other kind of address will do."""
    value = tree.get("site_url")
    address = scalars.text(value, reading, "site_url") if value is not None else ""
    if not address or value is None:
        return ""
    if not _served_at(address):
        message = f"`site_url` is not the whole address of a site: {address}"
        fix = "Write it as https://guides.example.org/"
        reading.report(CONFIG_INVALID, value.span, message, fix=fix)
        return ""
    return address.rstrip("/") + "/"


def _served_at(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # such as an address with half of a bracket
        return False
    plain = not set(address) & set(' "<>\\^`{|}?#') and address.isprintable()
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and plain


def _search(value: Value, reading: Reading) -> str:
    """Read whether to make a full-text index; a bare `on` is no truth value here."""
    word = value.text.strip().lower() if isinstance(value, Scalar) else ""
    word = {"true": "on", "yes": "on", "false": "off", "no": "off"}.get(word, word)
    if word in SEARCHES:
        return word
    unknown(word, SEARCHES, "word for `search`", value.span, reading)
    return SEARCHES[0]


def _paper(value: Value, reading: Reading) -> PaperSize:
    """Read a size of paper; people write A4 and Letter, so capitals do not count."""
    word = scalars.text(value, reading, "paper")
    if word and word.casefold() not in PAPERS:
        unknown(word, PAPERS, "size of paper", value.span, reading)
    return PAPERS.get(word.casefold(), PaperSize.A4)


def _preset(tree: Mapping, reading: Reading) -> presets.Preset:
    value = tree.get("preset")
    if value is None:
        return presets.PLAIN
    name = scalars.text(value, reading, "preset")
    for preset in presets.SHIPPED:
        if preset.name == name:
            return preset
    unknown(name, [one.name for one in presets.SHIPPED], "preset", value.span, reading)
    return presets.PLAIN


def _texts(tree: Mapping, key: str, default: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    value = tree.get(key)
    return default if value is None else _list(value, key, reading)


def _list(value: Value, key: str, reading: Reading) -> tuple[str, ...]:
    """Read a list of texts; a single text is a list of one."""
    if isinstance(value, Mapping):
        fix = 'Write a list of texts: ["one", "two"]'
        reading.report(CONFIG_INVALID, value.span, f"`{key}` should be a list of texts", fix=fix)
        return ()
    items = value.items if isinstance(value, Sequence) else (value,)
    texts = (scalars.text(item, reading, key) for item in items)
    return tuple(text for text in texts if text)


def _lists(tree: Mapping, key: str, reading: Reading) -> list[tuple[str, Span, tuple[str, ...]]]:
    """Read a mapping from words to lists of texts."""
    value = tree.get(key)
    if value is None or scalars.is_empty(value):
        return []
    if not isinstance(value, Mapping):
        fix = f'Write `{key}:` as `word: ["one", "two"]` lines'
        reading.report(CONFIG_INVALID, value.span, f"`{key}` should be a mapping", fix=fix)
        return []
    return [
        (entry.key, entry.key_span, _list(entry.value, entry.key, reading))
        for entry in value.entries
    ]


def _fields(tree: Mapping, preset: presets.Preset, reading: Reading) -> FieldMap:
    fields = dict(preset.fields)
    known = shapes(AssetFields)
    for name, span, keys in _lists(tree, "fields", reading):
        if name in known:
            fields[name] = keys
        else:
            unknown(name, known, "field of an asset", span, reading)
    return tuple(sorted(fields.items()))


def _type_globs(
    tree: Mapping, types: tuple[AssetType, ...], reading: Reading
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = [kind.name for kind in types]
    globs = []
    for name, span, patterns in _lists(tree, "types", reading):
        if name in names:
            globs.append((name, patterns))
        else:
            unknown(name, names, "asset type", span, reading)
    return tuple(globs)


def _asset_types(tree: Mapping, reading: Reading) -> tuple[AssetType, ...]:
    types = {kind.name: kind for kind in Config().asset_types}
    value = tree.get("asset_types")
    if isinstance(value, Mapping):
        for entry in value.entries:
            types[entry.key] = _asset_type(entry.key, entry.value, types, reading)
    elif value is not None:
        fix = "Write `name: {label: …, requires: […]}` lines"
        reading.report(CONFIG_INVALID, value.span, "`asset_types` should be a mapping", fix=fix)
    return tuple(types[name] for name in sorted(types))


def _asset_type(
    name: str, value: Value, types: dict[str, AssetType], reading: Reading
) -> AssetType:
    """Read one type; `like:` starts from another, and so does the name of one that ships."""
    tree = value if isinstance(value, Mapping) else Mapping(entries=(), span=value.span)
    model = tree.get("like")
    like = scalars.text(model, reading, "like") if model is not None else name
    if model is not None and like not in types:
        unknown(like, types, "asset type", model.span, reading)
    base = types.get(like) or AssetType(
        name=name, label=name_from_id(name), requires=(), review_days=365
    )
    changes: dict[str, Any] = {"name": name}
    label, review = tree.get("label"), tree.get("review_every")
    if label is not None:
        changes["label"] = scalars.text(label, reading, "label")
    elif like != name:
        changes["label"] = name_from_id(name)
    if review is not None:
        changes["review_days"] = scalars.whole_number(review, reading, "review_every")
    if tree.get("requires") is not None:
        changes["requires"] = _required(tree, reading)
    return dataclasses.replace(base, **changes)


def _required(tree: Mapping, reading: Reading) -> tuple[str, ...]:
    value = tree.get("requires")
    known = shapes(Guidance)
    names = _list(value, "requires", reading) if value is not None else ()
    for name in names:
        if name not in known and value is not None:
            unknown(name, known, "field of guidance", value.span, reading)
    return tuple(name for name in names if name in known)

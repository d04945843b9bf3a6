"""Which front matter keys the common site generators use for what enablekit needs."""

from __future__ import annotations

from dataclasses import dataclass

FieldMap = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """
    The habits of one kind of repository.

    Attributes:
        name: The word in `preset:`.
        fields: For each field of an asset, the keys to look under, first found wins.
        include: Globs of the files that are assets.
        exclude: Globs of the files that are not.
        folder: Where new pieces go.
        marks: Files and folders at the project's root that give this kind away.

    """

    name: str
    fields: FieldMap
    include: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    folder: str = "assets"
    marks: tuple[str, ...] = ()


ANY_TEXT = ("**/*.{md,markdown,mdx}", "**/*.enable.yaml")
HOUSEKEEPING = (
    "{README,CHANGELOG,CONTRIBUTING,LICENSE,SECURITY,CODE_OF_CONDUCT}.{md,markdown}",
    "**/node_modules/**",
    "**/.*/**",
)

_SUMMARY = ("description", "excerpt", "deck", "subtitle", "abstract")
_TAGS = ("tags", "categories", "category", "keywords")

PLAIN = Preset(
    name="plain",
    fields=(
        ("summary", _SUMMARY),
        ("published", ("date", "pubDate", "publishDate", "published_at", "created")),
        ("updated", ("lastmod", "last_modified_at", "lastUpdated", "updatedDate", "updated_at")),
        ("expires", ("expiryDate",)),
        ("language", ("lang", "locale")),
        ("topics", _TAGS),
        ("aliases", ("redirect_from",)),
    ),
    include=ANY_TEXT,
    exclude=HOUSEKEEPING,
)

HUGO = Preset(
    name="hugo",
    fields=(
        ("summary", _SUMMARY),
        ("published", ("publishDate", "date")),
        ("updated", ("lastmod",)),
        ("expires", ("expiryDate",)),
        ("owner", ("params.author", "author")),
        ("topics", _TAGS),
        ("language", ("lang",)),
    ),
    include=("content/**/*.{md,markdown,mdx}", "content/**/*.enable.yaml"),
    exclude=HOUSEKEEPING,
    folder="content",
    marks=("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "archetypes"),
)

JEKYLL = Preset(
    name="jekyll",
    fields=(
        ("summary", ("excerpt", "description")),
        ("published", ("date",)),
        ("updated", ("last_modified_at",)),
        ("owner", ("author",)),
        ("topics", _TAGS),
        ("aliases", ("redirect_from",)),
        ("language", ("lang",)),
    ),
    include=ANY_TEXT,
    exclude=(*HOUSEKEEPING, "_site/**", "_layouts/**", "_includes/**", "vendor/**"),
    marks=("_config.yml", "_posts", "_layouts"),
)

ASTRO = Preset(
    name="astro",
    fields=(
        ("summary", ("description",)),
        ("published", ("pubDate", "date")),
        ("updated", ("updatedDate", "lastUpdated")),
        ("owner", ("authors", "author")),
        ("topics", _TAGS),
        ("language", ("lang",)),
    ),
    include=("src/content/**/*.{md,markdown,mdx}", "src/content/**/*.enable.yaml"),
    exclude=HOUSEKEEPING,
    folder="src/content",
    marks=("astro.config.mjs", "astro.config.ts", "astro.config.js"),
)

DOCUSAURUS = Preset(
    name="docusaurus",
    fields=(
        ("summary", ("description",)),
        ("published", ("date",)),
        ("updated", ("last_update.date",)),
        ("owner", ("last_update.author", "authors", "author")),
        ("topics", _TAGS),
    ),
    include=("{docs,blog}/**/*.{md,markdown,mdx}", "{docs,blog}/**/*.enable.yaml"),
    exclude=HOUSEKEEPING,
    folder="docs",
    marks=("docusaurus.config.js", "docusaurus.config.ts"),
)

SHIPPED = (ASTRO, DOCUSAURUS, HUGO, JEKYLL, PLAIN)

"""One file becomes an asset: front matter, sidecar, guidance, body and what the body says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.extend.imprint_making import of_table
from enablekit.model.asset import Asset, Status
from enablekit.model.audience import Audience
from enablekit.model.finding import Severity
from enablekit.model.guidance import Guidance
from enablekit.model.imprint import Imprint
from enablekit.model.span import Span
from enablekit.parsing import (
    authored_items,
    body,
    evidence,
    fallbacks,
    field_lookup,
    fingerprint,
    front_matter,
    guidance,
    item_names,
    sidecar,
    text,
)
from enablekit.parsing.diagnoses import MISSING_TITLE
from enablekit.parsing.front_matter import FrontMatter
from enablekit.parsing.reading import Reading

if TYPE_CHECKING:
    from enablekit.config.project import Config
    from enablekit.model.finding import Finding
    from enablekit.model.source import SourceFile
    from enablekit.model.value import Mapping

_GUIDANCE = "enablement"
_COPIED = (
    "summary", "owner", "deputy", "experts", "published", "updated", "review_every", "expires",
    "products", "competitors", "industries", "regions", "topics", "url", "supersedes",
    "superseded_by", "because", "aliases", "places",
)  # fmt: skip


def parse(file: SourceFile, config: Config) -> tuple[Asset | None, tuple[Finding, ...]]:
    """
    Read one file.

    Returns:
        The asset and what is wrong with it. The asset is None when the file cannot be read as it
        stands: an error says why, and guessing could publish what its author holds back.

    """
    fore, found = _front_matter(file, config)
    tree, beside = sidecar.merged(file, fore.tree, limit=config.limit)
    findings = (*found, *fore.findings, *beside)
    if any(one.severity is Severity.ERROR for one in findings):
        return None, findings
    reading = Reading(config.vocabulary)
    stated = _stated(file, tree, config, reading)
    written = _written(file, fore, stated, reading)
    quiz = written.pop("quiz")
    confirmed, drafts = guidance.read(tree.get(_GUIDANCE), reading)
    recorded = confirmed.verified is not None and bool(confirmed.verified.parts)
    asset = Asset(
        **stated,
        **written,
        path=file.path,
        span=tree.span,
        has_guidance=confirmed != Guidance(span=confirmed.span),
        guidance=confirmed,
        drafts=drafts,
        items=item_names.each_once(
            (*quiz, *authored_items.read(confirmed, tree.get(_GUIDANCE), reading)), reading
        ),
        imprint=Imprint() if file.is_text else of_table(file.data),
        guidance_digest=fingerprint.of_guidance(tree.get(_GUIDANCE)),
        text_parts=fingerprint.of_sections(written["body"]) if recorded else (),
    )
    return asset, (*findings, *reading.findings)


def _front_matter(file: SourceFile, config: Config) -> tuple[FrontMatter, tuple[Finding, ...]]:
    if not file.is_text:
        return FrontMatter(tree=None, dialect="", body="", body_line=1, findings=()), ()
    source, found = text.decode(file.path, file.data, limit=config.limit)
    return front_matter.read(file.path, source), found


def _stated(file: SourceFile, tree: Mapping, config: Config, reading: Reading) -> dict[str, Any]:
    """Collect what the front matter, the project file and the path say about the asset."""
    types = frozenset(kind.name for kind in config.asset_types)
    fields = field_lookup.read(tree, types, config.fields, reading)
    stated = {name: getattr(fields, name) for name in _COPIED}
    return stated | {
        "id": fallbacks.identity(fields.id, file.path),
        "title": fields.title,
        "type": fields.type or fallbacks.type_by_path(file.path, config),
        "status": _status(fields.status),
        # An audience nobody knows was reported; the narrowest is the safe reading of it.
        "audience": Audience.named(fields.audience) or Audience.INTERNAL,
        "language": fields.language or config.language,
        "extra": field_lookup.leftover(tree, config.fields, reading),
    }


def _status(word: str) -> Status:
    try:
        return Status(word)
    except ValueError:
        return Status.DRAFT  # reported already; a draft is never shown by mistake


def _written(
    file: SourceFile, fore: FrontMatter, stated: dict[str, Any], reading: Reading
) -> dict[str, Any]:
    """Read the body and draw from it; settle the title, which may stand in the body."""
    content, quiz, found = body.read(
        file.path,
        fore.body,
        first_line=fore.body_line,
        is_deck=stated["type"] == "deck",
        language=stated["language"],
        front=fore.tree,
    )
    reading.findings.extend(found)
    title, source = fallbacks.title(stated.pop("title"), content, file.path)
    if source == "file name":
        fix = "Add `title:` to the front matter, or a heading of the first level"
        message = f"no title: the file name gives “{title}”"
        reading.report(MISSING_TITLE, Span(path=file.path), message, fix=fix)
    return {
        "title": title,
        "title_from": source,
        "body": content,
        "quiz": quiz,
        "evidence": evidence.draw(file.path, content, title=title, language=stated["language"]),
        "digest": fingerprint.of_text(fore.body) if file.is_text else file.digest,
    }

"""A share of a build: some of the assets, from their files to their pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.adapters import crew, template_code, typesetter
from enablekit.compilers.comprehension import compile_check
from enablekit.compilers.guide import compile_guide
from enablekit.compilers.presenter_notes import compile_notes
from enablekit.extend.check_parts import parts_of
from enablekit.extend.imprint_making import of_body
from enablekit.extend.item_key import version_of
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import cut
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.body import Body
from enablekit.model.evidence import Evidence
from enablekit.model.guidance import Guidance
from enablekit.model.publication import Compiled
from enablekit.packing.library_data import asset_line
from enablekit.parsing.asset import parse
from enablekit.site.asset_links import linked_files
from enablekit.site.link_preview import card_data
from enablekit.site.pages import asset_pages
from enablekit.site.search_records import search_record
from enablekit.site.templating import prepared
from enablekit.usecases.remembered import Made, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from enablekit.config.project import Config
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile
    from enablekit.site.frame import Frame


# Starting a process costs as much as reading a hundred assets.
_WORTH_A_PROCESS = 100


@dataclass(slots=True, kw_only=True)
class Share:
    """
    What is kept from one step to the next.

    Attributes:
        files: The files of this share.
        config: The project's decisions.
        templates: The site's templates by name.
        progress: Told after each file.
        revived: Whether what is out of use has presenter notes and a check like anything else.
        assets: The assets read so far, whole, by file.

    """

    files: tuple[SourceFile, ...]
    config: Config
    templates: Mapping[str, str]
    progress: Callable[[], None]
    revived: bool = False
    assets: dict[str, Asset] = field(default_factory=dict)


def hands(unread: int, jobs: int) -> int:
    """
    Return how many processes are worth starting.

    Args:
        unread: How many files are to be read.
        jobs: How many at most; 0 for as many as there are processors.

    """
    return max(1, min(jobs or crew.cores(), unread // _WORTH_A_PROCESS))


def dealt(
    files: tuple[SourceFile, ...],
    config: Config,
    templates: Mapping[str, str],
    progress: Callable[[], None],
    *,
    hands: int,
) -> list[Callable[[], Share]]:
    """Deal files out like cards: neighbours in a folder are often alike in size."""
    return [
        partial(
            Share,
            files=files[hand::hands],
            config=config,
            templates=templates,
            progress=progress,
        )
        for hand in range(hands)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """
    What the pictures beside links to guides are drawn with.

    Attributes:
        template: The text of their template.
        accent: The brand's colour; may be empty.
        logo: The brand's image; may be empty.

    """

    template: str
    accent: str
    logo: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """
    What a share is to compile.

    Attributes:
        library: Everybody's assets, without text.
        frame: What all pages share.
        wanted: The ids of the assets whose pages are to be made.
        search: Whether full-text search is to know them.
        drawing: What pictures beside links are drawn with; None for no pictures.

    """

    library: Library
    frame: Frame
    wanted: frozenset[str]
    search: bool = False
    drawing: Drawing | None = None


def read(share: Share, known: frozenset[str]) -> tuple[Reading, ...]:
    """Read every file of a share but those that are known already."""
    readings = []
    for file in share.files:
        if file.path not in known:
            readings.append(_read(share, file))
        share.progress()
    return tuple(readings)


def _read(share: Share, file: SourceFile) -> Reading:
    asset, found = parse(file, share.config)
    if asset is None:
        return Reading(path=file.path, asset=None, findings=found)
    seen = without_text(asset)
    share.assets[file.path] = replace(asset, imprint=seen.imprint)  # made once for both
    return Reading(path=file.path, asset=seen, findings=found, links=linked_files(asset))


def without_text(asset: Asset) -> Asset:
    """
    Leave what others show or ask of an asset: its opening, and what can be a distractor.

    Of the text itself an imprint is left, by which others tell whether it says the same as theirs.
    """
    evidence = asset.evidence
    known = Evidence(
        opening=evidence.opening,
        key_sentences=evidence.key_sentences[:_OFFERED],
        statistics=evidence.statistics[:_OFFERED],
        definitions=evidence.definitions[:_OFFERED],
    )
    size = Body(words=asset.body.words, minutes=asset.body.minutes)
    # A piece without guidance is never offered as an answer, and looking at every word takes time.
    seen = of_body(asset) if asset.has_guidance else asset.imprint
    return replace(asset, body=size, imprint=seen, evidence=known, drafts=Guidance(), items=())


_OFFERED = 4  # of each kind; every one of them is copied from process to process


def compiled(share: Share, library: Library, wanted: frozenset[str]) -> Iterator[Compiled]:
    """Compile the wanted assets of a share that the library's audience may read."""
    kinds, siblings = registry.kinds(), Siblings(library)
    for file in share.files:
        if library.settled.get(file.path) not in wanted:
            continue
        if file.path not in share.assets:  # its own text is as it was, and what it shows is not
            _read(share, file)
        # Its text is the larger part of what a build holds, and nobody asks for it again.
        asset = cut(share.assets.pop(file.path), library)
        if asset is not None:
            said = _in_use(asset) if share.revived else asset
            yield Compiled(
                file=file.path,
                guide=compile_guide(asset, library, share.config, siblings),
                notes=compile_notes(said, share.config.asset_type(said.type)),
                check=compile_check(said, library, siblings, kinds),
            )


def _in_use(asset: Asset) -> Asset:
    """Return an asset as it was before it was retired or replaced."""
    over = asset.status is Status.RETIRED
    return replace(asset, status=Status.PUBLISHED if over else asset.status, superseded_by="")


def write(share: Share, order: Order) -> Iterator[Made]:
    """Compile the wanted assets of a share and render their pages."""
    ready = prepared(share.templates, order.frame.publication.strings, template_code.KEPT)
    inside = order.library.audience is Audience.INTERNAL
    for one in compiled(share, order.library, order.wanted):
        yield Made(
            id=one.guide.asset.id,
            pages=tuple(asset_pages(order.frame, one, ready, _picture(order, one))),
            line=asset_line(one, with_paths=inside),
            items=len(one.check.items),
            version=version_of(one.check),
            parts=parts_of(one.guide.asset, one.check),
            record=search_record(order.frame, one) if order.search else None,
        )


def _picture(order: Order, one: Compiled) -> bytes:
    """Draw what stands beside a link to a guide; nothing where pictures are not wanted."""
    drawing = order.drawing
    if drawing is None:
        return b""
    data = card_data(order.frame, one, accent=drawing.accent, logo=drawing.logo)
    return typesetter.picture(drawing.template, data) if data else b""

"""A share of a build: some of the assets, from their files to their pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from enablekit import registry
from enablekit.compilers.comprehension import compile_check
from enablekit.compilers.guide import compile_guide
from enablekit.compilers.presenter_notes import compile_notes
from enablekit.exporters.enablekit_json import asset_line
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import cut
from enablekit.model.audience import Audience
from enablekit.model.body import Body
from enablekit.model.evidence import Evidence
from enablekit.model.guidance import Guidance
from enablekit.model.publication import Compiled
from enablekit.parsing.asset import parse
from enablekit.site.pages import asset_pages
from enablekit.site.templating import prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from enablekit.config.project import Config
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile
    from enablekit.site.frame import Frame
    from enablekit.site.pages import Page


@dataclass(slots=True, kw_only=True)
class Share:
    """
    What is kept from one step to the next.

    Attributes:
        files: The files of this share.
        config: The project's decisions.
        templates: The site's templates by name.
        progress: Told after each file.
        assets: The assets read so far, whole.

    """

    files: tuple[SourceFile, ...]
    config: Config
    templates: Mapping[str, str]
    progress: Callable[[], None]
    assets: list[Asset] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    What a share has to say about its files.

    Attributes:
        assets: The assets without their text, which is all that other assets need to know.
        findings: What is wrong with the files.
        left_out: The files that could not be compiled as they stand.

    """

    assets: tuple[Asset, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a share is to compile: everybody's assets without text, and what all pages share."""

    library: Library
    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """
    What a share made.

    Attributes:
        pages: The pages of its assets.
        lines: The line of each asset in `enablekit.json`, by id.
        items: How many comprehension items there are.

    """

    pages: tuple[Page, ...]
    lines: Mapping[str, str]
    items: int


def read(share: Share, _: None) -> Reading:
    """Read every file of a share."""
    findings: list[Finding] = []
    left_out: list[str] = []
    for file in share.files:
        asset, found = parse(file, share.config)
        findings.extend(found)
        if asset is None:
            left_out.append(file.path)
        else:
            share.assets.append(asset)
        share.progress()
    return Reading(
        assets=tuple(_without_text(asset) for asset in share.assets),
        findings=tuple(findings),
        left_out=tuple(left_out),
    )


def _without_text(asset: Asset) -> Asset:
    opening = Evidence(opening=asset.evidence.opening)  # shown where a guide has one line
    return replace(asset, body=Body(), evidence=opening, drafts=Guidance(), items=())


def compiled(share: Share, library: Library) -> Iterator[Compiled]:
    """Compile every asset of a share that the library's audience may read."""
    kinds, siblings = registry.kinds(), Siblings(library)
    for whole in share.assets:
        asset = cut(whole, library)
        if asset is not None:
            yield Compiled(
                guide=compile_guide(asset, library, share.config),
                notes=compile_notes(asset, share.config.asset_type(asset.type)),
                check=compile_check(asset, library, siblings, kinds),
            )


def write(share: Share, order: Order) -> Result:
    """Compile every asset of a share and render its pages."""
    ready = prepared(share.templates)
    inside = order.library.audience is Audience.INTERNAL
    pages: list[Page] = []
    lines: dict[str, str] = {}
    items = 0
    for one in compiled(share, order.library):
        pages.extend(asset_pages(order.frame, one, ready))
        lines[one.guide.asset.id] = asset_line(one, with_paths=inside)
        items += len(one.check.items)
    return Result(pages=tuple(pages), lines=lines, items=items)

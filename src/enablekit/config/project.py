"""What one project decides, with a sensible value for everything it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enablekit.config import asset_types
from enablekit.config.brand import Brand
from enablekit.config.policy import Policy
from enablekit.config.presets import PLAIN, FieldMap
from enablekit.model.audience import Audience
from enablekit.model.paper_size import PaperSize
from enablekit.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from enablekit.config.asset_types import AssetType
    from enablekit.model.program import ProgramPlan

MEBIBYTE = 1 << 20
SEARCHES = ("auto", "on", "off")  # `auto` makes an index where Pagefind is installed


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """
    The decisions of a project.

    Attributes:
        path: The project file, relative to the project; empty when there is none.
        name: What the project calls itself.
        language: BCP 47 tag of assets that do not say.
        audience: For whom a build is made unless the command says otherwise.
        include: Globs of the files that are assets.
        exclude: Globs of the files that are not.
        fields: For each field of an asset, other keys to look under.
        types: For each asset type, globs of the files that have it.
        asset_types: Every known type by name order.
        vocabulary: The project's words.
        programs: What people in a role learn, in order.
        source_url: Where a reader finds the source files, ending with `/`; or empty.
        site_url: Where builds for `audience` are served, ending with `/`; or empty.
        feedback: The e-mail address that readers write to; or empty.
        offline: Whether readers may keep pages that they opened.
        brand: How the site looks.
        paper: The size of paper that files are made for.
        limit: Bytes an asset may have.
        search: Whether a build makes a full-text index: `auto`, `on` or `off`.
        policy: What `check` looks at.

    """

    path: str = ""
    name: str = "Field guide"
    language: str = "en"
    audience: Audience = Audience.INTERNAL
    include: tuple[str, ...] = PLAIN.include
    exclude: tuple[str, ...] = PLAIN.exclude
    fields: FieldMap = PLAIN.fields
    types: tuple[tuple[str, tuple[str, ...]], ...] = ()
    asset_types: tuple[AssetType, ...] = asset_types.SHIPPED
    vocabulary: Vocabulary = Vocabulary()
    programs: tuple[ProgramPlan, ...] = ()
    source_url: str = ""
    site_url: str = ""
    feedback: str = ""
    offline: bool = True
    brand: Brand = field(default_factory=Brand)
    paper: PaperSize = PaperSize.A4
    limit: int = MEBIBYTE
    search: str = SEARCHES[0]
    policy: Policy = field(default_factory=Policy)

    def asset_type(self, name: str) -> AssetType:
        """Return the type of that name, or the type of files that match none."""
        for known in self.asset_types:
            if known.name == name:
                return known
        return asset_types.OTHER

"""The asset types that ship: what guidance each requires and how often it is reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.phrase import keys

_EVERY = ("tldr", "use_with", "do_not_use_when", "pains", "stages", "must_know", "next")
_SPOKEN = ("talk_track", "questions", "objections")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetType:
    """
    A kind of asset.

    Attributes:
        name: The word authors write.
        label: The type as people read it.
        requires: Guidance fields without which a guide of this type is incomplete; about 12.
        review_days: Days between reviews, unless an asset says otherwise.
        presented: Whether it is shown to buyers, so that steps may be drawn from its text.
        folders: Folder names under which files of this type usually lie, for repositories that
            do not say.

    """

    name: str
    label: str
    requires: tuple[str, ...]
    review_days: int
    folders: tuple[str, ...] = ()
    presented: bool = True


# Required fields and intervals follow what each type is for: a battlecard ages with the rival's
# releases, a white paper with its sources; an e-mail is sent, not presented.
SHIPPED = (
    AssetType(
        name="announcement",
        label=keys("Announcement"),
        requires=("tldr", "use_with", "do_not_use_when", "pains", "stages", "must_know", "share"),
        review_days=180,
        folders=("announcements", "news", "press", "updates", "releases"),
    ),
    AssetType(
        name="battlecard",
        label=keys("Battlecard"),
        requires=(*_EVERY, *_SPOKEN, "trigger"),
        review_days=45,
        presented=False,
        folders=("battlecards", "battle-cards"),
    ),
    AssetType(
        name="blog-post",
        label=keys("Blog post"),
        requires=("tldr", "use_with", "do_not_use_when", "pains", "stages", "share", "next"),
        review_days=365,
        folders=("blog", "blogs", "posts", "_posts", "articles"),
    ),
    AssetType(
        name="case-study",
        label=keys("Case study"),
        requires=(*_EVERY, *_SPOKEN, "proof_points", "follow_up"),
        review_days=365,
        folders=("case-studies", "case-study", "customers", "customer-stories"),
    ),
    AssetType(
        name="comparison",
        label=keys("Comparison"),
        requires=(*_EVERY, "objections", "proof_points"),
        review_days=90,
        folders=("comparisons", "compare", "alternatives", "versus"),
    ),
    AssetType(
        name="datasheet",
        label=keys("Datasheet"),
        requires=(*_EVERY, "objections", "best_parts", "talk_to"),
        review_days=180,
        folders=("datasheets", "data-sheets", "specs"),
    ),
    AssetType(
        name="deck",
        label=keys("Deck"),
        requires=(*_EVERY, *_SPOKEN, "how_to_present", "follow_up"),
        review_days=90,
        folders=("decks", "slides", "presentations"),
    ),
    AssetType(
        name="demo-video",
        label=keys("Demo video"),
        requires=(*_EVERY, "questions", "best_parts", "follow_up"),
        review_days=180,
        folders=("videos", "demos", "demo-videos"),
    ),
    AssetType(
        name="email",
        label=keys("E-mail"),
        requires=("tldr", "use_with", "do_not_use_when", "trigger", "pains", "stages", "next"),
        review_days=90,
        presented=False,
        folders=("emails", "e-mails", "email-templates"),
    ),
    AssetType(
        name="external",
        label=keys("Piece elsewhere"),
        requires=("tldr", "use_with", "do_not_use_when", "pains", "stages"),
        review_days=180,
        folders=("external", "third-party"),
    ),
    AssetType(
        name="one-pager",
        label=keys("One-pager"),
        requires=(*_EVERY, "talk_track", "objections", "share"),
        review_days=180,
        folders=("one-pagers", "onepagers", "flyers"),
    ),
    AssetType(
        name="product-page",
        label=keys("Product page"),
        requires=("tldr", "use_with", "do_not_use_when", "pains", "stages", "must_know", "next"),
        review_days=180,
        folders=("product", "products", "features", "platform"),
    ),
    AssetType(
        name="roi-calculator",
        label=keys("ROI calculator"),
        requires=(*_EVERY, *_SPOKEN, "assumes", "how_to_present", "follow_up"),
        review_days=90,
        folders=("calculators", "roi"),
    ),
    AssetType(
        name="security-pack",
        label=keys("Security pack"),
        requires=(*_EVERY, "objections", "best_parts", "talk_to"),
        review_days=180,
        folders=("security", "compliance", "trust"),
    ),
    AssetType(
        name="webinar",
        label=keys("Webinar"),
        requires=(*_EVERY, "questions", "best_parts", "follow_up", "share"),
        review_days=180,
        folders=("webinars", "events", "recordings"),
    ),
    AssetType(
        name="white-paper",
        label=keys("White paper"),
        requires=(*_EVERY, *_SPOKEN, "best_parts", "proof_points", "follow_up"),
        review_days=365,
        folders=("white-papers", "whitepapers", "ebooks", "reports", "resources"),
    ),
)

# For files that match no type: the fields without which nobody knows when to use them.
OTHER = AssetType(
    name="other",
    label=keys("Piece"),
    requires=("tldr", "use_with", "do_not_use_when", "pains", "stages"),
    review_days=365,
)

"""What a rule of the gate must offer; a module with these names is one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from enablekit.extend.guidance_texts import texts
from enablekit.extend.item_support import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Severity
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.span import Span

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """
    What is wrong with an item.

    Attributes:
        severity: An error keeps an item from being asked; of warnings, one is let pass.
        message: One sentence that names the offending words.
        fix: One sentence that says how to mend it.
        option: The option it is about, counted from 0; None for the stem.
        words: The offending words in the option or the stem; empty for all of it.

    """

    severity: Severity
    message: str
    fix: str
    option: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """
    What the rules may know besides an item.

    Attributes:
        asset: The asset that is asked about, whole.
        near: Others like it, without their text.
        names: What a key may say though no author wrote it there: titles, and names of personas,
            stages and the like.

    """

    asset: Asset
    near: tuple[Asset, ...] = ()
    names: frozenset[str] = frozenset()
    _made: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_english(self) -> bool:
        """Whether tests that know English words apply."""
        return self.asset.language.startswith("en")

    @property
    def said(self) -> Said:
        """What the asset and its guidance say."""
        return self.once(_said)

    @property
    def titles(self) -> frozenset[str]:
        """The titles of the asset and of those near it."""
        return self.once(_titles)

    def once(self, make: Callable[[About], Made]) -> Made:
        """Return what a function makes of this, making it only once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def standing_at(self, span: Span) -> tuple[str, ...]:
        """Return the texts of the asset and of its guidance that lie in or over some lines."""
        return tuple(
            text
            for place, text in self.once(_placed)
            if place.path == span.path
            and place.line <= span.end_line
            and span.line <= place.end_line
        )


class ItemRule(Protocol):
    """
    Looks at one item.

    Attributes:
        NUMBER: Its number in the list of item rules, such as `Q05`.
        NAME: What it flags, such as `key-length`.

    """

    @property
    def NUMBER(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    def flaws(self, item: Item, about: About) -> Iterator[Flaw]:
        """
        Yield what is wrong with an item; nothing where the rule does not concern its form.

        An item that a person wrote (`item.written`) is judged by tests that were tuned on what
        people write; one that was made is judged more strictly.
        """
        ...


class CheckRule(Protocol):
    """
    Looks at items that are asked together.

    Attributes:
        NUMBER: Its number in the list of item rules, such as `Q23`.
        NAME: What it flags, such as `key-position`.

    """

    @property
    def NUMBER(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    def flaws(self, items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:
        """
        Yield what is wrong with some items together, each flaw with the place of its item.

        Places are counted from 0; -1 stands for a flaw that no item has by itself.
        """
        ...


def about(asset: Asset, library: Library, siblings: Siblings) -> About:
    """Collect what the rules may know about items of an asset."""
    words = library.vocabulary
    lists = (words.personas, words.stages, words.pains, words.topics, words.products)
    near = siblings.near(asset)
    named = (term.name for terms in lists for term in terms)
    return About(asset=asset, near=near, names=frozenset(named))


def _said(about: About) -> Said:
    return Said(about.asset)


def _titles(about: About) -> frozenset[str]:
    return frozenset(one.title for one in (about.asset, *about.near))


def _placed(about: About) -> tuple[tuple[Span, str], ...]:
    asset = about.asset
    return (
        *((block.span, block.text) for block in asset.body.blocks),
        *((note.span, note.text) for note in asset.body.notes),
        *((one.entry, one.text) for one in texts(asset)),
    )

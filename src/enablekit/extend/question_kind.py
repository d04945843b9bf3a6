"""What a kind of comprehension item must offer; a module with these names is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library


class QuestionKind(Protocol):
    """
    Makes items of one kind.

    Attributes:
        NAME: The kind, as in `objection-response`; stable, because item ids are made from it.
        BLOOM: `recall`, `understand`, `apply` or `analyse`: what this kind asks of a learner.

    """

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    @property
    def BLOOM(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    def candidates(self, asset: Asset, library: Library, siblings: Siblings) -> Iterable[Item]:
        """
        Make every item of this kind that the asset and its siblings allow.

        Distractors are real answers, titles or claims of the assets near it; an item that cannot
        get two good ones is not made. The same library always gives the same items in the same
        order, in time that does not depend on how many assets there are.
        """
        ...

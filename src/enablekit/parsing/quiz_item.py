"""An item of a quiz while it is being read, until it is whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enablekit.model.item import Number, Option, WrittenItem
from enablekit.parsing import answer_line, item_names

if TYPE_CHECKING:
    from enablekit.model.audience import Audience
    from enablekit.parsing.item_forms import Formed
    from enablekit.parsing.places import Places


@dataclass(slots=True, kw_only=True)
class ItemDraft:
    """
    An item while it is being read.

    Attributes:
        name: What its author calls it, where that is no part of the stem.
        said: What stands behind `Answer:`; None while there is no such line.
        formed: What a table or a numbered list below `Answer:` makes.

    """

    stem: list[str]
    start: int
    end: int
    options: list[Option] = field(default_factory=list)
    rationale: list[str] = field(default_factory=list)
    name: str = ""
    said: str | None = None
    formed: Formed | None = None

    @property
    def waits(self) -> bool:
        """Whether nothing stands behind its `Answer:` yet."""
        return self.said == "" and not self.options and self.formed is None

    @property
    def says_nothing(self) -> bool:
        """Whether its `Answer:` has no answer."""
        told = self.options or self.formed or self.said is None
        return not told and not answer_line.typed(self.said or "")

    @property
    def answered(self) -> bool:
        """Whether what follows explains it rather than asks."""
        return bool(self.options or self.said or self.formed)

    def choose(self, options: list[Option]) -> None:
        """Take options; a line that begins with `Answer:` above them is part of the question."""
        if self.said is not None and not self.options:
            self.stem.append(f"Answer: {self.said}".strip())
            self.said = None
        self.options.extend(options)

    def item(self, places: Places, base: int, audience: Audience | None) -> WrittenItem:
        """Return the item that has been read."""
        answer = answer_line.typed(self.said) if self.said and self.formed is None else None
        options, formed = self.options, self.formed
        form = formed.form if formed else ""
        if isinstance(answer, Number):
            form = "numeric"
        elif answer:
            form = "short"
            options = [Option(text=one, correct=True) for one in answer]
        stem, name = item_names.parted(self.stem)
        span = places.span(self.start + base, places.trimmed(self.start + base, self.end + base))
        return WrittenItem(
            stem="\n".join(stem),
            options=formed.options if formed else tuple(options),
            span=span,
            form=form,
            prompts=formed.prompts if formed else (),
            matches=formed.matches if formed else (),
            number=answer if isinstance(answer, Number) else None,
            rationale="\n".join(self.rationale),
            name=self.name or name,
            audience=audience,
        )

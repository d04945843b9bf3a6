"""What a rule may know besides the asset it looks at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from enablekit.config.project import Config
    from enablekit.model.library import Library

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """
    What lies around an asset.

    Attributes:
        library: Every asset, drafts and retired ones too, without their text: their front matter,
            guidance, opening, and a few key sentences, statistics and definitions.
        config: The project's decisions.
        today: The day of the check.
        files: Every file of the project by its path, whether it is an asset or not.
        changed: The day each file was last changed by itself, as far as its history is known.
        links: The files that each file's text links, by path.
        sources: The text of the files of the assets at hand, as they stand on the disk but for
            line ends, which are all line feeds, by path.

    """

    library: Library
    config: Config
    today: dt.date
    files: frozenset[str] = frozenset()
    changed: Mapping[str, dt.date] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    _made: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Surroundings], Made]) -> Made:
        """Return what a function makes of these surroundings, making it only once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def number(self, rule: str, key: str, default: int) -> int:
        """Return a number that the project set for a rule, by the rule's name."""
        value = self.config.policy.option(rule, key)
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def words(self, rule: str, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a list of words that the project set for a rule."""
        value = self.config.policy.option(rule, key)
        return tuple(str(one) for one in value) if isinstance(value, (list, tuple)) else default

    def pairs(self, rule: str, key: str) -> tuple[tuple[str, str], ...]:
        """Return words with what to write instead, as the project set them for a rule."""
        value = self.config.policy.option(rule, key)
        if not isinstance(value, dict):
            return ()
        return tuple((str(word), str(instead)) for word, instead in value.items())

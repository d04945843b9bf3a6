"""What the site says in another language than English, or in other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """
    A catalogue of the site's own words; what it does not have is said in English.

    Attributes:
        language: BCP 47 tag of the language the words are in.
        words: For an English text, what to say instead.
        forms: For an English text about one of something, what to say for each plural category
            of the language, such as `one`, `few` and `other`.

    """

    language: str = "en"
    words: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

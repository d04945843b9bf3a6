"""Which form of a noun goes with a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Categories and rules for whole numbers are those of Unicode CLDR (cldr/supplemental/plurals).
# The form that French and Spanish have for whole millions is left out: no site counts that far.


def _one_or_more(number: int) -> str:
    return "one" if number == 1 else "other"


def _none_or_one(number: int) -> str:
    return "one" if number in {0, 1} else "other"


def _always(_: int) -> str:
    return "other"


_ARABIC = {0: "zero", 1: "one", 2: "two"}
_FEW, _MANY = range(3, 11), range(11, 100)  # of the last two digits


def _arabic(number: int) -> str:
    last = number % 100
    return _ARABIC.get(number) or ("few" if last in _FEW else "many" if last in _MANY else "other")


_RULES: dict[str, tuple[Callable[[int], str], tuple[str, ...]]] = {
    "fr": (_none_or_one, ("one", "other")),
    "ja": (_always, ("other",)),
    "zh": (_always, ("other",)),
    "ko": (_always, ("other",)),
    "ar": (_arabic, ("zero", "one", "two", "few", "many", "other")),
}
_USUAL = (_one_or_more, ("one", "other"))


def category(language: str, number: int) -> str:
    """Return the plural category of a whole number: `zero`, `one`, `two`, `few` and so on."""
    return _rule(language)[0](number)


def categories(language: str) -> tuple[str, ...]:
    """Return the plural categories that a language has for whole numbers."""
    return _rule(language)[1]


def _rule(language: str) -> tuple[Callable[[int], str], tuple[str, ...]]:
    return _RULES.get(language.lower().split("-")[0], _USUAL)

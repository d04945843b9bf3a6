"""Why a piece fits and why not, in words: one list for the command line and for the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.plural import category
from enablekit.encoding.wording import CHANNELS, Wording
from enablekit.model.phrase import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enablekit.ranking.catalogue import Catalogue
    from enablekit.ranking.rank import Placed
    from enablekit.ranking.situation import Situation

# `{}` is what was asked for, as people call it.
_WHY = keys(
    {
        "pain": "They say “{}”",
        "persona": "For {}",
        "stage": "Stage: {}",
        "competitor": "Against {}",
        "channel": "Works by {}",
        "words": "Speaks of {}",
    }
)
_LACKS = keys(
    {
        "pain": "It does not answer that pain.",
        "persona": "It is not for {}.",
        "stage": "It is not for the stage {}.",
        "competitor": "It is not about {}.",
        "channel": "It does not work by {}.",
        "words": "It does not speak of that.",
    }
)
_UNKNOWN = keys(
    {
        "pain": "It does not say which pain it answers.",
        "persona": "It does not say for whom it is.",
        "stage": "It does not say where in the journey it helps.",
        "competitor": "It does not say against whom it helps.",
        "channel": "It does not say where it works.",
        "minutes": "It does not say how long it takes.",
    }
)
_STOPS = keys({"audience": "It is not for buyers’ eyes.", "not-when": "Not when: {}"})


def patterns(wording: Wording) -> dict[str, str | Mapping[str, str]]:
    """Return the patterns of all reasons by kind and name; those with a number by plural form."""
    texts = {"why": _WHY, "lacks": _LACKS, "unknown": _UNKNOWN, "stop": _STOPS}
    found: dict[str, str | Mapping[str, str]] = {
        f"{kind}-{name}": wording.say(text)
        for kind, named in texts.items()
        for name, text in named.items()
    }
    found["why-minutes"] = wording.forms("Fits into {n} minute", "Fits into {n} minutes")
    found["lacks-minutes"] = wording.forms(
        "It takes longer than {n} minute.", "It takes longer than {n} minutes."
    )
    return found


class Reasons:
    """
    Says why for one situation.

    Args:
        known: The library, for what its words are called.
        asked: The situation.
        wording: The language.

    """

    def __init__(self, known: Catalogue, asked: Situation, wording: Wording) -> None:
        self._asked = asked
        self._wording = wording
        self._patterns = patterns(wording)
        self._names = {
            "pain": _called(known, "pains", asked.pain),
            "persona": _called(known, "personas", asked.persona),
            "stage": _called(known, "stages", asked.stage),
            "competitor": _called(known, "competitors", asked.competitor),
            "channel": wording.label(asked.channel, CHANNELS),
        }

    def why(self, one: Placed) -> Iterator[str]:
        """Yield a reason for everything that was asked for and that a piece has."""
        typed = dict(reversed(self._asked.typed))
        own = {
            "pain": dict(one.entry.pains).get(self._asked.pain, ""),
            "words": self._wording.say(", ").join(typed.get(word, word) for word in one.words),
        }
        for each in one.criteria:
            yield self._filled(f"why-{each.name}", own.get(each.name) or self._name(each.name))

    def lacks(self, one: Placed) -> str:
        """Return why a piece is not among those that fit; empty if it is."""
        if one.rule:
            known = f"stop-{one.rule}" in self._patterns
            return self._filled(f"stop-{one.rule}", one.reason) if known else one.reason
        if not one.missing:
            return ""
        missing = one.missing[0]
        kind = "lacks" if missing.known else "unknown"
        return self._filled(f"{kind}-{missing.name}", self._name(missing.name))

    def _name(self, kind: str) -> str:
        return self._names.get(kind, "")

    def _filled(self, name: str, value: str) -> str:
        pattern = self._patterns[name]
        if isinstance(pattern, str):
            return pattern.replace("{}", value)
        number = self._asked.minutes
        form = pattern.get(category(self._wording.strings.language, number), pattern["other"])
        return form.replace("{n}", str(number))


def _called(known: Catalogue, kind: str, wanted: str) -> str:
    terms = getattr(known, kind)
    return next((term.names[0] for term in terms if term.id == wanted), wanted)

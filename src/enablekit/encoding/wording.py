"""The site's own words: sentences, dates, times, counts and the model's keywords."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from enablekit.encoding.pace import counts_characters
from enablekit.encoding.plural import categories, category
from enablekit.model.audience import Audience
from enablekit.model.phrase import MONTHS, PLACEHOLDER, Phrase, keys
from enablekit.model.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Mapping

PERMISSIONS = keys(
    {
        "none": "No permission: do not use it.",
        "internal": "For your knowledge: do not pass it on.",
        "anonymised": "Use it without the customer's name.",
        "named-private": "Name the customer in a private conversation only.",
        "named-public": "You may say this in public, with the customer's name if there is one.",
    }
)

JOBS = keys(
    {
        "open": "open the door",
        "educate": "teach",
        "prove": "prove",
        "differentiate": "set us apart",
        "justify": "justify the spending",
        "de-risk": "take away the risk",
        "close": "close",
        "expand": "grow the account",
    }
)

CHANNELS = keys(
    {
        "email": "E-mail",
        "deal-room": "Deal room",
        "leave-behind": "Leave-behind",
        "linkedin": "LinkedIn",
        "rfp": "Request for proposal",
        "self-serve": "On their own",
    }
)

QUESTION_KINDS = keys(
    {
        "situation": "Situation",
        "problem": "Problem",
        "implication": "What it costs them",
        "need-payoff": "What solving it is worth",
    }
)

AUDIENCES = keys(
    {
        Audience.INTERNAL: "Built for: internal. Do not forward.",
        Audience.PARTNER: "Built for: partners. Do not forward.",
        Audience.CUSTOMER: "Built for: customers.",
        Audience.PUBLIC: "Built for: everyone.",
    }
)

MARKS = {
    "verified": "✓",
    "due": "!",
    "overdue": "!",
    "changed": "≠",
    "draft": "…",
    "unverified": "?",
    "retired": "×",
    "superseded": "→",
    "expired": "×",
}

LANGUAGES = {
    "ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français",
    "it": "Italiano", "ja": "日本語", "ko": "한국어", "nl": "Nederlands", "pl": "Polski",
    "pt": "Português", "sv": "Svenska", "tr": "Türkçe", "uk": "Українська", "zh": "中文",
}  # fmt: skip

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
_MINUTE = 60  # seconds
_QUOTES = '"“”„‟«»'


ENGLISH = Strings()  # the words as they stand in templates and stages

# A catalogue shows how it writes a thousand; anything odd is taken for a mistake.
_THOUSAND = re.compile(r"1(\D{0,6})000")


@dataclass(frozen=True, slots=True)
class Tag:
    """An HTML element around words of a sentence: `{name}` opens it, and `{/name}` closes it."""

    opening: Markup
    closing: Markup

    def of(self, words: object) -> Markup:
        """Return the element around these words."""
        return self.opening + escape(words) + self.closing


# Typed, since a text and ready HTML of the same letters are equal, and only one is escaped.
@lru_cache(maxsize=1024, typed=True)
def tag(name: str, more: str = "", **attributes: str) -> Tag:
    """Return an element; `more` are attributes ready made, such as a language's."""
    written = Markup().join(
        Markup(' {}="{}"').format(key.rstrip("_"), value) for key, value in attributes.items()
    )
    return Tag(Markup("<{}{}{}>").format(name, written, more), Markup("</{}>").format(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """
    Says things in the language of the site.

    A text is asked for in English. What the catalogue does not have is said in English.

    Attributes:
        strings: The catalogue.

    """

    strings: Strings = ENGLISH

    def say(self, text: str, **values: object) -> str:
        """Return a text, its placeholders filled; one without a value stays as it is."""
        return self._filled(self.strings.words.get(text, text), values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """Return a text about a number of things, which stands at `{n}`."""
        return self._filled(self._form(one, many, n), {"n": self.number(n), **values})

    def told(self, text: str) -> str:
        """Return what a stage said in English as a phrase; any other text is content, and stays."""
        if not isinstance(text, Phrase):
            return text
        if not text.pattern:
            return " ".join(map(self.told, text.parts))
        pattern, number = self.strings.words.get(text.pattern, ""), text.values.get("n")
        if not pattern and isinstance(number, int):
            own = self.strings.forms.get(text.pattern, {})
            pattern = own.get(category(self.strings.language, number)) or own.get("other", "")
        return self._filled(pattern, text.values) if pattern else str(text)

    def html(self, text: str, **values: object) -> Markup:
        """Return a text as HTML: everything is escaped but values that are HTML already."""
        return self._marked_up(self.strings.words.get(text, text), values)

    def html_count(self, one: str, many: str, n: int, **values: object) -> Markup:
        """Return a text about a number of things as HTML."""
        return self._marked_up(self._form(one, many, n), {"n": self.number(n), **values})

    def forms(self, one: str, many: str) -> dict[str, str]:
        """Return a text for every plural category of the language, for a script."""
        own = self.strings.forms.get(one)
        if own is None:
            return {"one": one, "other": many}
        known = {each: own[each] for each in categories(self.strings.language) if each in own}
        return {**known, "other": own.get("other", many)}

    def number(self, n: int) -> str:
        """Return a number with the language's sign between thousands."""
        written = f"{n:,}"
        found = _THOUSAND.fullmatch(self.say("1,000"))
        return written.replace(",", found[1]) if found else written

    def length(self, n: int, language: str) -> str:
        """Return the length of a text in a language: its words, or characters without blanks."""
        if counts_characters(language):
            return self.count("{n} character", "{n} characters", n)
        return self.count("{n} word", "{n} words", n)

    def day(self, date: dt.date) -> str:
        """Return a date in words, the same on every machine: `2 October 2026`."""
        # In some languages the first of a month is not written as a number.
        if date.day == 1:
            return self.say("1 {month} {year}", month=self._month(date), year=date.year)
        return self.say(
            "{day} {month} {year}", day=date.day, month=self._month(date), year=date.year
        )

    def month(self, date: dt.date) -> str:
        """Return the month of a date in words: `October 2026`."""
        return self.say("{month} {year}", month=self._month(date), year=date.year)

    def duration(self, seconds: int) -> str:
        """Return a duration in words: seconds below a minute, else whole minutes."""
        if seconds < _MINUTE:
            return self.say("{n} s", n=seconds)
        return self.minutes(round(seconds / _MINUTE))

    def minutes(self, number: int) -> str:
        """Return a number of minutes in short."""
        return self.say("{n} min", n=number)

    def label(self, keyword: str, labels: Mapping[str, str]) -> str:
        """Return how people read a keyword; one the site does not know is shown as it is."""
        if keyword in labels:
            return self.say(labels[keyword])
        plain = keyword.replace("-", " ")
        return plain[:1].upper() + plain[1:]

    def job(self, keyword: str) -> str:
        """Return what a piece does for the deal, as it stands inside a sentence."""
        return self.label(keyword, JOBS) if keyword in JOBS else self.label(keyword, {}).lower()

    def _month(self, date: dt.date) -> str:
        return self.say(MONTHS[date.month - 1])

    def _form(self, one: str, many: str, n: int) -> str:
        own = self.strings.forms.get(one)
        if own is None:
            return one if n == 1 else many
        return own.get(category(self.strings.language, n)) or own.get("other") or many

    def _filled(self, pattern: str, values: Mapping[str, object]) -> str:
        if not values:
            return pattern
        return PLACEHOLDER.sub(
            lambda found: self._shown(values[found[1]]) if found[1] in values else found[0], pattern
        )

    def _shown(self, value: object) -> str:
        if isinstance(value, dt.date):
            return self.day(value)
        if isinstance(value, Phrase):
            return self.told(value)
        if isinstance(value, tuple):
            return self.say(", ").join(self.told(one) for one in value)
        return str(value)

    def _marked_up(self, pattern: str, values: Mapping[str, object]) -> Markup:
        def put(found: re.Match[str]) -> str:
            name = found[1]
            value = values.get(name.removeprefix("/"))
            if value is None:
                return found[0]
            if isinstance(value, Tag):
                return value.closing if name.startswith("/") else value.opening
            return escape(value if hasattr(value, "__html__") else self._shown(value))

        return Markup(PLACEHOLDER.sub(put, escape(pattern)))  # noqa: S704 - all parts are escaped


def clock(seconds: int) -> str:
    """Return a duration as a clock shows it: `1:05`."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02d}"


def speech(words: str) -> str:
    """Return spoken words without quotation marks around them, since the page sets its own."""
    bare = words.strip()
    paired = len(bare) > 1 and bare[0] in _QUOTES and bare[-1] in _QUOTES
    return bare[1:-1].strip() if paired and not set(bare[1:-1]) & set(_QUOTES) else bare


def direction(language: str) -> str:
    """Return `rtl` for a language written from right to left, else `ltr`."""
    return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"

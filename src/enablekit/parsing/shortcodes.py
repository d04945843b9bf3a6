"""Residue of other site generators in running text: shortcodes, tags of Liquid, lines of MDX."""

from __future__ import annotations

import re

# A shortcode stops at the next brace, so text full of braces is still read once. An HTML tag was
# taken out of `{{<figure …>}}` before; what is left of that is `{{}}`.
_SHORTCODE = re.compile(
    r"(?<!\s)\s*+(?:\{\{(?:[<%]\s*+(?P<close>/?)\s*+(?P<hugo>[\w-]*+)[^{}]*+)?\}\}"
    r"|\{%-?\s*+(?P<liquid>[\w-]*+)[^{}]*+(?<=%)\})"
)
_MODULE_LINE = re.compile(
    r"import\s+(?:[\w*{][^\n]*\sfrom\s+)?['\"][^\n]*['\"]"
    r"|export\s+(?:[{*]|(?:const|let|default|function|async)\s[^\n]*[={(])"
)
# The start and the end of a stretch of text.
Cut = tuple[int, int]

_OPENS = frozenset({"highlight", "raw", "verbatim"})
_CLOSES = frozenset({"endhighlight", "endraw", "endverbatim"})
_CLOSING_MARKS = (b"/highlight", b"endhighlight", b"endraw", b"endverbatim")


class Highlight:
    """
    The shortcodes of a text, read block by block.

    What stands between `{{< highlight … >}}` and `{{< /highlight >}}`, or between the tags of
    Liquid for the same, is code, though Markdown takes it for paragraphs.

    Attributes:
        may_be: Whether there are shortcodes in the text at all.

    """

    __slots__ = ("_is_open", "_last_close", "may_be")

    def __init__(self, data: bytes) -> None:
        self._is_open = False
        self.may_be = b"{{" in data or b"{%" in data
        self._last_close = max(map(data.rfind, _CLOSING_MARKS)) if self.may_be else -1

    def cuts(self, text: str, end: int) -> tuple[list[Cut], bool]:
        """
        Return what of a block is not for reading.

        Args:
            text: Its text.
            end: The byte after it in the source.

        Returns:
            The stretches to leave out of it, and whether all of it is code.

        """
        if not self._is_open and "{" not in text:
            return [], False
        was_open = self._is_open
        cuts, opener = _cuts(text, in_code=was_open)
        # One that is never closed has nothing inside.
        self._is_open = opener is not None and self._last_close >= end
        if opener is not None:
            cuts.append((opener[0], len(text)) if self._is_open else opener)
        return cuts, was_open and self._is_open and cuts == [(0, len(text))]


def strip(text: str) -> str:
    """Return text without shortcodes."""
    if "{{" not in text and "{%" not in text:
        return text
    kept: list[str] = []
    at = 0
    cuts, opener = _cuts(text, in_code=False)
    for start, end in [*cuts, opener] if opener else cuts:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return "".join(kept).strip()


def is_module_code(text: str) -> bool:
    """Tell whether a paragraph is nothing but `import` and `export` lines of MDX."""
    return text.startswith(("import", "export")) and _MODULE_LINE.match(text) is not None


def _cuts(text: str, *, in_code: bool) -> tuple[list[Cut], Cut | None]:
    """Return where shortcodes stand, and the one that opens a `highlight` without an end."""
    found: list[Cut] = []
    opener: Cut | None = (0, 0) if in_code else None
    for match in _SHORTCODE.finditer(text):
        opens, closes = _role(match)
        if opener is None:
            if opens:
                opener = match.span()
            else:
                found.append(match.span())
        elif closes:
            found.append((opener[0], match.end()))
            opener = None
    return found, opener


def _role(match: re.Match[str]) -> tuple[bool, bool]:
    if match["hugo"] in _OPENS:
        return not match["close"], bool(match["close"])
    return match["liquid"] in _OPENS, match["liquid"] in _CLOSES

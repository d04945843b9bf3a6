"""Residue of other site generators in running text: shortcodes, tags of Liquid, lines of MDX."""

from __future__ import annotations

import re

# A shortcode stops at the next brace, so text full of braces is still read once. An HTML tag was
# taken out of `{{<figure …>}}` before; what is left of that is `{{}}`.
_SHORTCODE = re.compile(
    r"(?<!\s)\s*+(?:\{\{(?:[<%]\s*(?P<close>/?)\s*(?P<hugo>[\w-]*)[^{}]*)?\}\}"
    r"|\{%-?\s*(?P<liquid>[\w-]*)[^{}]*%\})"
)
_MODULE_LINE = re.compile(
    r"import\s+(?:[\w*{][^\n]*\sfrom\s+)?['\"][^\n]*['\"]"
    r"|export\s+(?:[{*]|(?:const|let|default|function|async)\s[^\n]*[={(])"
)
_OPENS = frozenset({"highlight", "raw", "verbatim"})
_CLOSES = frozenset({"endhighlight", "endraw", "endverbatim"})
_CLOSING_MARKS = (b"/highlight", b"endhighlight", b"endraw", b"endverbatim")


def may_hold(text: str) -> bool:
    """Tell, fast, whether there may be shortcodes in a text."""
    return "{{" in text or "{%" in text


def cuts(text: str, *, in_code: bool) -> tuple[list[tuple[int, int]], bool]:
    """
    Return what in a text is not for reading.

    Args:
        text: The text of a block.
        in_code: Whether a `highlight` is open from a block before.

    Returns:
        Where each shortcode starts and ends, from an opening `highlight` to its closing one, and
        whether one is still open after the text.

    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SHORTCODE.finditer(text):
        opens, closes = _role(match)
        if in_code and closes:
            found.append((start, match.end()))
            in_code = False
        elif not in_code:
            start = match.start()
            if opens:
                in_code = True
            else:
                found.append((start, match.end()))
    if in_code:
        found.append((start, len(text)))
    return found, in_code


def closes_in(data: bytes, start: int) -> bool:
    """Tell whether a `highlight` that is open before a byte is closed somewhere after it."""
    return any(data.find(mark, start) >= 0 for mark in _CLOSING_MARKS)


def strip(text: str) -> str:
    """Return text without shortcodes."""
    if not may_hold(text):
        return text
    kept: list[str] = []
    at = 0
    for start, end in cuts(text, in_code=False)[0]:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return "".join(kept).strip()


def is_module_code(text: str) -> bool:
    """Tell whether a paragraph is nothing but `import` and `export` lines of MDX."""
    return text.startswith(("import", "export")) and _MODULE_LINE.match(text) is not None


def _role(match: re.Match[str]) -> tuple[bool, bool]:
    if match["hugo"] in _OPENS:
        return not match["close"], bool(match["close"])
    return match["liquid"] in _OPENS, match["liquid"] in _CLOSES

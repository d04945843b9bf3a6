"""
Finds the comments for enablekit in a file: those that are comments to the language of the file.

What only looks like one, in code, in a quoted text or inside another comment, is content: it must
neither let anything pass nor be removed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import yaml

from enablekit.model.comment import Comment
from enablekit.model.span import Span
from enablekit.parsing import front_matter
from enablekit.parsing.markdown import events, parted

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "enablekit:"
_HASH = re.compile(r"(?:^|(?<=\s))#[ \t]*enablekit:(?P<words>[^\n]*)", re.MULTILINE)
_MDX = re.compile(r"\{/\*[ \t]*enablekit:(?P<words>(?:[^*\n]|\*(?!/))*)\*/\}")
_OPEN, _CLOSE = "<!--", "-->"
_QUOTES = re.compile(r"'''|\"\"\"")
_HTML = frozenset({"InlineHtml", "HtmlBlock"})
_TAKEN = _HTML | {"Code", "CodeBlock"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def find(path: str, text: str) -> tuple[Comment, ...]:
    """
    Return the comments of a file that begin with `enablekit:`, in order.

    `# …` counts in YAML and TOML front matter and in sidecars, `<!-- … -->` in Markdown, and
    `{/* … */}` in MDX. Each stands on one line.

    Args:
        path: The file, whose ending says what it is.
        text: Its text, with line feeds.

    """
    if _NAME not in text:
        return ()
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    if path.endswith((".yaml", ".yml")):
        found = [(*one, True) for one in _in_yaml(text)]
    else:
        found = _in_asset(path, text, starts)
    return tuple(_comment(path, text, starts, *one) for one in sorted(found))


def _in_asset(path: str, text: str, starts: list[int]) -> list[tuple[int, int, str, bool]]:
    fore = front_matter.read(path, text)
    body_at = starts[min(fore.body_line, len(starts)) - 1]
    front = text[:body_at]
    found: list[tuple[int, int, str, bool]] = []
    if fore.dialect == "yaml":
        # The fence above is a line of its own and no comment, so it may stay.
        inner = front.split("\n", 1)[0]
        shift = len(inner)
        found += [(a + shift, b + shift, words, True)
                  for a, b, words in _in_yaml(_before_fence(front[shift:]))]  # fmt: skip
    elif fore.dialect == "toml":
        found += [(*one, True) for one in _in_toml(front)]
    body = text[body_at:]
    found += [
        (a + body_at, b + body_at, words, False)
        for a, b, words in _in_markdown(body, is_mdx=path.lower().endswith(".mdx"))
    ]
    return found


def _before_fence(front: str) -> str:
    """Return front matter without the fence below it."""
    return front.rstrip().removesuffix("---").removesuffix("...")


def _in_yaml(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield `# …` where YAML sees no value; nothing where it cannot be read."""
    if _NAME not in text:
        return
    try:
        values = [
            (token.start_mark.index, token.end_mark.index)
            for token in yaml.scan(text, Loader=_LOADER)
            if isinstance(token, yaml.ScalarToken)
        ]
    except (yaml.YAMLError, RecursionError):
        return
    begins = [start for start, _ in values]
    for one in _HASH.finditer(text):
        at = bisect_right(begins, one.start()) - 1
        if at < 0 or one.start() >= values[at][1]:
            yield one.start(), one.end(), one["words"]


def _in_toml(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield `# …` on lines of their own outside texts of several lines."""
    at, inside = 0, ""
    for line in text.split("\n"):
        found = _HASH.match(line.lstrip()) if not inside else None
        if found:
            start = at + len(line) - len(line.lstrip())
            yield start, at + len(line), found["words"]
        else:
            for quote in _QUOTES.findall(line):
                inside = "" if quote == inside else inside or quote
        at += len(line) + 1


def _in_markdown(body: str, *, is_mdx: bool) -> Iterator[tuple[int, int, str]]:
    """Yield what CommonMark takes for HTML, and in MDX what stands neither there nor in code."""
    if _NAME not in body:
        return
    taken: list[tuple[int, int]] = []
    for name, start, raw in _stretches(body):
        taken.append((start, start + len(raw)))
        if name in _HTML and raw.lstrip().startswith(_OPEN):
            yield from ((start + a, start + b, words) for a, b, words in _html_comments(raw))
    if is_mdx:
        begins = [start for start, _ in taken]
        for one in _MDX.finditer(body):
            at = bisect_right(begins, one.start()) - 1
            if at < 0 or one.start() >= taken[at][1]:
                yield one.start(), one.end(), one["words"]


def _stretches(body: str) -> Iterator[tuple[str, int, str]]:
    """Yield code and HTML with the character at which each begins."""
    data = body.encode("utf-8", "replace")
    byte = character = 0
    for event, where in events(body):
        name, told = parted(event)
        if name == "Start":
            name, _ = parted(told)
        if name in _TAKEN:
            character += len(data[byte : where["start"]].decode("utf-8", "replace"))
            byte = where["start"]
            yield name, character, data[byte : where["end"]].decode("utf-8", "replace")


def _html_comments(raw: str) -> Iterator[tuple[int, int, str]]:
    """Yield the comments of a stretch of HTML that stand on one line, one after the other."""
    at = 0
    while (start := raw.find(_OPEN, at)) >= 0:
        end = raw.find(_CLOSE, start + len(_OPEN))
        if end < 0:
            return
        at = end + len(_CLOSE)
        words = raw[start + len(_OPEN) : end].strip(" \t")
        if words.startswith(_NAME) and "\n" not in words:
            yield start, at, words.removeprefix(_NAME)


def _comment(
    path: str,
    text: str,
    starts: list[int],
    start: int,
    end: int,
    words: str,
    in_front: bool,  # noqa: FBT001 - one of a row
) -> Comment:
    line = bisect_right(starts, start)
    first = starts[line - 1]
    last = starts[line] - 1 if line < len(starts) else len(text)
    whole = text[first:last]
    alone = start - first == len(whole) - len(whole.lstrip()) and end - first == len(whole.rstrip())
    span = Span(path=path, line=line, column=start - first + 1,
                end_line=line, end_column=end - first + 1)  # fmt: skip
    return Comment(span=span, words=words.strip(), alone=alone, in_front=in_front)

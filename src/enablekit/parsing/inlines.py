"""What stands inside a line: words, code, breaks, links, images, notes' marks and raw tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.url import safe_image_url, safe_url
from enablekit.parsing import raw_html
from enablekit.parsing.diagnoses import RAW_HTML, UNSAFE_LINK
from enablekit.parsing.running_text import LINE_END, SPACE, Run, code_runs, separate, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyromark.event import Range

    from enablekit.encoding.html import Renderer
    from enablekit.model.finding import Finding
    from enablekit.parsing.places import Places

# (words, address, first byte, byte after the last)
Linked = tuple[str, str, int, int]

_SHOWN = 60  # characters of an address that a message repeats


class InlineReader:
    """
    Gather what stands inside the lines of one block and write its HTML.

    Attributes:
        base: The byte of the whole text from which the parser counts.
        runs: The words so far; inside an image, its alt text.
        links: The links and images so far.
        alts: The alt texts of the images so far.
        images: How many images there are.
        caption: The title of the last image.
        findings: Links that were refused.

    """

    __slots__ = (
        "_first_tag", "_image", "_line_end", "_nested", "_open_links", "_outer", "_page", "_places",
        "_tags", "alts", "base", "caption", "findings", "images", "links", "runs",
    )  # fmt: skip

    def __init__(self, places: Places, page: Renderer) -> None:
        self._places = places
        self._page = page
        self._tags = 0
        self._first_tag = (0, 0)
        self._nested = 0
        self._open_links: list[tuple[str, int]] = []
        self._image = {"dest_url": "", "title": ""}
        self.base = 0
        self.findings: list[Finding] = []
        self.begin()

    # A reader that kept these would be a circle of references, and with it every block it has read
    # would wait for the garbage collector.

    def leaves(self) -> dict[str, Callable[[Any, Range], None]]:
        """Say what to do at an event that holds nothing, by its name."""
        return {
            "Code": self._code,
            "SoftBreak": self._soft_break,
            "HardBreak": self._hard_break,
            "InlineHtml": self._inline_html,
            "FootnoteReference": self._footnote,
            "TaskListMarker": self._task,
        }

    def openers(self) -> dict[str, Callable[[Any, Range], None]]:
        """Say what to do where a tag starts, by its name."""
        return {
            "Emphasis": self._open_emphasis,
            "Strong": self._open_strong,
            "Strikethrough": self._open_strikethrough,
            "Link": self._open_link,
            "Image": self._open_image,
        }

    def closers(self) -> dict[str, Callable[[Range], None]]:
        """Say what to do where a tag ends, by its name."""
        return {
            "Emphasis": self._close,
            "Strong": self._close,
            "Strikethrough": self._close,
            "Link": self._close_link,
            "Image": self._close_image,
        }

    def begin(self, line_end: Run = LINE_END) -> None:
        """Start a block, in which a line ends as told."""
        self.runs: list[Run] = []
        self.alts: list[Run] = []
        self.links: list[Linked] = []
        self.images = 0
        self.caption = ""
        self._outer = self.runs
        self._line_end = line_end

    def has_only_images(self) -> bool:
        """Tell whether there are no words beside the images of a paragraph."""
        return not any(run[0].strip() for run in self.runs)

    def figure_caption(self) -> str:
        """Return what to write under an image that stands alone, if it says more than its alt."""
        return self.caption if self.images == 1 and self.caption != words(self.alts) else ""

    def count_tags(self, number: int, where: Range) -> None:
        """Remember that there is raw HTML."""
        if number and not self._tags:
            self._first_tag = (where["start"] + self.base, where["end"] + self.base)
        self._tags += number

    def report(self) -> list[Finding]:
        """Return what is wrong, raw HTML once for the whole text."""
        if not self._tags:
            return self.findings
        many = "1 HTML tag is" if self._tags == 1 else f"{self._tags} HTML tags are"
        fix = "Write it in Markdown, or leave it out if the text reads well without it"
        start, end = self._first_tag
        span = self._places.span(start, self._places.trimmed(start, end))
        return [*self.findings, RAW_HTML.at(span, f"{many} shown as text", fix=fix)]

    def _open_emphasis(self, _detail: None, _where: Range) -> None:
        self._page.open("Emphasis")

    def _open_strong(self, _detail: None, _where: Range) -> None:
        self._page.open("Strong")

    def _open_strikethrough(self, _detail: None, _where: Range) -> None:
        self._page.open("Strikethrough")

    def _close(self, _where: Range) -> None:
        self._page.close()

    def _open_link(self, detail: dict[str, str], where: Range) -> None:
        url: str | None = None
        if not self._nested:  # a link in an alt text is words
            written = detail["dest_url"]
            if detail["link_type"] == "Email":
                written = f"mailto:{written}"
            url = safe_url(written)
            if url is None:
                self._refuse("link", written, where)
        self._open_links.append((url or "", len(self.runs)))
        self._page.open_link(url, detail["title"])

    def _close_link(self, where: Range) -> None:
        url, first = self._open_links.pop()
        if url and not self._nested:
            self.links.append((words(self.runs, first), url, where["start"], where["end"]))
        self._page.close_link()

    def _open_image(self, detail: dict[str, str], _where: Range) -> None:
        self._nested += 1
        if self._nested == 1:  # an image in an alt text is words
            self._image = detail
            self._outer, self.runs = self.runs, []
            self._page.open_image()

    def _close_image(self, where: Range) -> None:
        self._nested -= 1
        if self._nested:
            return
        alt, self.runs = self.runs, self._outer
        written, title = self._image["dest_url"], self._image["title"]
        url = safe_image_url(written)
        self._page.close_image(url, title)
        if url is None:
            self._refuse("image", written, where)
            self.runs.extend(alt)
            return
        self.images += 1
        self.caption = title
        self.links.append((words(alt), url, where["start"], where["end"]))
        separate(self.alts)
        self.alts.extend(alt)

    def _code(self, code: str, where: Range) -> None:
        self.runs.extend(
            code_runs(code, where["start"], where["end"], self._places.data, self.base)
        )
        self._page.code(code)

    def _soft_break(self, _value: None, _where: Range) -> None:
        if self.runs and self.runs[-1] is not LINE_END:
            self.runs.append(SPACE)
        self._page.soft_break()

    def _hard_break(self, _value: None, _where: Range) -> None:
        self.runs.append(self._line_end)
        self._page.hard_break()

    def _inline_html(self, markup: str, where: Range) -> None:
        if raw_html.is_comment(markup):
            return
        self.count_tags(1, where)
        if raw_html.is_line_break(markup):
            self.runs.append(self._line_end)
        self._page.inline_html(markup)

    def _footnote(self, label: str, _where: Range) -> None:
        self._page.footnote_reference(label)

    def _task(self, done: Any, _where: Range) -> None:  # noqa: ANN401 - a bool of the parser's
        self._page.task(done=done)

    def _refuse(self, what: str, url: str, where: Range) -> None:
        shown = url if len(url) <= _SHOWN else f"{url[:_SHOWN]}…"
        allowed = "https://, http://, mailto: or tel:" if what == "link" else "https:// or http://"
        self.findings.append(
            UNSAFE_LINK.at(
                self._places.span(where["start"] + self.base, where["end"] + self.base),
                f"the {what} to “{shown}” is left out; only its words are shown",
                fix=f"Use an address that starts with {allowed}, or a relative one",
            )
        )

"""Sets pages with Typst, from a template that ships with us and data that is never markup."""

from __future__ import annotations

import base64
import datetime as dt
import importlib.util
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from enablekit.adapters.typst_world import (
    OURS_ALONE,
    OwnLook,
    compiler,
    offline,
    sources,
    template_fault,
)
from enablekit.errors import EnablekitError, UsageError, WorldError
from enablekit.model.parcel import Typeset
from enablekit.packing.extra import needed
from enablekit.packing.page_words import page_values
from enablekit.packing.pictographs import pictographs, without

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.model.picture import Picture

# What ships with us, and what Typst carries for signs it lacks: the same everywhere.
_OURS = ("Source Sans 3", "Libertinus Serif")
# Where these lack signs, too, what the computer has: first what goes well with ours.
_THEIRS = (
    "Noto Sans Arabic", "Segoe UI", "Geeza Pro", "Noto Sans CJK JP", "Noto Sans JP",
    "Hiragino Sans", "Yu Gothic", "Noto Sans Hebrew", "Noto Sans Thai", "Noto Sans Devanagari",
)  # fmt: skip
_STANDARD = "ua-1"  # PDF/UA-1, ISO 14289-1: readable for everybody
_COUNT = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)")
_NOT_SHOWN = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_BY_NUMBER = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_DOTS_A_POINT = 72.0
_IMAGES = frozenset({"logo", "pictures"})


def identity() -> str:
    """Return a text that changes when another version of Typst is installed; empty if none is."""
    if not importlib.util.find_spec("typst"):
        return ""
    from importlib.metadata import version  # noqa: PLC0415 - few builds ask, and it loads a lot

    return f"typst {version('typst')}"


class PageSetter:
    """
    Sets pages as a project wants them to look.

    Attributes:
        left_out: For each page set so far its title, and the pictographs that no typeface has.

    """

    def __init__(self, own: OwnLook = OURS_ALONE) -> None:
        """
        Take a look.

        Args:
            own: The project's own templates, which win over ours of the same name.

        """
        self.left_out: dict[str, str] = {}
        self._own = own

    def __call__(self, name: str, data: Mapping[str, Any], size: float) -> Typeset:
        """
        Set the pages of a template.

        Args:
            name: The template.
            data: What it shows; `logo` is the bytes of an image, `pictures` are others by name. The
                template is told the names of those that can be set.
            size: The size of its type in points.

        Raises:
            WorldError: Typst is not installed, or no typeface has a letter of the text.
            UsageError: The logo is no image, or the project's template is wrong.

        """
        try:
            pdf = self._set(name, data, size)
        except EnablekitError:
            sound = _sound(data.get("pictures", {}))
            if len(sound) == len(data.get("pictures", {})):
                raise
            pdf = self._set(name, {**data, "pictures": sound}, size)
        counts = [int(one) for one in _COUNT.findall(pdf)]
        if not counts:
            raise WorldError(
                "this version of Typst writes files whose pages cannot be counted",
                hint='Run `python -m pip install "enablekit[pdf]" --force-reinstall`',
            )
        return Typeset(data=pdf, pages=max(counts))

    def _set(self, name: str, data: Mapping[str, Any], size: float) -> bytes:
        """Set a page as it is, or without the pictographs that there is no typeface for."""
        try:
            return _set(name, data, size, self._own)
        except _NotShownError as error:
            signs = pictographs(error.signs)
            if not signs:
                raise
            self.left_out[data["title"]] = signs
            words = {key: one for key, one in data.items() if key not in _IMAGES}
            return _set(name, {**data, **without(words, signs)}, size, self._own)


class _NotShownError(WorldError):
    """No typeface has some signs of a text."""

    def __init__(self, title: str, signs: list[str]) -> None:
        self.signs = signs
        # Those of ASCII are there in every typeface: they are named for what stands around them.
        lost = list(dict.fromkeys(one for one in signs if not one.isascii()))[:5] or signs[:5]
        shown = ", ".join(f"“{one}”" if one.isprintable() else _number(one) for one in lost)
        super().__init__(
            f"“{title}” cannot be set: no typeface on this computer has {shown}",
            hint="Install a typeface for that script, such as one of Google's Noto family",
        )


def picture(template: str, data: Mapping[str, Any]) -> bytes:
    """
    Set a page as a PNG, a point a dot, in the typeface that ships with us.

    Args:
        template: The template's text.
        data: What it shows, as for `typeset`.

    Returns:
        The picture; nothing if our typefaces lack a sign of it, since in those of a computer it
        would look different on each.

    Raises:
        WorldError: Typst is not installed.
        UsageError: The template is wrong.

    """
    typst = needed("typst", "pdf", "a picture")
    logo = data.get("logo", b"")
    # A browser shows nothing for an image it cannot read, and a site is not stopped by one.
    shown = {**data, "logo": b"" if logo and _image_fault(logo) else logo}
    source, inputs = template.encode("utf-8", "replace"), _inputs(shown, 0.0, own=True)
    page = compiler(own=True)
    try:
        with offline():
            # Only PDF/UA says when a sign is missing; a picture would show a box in its place.
            page.compile(source, sys_inputs=inputs, format="pdf", pdf_standards=_STANDARD)
            done = page.compile(source, sys_inputs=inputs, format="png", ppi=_DOTS_A_POINT)
    except typst.TypstError as error:
        if _NOT_SHOWN.search(str(error.message)):
            return b""
        raise UsageError(
            f"the template card.typ cannot be set: {error.message}",
            hint="Mend the template, or remove it to use ours",
        ) from error
    picture: bytes = done if isinstance(done, bytes) else done[0]  # a template with several pages
    return picture


def _set(name: str, data: Mapping[str, Any], size: float, look: OwnLook) -> bytes:
    """Set a PDF in our typefaces, else with those of this computer as well."""
    typst = needed("typst", "pdf", "a PDF")
    files = sources(name, look)
    day = dt.datetime(data["year"], data["month"], data["day"], tzinfo=dt.UTC)
    for own in (True, False):
        try:
            with offline():
                done: bytes = compiler(own=own, look=look).compile(
                    files,
                    sys_inputs=_inputs(data, size, own=own),
                    format="pdf",
                    pdf_standards=_STANDARD,
                    timestamp=day,
                )
        except (typst.TypstError, ValueError) as error:
            lost = _signs(str(getattr(error, "diagnostic", "")))
            if not (own and lost):
                raise _failed(data, lost) or _blamed(error, name, data, look) from error
        else:
            return done
    raise AssertionError  # the second way always returns or raises


def _number(signs: str) -> str:
    return " ".join(f"U+{ord(one):04X}" for one in signs)


def _signs(said: str) -> list[str]:
    """Return the signs that Typst says it has no typeface for; it writes some by their number."""
    return [
        _BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), one)
        for one in _NOT_SHOWN.findall(said)
    ]


def _failed(data: Mapping[str, Any], lost: list[str]) -> Exception | None:
    """Say that the words or the logo cannot be set; nothing if it is not these."""
    if lost:
        return _NotShownError(data["title"], lost)
    fault = _image_fault(data["logo"]) if data.get("logo") else ""
    if fault:
        return UsageError(
            f"the logo of the project cannot be set on a page: {fault}",
            hint="`logo:` under `brand:` in enablekit.yaml: save the image anew as PNG or SVG",
        )
    return None


def _blamed(
    error: Exception, name: str, data: Mapping[str, Any], look: OwnLook
) -> UsageError | WorldError:
    """Say that the template is wrong: the project's, or ours."""
    if look.has_templates:
        return template_fault(error, name, look)
    return WorldError(
        f"“{data['title']}” could not be set as a PDF: {error}",
        hint="This is a mistake of ours; please report it with the text that shows it",
    )


@lru_cache(maxsize=1)
def _image_fault(logo: bytes) -> str:
    """Say why an image cannot be set; empty if it can."""
    typst = needed("typst", "pdf", "a PDF")
    source = b'#image(bytes(json(bytes(sys.inputs.logo))), alt: "")'
    try:
        compiler(own=True).compile(source, sys_inputs={"logo": _numbers(logo)}, format="pdf")
    except typst.TypstError as error:
        return str(error.message)
    return ""


def _sound(pictures: Mapping[str, Picture]) -> dict[str, Picture]:
    """Return the pictures that can be set."""
    return {name: one for name, one in pictures.items() if not _image_fault(_framed(one).encode())}


def _framed(picture: Picture) -> str:
    """Return a picture inside an SVG: Typst takes texts from outside, and no other bytes."""
    coded = base64.b64encode(picture.data).decode("ascii")
    size = f'width="{picture.own_width}" height="{picture.own_height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<image {size} href="data:image/{picture.kind};base64,{coded}"/></svg>'
    )


def _inputs(data: Mapping[str, Any], size: float, *, own: bool) -> dict[str, str]:
    fonts = _OURS if own else (_OURS[0], *_THEIRS, *_OURS[1:])
    pictures = data.get("pictures", {})
    words = page_values({key: one for key, one in data.items() if key not in _IMAGES})
    words |= {"pictures": list(pictures), "fonts": fonts, "fallback": not own}
    inputs = {"data": json.dumps(words, ensure_ascii=False), "size": str(size)}
    inputs |= {name: _framed(one) for name, one in pictures.items()}
    return inputs | {"logo": _numbers(data["logo"])} if data.get("logo") else inputs


@lru_cache(maxsize=1)
def _numbers(data: bytes) -> str:
    """Return bytes in the only form in which Typst takes them from outside."""
    return json.dumps(list(data), separators=(",", ":"))

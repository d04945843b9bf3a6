"""Sets pages with Typst, from a template that ships with us and data that is never markup."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from enablekit.adapters.typst_world import (
    OURS_ALONE,
    OwnLook,
    compiler,
    offline,
    sources,
    template_fault,
)
from enablekit.errors import UsageError, WorldError
from enablekit.model.parcel import Typeset
from enablekit.packing.extra import needed
from enablekit.packing.page_words import page_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.model.parcel import Typesetter

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
_DOTS_A_POINT = 72.0


def identity() -> str:
    """Return a text that changes when another version of Typst is installed; empty if none is."""
    if not importlib.util.find_spec("typst"):
        return ""
    from importlib.metadata import version  # noqa: PLC0415 - few builds ask, and it loads a lot

    return f"typst {version('typst')}"


def in_look(own: OwnLook) -> Typesetter:
    """Return what sets pages as a project wants them to look."""
    return partial(typeset, own=own)


def typeset(
    name: str, data: Mapping[str, Any], size: float, *, own: OwnLook = OURS_ALONE
) -> Typeset:
    """
    Set the pages of a template.

    Args:
        name: The template.
        data: What it shows; `logo` is the bytes of an image.
        size: The size of its type in points.
        own: The project's own templates, which win over ours of the same name.

    Raises:
        WorldError: Typst is not installed, or no typeface has a sign of the text.
        UsageError: The logo is no image, or the project's template is wrong.

    """
    pdf = _set(name, data, size, own)
    counts = [int(one) for one in _COUNT.findall(pdf)]
    if not counts:
        raise WorldError(
            "this version of Typst writes files whose pages cannot be counted",
            hint='Run `python -m pip install "enablekit[pdf]" --force-reinstall`',
        )
    return Typeset(data=pdf, pages=max(counts))


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
            lost = _NOT_SHOWN.findall(str(getattr(error, "diagnostic", "")))
            if not (own and lost):
                raise _failed(data, lost) or _blamed(error, name, data, look) from error
        else:
            return done
    raise AssertionError  # the second way always returns or raises


def _failed(data: Mapping[str, Any], lost: list[str]) -> Exception | None:
    """Say that the words or the logo cannot be set; nothing if it is not these."""
    if lost:
        signs = ", ".join(f"“{one}”" for one in sorted(set(lost))[:5])
        return WorldError(
            f"“{data['title']}” cannot be set: no typeface on this computer has {signs}",
            hint="Install a typeface for that script, such as one of Google's Noto family",
        )
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


def _inputs(data: Mapping[str, Any], size: float, *, own: bool) -> dict[str, str]:
    fonts = _OURS if own else (_OURS[0], *_THEIRS, *_OURS[1:])
    words = page_values({key: one for key, one in data.items() if key != "logo"})
    words |= {"fonts": fonts, "fallback": not own}
    inputs = {"data": json.dumps(words, ensure_ascii=False), "size": str(size)}
    return inputs | {"logo": _numbers(data["logo"])} if data.get("logo") else inputs


@lru_cache(maxsize=1)
def _numbers(data: bytes) -> str:
    """Return bytes in the only form in which Typst takes them from outside."""
    return json.dumps(list(data), separators=(",", ":"))

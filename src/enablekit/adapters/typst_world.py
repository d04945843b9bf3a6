"""What Typst may see: templates, our typefaces, and nothing else of the computer or the network."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from enablekit.adapters import bundled
from enablekit.errors import UsageError, WorldError
from enablekit.packing.extra import needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MAIN = "main.typ"  # what typst-py calls the file to begin with
_PLACE = re.compile(r"┌─ (.+):(\d+):\d+$", re.MULTILINE)
_SEARCHED = re.compile(r" \(searched at .*\)")
_FETCHED = re.compile(r"failed to download package|package not found")
# Typst fetches `@preview` packages by HTTP and has no switch for it; it asks these for a way.
_PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
_DIRECT = ("NO_PROXY", "no_proxy")
_NOWHERE = "http://127.0.0.1:0"
_FOLDER = "templates/export/"
_FONTS = (".ttf", ".otf", ".ttc")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLook:
    """
    A project's own templates for pages.

    Attributes:
        folder: Where they lie; None if there are none.
        files: What lies there, templates and what they show, by path in that folder.
        astray: The first of these that leads out of the folder; empty if none does.

    """

    folder: Path | None = None
    files: tuple[str, ...] = ()
    astray: str = ""

    @property
    def has_templates(self) -> bool:
        """Whether any of them is a template."""
        return any(name.endswith(".typ") for name in self.files)

    @property
    def fonts(self) -> Path | None:
        """Where typefaces of the project's own are looked for; None for nowhere."""
        return self.folder if any(name.lower().endswith(_FONTS) for name in self.files) else None


OURS_ALONE = OwnLook()


def sources(name: str, own: OwnLook) -> dict[str, bytes]:
    """
    Return what Typst is given besides the project's folder: what to begin with, and our templates.

    Args:
        name: The template to begin with, without its ending.
        own: The project's own templates, which win over ours of the same name.

    Raises:
        UsageError: The project's template cannot be used.
        WorldError: It cannot be read.

    """
    file = f"{name}.typ"
    if own.has_templates and own.astray:
        raise UsageError(
            f"{_FOLDER}{own.astray} leads out of its folder",
            hint="Templates for pages see that folder alone; copy the file there",
        )
    ours = {one: data for one, data in _ours().items() if one not in own.files}
    if file in ours or own.folder is None:
        return {**ours, MAIN: ours[file]}
    try:
        data = (own.folder / file).read_bytes()
        data.decode("utf-8")
    except OSError as error:
        raise WorldError(
            f"{_FOLDER}{file} cannot be read: {error.strerror}", hint="Check its permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{_FOLDER}{file} is no UTF-8 text", hint="Save it as UTF-8") from error
    return {**ours, MAIN: data}


@cache
def _ours() -> Mapping[str, bytes]:
    folder = bundled.templates() / "typst"
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@cache
def compiler(*, own: bool, look: OwnLook = OURS_ALONE) -> Any:  # noqa: ANN401 - the package is loaded when needed
    """
    Return what sets pages: starting it, which loads the typefaces, takes longest.

    Args:
        own: Whether to use our typefaces and the project's alone. With a person's own the same
            guide would break its lines elsewhere.
        look: The project's own templates; their folder is all of the disk that they see.

    """
    typst = needed("typst", "pdf", "a PDF")
    ours = bundled.templates()
    nowhere = str(ours / "typst" / "packages")  # is not there, so what a person fetched is not seen
    return typst.Compiler(
        b"",
        root=str(look.folder or ours / "typst"),
        font_paths=[str(ours / "fonts"), *([str(look.fonts)] if look.fonts else [])],
        ignore_system_fonts=own,
        package_path=nowhere,
        package_cache_path=nowhere,
    )


@contextmanager
def offline() -> Iterator[None]:
    """Let nothing fetch anything by HTTP meanwhile: its way leads to a port that is none."""
    names = (*_PROXIES, *_DIRECT)
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(_PROXIES, _NOWHERE) | dict.fromkeys(_DIRECT, ""))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def template_fault(error: Exception, name: str, own: OwnLook) -> UsageError:
    """
    Say what is wrong with a template, and in which line.

    Args:
        error: What Typst said.
        name: The template, without its ending.
        own: The project's own templates.

    """
    said = _SEARCHED.sub("", str(getattr(error, "message", error)))
    found = _PLACE.search(str(getattr(error, "diagnostic", "")))
    file = _own_name(found[1], name, own) if found else f"{_FOLDER}{name}.typ"
    line = f", line {found[2]}" if found else ""
    if _FETCHED.search(said):
        return UsageError(
            f"{file}{line}: packages are not fetched",
            hint="Copy what you need of it into templates/export/ and import it from there",
        )
    return UsageError(f"{file}{line}: {said}", hint="Mend the template, or remove it to use ours")


def _own_name(path: str, name: str, own: OwnLook) -> str:
    """Return what a person calls a file that Typst names by its way from here."""
    short = path.replace("\\", "/").removeprefix("/")
    short = f"{short.removesuffix(MAIN)}{name}.typ" if short.endswith(f"/{MAIN}") else short
    fits = [one for one in own.files if short == one or short.endswith(f"/{one}")]
    return f"{_FOLDER}{max(fits, key=len)}" if fits else f"our {short.rpartition('/')[2]}"

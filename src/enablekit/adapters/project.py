"""Finds the project a person stands in and reads its project file and templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.adapters import bundled
from enablekit.adapters.typst_world import OwnLook
from enablekit.config.presets import SHIPPED
from enablekit.config.project import Config
from enablekit.errors import ConfigError, UsageError, WorldError
from enablekit.model.finding import Severity
from enablekit.parsing import project_file, strings_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from enablekit.config.presets import Preset
    from enablekit.model.finding import Finding
    from enablekit.model.strings import Strings

FILE = "enablekit.yaml"
_TEMPLATES = "templates"
_STRINGS = "strings"
_EXPORT = "export"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """
    A project on disk.

    Attributes:
        root: Its folder.
        config: Its decisions.
        findings: What is odd about its project file, short of being unusable.

    """

    root: Path
    config: Config
    findings: tuple[Finding, ...] = ()


def find(start: Path) -> Project:
    """
    Return the project that a folder lies in.

    The nearest folder upward with an `enablekit.yaml` is the project; without one, the folder
    itself, read with the habits of the site generator it shows signs of.

    Raises:
        WorldError: The folder is not there.
        ConfigError: The project file cannot be used.

    """
    if not start.is_dir():
        raise WorldError(f"there is no folder {start}", hint="Name the folder of your content")
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return _read(folder)
        if (folder / ".git").exists():
            break
    return Project(root=here, config=_habits(preset(here)))


def preset(root: Path) -> Preset:
    """Return the preset whose marks a folder shows; plain where it shows none."""
    plain = next(one for one in SHIPPED if one.name == "plain")
    marked = (one for one in SHIPPED if any((root / mark).exists() for mark in one.marks))
    return next(marked, plain)


def _habits(shown: Preset) -> Config:
    return Config(fields=shown.fields, include=shown.include, exclude=shown.exclude)


def _read(root: Path) -> Project:
    try:
        data = (root / FILE).read_bytes()
    except OSError as error:
        raise WorldError(
            f"{FILE} cannot be read: {error.strerror}", hint="Check its permissions"
        ) from error
    config, findings = project_file.read(FILE, data)
    broken = [one for one in findings if one.severity is Severity.ERROR]
    if broken:
        first = broken[0]
        raise ConfigError(
            first.message,
            hint=first.help,
            path=FILE,
            line=first.span.line,
            column=first.span.column,
        )
    return Project(root=root, config=config, findings=findings)


_LARGEST_LOGO = 256 * 1024  # bytes; every page shows it


def logo(project: Project) -> bytes:
    """
    Return the image of a project's logo; empty if it has none.

    Raises:
        UsageError: It is not there, lies elsewhere, or is too large for a phone.

    """
    name = project.config.brand.logo
    if not name:
        return b""
    file = (project.root / name).resolve()
    if not file.is_file() or not file.is_relative_to(project.root.resolve()):
        hint = "`logo:` under `brand:` in enablekit.yaml names it from the project's folder"
        raise UsageError(f"there is no logo `{name}` in the project", hint=hint)
    data = file.read_bytes()
    if len(data) > _LARGEST_LOGO:
        hint = f"Use one of at most {_LARGEST_LOGO // 1024} KB, such as an SVG"
        raise UsageError(f"the logo `{name}` has {len(data) // 1024} KB", hint=hint)
    return data


def strings(project: Project) -> tuple[Strings, tuple[Finding, ...]]:
    """Return what the site says in the project's language; the project's own strings win."""
    folders = (bundled.templates() / _STRINGS, project.root / _TEMPLATES / _STRINGS)
    wanted = strings_file.catalogue_names(project.config.language)
    ours, own = (
        {name: folder / f"{name}.yaml" for name in wanted if (folder / f"{name}.yaml").is_file()}
        for folder in folders
    )
    language = strings_file.language_of(project.config.language, {*ours, *own})
    if language == "en" and "en" not in wanted:
        own = {}
    english = folders[0] / "en.yaml"
    return strings_file.read(
        language,
        [
            (file.name, file.read_text(encoding="utf-8"))
            for name, file in ours.items()
            if name != "en"
        ],
        [
            (
                f"{_TEMPLATES}/{_STRINGS}/{file.name}",
                file.read_text(encoding="utf-8", errors="replace"),
            )
            for file in own.values()
        ],
        english.read_text(encoding="utf-8") if own else "",
    )


def office_templates(project: Project) -> Mapping[str, bytes]:
    """
    Return the project's own templates for office files: what lies in `templates/export/`.

    Raises:
        WorldError: One cannot be read.

    """
    folder = project.root / _TEMPLATES / _EXPORT
    try:
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        return {file.name: file.read_bytes() for file in found if file.is_file()}
    except OSError as error:
        raise _unreadable(error, folder) from error


def page_look(project: Project) -> OwnLook:
    """
    Return the project's own templates for PDFs: what lies in `templates/export/`.

    Raises:
        WorldError: The folder cannot be read.

    """
    folder = project.root / _TEMPLATES / _EXPORT
    if not folder.is_dir():
        return OwnLook()
    home = folder.resolve()
    try:
        found = sorted(folder.rglob("*"))
        astray = (one for one in found if not one.resolve().is_relative_to(home))
        return OwnLook(
            folder=home,
            files=tuple(one.relative_to(folder).as_posix() for one in found if one.is_file()),
            astray=next((one.relative_to(folder).as_posix() for one in astray), ""),
        )
    except OSError as error:
        raise _unreadable(error, folder) from error


def _unreadable(error: OSError, folder: Path) -> WorldError:
    return WorldError(
        f"{error.filename or folder} cannot be read: {error.strerror}",
        hint="Check its permissions",
    )


def templates(project: Project) -> Mapping[str, str]:
    """Return the site's templates; a file of the same name in the project's own folder wins."""
    found: dict[str, str] = {}
    for folder in (bundled.templates() / "site", project.root / _TEMPLATES / "site"):
        if folder.is_dir():
            for file in sorted(folder.iterdir()):
                if file.is_file():
                    found[file.name] = file.read_text(encoding="utf-8")
    return found

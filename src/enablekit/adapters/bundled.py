"""Where the templates that come with enablekit lie."""

from __future__ import annotations

from pathlib import Path

from enablekit.errors import WorldError

_AGAIN = "Install enablekit again: `pip install --force-reinstall enablekit`."
_SHARED = ("grade.js",)  # what packages have in common with the site
_PACKAGE = Path(__file__).resolve().parent.parent


def templates() -> Path:
    """
    Find the folder of the page templates.

    Returns:
        The copy inside the installed package, else the one of the checkout this code runs from.

    Raises:
        WorldError: There is neither; the installation is broken.

    """
    return find(_PACKAGE)


def find(package: Path) -> Path:
    """Find the templates that belong to a package folder; see `templates`."""
    installed = package / "templates"
    if installed.is_dir():
        return installed
    checkout = package.parent.parent
    # A folder called templates may lie above any package: only beside our project file is it ours.
    if (checkout / "pyproject.toml").is_file() and (checkout / "templates").is_dir():
        return checkout / "templates"
    raise WorldError(
        f"The page templates are missing from {package}.",
        hint=_AGAIN,
    )


def parts() -> dict[str, str]:
    """
    Return the scripts, styles and pages that go into packages, by file name.

    Raises:
        WorldError: They are missing; the installation is broken.

    """
    folder = templates() / "element"
    try:
        files = [file for file in sorted(folder.iterdir()) if file.is_file()]
        files += [folder.parent / "site" / name for name in _SHARED]
        return {file.name: file.read_text(encoding="utf-8") for file in files}
    except OSError as error:
        raise WorldError(f"{folder} cannot be read: {error.strerror}", hint=_AGAIN) from error

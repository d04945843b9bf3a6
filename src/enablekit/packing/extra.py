"""Packages that only some files need: loaded when such a file is made, or asked for in words."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from enablekit.errors import WorldError


def needed(module: str, extra: str, what: str) -> Any:  # noqa: ANN401 - a module has no narrower type
    """
    Load a module of an extra.

    Args:
        module: Its name.
        extra: The extra that brings it.
        what: What cannot be made without it, such as `a Word document`.

    Raises:
        WorldError: It is not installed.

    """
    try:
        return import_module(module)
    except ImportError as error:
        raise WorldError(
            f"{what} needs the package {module.partition('.')[0]}, which comes with an extra",
            hint=f'Run `python -m pip install "enablekit[{extra}]"`',
        ) from error

"""Tells whether what the preview needs is installed; nothing else of enablekit needs it."""

from __future__ import annotations

from importlib.util import find_spec

from enablekit.errors import WorldError

_PACKAGES = ("starlette", "uvicorn", "watchfiles")


def require() -> None:
    """
    Refuse to go on without the packages of the extra `serve`.

    Raises:
        WorldError: One of them is missing.

    """
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        raise WorldError(
            f"the preview needs {' and '.join(missing)}, which comes with an extra",
            hint='Run `python -m pip install "enablekit[serve]"`',
        )

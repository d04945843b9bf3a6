"""
What stops enablekit: the exceptions that mean "cannot go on".

Wrong content is never one of these; it is a `Finding` with a place in a file.
"""

from __future__ import annotations


class EnablekitError(Exception):
    """
    Stop, and tell the person why and what to do.

    Args:
        message: One plain sentence that says what is wrong.
        hint: One plain sentence that says how to mend it; may be empty.

    """

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(EnablekitError):
    """An option or a name that does not exist was asked for."""


class ConfigError(UsageError):
    """
    The project file cannot be understood.

    Args:
        message: What is wrong.
        hint: How to mend it.
        path: The project file, as the person named it.
        line: 1-based line, or 0 when the whole file is meant.
        column: 1-based column, or 0.

    """

    def __init__(
        self, message: str, *, hint: str = "", path: str = "", line: int = 0, column: int = 0
    ) -> None:
        super().__init__(message, hint=hint)
        self.path = path
        self.line = line
        self.column = column


class WorldError(EnablekitError):
    """The disk, a permission or another program is in the way."""


class PluginError(EnablekitError):
    """
    An installed plug-in broke its contract.

    Args:
        message: What happened.
        distribution: The installed package that supplied the plug-in.
        hint: How to go on without it.

    """

    def __init__(self, message: str, *, distribution: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.distribution = distribution

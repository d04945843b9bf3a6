"""Text made safe for a workflow command of GitHub Actions, so that content cannot start one."""

from __future__ import annotations

from enablekit.encoding.terminal import plain


def message(text: str) -> str:
    """
    Write the words of a command, as `core.issueCommand` of @actions/toolkit escapes them.

    Source: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    """
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Write the value of a command's property."""
    return message(text).replace(":", "%3A").replace(",", "%2C")

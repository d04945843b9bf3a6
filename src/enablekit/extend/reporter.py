"""What a reporter must offer; a module with these names is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from enablekit.model.report import Report


class Reporter(Protocol):
    """
    Writes a report in one form.

    Attributes:
        NAME: The form's name, as in `--format sarif`.

    """

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    def render(self, report: Report) -> str:
        """Write a report; the same report always gives the same text, ending with a line feed."""
        ...

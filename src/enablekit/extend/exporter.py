"""What a form of export must offer; a module with these names is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled


class Exporter(Protocol):
    """
    Turns compiled assets into files of one format.

    Attributes:
        NAME: What to type for it, such as `scorm12`.
        SUMMARY: What it makes and who reads it, in one line for the list of formats.

    A module that also has `READS_ATTEMPTS = True` makes something of the attempts of a parcel.
    """

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    @property
    def SUMMARY(self) -> str: ...  # noqa: D102, N802 - described above; a module's constant

    def lacks(self, compiled: Compiled) -> str:
        """Say why this format has nothing to make of an asset, as in `has no check`; or nothing."""
        ...

    def files(self, parcel: Parcel) -> Mapping[str, bytes]:
        """
        Return the files by name, with forward slashes between folders.

        The same parcel always gives the same bytes. A parcel of one asset gives files named for
        it, one of a program files named for the program.

        Raises:
            WorldError: The format needs a package that is not installed; the hint installs it.

        """
        ...

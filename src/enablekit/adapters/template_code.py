"""Keeps compiled templates beside the program's own compiled modules, and as Python keeps those."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache, __version__

from enablekit.site import templating

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

_HERE = Path(__file__).parents[1] / "__pycache__"


class TemplateCode(FileSystemBytecodeCache):
    """
    Templates compiled once for each installation and language.

    What is kept is code, so it lies where only those can write who could change the program itself:
    never in a project, and never in a cache that somebody else may fill. Where Python may not write
    its own compiled modules, nothing is kept. One file for each template and language, so that the
    folder does not grow; whatever was compiled from other words is compiled anew.
    """

    def __init__(self, folder: Path = _HERE) -> None:
        super().__init__(str(folder), "template-%s.bytecode")

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Find what was kept of a template with the words of its environment put in."""
        said = getattr(environment, "said", "")
        language = getattr(environment, "language", "")
        made_by = f"{__version__} {_changed(templating.__file__)}"
        made_of = f"{source}\0{said}\0{made_by}"
        return super().get_bucket(environment, f"{name} {language}", filename, made_of)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what was kept; what is damaged counts as nothing."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - a damaged pickle fails in any way at all
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where Python may keep modules."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def _changed(file: str) -> str:
    """Return when a module was changed, as Python does to know whether to compile it again."""
    with suppress(OSError):
        return str(Path(file).stat().st_mtime_ns)
    return ""


KEPT = TemplateCode()

"""Where new guidance of an asset is written: into its front matter, else into its sidecar."""

from __future__ import annotations

import codecs
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from enablekit.encoding import guidance_block
from enablekit.errors import UsageError

if TYPE_CHECKING:
    from enablekit.encoding.guidance_block import Fields, Questions
    from enablekit.model.source import SourceFile

_SIDECAR = ".enable.yaml"


def sidecar_of(path: str) -> str:
    """Return the path of the sidecar that an asset has or would have."""
    return str(PurePosixPath(path).with_suffix("")) + _SIDECAR


def has_yaml_front_matter(file: SourceFile) -> bool:
    """Tell whether a file is text with YAML front matter, or can be given one."""
    data = file.data.removeprefix(codecs.BOM_UTF8)
    if data.startswith(b"---"):
        return file.is_text
    # Behind blank lines, front matter is read but must not get another one above it.
    return file.is_text and not data.lstrip().startswith((b"---", b"+++", b"{"))


def with_guidance(
    file: SourceFile, fields: Fields, questions: Questions = (), *, note: str = ""
) -> tuple[str, bytes, bytes]:
    """
    Return the file to change, what it holds and what it shall hold.

    Raises:
        UsageError: The guidance there is written in a form that nothing can be added to.

    """
    beside = sidecar_of(file.path)
    if not fields:
        path = file.sidecar or (file.path if file.is_text else beside)
        data = file.sidecar_data if file.sidecar else file.data
        return path, data, data
    if has_yaml_front_matter(file) and not file.sidecar:
        text = file.data.decode("utf-8")
        added = guidance_block.into_front_matter(text, fields, questions, note=note)
        if added is not None:
            return file.path, file.data, added.encode("utf-8")
    path = file.sidecar or beside
    text = file.sidecar_data.decode("utf-8")
    added = guidance_block.into_document(text, fields, questions, note=note)
    if added is None:
        raise UsageError(
            f"the guidance in {path} is written in a form that nothing can be added to",
            hint="Write `enablement:` with its fields on lines of their own below it",
        )
    return path, file.sidecar_data, added.encode("utf-8")

"""Bytes become text: UTF-8, one kind of line end, and a finding for whatever is not."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from enablekit.model.finding import Severity
from enablekit.model.span import Span
from enablekit.parsing import conflict_markers
from enablekit.parsing.diagnoses import BAD_ENCODING, FILE_TOO_LARGE

if TYPE_CHECKING:
    from enablekit.model.finding import Finding

_SAVE = "Save the file as UTF-8"
_WRONG_CHARACTER = "\ufffd"
_NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")
# Longest first: the mark of UTF-32 starts with the mark of UTF-16.
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def decode(path: str, data: bytes, *, limit: int = 1 << 20) -> tuple[str, tuple[Finding, ...]]:
    r"""
    Read bytes as text with `\n` at its line ends.

    Nothing is lost silently: what is no UTF-8 becomes U+FFFD and a finding, and so does NUL.

    Args:
        path: The file, for findings.
        data: Its bytes.
        limit: How many bytes are read at most; a larger file gives a finding and no text.

    """
    if len(data) > limit:
        return "", (_too_large(path, len(data), limit),)
    text, findings = _characters(path, data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        findings.append(_null(path, text))
        text = text.replace("\x00", _WRONG_CHARACTER)
    findings += conflict_markers.find(path, text)
    return text, tuple(sorted(findings, key=lambda one: one.order))


def legible(text: str) -> str:
    """Replace what an escape in quotes can spell and no file can hold: NUL, half a surrogate."""
    return _NO_CHARACTER.sub(_WRONG_CHARACTER, text)


def _too_large(path: str, size: int, limit: int) -> Finding:
    return FILE_TOO_LARGE.at(
        Span(path=path),
        f"the file has {size} bytes; an asset may have {limit}",
        fix="Split it, or raise `max_bytes` in enablekit.yaml",
    )


def _characters(path: str, data: bytes) -> tuple[str, list[Finding]]:
    for mark, codec, name in _OTHER_MARKS:
        if data.startswith(mark):
            message = f"the file is {name}, not UTF-8 (its first byte is 0x{data[0]:02x})"
            found = BAD_ENCODING.at(Span(path=path), message, fix=_SAVE)
            return data.decode(codec, errors="replace"), [found]
    findings = []
    skipped = 0
    if data.startswith(codecs.BOM_UTF8):
        skipped = len(codecs.BOM_UTF8)
        findings.append(_byte_order_mark(path))
    content = data[skipped:]
    try:
        return content.decode(), findings
    except UnicodeDecodeError as error:
        findings.append(_not_utf8(path, content, error.start, skipped))
        return content.decode(errors="replace"), findings


def _byte_order_mark(path: str) -> Finding:
    return BAD_ENCODING.at(
        Span(path=path),
        "the file starts with an invisible byte order mark",
        fix="Save it as “UTF-8”, not “UTF-8 with BOM”",
        severity=Severity.WARNING,
    )


def _not_utf8(path: str, content: bytes, start: int, skipped: int) -> Finding:
    """Report the first byte that is no UTF-8, which all text before it is."""
    before = content[:start].decode().replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = _last_line_length(before) + 1
    byte = content[start]
    replaced = content.decode(errors="replace").count(_WRONG_CHARACTER)
    places = replaced - content.count(_WRONG_CHARACTER.encode())
    message = f"byte 0x{byte:02x} at offset {start + skipped} is not UTF-8"
    if places > 1:
        message += f", the first of {places} such places"
    return BAD_ENCODING.at(_character(path, line, column), message, fix=_guess(content, start))


def _last_line_length(text: str) -> int:
    """Return how many characters the last line of a text has."""
    return len(text) - text.rfind("\n") - 1


def _guess(content: bytes, start: int) -> str:
    """Say what the byte most likely stood for."""
    byte = content[start]
    if content[start : start + 2] == b"\xc2 ":
        return "It is half of a non-breaking space: delete the broken character and type a space"
    meant = bytes([byte]).decode("cp1252", errors="replace")
    if meant == _WRONG_CHARACTER:
        return _SAVE
    return f"If it should be “{meant}”, the file was saved as Windows-1252: save it as UTF-8"


def _null(path: str, text: str) -> Finding:
    at = text.index("\x00")
    before = text[:at]
    count = text.count("\x00")
    many = f" {count} times" if count > 1 else ""
    return BAD_ENCODING.at(
        _character(path, before.count("\n") + 1, _last_line_length(before) + 1),
        f"the text holds the character U+0000{many}; it is shown as �",
        fix=f"{_SAVE}, or delete the character",
    )


def _character(path: str, line: int, column: int) -> Span:
    return Span(path=path, line=line, column=column, end_column=column + 1)

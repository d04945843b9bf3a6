"""Reads and writes the part of CBOR (RFC 8949) that lists of texts and whole numbers need."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_NUMBER, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}  # bytes that follow the first one, by its lower five bits


def decode(data: bytes) -> Value:
    """
    Read a value.

    Raises:
        ValueError: It is cut short, followed by something else, or of another kind.

    """
    value, end = _decoded(data, 0)
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes too many")
    return value


def encode(value: Value) -> bytes:
    """Write a value in its shortest form."""
    if isinstance(value, int):
        return _head(_NEGATIVE, -1 - value) if value < 0 else _head(_NUMBER, value)
    if isinstance(value, str):
        data = value.encode()
        return _head(_TEXT, len(data)) + data
    return _head(_LIST, len(value)) + b"".join(encode(one) for one in value)


def _decoded(data: bytes, start: int) -> tuple[Value, int]:
    """Read the value that begins at an offset, and return where it ends."""
    kind, number, at = _begun(data, start)
    if kind == _NUMBER:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT:
        if at + number > len(data):
            raise ValueError("cut short")
        return data[at : at + number].decode(), at + number
    if kind == _LIST:
        items = []
        for _ in range(number):
            item, at = _decoded(data, at)
            items.append(item)
        return items, at
    raise ValueError(f"kind {kind} at {start} is neither a list nor a text nor a number")


def _begun(data: bytes, start: int) -> tuple[int, int, int]:
    """Return the kind, the number and the end of what a value begins with."""
    if start >= len(data):
        raise ValueError("cut short")
    kind, low = data[start] >> 5, data[start] & 31
    size = _SIZES.get(low, 0)
    end = start + 1 + size
    if low > max(_SIZES) or end > len(data):
        raise ValueError(f"no number at {start}")
    return kind, int.from_bytes(data[start + 1 : end]) if size else low, end


def _head(kind: int, number: int) -> bytes:
    if number < min(_SIZES):
        return bytes([kind << 5 | number])
    for low, size in _SIZES.items():
        if number < 1 << 8 * size:
            return bytes([kind << 5 | low]) + number.to_bytes(size)
    raise ValueError(f"{number} is too large")

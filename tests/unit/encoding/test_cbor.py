from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enablekit.encoding import cbor

# From appendix A of RFC 8949.
EXAMPLES: list[tuple[cbor.Value, str]] = [
    (0, "00"), (23, "17"), (24, "1818"), (100, "1864"), (1000, "1903e8"), (1000000, "1a000f4240"),
    (18446744073709551615, "1bffffffffffffffff"), (-1, "20"), (-1000, "3903e7"),
    ("", "60"), ("IETF", "6449455446"), ("ü", "62c3bc"), ([], "80"), ([1, 2, 3], "83010203"),
    ([1, [2, 3], [4, 5]], "8301820203820405"),
]  # fmt: skip

values = st.recursive(
    st.integers(-(1 << 64), (1 << 64) - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=30),
)


@pytest.mark.parametrize(("value", "written"), EXAMPLES)
def test_the_examples_of_the_standard_are_read_and_written(value: cbor.Value, written: str) -> None:
    assert cbor.encode(value).hex() == written
    assert cbor.decode(bytes.fromhex(written)) == value


@given(values)
def test_what_is_written_is_read_back(value: cbor.Value) -> None:
    assert cbor.decode(cbor.encode(value)) == value


@given(st.binary(max_size=40))
def test_any_other_bytes_are_refused_and_nothing_else_happens(data: bytes) -> None:
    try:
        value = cbor.decode(data)
    except ValueError:
        return
    assert cbor.decode(cbor.encode(value)) == value


@pytest.mark.parametrize("data", ["", "62c3", "83", "0000", "f5", "9f", "a0", "18", "ff"])
def test_what_is_cut_short_or_of_another_kind_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"cut short|too many|kind|number"):
        cbor.decode(bytes.fromhex(data))


def test_a_number_beyond_eight_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        cbor.encode(1 << 64)

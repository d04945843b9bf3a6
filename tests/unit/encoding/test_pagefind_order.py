from __future__ import annotations

import gzip
import json

import pytest

from enablekit.encoding import cbor
from enablekit.encoding.pagefind_order import settled

SIGN = b"pagefind_dcd"


def packed(value: cbor.Value) -> bytes:
    return gzip.compress(SIGN + cbor.encode(value))


def index(values: list[cbor.Value], filters: list[cbor.Value]) -> dict[str, bytes]:
    entry = {"languages": {"en": {"hash": "en_1234567890", "wasm": "en"}}}
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        "pagefind.en_1234567890.pf_meta": packed(["1.5.2", [], [], filters, [], ["title"]]),
        "filter/en_1111111.pf_filter": packed(["pain", values]),
        "filter/en_2222222.pf_filter": packed(["type", [["Deck", [0]]]]),
        "pagefind.js": b"script",
    }


LATE: cbor.Value = ["Late", [0, 1]]
DEAR: cbor.Value = ["Dear", [1]]
PAIN: cbor.Value = ["pain", "en_1111111"]
TYPE: cbor.Value = ["type", "en_2222222"]


def test_two_orders_become_one() -> None:
    one = settled(index([LATE, DEAR], [PAIN, TYPE]), "found")

    assert one == settled(index([DEAR, LATE], [TYPE, PAIN]), "found")
    assert list(one) == sorted(one)


def test_names_follow_what_the_files_hold_and_lead_from_one_to_the_next() -> None:
    files = settled(index([LATE, DEAR], [TYPE, PAIN]), "found")

    name = json.loads(files["found/pagefind-entry.json"])["languages"]["en"]["hash"]
    meta = gzip.decompress(files[f"found/pagefind.{name}.pf_meta"]).removeprefix(SIGN)
    contents = cbor.decode(meta)
    assert isinstance(contents, list)
    assert contents[:3] == ["1.5.2", [], []]
    named = {str(one[0]): str(one[1]) for one in contents[3] if isinstance(one, list)}  # type: ignore[union-attr] # a list, as written above
    pains = gzip.decompress(files[f"found/filter/{named['pain']}.pf_filter"])
    assert cbor.decode(pains.removeprefix(SIGN)) == ["pain", [DEAR, LATE]]
    assert settled(index([LATE], [PAIN]), "found").keys() != files.keys()
    assert files["found/pagefind.js"] == b"script"


@pytest.mark.parametrize(
    "path_and_data",
    [
        ("pagefind.en_1234567890.pf_meta", packed(["1.5.2", []])),
        ("pagefind.en_1234567890.pf_meta", packed(["1.5.2", [], [], "x"])),
        ("pagefind.en_1234567890.pf_meta", packed(["1.5.2", [], [], [["pain", "en_3333333"]]])),
        ("filter/en_1111111.pf_filter", packed(["pain"])),
        ("filter/en_1111111.pf_filter", gzip.compress(b"something else")),
    ],
)
def test_files_of_another_form_are_refused(path_and_data: tuple[str, bytes]) -> None:
    files = index([LATE], [PAIN]) | dict([path_and_data])

    with pytest.raises(ValueError, match=r"form|names|begin"):
        settled(files, "found")

"""Checks as a table, for spreadsheets and for systems that import tables: an item a row."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from enablekit.encoding.wording import Wording
from enablekit.extend.item_key import key_of
from enablekit.packing.checks import lacks_check, named

if TYPE_CHECKING:
    from enablekit.model.item import Item
    from enablekit.model.parcel import Parcel

NAME = "csv"
SUMMARY = "a table of all questions, for a spreadsheet"

lacks = lacks_check

_OPTIONS = 7  # the most that any kind makes
_COLUMNS = (
    "asset", "title", "id", "kind", "form", "stem",
    *(f"option_{number}" for number in range(1, _OPTIONS + 1)),
    "key", "tolerance", "unit", "groups", "prompts", "rationale", "objective", "bloom", "topics",
    "tests", "source",
)  # fmt: skip
# What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"[=+\-@\t\r]")


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write one table.

    UTF-8 with a byte order mark and quotes around every cell, so that spreadsheets open it as it
    is (RFC 4180); a cell that one would take for a formula begins with an apostrophe.
    """
    wording = Wording(strings=parcel.publication.strings)
    written = io.StringIO(newline="")
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for one in parcel.compiled:
        asset = one.guide.asset
        for item in one.check.pool:
            row = {"asset": asset.id, "title": asset.title, **_row(item, wording)}
            table.writerow(_safe(row.get(name, "")) for name in _COLUMNS)
    return {named(parcel, ".csv"): b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace")}


def _row(item: Item, wording: Wording) -> dict[str, str]:
    number = item.number
    options = {f"option_{place}": one.text for place, one in enumerate(item.options, 1)}
    return {
        "id": item.id,
        "kind": item.kind,
        "form": item.form,
        "stem": wording.told(item.stem),
        **options,
        "key": number.value if number else " ".join(map(str, key_of(item))),
        "tolerance": number.tolerance if number else "",
        "unit": number.unit if number else "",
        "groups": " | ".join(wording.say(group) for group in item.groups),
        "prompts": " | ".join(item.prompts),
        "rationale": wording.told(item.rationale),
        "objective": wording.told(item.objective),
        "bloom": item.bloom,
        "topics": " ".join(item.topics),
        "tests": item.tests,
        "source": f"line {item.source.line}" if item.source.line else "",
    }


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell

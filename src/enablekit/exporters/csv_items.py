"""Checks as a table, for spreadsheets and for systems that import tables: an item a row."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from enablekit.encoding.wording import Wording
from enablekit.extend.item_in_words import in_words
from enablekit.extend.item_key import key_of
from enablekit.model.audience import Audience
from enablekit.packing.checks import lacks_check, named
from enablekit.packing.question_text import clean

if TYPE_CHECKING:
    from enablekit.model.item import Item
    from enablekit.model.parcel import Parcel

NAME = "csv"
SUMMARY = "a table of all questions, for a spreadsheet"

lacks = lacks_check

_OPTIONS = 7  # columns for the most that any kind makes; a person may write more
_BEFORE = ("asset", "title", "id", "kind", "form", "stem")
_AFTER = (
    "key", "tolerance", "unit", "groups", "prompts", "rationale", "feedback", "objective", "bloom",
    "topics", "tests", "drawn", "source",
)  # fmt: skip
# What a spreadsheet takes for a formula, in wide letters too:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-\d+(?:\.\d+)?")


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write one table.

    UTF-8 with a byte order mark and quotes around every cell, so that spreadsheets open it as it
    is (RFC 4180); a cell that one would take for a formula begins with an apostrophe.
    """
    wording = Wording(strings=parcel.publication.strings)
    with_source = parcel.publication.audience is Audience.INTERNAL
    pools = [(one.guide.asset, item) for one in parcel.compiled for item in one.check.pool]
    most = max([_OPTIONS, *(len(item.options) for _, item in pools)])
    columns = (*_BEFORE, *(f"option_{place}" for place in range(1, most + 1)), *_AFTER)
    written = io.StringIO(newline="")
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(columns)
    for asset, item in pools:
        row = {"asset": asset.id, "title": asset.title, **_row(in_words(item, wording), wording)}
        if with_source and item.source.line:
            row["source"] = f"line {item.source.line}"
        table.writerow(_safe(row.get(name, "")) for name in columns)
    return {named(parcel, ".csv"): b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace")}


def _row(item: Item, wording: Wording) -> dict[str, str]:
    number = item.number
    # Every answer listed counts where one is typed.
    key = range(1, len(item.options) + 1) if item.form == "short" else key_of(item)
    options = {f"option_{place}": one.text for place, one in enumerate(item.options, 1)}
    return {
        "id": item.id,
        "kind": item.kind,
        "form": item.form,
        "stem": wording.told(item.stem),
        **options,
        "key": number.value if number else " ".join(map(str, key)),
        "tolerance": number.tolerance if number else "",
        "unit": number.unit if number else "",
        "groups": " | ".join(wording.say(group) for group in item.groups),
        "prompts": " | ".join(item.prompts),
        "rationale": wording.told(item.rationale),
        "feedback": " | ".join(
            f"{place}: {wording.told(one.feedback)}"
            for place, one in enumerate(item.options, 1)
            if one.feedback
        ),
        "objective": wording.told(item.objective),
        "bloom": item.bloom,
        "topics": " ".join(item.topics),
        "tests": item.tests,
        "drawn": "yes" if item.drawn else "",
    }


def _safe(cell: str) -> str:
    """Return a cell that is shown and never calculated; a negative number is no formula."""
    words = clean(cell)
    return f"'{words}" if _FORMULA.match(words) and not _NUMBER.fullmatch(words) else words

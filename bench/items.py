"""
Counts comprehension items per kind: made, kept by the gate, and flawed as a second reading has it.

`python bench/items.py` looks at the example, and at the corpora beside the checkout where they are.
`--list` prints every flawed item that was kept, to be looked at; `--sample N` prints N kept items.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from flaws import flaws

from enablekit.usecases.explain_items import explain_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.model.item import Item
    from enablekit.usecases.explain_items import ItemsOfAsset

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "meridian"
CORPORA = ROOT.parent / "shared" / "corpora"
NOW = "2026-11-01"


def main() -> None:
    """Print a table for each library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print flawed items that were kept")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="print N kept items")
    asked = parser.parse_args()
    for folder in _libraries():
        found = explain_items(folder, now=NOW)
        print(f"\n## {folder.name}: {len(found)} assets\n")
        print("\n".join(_table(found)))
        if asked.list:
            print("\n".join(_flawed(found)))
        if asked.sample:
            print("\n".join(_sampled(found, asked.sample)))


def _libraries() -> Iterator[Path]:
    yield EXAMPLE
    if CORPORA.is_dir():
        yield from (one for one in sorted(CORPORA.iterdir()) if (one / ".git").exists()
                    or one.name.startswith("dev-"))  # fmt: skip


def _kept(found: Iterable[ItemsOfAsset]) -> list[Item]:
    return [item for one in found for item in one.making.sifted.kept]


def _table(found: tuple[ItemsOfAsset, ...]) -> Iterator[str]:
    kept = _kept(found)
    dropped = [one.item for each in found for one in each.dropped]
    drawn = {name for one in found for draw in one.making.check.draws for name in draw}
    yield "| kind | made | kept | asked | kept with a flaw | with two |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for kind in sorted({item.kind for item in (*kept, *dropped)}):
        mine = [item for item in kept if item.kind == kind]
        made = len(mine) + sum(item.kind == kind for item in dropped)
        yield _row(kind, made, mine, drawn)
    yield _row("**all**", len(kept) + len(dropped), kept, drawn)
    yield ""
    count = Counter(flaw for item in kept for flaw in flaws(item))
    yield ", ".join(f"{flaw}: {many}" for flaw, many in count.most_common()) or "no flaw found"


def _row(kind: str, made: int, kept: list[Item], drawn: set[str]) -> str:
    asked = sum(item.id in drawn for item in kept)
    found = [len(flaws(item)) for item in kept]
    one, two = sum(map(bool, found)), sum(many > 1 for many in found)
    share = f" ({one / len(kept):.0%})" if kept else ""
    return f"| {kind} | {made} | {len(kept)} | {asked} | {one}{share} | {two} |"


def _flawed(found: tuple[ItemsOfAsset, ...]) -> Iterator[str]:
    for item in _kept(found):
        if flaws(item):
            yield f"\n{', '.join(flaws(item))}"
            yield from _shown(item)


def _sampled(found: tuple[ItemsOfAsset, ...], number: int) -> Iterator[str]:
    """Yield kept items in an order that nobody chose, and everybody gets."""
    kept = sorted(_kept(found), key=lambda item: hashlib.sha256(item.id.encode()).digest())
    for place, item in enumerate(kept[:number], 1):
        yield f"\n{place}. ({item.source.path}:{item.source.line})"
        yield from _shown(item)


def _shown(item: Item) -> Iterator[str]:
    yield f"   [{item.kind}, {item.form}] {item.stem}"
    for prompt, match in zip(item.prompts, item.matches, strict=True):
        yield f"   {prompt} = {item.options[match].text}"
    for place, option in enumerate(item.options):
        mark = "x" if option.correct else " "
        step = f"{item.order.index(place) + 1}. " if item.order else ""
        yield f"   [{mark}] {step}{option.text}"
    if item.number:
        yield f"   = {item.number.value} ± {item.number.tolerance} {item.number.unit}"
    yield f"   why: {item.rationale}"


if __name__ == "__main__":
    main()

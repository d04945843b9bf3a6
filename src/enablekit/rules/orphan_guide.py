"""
A guide beside a file is still there, but the file is gone.

Why reps care: The guide keeps turning up in searches and tells reps to send something that nobody
can find any more.

Wrong:
    prices.enable.yaml      (and no other file called prices)

Right:
    prices.pdf
    prices.enable.yaml
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.whole_asset import is_in_use, title_of
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK208", name="orphan-guide", severity=Severity.ERROR)

_SIDECAR = ".enable.yaml"


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a sidecar whose file is not there; a piece that lives elsewhere has an address."""
    if not asset.path.endswith(_SIDECAR) or asset.url or not is_in_use(asset):
        return
    stem = asset.path.removesuffix(_SIDECAR)
    files = around.once(_by_stem)
    if stem in files:  # several files of that name: the guide is about all of them
        return
    folder = stem.rpartition("/")[0]
    beside = [one for one in files if one.rpartition("/")[0] == folder]
    close = get_close_matches(stem, beside, n=1, cutoff=0.8)
    hint = f"Did the file become `{files[close[0]]}`? " if close else ""
    yield RULE.at(
        title_of(asset, around),
        f"there is no file beside `{asset.path}` that it describes",
        fix=f"{hint}Rename or delete the guide, or add `url:` if the piece lives elsewhere",
    )


def _by_stem(around: Surroundings) -> Mapping[str, str]:
    """Return a file for each path without its last ending; the first by name."""
    stems = ((path.rpartition(".")[0], path) for path in sorted(around.files, reverse=True))
    return {stem: path for stem, path in stems if not path.endswith(_SIDECAR)}

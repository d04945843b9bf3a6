"""
The file of a published asset has no text, and no `url:` says where the piece is.

Why reps care: A rep finds the title in a list, opens it in front of a buyer, and shows an empty
page.

Wrong:
    ---
    title: Price list 2026
    ---

Right:
    ---
    title: Price list 2026
    url: https://example.com/prices
    ---
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import is_in_use, title_of
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK612",
    name="empty-asset",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_TEXTS = (".md", ".mdx", ".markdown")
# Pages of folders, which site generators fill with a list of what is in them.
_LIST = re.compile(r"(?:^|/)_index\.\w+$")
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.*?^\1\s*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report an asset without anything in it."""
    if not is_in_use(asset) or asset.url or asset.body.blocks or _LIST.search(asset.path):
        return
    if asset.path.endswith(_TEXTS) and not _has_more(asset, around):
        yield RULE.at(
            title_of(asset, around),
            f"“{short(asset.title)}” holds nothing to read or to send",
            fix="Write the text, add `url:`, or set `status: draft`",
        )


def _has_more(asset: Asset, around: Surroundings) -> bool:
    """Tell whether the file holds more than text: a quiz, shortcodes, what a template needs."""
    if asset.items or asset.body.notes or asset.extra:
        return True
    text = _FRONT_MATTER.sub("", around.sources.get(asset.path, ""), count=1)
    return bool(_COMMENT.sub("", text).strip())

"""The style sheet that makes a site a project's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.config.brand import INKS, TYPEFACES
from enablekit.encoding.colour import is_readable

if TYPE_CHECKING:
    from enablekit.config.brand import Brand

SHEET = "brand.css"


def logo_path(brand: Brand) -> str:
    """Return where a project's logo stands in the site; empty if it has none."""
    return f"logo.{brand.logo.rpartition('.')[2].lower()}" if brand.logo else ""


def brand_sheet(brand: Brand) -> str:
    """Return the values that differ from ours; empty when a project has changed nothing."""
    rules = []
    if brand.colour:
        rules.append(f":root {{ {_accent(brand.colour)} }}")
        dark = f":root {{ {_accent(brand.dark)} }}"
        rules.append(f"@media (prefers-color-scheme: dark) {{ {dark} }}")
    if TYPEFACES[brand.typeface]:
        rules.append(f":root {{ --sans: {TYPEFACES[brand.typeface]}; }}")
    lines = "".join(f"  {rule}\n" for rule in rules)
    return f"@layer tokens {{\n{lines}}}\n" if rules else ""


def _accent(colour: str) -> str:
    ink = next((one for one in INKS if is_readable(one, [colour])), INKS[-1])
    return f"--accent: {colour}; --on-accent: {ink};"

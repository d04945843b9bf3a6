"""How a project makes the site its own: a colour, a logo and a typeface."""

from __future__ import annotations

from dataclasses import dataclass

# What text of the brand's colour stands on; the style sheet has the same under `tokens`.
LIGHT = ("#ffffff", "#f1f5f3", "#fdf0ee", "#f6f4fc", "#fff3c4")
DARK = ("#0f1513", "#19211f", "#2b1715", "#1b1827", "#3a3113")
# What stands on the brand's colour: the first that can be read.
INKS = ("#ffffff", "#06231c", "#000000")

# Typefaces every computer has in some form; nothing is fetched.
TYPEFACES = {
    "sans": "",
    "serif": 'ui-serif, "Iowan Old Style", Charter, Cambria, "Noto Serif", Georgia, serif',
    "rounded": 'ui-rounded, "SF Pro Rounded", "Hiragino Maru Gothic ProN", Quicksand, '
    'Comfortaa, Nunito, "Arial Rounded MT Bold", "Noto Sans", sans-serif',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """
    What a project decides about the look.

    Attributes:
        colour: The colour of links and buttons on light pages as `#rrggbb`; empty for ours.
        dark: The same on dark pages.
        logo: An image in the project, by path; empty for none.
        typeface: A key of `TYPEFACES`.

    """

    colour: str = ""
    dark: str = ""
    logo: str = ""
    typeface: str = "sans"

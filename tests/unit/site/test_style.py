"""The style sheets: readable in light and dark, and they show who wrote what."""

from __future__ import annotations

import re

import pytest

TEXT = ("ink", "soft", "accent", "ask", "stop", "due", "drawn")
GROUNDS = {
    "paper": TEXT,
    "panel": ("ink", "soft", "accent"),
    "stop-panel": ("ink", "soft", "stop", "accent"),
    "drawn-panel": ("ink", "soft", "drawn", "accent"),
    "target": ("ink", "soft", "drawn", "accent"),
    "accent": ("on-accent",),
}


def colours(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours of the light and the dark scheme, by name."""
    blocks = re.findall(r":root \{([^}]*)\}", style)[:2]
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", one)) for one in blocks)
    return light, light | dark


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2, definition)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, definition)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_word_can_be_read_on_every_ground(templates: dict[str, str], scheme: int) -> None:
    found = colours(templates["style.css"])[scheme]
    for ground, words in GROUNDS.items():
        for word in words:
            ratio = contrast(found[word], found[ground])
            assert ratio >= 4.5, f"{word} on {ground}: {ratio:.2f}"


def sheets(templates: dict[str, str]) -> str:
    """Return all style sheets as one."""
    return "\n".join(text for name, text in templates.items() if name.endswith(".css"))


def test_nothing_is_fetched_from_elsewhere(templates: dict[str, str]) -> None:
    assert not re.search(r"url\(|@import|@font-face", sheets(templates))


def test_lengths_follow_the_direction_of_the_writing(templates: dict[str, str]) -> None:
    physical = r"[{;]\s*(?:margin|padding|border)-(?:left|right|top|bottom)|[{;]\s*(?:left|right):"
    assert not re.search(physical, sheets(templates))


def test_every_class_a_template_uses_has_a_meaning(templates: dict[str, str]) -> None:
    # A script may be the only one that needs a class, to find what it fills.
    scripts = "\n".join(text for name, text in templates.items() if name.endswith(".js"))
    style = sheets(templates) + scripts
    used = {
        name
        for text in templates.values()
        for names in re.findall(r'class="([a-z -]+)"', text)
        for name in names.split()
    }
    assert not {name for name in used if f".{name}" not in style}

"""The `brand:` part of `enablekit.yaml` becomes a brand that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.config.brand import DARK, LIGHT, TYPEFACES, Brand
from enablekit.encoding.colour import colour, contrast, is_readable, nearest_readable
from enablekit.model.value import Mapping
from enablekit.parsing import scalars
from enablekit.parsing.diagnoses import BRAND_CONTRAST, CONFIG_INVALID
from enablekit.parsing.setting_words import unknown

if TYPE_CHECKING:
    from enablekit.parsing.reading import Reading

# What each key is for: the reference page reads this.
KEYS = {
    "color": 'The colour of links and buttons, such as `"#0a5b4b"`.',
    "logo": "An image in the project: SVG, PNG, JPEG or WebP.",
    "typeface": "How text looks: sans, serif or rounded.",
}
_IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".webp")


def read(tree: Mapping, reading: Reading) -> Brand:
    """Read the brand of a project file; what cannot be used is reported and left out."""
    value = tree.get("brand")
    if value is None or scalars.is_empty(value):
        return Brand()
    if not isinstance(value, Mapping):
        fix = 'Write lines such as `color: "#0a5b4b"`'
        reading.report(CONFIG_INVALID, value.span, "`brand` should be a mapping", fix=fix)
        return Brand()
    for entry in value.entries:
        if entry.key not in KEYS:
            unknown(entry.key, KEYS, "setting of `brand`", entry.key_span, reading)
    light, dark = _colours(value, reading)
    return Brand(
        colour=light, dark=dark, logo=_logo(value, reading), typeface=_typeface(value, reading)
    )


def _colours(tree: Mapping, reading: Reading) -> tuple[str, str]:
    value = tree.get("color")
    if value is None:
        return "", ""
    text = scalars.text(value, reading, "color")
    found = colour(text)
    if not found:
        fix = 'Write it as `"#0a5b4b"`, with quotation marks: after a bare # YAML sees a comment'
        reading.report(CONFIG_INVALID, value.span, f"`{text}` is not a colour", fix=fix)
        return "", ""
    light = found
    if not is_readable(found, LIGHT):
        light = nearest_readable(found, LIGHT)
        ratio = min(contrast(found, ground) for ground in LIGHT)
        reading.report(
            BRAND_CONTRAST,
            value.span,
            f"`{found}` has a contrast of {ratio:.1f} on light pages, and text needs 4.5",
            fix=f'The site uses the nearest that can be read: write `color: "{light}"`',
        )
    return light, nearest_readable(found, DARK)


def _logo(tree: Mapping, reading: Reading) -> str:
    value = tree.get("logo")
    text = scalars.text(value, reading, "logo") if value is not None else ""
    if value is None or not text:
        return ""
    if not text.lower().endswith(_IMAGES):
        fix = f"Name an image that ends with {', '.join(_IMAGES)}"
        reading.report(CONFIG_INVALID, value.span, f"`{text}` is not an image", fix=fix)
        return ""
    if ".." in text.split("/") or text.startswith("/") or "\\" in text or ":" in text:
        fix = "Name it from the project's folder, such as `brand/logo.svg`"
        reading.report(CONFIG_INVALID, value.span, f"`{text}` is not in the project", fix=fix)
        return ""
    return text


def _typeface(tree: Mapping, reading: Reading) -> str:
    value = tree.get("typeface")
    text = scalars.text(value, reading, "typeface") if value is not None else ""
    if value is None or text in TYPEFACES:
        return text or "sans"
    unknown(text, TYPEFACES, "typeface", value.span, reading)
    return "sans"

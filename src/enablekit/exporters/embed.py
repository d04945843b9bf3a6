"""Checks for any web page: a script, a file of data for each check, and a page that shows how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from enablekit.encoding.wording import Wording, direction
from enablekit.packing.check_file import CheckWords, check_file
from enablekit.packing.checks import lacks_check
from enablekit.packing.element import SCRIPT, element_script

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "embed"
SUMMARY = "checks for any web page: one script, and a file of data for each check"

lacks = lacks_check

_EXAMPLE = "example.html"


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write the script, the checks and an example page; docs/how-to/put-a-check-on-your-page.md."""
    publication = parcel.publication
    words = CheckWords(wording=Wording(strings=publication.strings), audience=publication.audience)
    checks = {f"{one.guide.asset.id}.json": check_file(one, words) for one in parcel.compiled}
    return {SCRIPT: element_script(parcel.parts), **checks, _EXAMPLE: _example(parcel)}


def _example(parcel: Parcel) -> bytes:
    language = parcel.publication.strings.language
    sections = Markup().join(
        _SECTION.format(title=one.guide.asset.title, file=f"{one.guide.asset.id}.json")
        for one in parcel.compiled
    )
    page = _PAGE.format(
        language=language,
        direction=direction(language),
        name=parcel.publication.name,
        script=SCRIPT,
        sections=sections,
    )
    return page.encode("utf-8", "replace")


_SECTION = Markup("""\
<section>
<h2>{title}</h2>
<enablekit-check src="{file}"></enablekit-check>
</section>
""")

_PAGE = Markup("""\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{name}</title>
<style>
body {{ max-inline-size: 46rem; margin: 2rem auto; padding-inline: 1rem; }}
body {{ font-family: system-ui, sans-serif; }}
section {{ margin-block-start: 3rem; }}
</style>
<script src="{script}" defer></script>
</head>
<body>
<main>
<h1>{name}</h1>
{sections}</main>
</body>
</html>
""")

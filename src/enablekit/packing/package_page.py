"""The one page of a package: a check with its data, its style and its scripts inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data
from enablekit.encoding.html import escape
from enablekit.encoding.wording import Wording
from enablekit.packing.check_file import CheckWords, check_data
from enablekit.packing.element import element_script

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

_PLACE = re.compile(r"\{([a-z_]+)\}")
_SHARED = "package.js"
_UNSHOWN = {"objective", "bloom", "topics", "tests"}  # of an item; the page has no use for them
# What would end a script or begin a comment in HTML, and what JSON may hold but old scripts not.
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def package_page(
    compiled: Compiled, parcel: Parcel, adapter: str, details: Mapping[str, Any]
) -> bytes:
    """
    Return the page of a check: it needs no other file, and asks for nothing from elsewhere.

    Args:
        compiled: The asset.
        parcel: What it is exported with.
        adapter: The name of the script that talks to the platform, such as `scorm12.js`.
        details: What that script has to know besides the check.

    """
    wording = Wording(strings=parcel.publication.strings)
    words = CheckWords(wording=wording, audience=parcel.publication.audience)
    pass_mark = parcel.program.plan.pass_mark if parcel.program else 0
    check = check_data(compiled, words, pass_mark=pass_mark)
    for item in check["items"]:
        for name in _UNSHOWN & item.keys():
            del item[name]
    # The element begins as soon as it is known, so what listens to it comes first.
    ours = (parcel.parts[name] for name in (_SHARED, adapter))
    scripts = (*ours, element_script(parcel.parts).decode())
    values = {
        "language": escape(check["language"]),
        "direction": escape(check["direction"]),
        "content_language": escape(compiled.guide.asset.language),
        "title": escape(compiled.guide.asset.title),
        "kind": escape(wording.say("Comprehension check")),
        "unrecorded": escape(
            wording.say("No learning platform answers here, so nothing is recorded.")
        ),
        "leave": escape(wording.say("Finish and go back")),
        "style": _compact(parcel.parts["package.css"]),
        "check": inline_json(check),
        "details": inline_json(details),
        "scripts": "\n".join(f"<script>\n{_compact(one)}\n</script>" for one in scripts),
    }
    page = _PLACE.sub(lambda place: values[place[1]], parcel.parts["package.html"])
    return page.encode("utf-8", "replace")


def inline_json(data: Mapping[str, Any]) -> str:
    """Write JSON so that nothing in it can end the script element around it."""
    return json_data.line(data).translate(_UNSAFE)


def _compact(code: str) -> str:
    """Leave out what only people need who read our sources: indents, empty lines and comments."""
    lines = map(str.strip, code.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*")))

"""Bringing a site up to date file by file, where nobody minds to see it half done."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from enablekit.adapters import output_marker
from enablekit.adapters.staging import folders_of
from enablekit.adapters.whole_file import put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.adapters.staging import Plan


def bring_up_to_date(plan: Plan, removed: Iterable[str], place: Path) -> None:
    """
    Write the files of a plan that are new or changed into the old site, and remove others.

    Each file is whole at any time; the site as a whole is not, unlike after `staging.stage`. It
    takes as long as what changed, not as long as the site: making four thousand folders anew takes
    more than a second.

    Args:
        plan: What the site shall consist of.
        removed: Files of ours that shall go.
        place: The folder of the site.

    Raises:
        OSError: The system refuses; some files are new and some old.

    """
    gone = list(removed)
    for path in gone:
        Path(f"{place}/{path}").unlink(missing_ok=True)
    for folder in sorted(folders_of(gone), reverse=True):
        with contextlib.suppress(OSError):  # something else is in it
            Path(f"{place}/{folder}").rmdir()
    changed = plan.files.keys() - plan.kept
    # The marker says what is ours, so it comes last.
    for path in sorted(changed, key=lambda one: (one == output_marker.NAME, one)):
        put(Path(f"{place}/{path}"), plan.files[path])

"""`enablekit doctor`."""

from __future__ import annotations

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json


def command(*, folder: Folder = HERE, as_json: Json = False) -> int:
    """Say what enablekit sees in this folder, and what is in its way."""
    from enablekit.encoding.json_data import plain  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.doctor import FAIL, examine  # noqa: PLC0415 - the same

    seen = examine(folder)
    if as_json:
        _screen.answer_json([plain(one) for one in seen])
    else:
        for one in seen:
            _screen.answer(f"{one.state:<5}{one.text}")
            if one.advice:
                _screen.answer(f"     {one.advice}")
    return 1 if any(one.state == FAIL for one in seen) else 0

"""How a command ends: its exit code, and what is said when it cannot go on."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from enablekit.cli import _screen
from enablekit.errors import EnablekitError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

INTERRUPTED = 130
BUG = 70


def ended(act: Callable[[], int], *, debug: bool) -> int:
    """
    Run a command to its end, whatever that is.

    Args:
        act: Runs it and returns its exit code.
        debug: Whether to show where a bug is.

    Returns:
        The exit code.

    """
    signal.signal(signal.SIGTERM, _stop)
    try:
        return act()
    except EnablekitError as error:
        _screen.error(error)
        return error.exit_code
    except KeyboardInterrupt:
        _screen.note("Interrupted; nothing was left half-done.")
        return INTERRUPTED
    except BrokenPipeError:
        return _screen.close_quietly()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BUG
    except Exception as error:  # noqa: BLE001 - whatever is left is a bug of ours, and must be said so
        return _failed(error, debug=debug)


def _failed(error: Exception, *, debug: bool) -> int:
    told = getattr(error, "format_message", None)
    if told is not None:  # a wrong option, as typer reports it
        _screen.usage(told(), getattr(error, "exit_code", 2))
        return 2
    if isinstance(error, OSError) and error.filename is None:
        _screen.note(f"enablekit could not write its answer: {error.strerror}")
        return 2
    if debug:
        import traceback  # noqa: PLC0415 - only a bug needs it

        _screen.note(traceback.format_exc())
    _screen.bug(type(error).__name__)
    return BUG


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what a signal handler is given
    """End as an interruption does, so that nothing is left behind, with the usual code."""
    raise SystemExit(128 + number)

"""One build at a time for one output folder."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

from enablekit.adapters.disk_error import explained
from enablekit.adapters.neighbours import neighbours
from enablekit.adapters.output_folder import located
from enablekit.errors import WorldError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OPEN = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe in its place is not waited for
)
_BETWEEN_TRIES = 0.05  # seconds
_PID_DIGITS = 20

# The handles of the locks this process holds. A forked worker inherits them, and would keep a lock
# after the build that took it was killed; so it closes them first of all.
_held: set[int] = set()


@contextlib.contextmanager
def hold(folder: Path, *, wait: float = 10.0) -> Iterator[None]:
    """
    Keep other builds from writing an output folder.

    The lock is the kernel's, on a hidden file beside the folder: a build that is killed frees it,
    and the file it leaves is used by the next. Nested in one process it waits for itself.

    Args:
        folder: The output folder; it need not exist, but folders around it are made.
        wait: Seconds to wait for another build.

    Raises:
        WorldError: Another build still holds it, or the place beside the folder is not writable.

    """
    path = neighbours(located(folder)).lock
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = _acquired(path, folder, time.monotonic() + wait)
    except OSError as error:
        raise explained(error, f"lock {folder} with {path}") from error
    _held.add(handle)
    try:
        yield
    finally:
        if handle in _held:  # not so in a forked worker that ends here
            _held.discard(handle)
            _release(path, handle)


def _acquired(path: Path, folder: Path, deadline: float) -> int:
    """Return the open, locked file, or raise when another build holds it past the deadline."""
    while True:
        handle = _tried(path)
        if handle is not None:
            return handle
        if time.monotonic() >= deadline:
            raise WorldError(
                f"{_holder(path)} is writing {folder}.",
                hint="Wait for it to finish, then try again.",
            )
        time.sleep(_BETWEEN_TRIES)


def _tried(path: Path) -> int | None:
    """Try once to lock; None if another build was faster."""
    handle = os.open(path, _OPEN, 0o644)
    mine = False
    try:
        # Whoever held the lock may have removed the file after it was opened here.
        mine = _locked(handle) and _is_at(path, handle)
        if mine:
            _sign(handle)
    finally:
        if not mine:
            os.close(handle)
    return handle if mine else None


def _locked(handle: int) -> bool:
    """Lock an open file unless another process has."""
    try:
        if sys.platform == "win32":
            # Far behind the end, because what Windows locks nobody else can read.
            os.lseek(handle, 1 << 20, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:
        if sys.platform == "win32":  # how msvcrt says that it would have to wait
            return False
        raise
    return True


def _is_at(path: Path, handle: int) -> bool:
    """Tell whether an open file is still the one at a path."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Write down who holds the lock; a full disk may prevent that, and it does not matter."""
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, b"%d" % os.getpid())


def _holder(path: Path) -> str:
    """Name who signed the lock."""
    pid = b""
    with contextlib.suppress(OSError):
        handle = os.open(path, _OPEN & ~os.O_CREAT)
        try:
            pid = os.read(handle, _PID_DIGITS)
        finally:
            os.close(handle)
    return f"Another build (process {pid.decode()})" if pid.isdigit() else "Another build"


def _release(path: Path, handle: int) -> None:
    """Remove the lock file while it is still locked, then free the lock."""
    with contextlib.suppress(OSError):  # Windows keeps open files; the next build uses it
        if _is_at(path, handle):
            path.unlink()
    os.close(handle)


def _let_go() -> None:
    """Close, in a forked worker, the locks of the build that started it."""
    for handle in _held:
        os.close(handle)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)

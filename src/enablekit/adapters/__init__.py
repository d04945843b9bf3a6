"""The only code that touches the world: disk, clock, locks."""

from __future__ import annotations

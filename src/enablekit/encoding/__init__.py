"""Text made safe for one destination a file."""

from __future__ import annotations

"""Ship every piece of marketing content with directions for using it."""

from __future__ import annotations

__version__ = "0.1.0"

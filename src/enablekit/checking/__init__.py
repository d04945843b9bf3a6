"""From findings to a verdict: which count, which are known, which can be mended."""

from __future__ import annotations

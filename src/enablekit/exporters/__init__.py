"""A publication becomes one file in one format; one format a file."""

from __future__ import annotations

"""The gate: rules that every comprehension item passes before anybody sees it; one rule a file."""

from __future__ import annotations

"""What a project decides: vocabularies, asset types, field mapping, policy."""

from __future__ import annotations

"""Assets become a library: identities, references, supersession, freshness."""

from __future__ import annotations

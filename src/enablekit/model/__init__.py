"""What things are: frozen values without behaviour beyond their own invariants."""

from __future__ import annotations

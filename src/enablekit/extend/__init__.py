"""The contracts that plug-ins fulfil."""

from __future__ import annotations

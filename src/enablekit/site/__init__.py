"""Guides become pages."""

from __future__ import annotations

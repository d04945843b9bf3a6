"""Bytes become assets; every trap becomes a value or a finding."""

from __future__ import annotations

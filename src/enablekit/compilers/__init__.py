"""A library becomes what people use: guides, presenter notes, checks."""

from __future__ import annotations

"""What several forms of export share: checks as data, archives, pages that stand alone."""

from __future__ import annotations

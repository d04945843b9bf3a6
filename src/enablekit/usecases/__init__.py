"""One file for each thing a person does: the order of the stages and nothing else."""

from __future__ import annotations

"""Anki beside us, as a process of its own in an environment of its own: `make bench-peers`."""

from __future__ import annotations

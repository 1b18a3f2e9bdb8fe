"""Importing: a file is looked at first, then taken in as one step that can be taken back."""

from __future__ import annotations

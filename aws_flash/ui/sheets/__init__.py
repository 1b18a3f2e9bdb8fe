"""Sheets over the window that belong to no page: keys, about, restore, a bug of ours."""

from __future__ import annotations

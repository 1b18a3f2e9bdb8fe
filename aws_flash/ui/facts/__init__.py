"""Facts that age: the page to recheck them, and the page that shows what changed."""

from __future__ import annotations

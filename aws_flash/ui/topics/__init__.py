"""Topics: the tree, and the sidebar that holds it."""

from __future__ import annotations

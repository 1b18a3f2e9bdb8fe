"""Whether an SVG of a stranger may be shown: read and measured, never drawn."""

from __future__ import annotations

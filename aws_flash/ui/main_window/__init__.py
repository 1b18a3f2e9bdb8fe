"""The window: its frame, and the flows that connect pages with use-cases."""

from __future__ import annotations

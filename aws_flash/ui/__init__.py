"""Qt widgets: one face of the use-cases."""

from __future__ import annotations

"""Pictures of every page and state of the window, to be looked at."""

from __future__ import annotations

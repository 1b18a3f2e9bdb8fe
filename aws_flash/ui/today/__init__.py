"""Today: what there is to do, and how the cards stand."""

from __future__ import annotations

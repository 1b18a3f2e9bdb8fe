"""The look: colours, type, one stylesheet, and the object that switches them while running."""

from __future__ import annotations

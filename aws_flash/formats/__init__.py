"""File to Bundle and back; formats know neither Qt, nor SQL, nor the user."""

from __future__ import annotations

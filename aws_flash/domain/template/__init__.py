"""The template language of imported packages: cards made from templates and fields."""

from __future__ import annotations

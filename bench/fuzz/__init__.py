"""Throws mutated files at every reader: nothing but a UserError may come out."""

from __future__ import annotations

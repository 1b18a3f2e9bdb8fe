"""Exporting: a part of the collection as a bundle, and a file written whole or not at all."""

from __future__ import annotations

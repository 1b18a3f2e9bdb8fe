"""Measurements of aws-flash against floors and peers."""

from __future__ import annotations

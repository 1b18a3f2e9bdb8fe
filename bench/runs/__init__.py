"""What is measured runs here, each in a fresh process that prints its figures as JSON."""

from __future__ import annotations

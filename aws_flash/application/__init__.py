"""Use-cases: what a user can do, each one transaction and one undo step."""

from __future__ import annotations

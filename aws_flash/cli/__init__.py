"""The command line: the other face of the use-cases."""

from __future__ import annotations

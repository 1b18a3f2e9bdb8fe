"""Shows a card: safely, since its content may come from strangers, and as the theme has it."""

from __future__ import annotations

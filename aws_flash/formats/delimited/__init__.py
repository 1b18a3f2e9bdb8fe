"""Tables as text: CSV, TSV, Anki's text, pastes from Quizlet, and our own CSV.

The way through it: `guessing` makes a `Dialect`, `rows` parses by it, `notes` makes notes of rows.
"""

from __future__ import annotations

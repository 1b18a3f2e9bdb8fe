"""Files of JSON cards of our own, in the shapes that people and programs write."""

from __future__ import annotations

import json
from typing import Any

SHAPES: dict[str, Any] = {
    "list": [{"front": "a", "back": "b", "tags": ["x", "y z"]}, {"question": "c", "answer": "d"}],
    "deck": {"name": "Deck", "cards": [{"term": "a", "definition": "b", "topic": "T::U"}]},
    "decks": {"decks": [{"title": "One", "cards": [{"q": "a", "a": "b"}]}]},
    "by name": {"IAM": [{"front": "a", "back": "b"}], "S3": [["c", "d"], ["e", "f", "g"]]},
    "glossary": {"IAM": "identity", "S3": "storage"},
    "cloze": [{"text": "An {{c1::SCP}} limits {{c2::accounts}}", "extra": "e"}],
    "choice": [{"question": "a", "options": ["b", "c", "d"], "correct": "C", "explanation": "e"}],
    "quiz": {"results": [{"question": "a", "correct_answer": "b", "incorrect_answers": ["c"]}]},
}


def samples() -> list[tuple[str, bytes]]:
    """Return files that the reader reads, by name."""
    files = [(f"{name}.json", json.dumps(shape).encode()) for name, shape in SHAPES.items()]
    return [
        *files,
        ("lines.jsonl", b'{"front": "a", "back": "b"}\n\n{"front": "c", "back": "d"}\n'),
    ]

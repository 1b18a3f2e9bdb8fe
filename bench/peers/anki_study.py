"""Runs in Anki's environment: first card, answers and the tree, without a window.

With a package after the collection it makes that collection instead.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from anki.collection import (  # type: ignore[import-not-found]  # only in .peers
    Card,
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.scheduler.v3 import CardAnswer  # type: ignore[import-not-found]  # only in .peers

MISSED_EACH = 5
READS = 9


def made(path: str, package: str) -> dict[str, Any]:
    """Import a package with all progress."""
    collection = Collection(path)
    options = ImportAnkiPackageOptions(with_scheduling=True)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options))
    cards, reviews = (
        collection.db.scalar(f"select count() from {table}")  # noqa: S608 - own names
        for table in ("cards", "revlog")
    )
    collection.close()
    return {"cards": cards, "reviews": reviews}


def studied(path: str, deck: str, answers: int, reviews: int, new: int) -> dict[str, list[float]]:
    """Return the milliseconds of a first card, of so many answers, and of reading the tree.

    A day has so many reviews and new cards.
    """
    collection = Collection(path)
    for config in collection.decks.all_config():
        config["rev"]["perDay"], config["new"]["perDay"] = reviews, new
        collection.decks.update_config(config)
    collection.decks.set_current(collection.decks.id_for_name(deck))
    study = _Study(collection)
    told = {"first": [_timed(study.show)]}
    told["answers"] = [_timed(lambda: study.answer(n % MISSED_EACH > 0)) for n in range(answers)]  # noqa: B023 - called at once
    told["trees"] = [_timed(collection.sched.deck_due_tree) for _ in range(READS)]
    collection.close()
    return told


class _Study:
    """A session: the card shown, and what each answer makes of it."""

    def __init__(self, collection: Any) -> None:
        self._collection = collection
        self._card: Any = None
        self._states: Any = None

    def show(self) -> None:
        """Fetch the next card and write both of its sides."""
        queued = self._collection.sched.get_queued_cards().cards[0]
        card = Card(self._collection, backend_card=queued.card)
        card.start_timer()
        output = card.render_output()
        if not output.question_text or not output.answer_text:
            raise AssertionError("a card without a side")
        self._card, self._states = card, queued.states

    def answer(self, knew: bool) -> None:  # noqa: FBT001 - one of two buttons
        """Take an answer, and show the next card."""
        rating = CardAnswer.GOOD if knew else CardAnswer.AGAIN
        scheduler = self._collection.sched
        scheduler.answer_card(
            scheduler.build_answer(card=self._card, states=self._states, rating=rating)
        )
        self.show()


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(made(sys.argv[1], sys.argv[2])))
    else:
        print(json.dumps(studied(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))))

"""First card, answers and the tree, by the use-cases behind the window."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from aws_flash.app import CommandLine, real_clock
from aws_flash.application.services import Services
from aws_flash.domain.review import Rating
from bench.runs.program_tree import tree
from bench.timing import timed

MISSED_EACH = 5
TOOK = 5_000
READS = 9


def main(folder: Path, topic: str, answers: int, minutes: int, new: int) -> None:
    """Print the milliseconds of a first card of a topic, of answers, and of reading the tree.

    The day has so many minutes, and so many new cards.
    """
    with CommandLine().opened(folder) as services:
        limits = replace(services.options.read(), minutes_a_day=minutes, new_a_day=new)
        services.options.change(limits)
        told = _studied(services, topic, answers)
        today = real_clock().today(services.options.read())

        def read() -> None:
            services.operations.read(lambda tables: tree(tables, today))

        told["trees"] = [timed(read) for _ in range(READS)]
        told["overviews"] = [timed(services.overviews.look) for _ in range(READS)]
    print(json.dumps(told))


def _studied(services: Services, topic: str, answers: int) -> dict[str, list[float]]:
    topics = services.operations.read(lambda tables: tables.topics.tree())
    topic_id = next(one.id for one in topics if one.name == topic)
    study = services.study
    first: list[float] = []
    took: list[float] = []
    turn = None

    def begin() -> None:
        nonlocal turn
        turn = study.begin(topic_id)

    first.append(timed(begin))
    for number in range(answers):
        rating = Rating.KNEW if number % MISSED_EACH else Rating.MISSED

        def answer(rating: Rating = rating) -> None:
            nonlocal turn
            if turn is None or turn.asked is None:
                raise AssertionError("nothing is left to study")
            turn = study.answer(turn, rating, TOOK).value

        took.append(timed(answer))
    return {"first": first, "answers": took}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))

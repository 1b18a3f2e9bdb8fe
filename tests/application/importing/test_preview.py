"""What a preview counts."""

from __future__ import annotations

from dataclasses import replace

from aws_flash.application.importing.preview import preview_of
from aws_flash.domain.bundle import BundledCard, BundledTopic
from aws_flash.domain.merge_plan import MergePlan
from tests.application.importing.harbour import bundle, word

NOTHING = MergePlan()


def test_a_topic_counts_the_cards_below_it_too() -> None:
    loose = replace(word("c", "sol"), topic="t-lang")
    preview = preview_of(bundle(word("a", "uno"), word("b", "dos"), loose), NOTHING)
    assert [(one.name, one.cards, one.branch) for one in preview.topics] == [
        ("Languages", 1, 3),
        ("Spanish", 2, 2),
    ]


def test_a_topic_without_cards_of_its_own_is_none_of_the_file_s() -> None:
    preview = preview_of(bundle(word("a", "uno")), NOTHING)
    assert [one.branch for one in preview.topics] == [1, 1]
    assert preview.topics_in_file == 1


def test_a_card_counts_where_it_hangs() -> None:
    moved = bundle(word("a", "uno"), cards=(BundledCard("a", 0, topic="t-lang"),))
    preview = preview_of(moved, NOTHING)
    assert [(one.cards, one.branch) for one in preview.topics] == [(1, 1), (0, 0)]


def test_cards_without_a_topic_count_under_the_file_s_name_and_empty_topics_stay_away() -> None:
    loose = replace(word("a", "uno"), topic="")
    words = BundledTopic("t-words", None, "Verbs", 1)
    preview = preview_of(replace(bundle(loose), topics=(words,)), NOTHING)
    assert [(one.name, one.branch) for one in preview.topics] == [("Words", 1)]

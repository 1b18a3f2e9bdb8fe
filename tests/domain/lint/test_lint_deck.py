"""Rules over a whole deck: what a deck does at all, tendencies, silences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aws_flash.domain.bundle import BundledNote, Problem
from aws_flash.domain.lint.finding import Report, Rule
from aws_flash.domain.lint.linting import lint_bundle
from aws_flash.domain.provenance import Provenance, Silenced, Then
from tests.domain.lint.written import (
    KNOWN,
    SOURCED,
    basic,
    choice,
    deck,
    found,
    gap,
    note,
    report,
    rules,
)


def bare(guid: str, question: str, answer: str = "A role") -> BundledNote:
    texts = ("Question", question), ("Answer", answer)
    return note("basic", *texts, guid=guid, provenance=None)


def told(one: Report) -> list[tuple[Rule, str]]:
    return [(finding.rule, finding.note) for finding in one.findings]


def with_origin(one: BundledNote, **changes: object) -> BundledNote:
    return replace(one, provenance=replace(SOURCED, **changes))  # type: ignore[arg-type]


def test_a_deck_without_sources_hears_of_it_once() -> None:
    assert told(report(bare("a", "Which port?"), bare("b", "Which header?"))) == [
        (Rule.NO_SOURCE, "")
    ]


def test_a_deck_with_sources_hears_of_each_card_without() -> None:
    assert told(report(basic("Which port?"), bare("b", "Which header?"))) == [
        (Rule.NO_SOURCE, "b"),
        (Rule.NO_CHECKED_ON, "b"),
    ]


def test_a_deck_whose_pictures_have_no_words_hears_of_it_once() -> None:
    cards = [bare(guid, f'Which {guid}?<img src="{guid}.png">') for guid in "abc"]
    assert told(report(*cards)).count((Rule.NO_ALT_TEXT, "")) == 1


def test_options_of_a_deck_without_reasons_need_none() -> None:
    card = choice("Which?", "+This", "That", reasons=["", ""])
    assert Rule.NO_REASON not in {rule for rule, _ in told(report(card))}


def test_names_retired_by_aws_mean_nothing_elsewhere() -> None:
    card = bare("a", "How many CMK does a CMK hold?", "Two")
    assert Rule.RETIRED_NAME in {rule for rule, _ in told(report(card, name="AWS keys"))}
    assert Rule.RETIRED_NAME not in {rule for rule, _ in told(report(card, name="Genetics"))}


def test_what_the_reader_left_out_is_told() -> None:
    left_out = deck(basic("Which?"), problems=(Problem("note 2", "it has no question"),))
    (finding,) = lint_bundle(left_out, KNOWN).findings
    assert (finding.rule, finding.place) == (Rule.UNREADABLE, "note 2")


def test_a_name_that_then_quotes_is_left_alone() -> None:
    card = basic("Which key do grants hang on?", "On a CMK")
    then = Then("a CMK has no grants", "it has", "2021")
    assert Rule.RETIRED_NAME in rules(card)
    assert Rule.RETIRED_NAME not in rules(with_origin(card, then=then))


@pytest.mark.parametrize(("checked", "is_stale"), [("2025-01-01", True), ("2026-01-01", False)])
def test_a_fact_past_its_shelf_life_is_stale(checked: str, is_stale: bool) -> None:  # noqa: FBT001
    card = with_origin(basic("Which?"), checked_on=date.fromisoformat(checked))
    assert (Rule.STALE in rules(card)) == is_stale


@pytest.mark.parametrize(("domain", "is_known"), [("D4", True), ("D9", False), ("", False)])
def test_a_domain_is_one_of_the_exam(domain: str, is_known: bool) -> None:  # noqa: FBT001
    card = with_origin(basic("Which?"), domain=domain)
    assert (Rule.UNKNOWN_DOMAIN not in rules(card)) == is_known


def test_domains_of_an_exam_that_nobody_knows_are_not_judged() -> None:
    assert rules(with_origin(basic("Which?"), exam="XYZ-C01", domain="D9")) == set()


def test_an_id_that_the_deck_does_not_declare_is_found() -> None:
    card = with_origin(basic("Which?"), statements=("S01", "S10"))
    (finding,) = lint_bundle(deck(card, statements=("S01 to S09",)), KNOWN).findings
    assert (finding.rule, finding.words) == (Rule.UNKNOWN_STATEMENT, "S10")


def test_a_deck_that_declares_no_ids_may_use_any() -> None:
    card = with_origin(basic("Which?"), statements=("anything",))
    assert rules(card, known=replace(KNOWN, statements=frozenset())) == set()


def silencing(one: BundledNote, *silenced: Silenced) -> BundledNote:
    return with_origin(one, silenced=silenced)


def test_a_silenced_finding_is_only_counted() -> None:
    quiet = silencing(basic("What does it do?"), Silenced("pronoun", "a riddle"))
    lint = report(quiet)
    assert (lint.findings, lint.silenced) == ((), 1)


def test_a_silence_leaves_other_rules_alone() -> None:
    quiet = silencing(basic("What does it do and why?"), Silenced("pronoun", "a riddle"))
    assert told(report(quiet)) == [(Rule.TWO_FACTS, "a")]


def test_a_silence_that_silences_nothing_is_found() -> None:
    quiet = silencing(basic("What does a key do?"), Silenced("pronoun", "a riddle"))
    assert told(report(quiet)) == [(Rule.IDLE_SILENCE, "a")]


def test_a_silence_of_no_rule_is_found() -> None:
    quiet = silencing(basic("What does a key do?"), Silenced("pronouns", "a riddle"))
    (finding,) = report(quiet).findings
    assert (finding.rule, finding.place) == (Rule.UNKNOWN_SILENCE, "silenced")


def choices(right: int, number: int, length: int = 1) -> list[BundledNote]:
    """Choice cards whose right option stands in one place and is so many times as long."""
    texts = ["first", "other", "third"]
    return [
        replace(
            choice(
                f"Which of the parts is number {n}?",
                *(
                    f"+{text} {n}{' and more' * length}" if place == right else f"{text} {n}"
                    for place, text in enumerate(texts)
                ),
            ),
            guid=f"c{n}",
        )
        for n in range(number)
    ]


def test_a_deck_in_which_the_longest_option_is_right_is_told() -> None:
    cards = [card for right in range(3) for card in choices(right, 4)]
    numbered = [replace(card, guid=f"c{n}") for n, card in enumerate(cards)]
    assert (Rule.LONGEST_RIGHT, "") in told(report(*numbered))
    assert (Rule.FAVOURED_LETTER, "") not in told(report(*numbered))


def test_a_deck_in_which_one_letter_is_right_is_told() -> None:
    assert (Rule.FAVOURED_LETTER, "") in told(report(*choices(1, 12, length=0)))


def test_a_few_choice_cards_are_no_tendency() -> None:
    rules_told = {rule for rule, _ in told(report(*choices(1, 5)))}
    assert rules_told.isdisjoint({Rule.LONGEST_RIGHT, Rule.FAVOURED_LETTER})


def test_rules_of_english_leave_other_languages_alone() -> None:
    german = basic("Was ist das Protokoll der Seite und wie geht es?", "Das Protokoll der Seite")
    french = basic("Quelle est la clé du service dans le compte ?", "La clé du service")
    assert rules(german) == set()
    assert rules(french) == set()
    assert rules(basic("perro", "it")) == set()


def test_a_finding_says_card_place_words_and_what_to_do() -> None:
    card = gap("A {{c1::KMS}} key is kept by KMS, {{c2::never}} elsewhere.")
    guess = next(one for one in found(card) if one.rule is Rule.GUESSABLE)
    assert (guess.note, guess.ordinal, guess.place) == ("a", 1, "Text")
    assert guess.words == "KMS"
    assert guess.suggestion.endswith(".")


def test_provenance_without_sources_is_no_source() -> None:
    origin = Provenance(checked_on=date(2026, 1, 1))
    card = note("basic", ("Question", "Which?"), ("Answer", "x"), guid="b", provenance=origin)
    assert (Rule.NO_SOURCE, "b") in told(report(basic("Where?"), card))


def test_titles_are_first_lines_of_the_cards_named() -> None:
    lint = report(bare("b", "<b>What</b> does it do?<br>Think."))
    assert lint.titles == {"b": "What does it do?"}

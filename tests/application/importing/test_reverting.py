"""Taking an import back, next month too."""

from __future__ import annotations

import pytest

from aws_flash.domain.bundle import BundledCard, Progress
from aws_flash.domain.errors import Gone, Refused
from aws_flash.domain.imports import Clash, Reverted, Wishes
from aws_flash.domain.review import Rating
from tests.application.importing.harbour import Harbour, bundle, word


def without_imports(everything: dict[str, object]) -> dict[str, object]:
    return {name: kept for name, kept in everything.items() if not name.startswith("import")}


def test_what_an_import_added_goes_and_what_it_changed_is_as_before(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno", "one")))
    before = without_imports(harbour.everything())
    done = harbour.taken(bundle(word("a", "uno", "ONE"), word("b", "dos")))
    harbour.world.watch.pass_by(days=40)
    reverted = harbour.importing.revert(done.id)
    assert reverted.value == Reverted(removed=1, restored=1, kept=0)
    assert without_imports(harbour.everything()) == before
    assert harbour.trouble() == []


def test_topics_and_kinds_that_others_use_stay(harbour: Harbour) -> None:
    done = harbour.taken(bundle(word("a", "uno")))
    spanish = harbour.card("a").topic_id
    harbour.world.authoring.add_card("mine", "own", spanish)
    harbour.importing.revert(done.id)
    assert harbour.topic_paths() == {"Languages", "Languages/Spanish"}


def test_what_the_user_edited_since_stays(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno", "one")))
    done = harbour.taken(bundle(word("a", "uno", "ONE")))
    harbour.edit("a", "mine")
    assert harbour.importing.revert(done.id).value.kept == 1
    assert harbour.answers() == {"a": "mine"}


def test_reviews_done_since_stay_in_the_history(harbour: Harbour) -> None:
    done = harbour.taken(bundle(word("a", "uno")))
    card = harbour.card("a")
    harbour.world.study.answer(harbour.world.study.begin(), Rating.KNEW, 1000)
    harbour.importing.revert(done.id)
    reviews = harbour.world.operations.read(lambda tables: tables.reviews.of_card(card.id))
    assert [review.undone for review in reviews] == [False]
    assert harbour.notes() == {}


def test_progress_that_came_goes_unless_the_card_was_answered_since(harbour: Harbour) -> None:
    plain = bundle(word("a", "uno"), word("b", "dos"))
    harbour.take_in(plain)
    cards = tuple(
        BundledCard(guid, 0, progress=Progress(rest=9, due=20_700)) for guid in ("a", "b")
    )
    done = harbour.taken(bundle(word("a", "uno"), word("b", "dos"), cards=cards))
    turn = harbour.world.study.begin()
    harbour.world.study.answer(turn, Rating.KNEW, 1000)
    answered, other = ("a", "b") if harbour.card("a").standing.due != 20_700 else ("b", "a")
    harbour.importing.revert(done.id)
    assert harbour.card(answered).standing.box > 0
    assert harbour.card(other).standing.box == 0
    assert harbour.trouble() == []


def test_reverting_is_a_step_itself(harbour: Harbour) -> None:
    done = harbour.taken(bundle(word("a", "uno")))
    before = harbour.everything()
    harbour.importing.revert(done.id)
    harbour.world.operations.undo()
    assert harbour.everything() == before
    assert harbour.importing.imports()[0].reverted_at is None


def test_an_import_is_taken_back_once(harbour: Harbour) -> None:
    done = harbour.taken(bundle(word("a", "uno")))
    harbour.importing.revert(done.id)
    with pytest.raises(Refused):
        harbour.importing.revert(done.id)
    with pytest.raises(Gone):
        harbour.importing.revert(12345)


def test_after_a_revert_the_file_can_come_again(harbour: Harbour) -> None:
    done = harbour.taken(bundle(word("a", "uno")))
    harbour.importing.revert(done.id)
    assert harbour.taken(bundle(word("a", "uno"))).report.new == 1


def test_a_clash_that_the_file_won_is_given_back(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno", "one")))
    harbour.edit("a", "mine")
    done = harbour.taken(bundle(word("a", "uno", "theirs")), Wishes(clash=Clash.THEIRS))
    harbour.importing.revert(done.id)
    assert harbour.answers() == {"a": "mine"}


def test_imports_are_listed_newest_first_with_what_they_did(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno")))
    harbour.world.watch.pass_by(days=1)
    harbour.take_in(bundle(word("b", "dos")))
    newest, oldest = harbour.importing.imports()
    assert newest.at > oldest.at
    assert (newest.name, newest.format, newest.report.new) == ("words.apkg", "apkg", 1)

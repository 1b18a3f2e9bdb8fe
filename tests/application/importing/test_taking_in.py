"""Taking a file in: what comes, what stays, and that it is one step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aws_flash.domain.bundle import BundledCard, BundledMedium, BundledNote
from aws_flash.domain.changes import Action
from aws_flash.domain.errors import FileUnreadable, Gone
from aws_flash.domain.imports import Clash, Wishes
from aws_flash.domain.kind import CardTemplate, Family, Kind
from aws_flash.domain.monitor import Cancelled
from tests.application.importing.harbour import TOPICS, Harbour, Impatient, bundle, medium, word

CAPITALS = Kind(
    id=0,
    guid="anki-1",
    name="Capitals",
    family=Family.IMPORTED,
    fields=("Country", "Capital"),
    templates=(
        CardTemplate("There", "{{Country}}", "{{Capital}}"),
        CardTemplate("Back", "{{Capital}}", "{{Country}}"),
    ),
    css=".card { color: red }",
)


def test_cards_come_in_with_the_topics_they_hang_on(harbour: Harbour) -> None:
    done = harbour.taken(bundle(word("a", "uno"), word("b", "dos")))
    assert harbour.topic_paths() == {"Languages", "Languages/Spanish"}
    assert harbour.card("a").position < harbour.card("b").position
    assert (done.report.new, done.report.cards, done.report.topics) == (2, 2, 2)


def test_topics_that_no_card_needs_do_not_come(harbour: Harbour) -> None:
    harbour.take_in(bundle(replace(word("a", "uno"), topic="t-lang")))
    assert harbour.topic_paths() == {"Languages"}


def test_everything_hangs_under_the_topic_chosen(harbour: Harbour) -> None:
    mine = harbour.world.topics.add("Mine").value
    harbour.take_in(bundle(word("a", "uno")), Wishes(topic=mine))
    assert "Mine/Languages/Spanish" in harbour.topic_paths()


def test_a_file_without_topics_goes_where_the_user_says(harbour: Harbour) -> None:
    mine = harbour.world.topics.add("Mine").value
    loose = bundle(replace(word("a", "uno"), topic=""))
    harbour.take_in(loose, Wishes(topic=mine))
    assert harbour.card("a").topic_id == mine


def test_a_file_without_topics_gets_one_of_its_name(harbour: Harbour) -> None:
    harbour.take_in(bundle(replace(word("a", "uno"), topic="")))
    harbour.take_in(bundle(replace(word("b", "dos"), topic="")))
    assert harbour.topic_paths() == {"Words"}


def test_a_topic_that_is_gone_changes_nothing(harbour: Harbour) -> None:
    with pytest.raises(Gone):
        harbour.take_in(bundle(word("a", "uno")), Wishes(topic=77))
    assert harbour.notes() == {}


def test_an_imported_kind_comes_along_with_its_templates(harbour: Harbour) -> None:
    spain = replace(
        word("a", ""), kind="anki-1", fields=(("Country", "Spain"), ("Capital", "Madrid"))
    )
    harbour.take_in(bundle(spain, kinds=(CAPITALS,)))
    kinds = harbour.world.operations.read(lambda tables: list(tables.kinds.every()))
    assert [replace(kind, id=0) for kind in kinds] == [CAPITALS]
    assert harbour.card("a", 1).ordinal == 1


def test_cards_that_the_file_lists_come_as_it_has_them(harbour: Harbour) -> None:
    listed = BundledCard("a", 0, topic="t-lang", flag=3, suspended=True)
    harbour.take_in(bundle(word("a", "uno"), cards=(listed,)))
    card = harbour.card("a")
    assert (card.flag, card.suspended) == (3, True)
    topics = harbour.world.operations.read(lambda tables: tables.topics.get_all([card.topic_id]))
    assert topics[card.topic_id].name == "Languages"


def test_the_same_file_again_changes_nothing_and_leaves_no_step(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno")))
    before = harbour.everything()
    done = harbour.take_in(bundle(word("a", "uno")))
    assert (done.value, done.step) == (None, None)
    assert harbour.everything() == before


def test_a_later_state_of_the_file_updates_what_the_user_left_alone(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno", "one"), word("b", "dos", "two")))
    harbour.edit("b", "my two")
    box = harbour.card("a")
    done = harbour.taken(bundle(word("a", "uno", "ONE"), word("b", "dos", "two")))
    assert harbour.answers() == {"a": "ONE", "b": "my two"}
    assert harbour.card("a") == box
    assert (done.report.changed, done.report.same) == (1, 1)


@pytest.mark.parametrize(("clash", "answers"), [(Clash.MINE, ["mine"]), (Clash.THEIRS, ["theirs"])])
def test_who_wins_a_clash_is_the_users_choice(
    harbour: Harbour, clash: Clash, answers: list[str]
) -> None:
    harbour.take_in(bundle(word("a", "uno", "one")))
    harbour.edit("a", "mine")
    harbour.take_in(bundle(word("a", "uno", "theirs"), word("new", "x")), Wishes(clash=clash))
    assert [text for guid, text in harbour.answers().items() if guid != "new"] == answers


def test_both_texts_of_a_clash_can_be_kept_side_by_side_once(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno", "one")))
    harbour.edit("a", "mine")
    harbour.take_in(bundle(word("a", "uno", "theirs")), Wishes(clash=Clash.BOTH))
    assert sorted(harbour.answers().values()) == ["mine", "theirs"]
    assert (
        harbour.take_in(bundle(word("a", "uno", "theirs")), Wishes(clash=Clash.BOTH)).step is None
    )


def gaps(count: int) -> BundledNote:
    text = " ".join(f"{{{{c{number}::gap {number}}}}}" for number in range(1, count + 1))
    return replace(word("a", ""), kind="cloze", fields=(("Text", text), ("Explanation", "")))


def ordinals(harbour: Harbour) -> list[int]:
    note = harbour.notes()["a"]
    cards = harbour.world.operations.read(lambda tables: tables.cards.of_notes([note.id]))
    return [card.ordinal for card in cards if not card.aside]


def test_a_card_that_the_user_deleted_stays_so_when_the_file_changes(harbour: Harbour) -> None:
    harbour.take_in(bundle(gaps(2)))
    harbour.world.authoring.delete_cards([harbour.card("a", 2).id])
    done = harbour.taken(bundle(gaps(3)))
    assert (ordinals(harbour), done.report.cards) == ([1, 3], 1)


def test_a_card_taken_back_with_its_import_comes_with_it_again(harbour: Harbour) -> None:
    harbour.take_in(bundle(gaps(1)))
    harbour.importing.revert(harbour.taken(bundle(gaps(2))).id)
    harbour.take_in(bundle(gaps(2)))
    assert ordinals(harbour) == [1, 2]


def test_a_card_that_the_file_lists_later_comes_then(harbour: Harbour) -> None:
    harbour.take_in(bundle(gaps(2), cards=(BundledCard("a", 1),)))
    harbour.take_in(bundle(gaps(3), cards=tuple(BundledCard("a", n) for n in (1, 2, 3))))
    assert ordinals(harbour) == [1, 2, 3]


def test_what_the_user_left_out_does_not_come(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno"), word("b", "dos")), Wishes(left_out=frozenset({"a"})))
    assert list(harbour.notes()) == ["b"]


def test_the_same_first_field_can_stand_for_the_same_card(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "<b>Uno</b>", "one")))
    wishes = Wishes(by_first_field=True, clash=Clash.THEIRS)
    harbour.take_in(bundle(word("other", "uno", "ONE")), wishes)
    assert harbour.answers() == {"a": "ONE"}


def test_tags_of_another_program_stay_behind_unless_wanted(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", "uno", tags=("verb", "leech", "marked"))), Wishes())
    assert harbour.notes()["a"].tags == ("verb",)


def test_a_medium_whose_name_is_taken_gets_another_in_the_cards_too(harbour: Harbour) -> None:
    harbour.take_in(bundle(word("a", '<img src="x.png">'), media=(medium("x.png", b"one"),)))
    harbour.take_in(
        bundle(word("b", '<img src="x.png">[sound:x.png]'), media=(medium("x.png", b"two"),))
    )
    media = harbour.world.operations.read(lambda tables: list(tables.media.every()))
    (other,) = (one.name for one in media if one.name != "x.png")
    assert harbour.notes()["b"].field("Question") == f'<img src="{other}">[sound:{other}]'
    assert {harbour.media.path_of(one.digest).read_bytes() for one in media} == {b"one", b"two"}


def test_a_medium_that_cannot_be_read_is_told_and_the_cards_come(harbour: Harbour) -> None:
    def load() -> bytes:
        raise FileUnreadable("words.apkg", "the archive is damaged")

    broken = BundledMedium("x.png", 3, load)
    done = harbour.taken(bundle(word("a", "uno"), media=(broken, medium("y.png", b"two"))))
    assert done.report.problems == (("x.png", "the archive is damaged"),)
    assert (done.report.new, done.report.media) == (1, 1)


def test_an_import_is_one_step_that_undo_takes_back_and_redo_brings(harbour: Harbour) -> None:
    harbour.world.topics.add("Mine")
    before = harbour.everything()
    done = harbour.take_in(bundle(word("a", "uno"), word("b", "dos")))
    after = harbour.everything()
    assert done.step is not None
    assert done.step.action is Action.IMPORT
    harbour.world.operations.undo()
    assert harbour.everything() == before
    harbour.world.operations.redo()
    assert harbour.everything() == after


def test_an_import_called_off_leaves_nothing(harbour: Harbour) -> None:
    many = bundle(*(word(f"g{number}", f"word {number}") for number in range(3000)))
    before = harbour.everything()
    with pytest.raises(Cancelled):
        harbour.importing.take_in(harbour.arrival(many), Wishes(), Impatient(2))
    assert harbour.everything() == before


def test_names_that_are_odd_still_make_a_tree(harbour: Harbour) -> None:
    deep = [replace(TOPICS[0], guid="d0", name=" ")]
    deep += [replace(TOPICS[0], guid=f"d{n}", parent=f"d{n - 1}", name="x") for n in range(1, 200)]
    harbour.take_in(replace(bundle(replace(word("a", "uno"), topic="d199")), topics=tuple(deep)))
    assert harbour.trouble() == []
    assert max(path.count("/") for path in harbour.topic_paths()) < 30

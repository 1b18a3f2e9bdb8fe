"""The model: what Qt's own checks, views and screen readers ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, QModelIndex, Qt

from aws_flash.ui.topics.model import MIME_TYPE, TopicModel
from tests.ui.topics.trees import AWS, DIRECT, EC2, NETWORK, ROWS, trees

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from aws_flash.domain.views import TreeRow


def filled() -> TopicModel:
    model = TopicModel()
    model.show_rows(ROWS)
    return model


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=trees(), second=trees())
def test_qt_finds_no_fault(
    qtmodeltester: ModelTester, first: tuple[TreeRow, ...], second: tuple[TreeRow, ...]
) -> None:
    model = TopicModel()
    qtmodeltester.check(model)
    model.show_rows(first)
    qtmodeltester.check(model)
    model.show_rows(second)
    qtmodeltester.check(model)


def test_large_ids_survive() -> None:
    model = filled()
    index = model.find(DIRECT)
    assert model.row(index).topic_id == DIRECT > 1 << 61
    assert model.row(index.parent()).topic_id == NETWORK


def test_a_screen_reader_hears_name_and_cards() -> None:
    model = filled()
    heard = [
        model.find(topic_id).data(Qt.ItemDataRole.AccessibleTextRole)
        for topic_id in (AWS, EC2, NETWORK)
    ]
    assert heard == [
        "AWS Security notes, nothing due today",
        "EC2 & guest OS, 1 card today",
        "Network, 2 cards today",
    ]
    bar = model.find(EC2).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert bar == "1 not seen yet, 1 in box 1, 2 in box 3, 1 in box 5"


def test_other_numbers_keep_every_index(qtbot: QtBot) -> None:
    model = filled()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.show_rows([row._replace(today=9) if row.topic_id == EC2 else row for row in ROWS])
    assert changed.args[0] == changed.args[1] == model.find(EC2)


def test_the_same_rows_change_nothing(qtbot: QtBot) -> None:
    model = filled()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.show_rows(tuple(ROWS))


def test_a_new_name_is_asked_for_and_the_old_one_stays(qtbot: QtBot) -> None:
    model = filled()
    with qtbot.waitSignal(model.rename_wished) as wished:
        assert model.setData(model.find(EC2), "  Guests ")
    assert wished.args == [EC2, "Guests"]
    assert model.find(EC2).data() == "EC2 & guest OS"


def test_an_empty_or_the_same_name_is_not_asked_for(qtbot: QtBot) -> None:
    model = filled()
    with qtbot.assertNotEmitted(model.rename_wished):
        assert not model.setData(model.find(EC2), "   ")
        assert not model.setData(model.find(EC2), "EC2 & guest OS")


def test_only_topics_of_this_tree_are_taken_in() -> None:
    model = filled()
    carried = model.mimeData([model.find(DIRECT)])
    assert model.carried_position(carried) == model.outline.find(DIRECT)
    foreign = QMimeData()
    assert model.carried_position(foreign) is None
    for bytes_dropped in (b"", b"12", b"\xff", b"-1", "²".encode()):
        foreign.setData(MIME_TYPE, bytes_dropped)
        assert model.carried_position(foreign) is None


def test_what_is_not_there_has_no_index() -> None:
    model = filled()
    assert not model.find(4711).isValid()
    assert not model.index(3, 0).isValid()
    assert not model.index(0, 1).isValid()
    assert model.data(QModelIndex()) is None

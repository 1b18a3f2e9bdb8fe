"""The flows of the window, built together right after its first paint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aws_flash.ui.main_window.caretaker import Caretaker
from aws_flash.ui.main_window.changes_flow import ChangesFlow
from aws_flash.ui.main_window.data_flow import DataFlow
from aws_flash.ui.main_window.desk import Desk
from aws_flash.ui.main_window.frame import Frame
from aws_flash.ui.main_window.look_flow import LookFlow
from aws_flash.ui.main_window.overview_flow import OverviewFlow
from aws_flash.ui.main_window.recheck_flow import RecheckFlow
from aws_flash.ui.main_window.reviewing import Reviewing
from aws_flash.ui.main_window.topic_flow import TopicFlow
from aws_flash.ui.main_window.transfer import Transfer
from aws_flash.ui.main_window.trouble_flow import TroubleFlow
from aws_flash.ui.main_window.undo_flow import UndoFlow
from aws_flash.ui.main_window.writing import Writing


class Flows:
    """What can be done in the window, by subject."""

    def __init__(
        self,
        desk: Desk,
        folder: Path,
        frame: Frame,
        overviews: OverviewFlow,
        report_of: Callable[[BaseException], str],
    ) -> None:
        """Build them; `folder` is the profile's, `report_of` as TroubleFlow wants it."""
        self.reviewing = Reviewing(desk, frame)
        self.undo = UndoFlow(desk, frame, self.reviewing)
        self.data = DataFlow(desk, folder, frame)
        self.look = LookFlow(desk, frame)
        self.topics = TopicFlow(desk, overviews.tree)
        self.writing = Writing(desk, frame, overviews)
        self.recheck = RecheckFlow(desk, frame)
        self.transfer = Transfer(desk, frame, overviews)
        self.changes = ChangesFlow(desk, frame)
        self.trouble = TroubleFlow(desk, frame, self.data, report_of)
        self.caretaker = Caretaker(desk, frame, self.trouble)

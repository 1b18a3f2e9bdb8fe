"""A desktop for each test, and a picture of the screen in build/desktop/ when one fails."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.desktop.desktop import Desktop

_PICTURES = Path(__file__).parents[2] / "build" / "desktop"
_FAILED = pytest.StashKey[bool]()


@pytest.fixture
def desktop(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    made = Desktop(tmp_path / "profile")
    yield made
    if request.node.stash.get(_FAILED, False):
        take_picture(request.node.name)
    made.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_FAILED] = report.failed
    return report


def take_picture(name: str) -> None:
    app = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(app, QGuiApplication)
    _PICTURES.mkdir(parents=True, exist_ok=True)
    app.primaryScreen().grabWindow(0).save(str(_PICTURES / f"{name}.png"))

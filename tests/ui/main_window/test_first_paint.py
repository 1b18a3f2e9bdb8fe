"""What is loaded when the first window shows: nothing heavy, whatever it is that shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aws_flash.ui.main_window.last_overview import keep
from tests.ui.main_window.program import Wall, access_to

_UNTIL_PAINTED = """
import os, sys
from aws_flash.app import main
from aws_flash.ui.main_window.frame import Frame

build = Frame.__init__

def tell():
    print(*sorted(sys.modules), sep="\\n", flush=True)
    os._exit(0)

def build_and_listen(self, *arguments):
    build(self, *arguments)
    self.painted.connect(tell)

Frame.__init__ = build_and_listen
main([])
"""
HEAVY = {
    "alembic",
    "asyncio",
    "click",
    "dataclasses",
    "hypothesis",
    "jsonschema",
    "multiprocessing",
}
HEAVY |= {"nh3", "sqlalchemy", "ssl", "unittest", "xml"}
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}


def loaded_at_first_paint(profile: Path) -> set[str]:
    """Start the program in a process of its own, as far as its first paint."""
    environment = {**os.environ, "AWS_FLASH_PROFILE": str(profile), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", _UNTIL_PAINTED],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(told.stdout.split())


@pytest.fixture(scope="module", params=["a new profile", "numbers last seen"])
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    profile = tmp_path_factory.mktemp("start") / "profile"
    if request.param == "numbers last seen":
        access = access_to(profile, Wall())
        overview = access.services().overviews.look()
        today = overview.today._replace(recheck=12, changed_facts=3)
        keep(profile, overview._replace(today=today))
        access.close()
    return loaded_at_first_paint(profile)


def test_nothing_heavy_is_loaded(loaded: set[str]) -> None:
    assert not HEAVY & {name.partition(".")[0] for name in loaded}


def test_of_qt_only_what_is_seen_is_loaded(loaded: set[str]) -> None:
    assert {name for name in loaded if name.startswith("PySide6.Qt")} <= QT


def test_of_the_domain_only_its_views_are_loaded(loaded: set[str]) -> None:
    domain = {name for name in loaded if name.startswith("aws_flash.domain.")}
    assert domain <= {"aws_flash.domain.views"}


def test_no_use_case_and_no_table_is_loaded(loaded: set[str]) -> None:
    layers = ("aws_flash.application", "aws_flash.storage", "aws_flash.formats")
    below = {name for name in loaded if name.startswith(layers)}
    assert below <= {"aws_flash.storage", "aws_flash.storage.lock"}


def test_pages_that_do_not_show_are_not_loaded(loaded: set[str]) -> None:
    pages = ("aws_flash.ui.review", "aws_flash.ui.settings", "aws_flash.ui.sheets")
    others = (*pages, "aws_flash.ui.editor", "aws_flash.ui.card", "aws_flash.ui.damage")
    facts = ("aws_flash.ui.facts", "aws_flash.ui.transfer", "aws_flash.ui.today.fact_lines")
    assert not [name for name in loaded if name.startswith(others + facts)]

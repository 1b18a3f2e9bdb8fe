"""A folder of media for the cards of a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from aws_flash.ui.card.card_face import CardFace
from aws_flash.ui.card.card_text import CardText
from aws_flash.ui.card.pictures import Pictures
from aws_flash.ui.icons import Icons
from aws_flash.ui.theme.fonts import FontRole
from aws_flash.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


@pytest.fixture
def media(tmp_path: Path) -> Path:
    folder = tmp_path / "media"
    folder.mkdir()
    return folder


@pytest.fixture
def pictures(media: Path) -> Pictures:
    return Pictures(lambda name: path if (path := media / name).exists() else None)


@pytest.fixture
def view(theme: Theme, pictures: Pictures) -> Iterator[CardFace]:
    view = CardFace(theme, Icons(theme), pictures)
    view.resize(800, 600)
    view.show()
    yield view
    delete(view)


@pytest.fixture
def text(theme: Theme, pictures: Pictures) -> Iterator[CardText]:
    text = CardText(theme, pictures, FontRole.CARD_TEXT)
    text.resize(500, 300)
    text.show()
    yield text
    delete(text)


def delete(widget: QWidget) -> None:
    """At once: what is left over would be dressed anew by every test that follows."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)

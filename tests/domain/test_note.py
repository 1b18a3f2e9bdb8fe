"""A note: its fields by name, and the identity it cannot do without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aws_flash.domain.note import Note

NOTE = Note(1, "Ab3dE6gH9k", 1, (("Question", "<b>Which?</b>"), ("Answer", "")), (), 5, 5)


def test_a_field_is_found_by_its_name() -> None:
    assert NOTE.field("Question") == "<b>Which?</b>"
    assert NOTE.field("No such field") == ""


def test_a_note_needs_a_guid() -> None:
    with pytest.raises(ValueError, match="guid"):
        replace(NOTE, guid="")

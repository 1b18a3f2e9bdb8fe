"""Names of backups: read back as written, and in the order of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aws_flash.domain.backup import Reason, name_of, read_name

MOMENTS = st.integers(0, 4_102_444_800_000)


def test_a_name_holds_date_time_and_reason() -> None:
    assert name_of(1_792_000_000_000, Reason.DAILY) == "2026-10-14T17-46-40Z-daily.db"


@given(MOMENTS, st.sampled_from(Reason))
def test_a_name_is_read_back_to_the_second(at: int, reason: Reason) -> None:
    backup = read_name(name_of(at, reason))
    assert backup is not None
    assert (backup.at, backup.reason) == (at - at % 1000, reason)


@given(MOMENTS, MOMENTS, st.sampled_from(Reason), st.sampled_from(Reason))
def test_names_sort_by_time(one: int, other: int, reason: Reason, why: Reason) -> None:
    earlier, later = sorted((one - one % 1000, other - other % 1000))
    if earlier != later:
        assert name_of(earlier, reason) < name_of(later, why)


@pytest.mark.parametrize(
    "name",
    [
        "collection.db",
        "2026-10-14T18-26-40Z-daily.db.part",
        "2026-10-14T18-26-40Z-other.db",
        "2026-13-45T18-26-40Z-daily.db",
        "",
    ],
)
def test_another_file_is_no_backup(name: str) -> None:
    assert read_name(name) is None

"""The meter of long work."""

from __future__ import annotations

import pytest

from aws_flash.application.meter import Meter, Reading
from aws_flash.domain.monitor import Cancelled


def test_it_tells_how_far_a_phase_is() -> None:
    meter = Meter()
    meter.phase("Adding cards", 10)
    meter.step(3)
    meter.step()
    assert meter.read() == Reading("Adding cards", 4, 10)


def test_work_that_was_called_off_stops_at_its_next_step() -> None:
    meter = Meter()
    meter.phase("Adding cards", 10)
    meter.call_off()
    with pytest.raises(Cancelled):
        meter.step()
    with pytest.raises(Cancelled):
        meter.phase("Next")

"""The stop-watch counts what runs, not what is paused."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aws_flash.ui.review.stopwatch import Stopwatch, running_clock


@given(spans=st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), max_size=8))
def test_only_time_between_resume_and_pause_counts(spans: list[tuple[int, int]]) -> None:
    now = [0]
    watch = Stopwatch(lambda: now[0])
    watch.start()
    for running, paused in spans:
        now[0] += running
        watch.pause()
        now[0] += paused
        watch.resume()
    assert watch.elapsed == sum(running for running, _ in spans)


def test_a_start_begins_at_zero() -> None:
    now = [0]
    watch = Stopwatch(lambda: now[0])
    watch.start()
    now[0] = 700
    watch.start()
    now[0] = 900
    assert watch.elapsed == 200


def test_the_real_clock_goes_forward() -> None:
    clock = running_clock()
    before = clock()
    assert 0 <= before <= clock()

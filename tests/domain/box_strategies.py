"""What hypothesis draws for the rules of the boxes: settings, standings, calendars, candidates."""

from __future__ import annotations

from hypothesis import strategies as st

from aws_flash.domain.card import BOXES, NEW, Standing
from aws_flash.domain.leitner import Calendar
from aws_flash.domain.pace import Pace
from aws_flash.domain.queue import Candidate, Limits
from aws_flash.domain.review import Rating
from aws_flash.domain.settings import LONGEST_REST, Fall, Settings

TODAY = 20_000
FAR = 400

ratings = st.sampled_from(Rating)
card_ids = st.integers(1, 2**63 - 1)
rests = st.lists(st.integers(1, LONGEST_REST), min_size=BOXES, max_size=BOXES).map(sorted)
settings = st.builds(Settings, rests=rests.map(tuple), fall=st.sampled_from(Fall))
seen = st.builds(
    Standing,
    box=st.integers(1, BOXES),
    rest=st.integers(1, LONGEST_REST),
    due=st.integers(TODAY - FAR, TODAY + FAR),
    lapses=st.integers(0, 9),
    streak=st.integers(0, 9),
)
standings = st.one_of(st.just(NEW), seen)
loads = st.dictionaries(st.integers(TODAY, TODAY + 500), st.integers(0, 9), max_size=60)
window_starts = st.one_of(st.none(), st.integers(TODAY - 20, TODAY + 120))
calendars = st.builds(Calendar, st.just(TODAY), loads, window_starts)
paces = st.builds(
    Pace,
    seconds_knew=st.floats(1, 60),
    seconds_missed=st.floats(1, 120),
    share_known=st.floats(0.05, 0.98),
    share_known_first=st.floats(0.05, 0.98),
)


def _numbered(rows: list[tuple[int, int, int | None]], first_id: int) -> list[Candidate]:
    return [
        Candidate(first_id + place, note_id, 1, box, due, place)
        for place, (note_id, box, due) in enumerate(rows)
    ]


_notes = st.integers(1, 30)
due_cards = st.lists(
    st.tuples(_notes, st.integers(1, BOXES), st.integers(TODAY - 30, TODAY)), max_size=40
).flatmap(lambda rows: st.permutations(_numbered(list(rows), 1000)))
new_cards = st.lists(st.tuples(_notes, st.just(0), st.none()), max_size=40).flatmap(
    lambda rows: st.permutations(_numbered(list(rows), 5000))
)
limits = st.builds(
    Limits,
    seconds=st.floats(0, 900),
    new_allowed=st.integers(0, 20),
    pace=paces,
    notes_seen=st.frozensets(_notes, max_size=5),
)

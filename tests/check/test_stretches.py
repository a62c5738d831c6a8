from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verify.check.stretches import Stretches

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS), SPANS)
def test_a_place_is_touched_as_looking_at_each_stretch_would_say(
    spans: list[tuple[int, int]], place: tuple[int, int]
) -> None:
    start, end = place[0], max(place[1], place[0] + 1)
    expected = any(first < end and start < last for first, last in spans)
    assert Stretches(spans).touch(*place) is expected

"""Looking up places says what looking through all of them says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.retrieval.places import Places

PLACE = st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda drawn: (drawn[0], drawn[0] + drawn[1]))


@given(st.lists(PLACE, max_size=12), PLACE)
def test_places_are_found_as_by_looking_through_all(places: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    found = Places((place, place) for place in places)
    start, end = asked

    assert found.within(asked) == sorted(place for place in places if start <= place[0] and place[1] <= end)
    assert found.have_around(asked) == any(place != asked and place[0] <= start and end <= place[1] for place in places)
    assert found.touch(asked) == any(place[0] < end and start < place[1] for place in places)


def test_values_at_one_place_are_all_kept_in_order() -> None:
    assert Places([((3, 5), "b"), ((0, 2), "a"), ((3, 5), "c")]).within((0, 5)) == ["a", "b", "c"]

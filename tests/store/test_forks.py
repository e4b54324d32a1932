"""Intervals in an index: a day finds exactly those that it is within."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.store.forks import fork, forks

FIRST = date(2008, 2, 20)
days = st.integers(0, 60).map(lambda n: FIRST + timedelta(n))
ends = st.none() | days


def found(earliest, latest, day):
    """As `View.relations` asks."""
    at = fork(earliest, latest)
    before, after = forks(day)
    return (
        at == day.toordinal()
        or (at in before and (latest is None or latest >= day))
        or (at in after and (earliest is None or earliest <= day))
    )


@settings(deadline=None)
@given(ends, ends, days)
def test_a_day_finds_the_intervals_that_hold_on_it(earliest, latest, day):
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    assert found(earliest, latest, day) == ((earliest or day) <= day <= (latest or day))


def test_the_way_to_a_day_is_short():
    assert all(len(before) + len(after) <= 22 for before, after in map(forks, (date.min, FIRST, date.max)))


def test_days_at_the_ends_of_time():
    for day in (date.min, date.max):
        assert found(day, day, day)
        assert found(None, None, day)

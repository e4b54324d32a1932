"""A record that grew article by article has the events of one that was made at once; so has one that lost some."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.events import gather_events
from rashomon.events.growth import grow
from rashomon.events.making import Stock
from rashomon.events.origins import Origins
from rashomon.events.shelf import MemoryShelf
from rashomon.record import Event, Family, Statement

from .makers import ACTORS, PLACES, Newsroom
from .test_properties import claims, newsroom

Kept = dict[str, Event]


class Grower:
    """A shelf with the events that it led to."""

    def __init__(self) -> None:
        self.shelf = MemoryShelf()
        self.events: Kept = {}

    def touch(self, articles: set[str], room: Newsroom, told: list[Statement], families: list[Family]) -> None:
        by_article: dict[str, list[Statement]] = {}
        for statement in told:
            by_article.setdefault(statement.article, []).append(statement)

        def read(keys):
            return [(room.articles[key], by_article[key], ()) for key in keys if key in by_article]

        stock = Stock(room.articles, Origins(families, ACTORS), ACTORS, PLACES)
        growth = grow(self.shelf, frozenset(articles), read, stock)
        self.events = {key: event for key, event in self.events.items() if growth.gone.isdisjoint(event.statements)} | {
            event.id: event for event in growth.events
        }


def families_of(room: Newsroom, articles: set[str]) -> list[Family]:
    """The families as they are with these articles alone."""
    kept = [(family.origin, tuple(key for key in family.articles if key in articles)) for family in room.families]
    return [Family(f"family of {keys}", origin, keys) for origin, keys in kept if keys]


def at_once(room: Newsroom, articles: set[str]) -> Kept:
    told = [s for s in room.told if s.article in articles]
    events = gather_events(told, room.articles, tuple(families_of(room, articles)), ACTORS, PLACES)
    return {event.id: event for event in events}


def step(grower: Grower, room: Newsroom, before: set[str], after: set[str]) -> None:
    old = {key: f.id for f in families_of(room, before) for key in f.articles}
    new = {key: f.id for f in families_of(room, after) for key in f.articles}
    touched = {key for key in old | new if old.get(key) != new.get(key)}
    grower.touch(touched, room, [s for s in room.told if s.article in after], families_of(room, after))


@settings(max_examples=150, deadline=None)
@given(st.lists(claims, min_size=1, max_size=16), st.randoms(use_true_random=False), st.integers(1, 100))
def test_any_order_and_any_increments_give_the_same_events(rows: list, random: Random, full: int) -> None:
    room = newsroom(rows)
    room.reprint("copy", "a0", "The Reprinter", "2021-05-30")
    names = sorted(room.articles)
    grower, here = Grower(), set()
    with with_full(full):
        for _ in range(6):
            before = set(here)
            here = here.symmetric_difference(random.sample(names, random.randint(1, 3)))
            step(grower, room, before, here)
            assert grower.events == at_once(room, here)


class with_full:
    """Keys get too full at `full` members, so that small records come to that too."""

    def __init__(self, full: int) -> None:
        self.full = full

    def __enter__(self) -> None:
        from rashomon.events import growth

        self.before = growth.FULL
        growth.FULL = self.full

    def __exit__(self, *_: object) -> None:
        from rashomon.events import growth

        growth.FULL = self.before

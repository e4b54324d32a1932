"""A record that grew article by article has the events of one that was made at once; so has one that lost some."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rashomon.events import Stock, gather_events, grow, growth
from rashomon.events.origins import Origins
from rashomon.events.shelf import MemoryShelf
from rashomon.record import Event, Family, Judgement, Place

from .makers import ACTORS, PLACES, Newsroom, day
from .test_properties import claims, newsroom
from .test_verdicts import judge

SHARED = (
    "market square evening smoke ambulance corridor baker harbour lantern orchard quarry ferry cellar rooftop siren"
    " bridge convoy school clinic granary tannery vineyard chapel railway"
).split()
"""Words of one incident; a report that has most of them, and of the same day, tells of it."""

OTHERS = "goat piano copper thunder ribbon needle pepper saddle violin walnut zebra anchor".split()

Kept = dict[str, Event]


class Grower:
    """A shelf with the events that it led to."""

    def __init__(self) -> None:
        self.shelf = MemoryShelf()
        self.events: Kept = {}

    def touch(
        self, articles: set[str], room: Newsroom, here: set[str], judgements: tuple[Judgement, ...], places: dict
    ) -> None:
        def read(keys):
            told = {key: [s for s in room.told if s.article == key] for key in keys if key in here}
            return [(room.articles[key], statements, ()) for key, statements in told.items() if statements]

        stock = Stock(room.articles, Origins(families_of(room, here), ACTORS), ACTORS, places)
        grown = grow(self.shelf, frozenset(articles), read, stock, judgements)
        kept = {key: event for key, event in self.events.items() if grown.gone.isdisjoint(event.statements)}
        made = {event.id: event for event in grown.events}
        assert not kept.keys() & made.keys()
        self.events = kept | made


def families_of(room: Newsroom, articles: set[str]) -> list[Family]:
    """The families as they are with these articles alone."""
    kept = [(family.origin, tuple(key for key in family.articles if key in articles)) for family in room.families]
    return [Family(f"family of {keys}", origin, keys) for origin, keys in kept if keys]


def at_once(room: Newsroom, articles: set[str], judgements: tuple[Judgement, ...], places: dict) -> Kept:
    told = [s for s in room.told if s.article in articles]
    families = tuple(families_of(room, articles))
    events = gather_events(told, room.articles, families, ACTORS, places, judgements=judgements)
    return {event.id: event for event in events}


def a_room(rows: list, random: Random) -> Newsroom:
    """Four reports, a reprint, and a fifth that some of them resemble; with texts, so that they have leads."""
    room = newsroom(rows)
    room.article("a4", "Night Courier", "2021-05-11")
    room.say("a4", "They shelled Tarn with heavy guns.", "assault", "heavy-weapons", "shelled", time=day("2021-05-03"))
    for name, article in room.articles.items():
        words = random.sample(SHARED, 22) + random.sample(OTHERS, 4) if random.random() < 0.7 else OTHERS * 2
        room.articles[name] = replace(article, title=" ".join(words[:6]), text=" ".join(words))
    room.reprint("copy", "a0", "The Reprinter", "2021-05-30")
    return room


def changed(room: Newsroom, before: set[str], after: set[str]) -> set[str]:
    old, new = ({key: f.id for f in families_of(room, some) for key in f.articles} for some in (before, after))
    return {key for key in old | new if old.get(key) != new.get(key)}


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    st.lists(claims, min_size=1, max_size=16),
    st.randoms(use_true_random=False),
    st.sampled_from([1, 2, 3, 4, 6, 100]),
)
def test_any_order_and_any_increments_give_the_same_events(rows: list, random: Random, full: int) -> None:
    """Articles come and go, judgements are made and taken back, a place gets another name; keys are too full early."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growth, "FULL", full)
        room = a_room(rows, random)
        names = sorted(room.articles)
        grower, here = Grower(), set()
        judgements: tuple[Judgement, ...] = ()
        places: dict[str, Place] = dict(PLACES)
        for _ in range(6):
            before = set(here)
            here = here.symmetric_difference(random.sample(names, random.randint(1, 3)))
            touched = changed(room, before, here)
            if random.random() < 0.5:
                one, other = random.choice(room.told), random.choice(room.told)
                said = judge(random.choice(["split", "together"]), one, other, minutes=len(judgements))
                judgements = (*judgements, said) if random.random() < 0.7 else ()
                touched |= here
            elif random.random() < 0.3:
                places["tarn"] = replace(places["tarn"], names=("Tarn", f"Tarn {len(touched)}"))
                touched |= {s.article for s in room.told} & here
            grower.touch(touched, room, here, judgements, places)
            assert grower.events == at_once(room, here, judgements, places)


def test_what_an_article_does_not_concern_is_not_gathered() -> None:
    room = Newsroom()
    for number, town in enumerate(("Tarn", "Lund") * 3):
        room.article(f"a{number}", f"Paper {number}")
        words = f"Guns shelled {town} at dawn."
        room.say(
            f"a{number}", words, "assault", "heavy-weapons", "shelled", places=[town.lower()],
            time=day(f"2021-05-0{1 + number}"),
        )  # fmt: skip
    grower = Grower()
    first = {f"a{number}" for number in range(5)}
    grower.touch(first, room, first, (), PLACES)
    stock = Stock(room.articles, Origins(room.families, ACTORS), ACTORS, PLACES)
    told = [s for s in room.told if s.article == "a5"]
    grown = grow(grower.shelf, frozenset({"a5"}), lambda keys: [(room.articles[key], told, ()) for key in keys], stock)
    assert grown.gone <= {s.id for s in room.told if s.places[0].text == "Lund"}, "what is told of Tarn stays"


def test_a_report_that_resembles_another_joins_it_without_a_word_in_common_of_its_own() -> None:
    """Two tops of one incident are one event, though the sentences agree on too little."""
    room = Newsroom()
    for name, outlet in (("a", "The Courier"), ("b", "Morning Post"), ("c", "Harbour News")):
        room.article(name, outlet)
        words = OTHERS * 2 if name == "c" else SHARED
        text = " ".join(words)
        room.articles[name] = replace(room.articles[name], title=" ".join(words[:6]), text=text)
    first = room.say("a", "Bombs killed 14 people.", "assault", "aerial", "bombs")
    second = room.say("b", "The dead were carried off.", "assault", "aerial", "bombed")
    third = room.say("c", "A raid it was.", "assault", "aerial", "raid")
    event = room.event_of(first)
    assert set(event.statements) == {first.id, second.id}
    assert event.reason.startswith("reports of one incident: ")
    assert third.id not in event.statements

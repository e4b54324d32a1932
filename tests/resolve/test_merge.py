from random import Random

import pytest

from rashomon.record import Actor, ActorType, content_id
from rashomon.resolve import merge_actors


def local(report: str, name: str, kind: ActorType = "person", *others: str, parents: tuple[str, ...] = ()) -> Actor:
    return Actor(content_id("local", report, name), name, tuple(sorted({name, *others})), kind, parents)


JOINED = [
    ([("person", "Moqtada al-Sadr"), ("person", "Muqtada al Sadr")], "transliteration"),
    ([("person", "Nouri al-Maliki"), ("person", "Nuri al Maliki"), ("person", "Maliki")], "and the surname alone"),
    ([("militia", "Mehdi Army"), ("militia", "Mahdi Army")], "transliteration of a body"),
    (
        [("militia", "Karsa Brigade"), ("organisation", "Karsa Organisation"), ("militia", "Karsa Brigades")],
        "head noun",
    ),
    ([("party", "Fadilla"), ("party", "Al Fadila al Islamiya")], "a listed party"),
    ([("militia", "ISIS"), ("group", "ISIL"), ("militia", "Islamic State")], "a listed militia"),
    ([("agency", "AFP"), ("agency", "Agence France-Presse")], "an agency"),
    ([("state", "United States"), ("state", "US")], "a state"),
    ([("person", "Jonathan Petrovski"), ("person", "Jonathan Petrovsky")], "i and y"),
    ([("person", "Stanislaw Wojtkowiak"), ("person", "Stanislaw Wojtkowyiak")], "a slip in a long name"),
    ([("person", "George W. Bush"), ("person", "George Bush")], "without the initial"),
    ([("force", "British troops"), ("force", "UK troops")], "words for one force"),
]


@pytest.mark.parametrize("actors", [row[0] for row in JOINED])
def test_joined(actors: list[tuple[ActorType, str]]) -> None:
    merged, told = merge_actors(local(str(n), name, kind) for n, (kind, name) in enumerate(actors))
    assert len(merged) == 1
    assert {name for _, name in actors} <= set(merged[0].names)
    assert all(0 < each.score <= 1 and each.reason for each in told)


APART = [
    ([("person", "Shakir Karim"), ("person", "Abdul Hadi Karim")], "one surname, two persons"),
    ([("person", "Shakir Karim"), ("person", "Abdul Hadi Karim"), ("person", "Karim")], "whose surname, nobody knows"),
    ([("militia", "Mahdi Army"), ("militia", "Badr Organisation")], "two militias"),
    ([("force", "Iraqi Army"), ("militia", "Mahdi Army")], "two armies"),
    ([("force", "Iraqi troops"), ("force", "British troops")], "two states"),
    ([("force", "Iraqi troops"), ("force", "Iraqi soldiers")], "two head nouns"),
    ([("force", "Iraqi army"), ("force", "Iraqi police")], "an army and a police"),
    ([("office", "US officials"), ("office", "US military officials")], "officials and the military's"),
    ([("office", "Interior Ministry"), ("office", "Interior Ministry")], "every state has one"),
    ([("person", "Ali Hasan"), ("person", "Ali Husayn")], "short words that differ"),
    ([("person", "Karim"), ("militia", "Karim Brigade")], "a leader and his force"),
]


@pytest.mark.parametrize("actors", [row[0] for row in APART])
def test_apart(actors: list[tuple[ActorType, str]]) -> None:
    merged, _ = merge_actors(local(str(n), name, kind) for n, (kind, name) in enumerate(actors))
    assert len(merged) == len(actors)


def test_an_acronym_goes_to_its_one_full_name() -> None:
    whole = local("1", "Northern River Council", "organisation", "NRC")
    merged, _ = merge_actors([whole, local("2", "NRC", "organisation")])
    assert [actor.name for actor in merged] == ["Northern River Council"]


def test_an_acronym_of_two_bodies_stays_apart() -> None:
    council = local("1", "Northern River Council", "organisation", "NRC")
    committee = local("2", "National Relief Committee", "organisation", "NRC")
    merged, _ = merge_actors([council, committee, local("3", "NRC", "organisation")])
    assert len(merged) == 3


def test_parents_are_merged_too() -> None:
    us = [local("1", "United States", "state", "US"), local("2", "United States", "state")]
    armies = [local(str(n), "US Army", "force", parents=(state.id,)) for n, state in enumerate(us, start=1)]
    merged, _ = merge_actors([*armies, *us])
    state = next(actor for actor in merged if actor.type == "state")
    army = next(actor for actor in merged if actor.type == "force")
    assert army.parents == (state.id,)


def test_order_does_not_matter() -> None:
    actors = [local(str(n), name, kind) for row in (*JOINED, *APART) for n, (kind, name) in enumerate(row[0])]
    first = merge_actors(actors)
    for seed in range(5):
        Random(seed).shuffle(actors)
        assert merge_actors(actors) == first


def test_every_local_actor_is_accounted_for() -> None:
    actors = {a.id: a for row in JOINED for n, (k, name) in enumerate(row[0]) for a in [local(str(n), name, k)]}
    merged, told = merge_actors(actors.values())
    assert [each.local for each in told] == sorted(actors)
    assert {each.actor for each in told} == {actor.id for actor in merged}


def test_nothing_from_nothing() -> None:
    assert merge_actors([]) == ((), ())

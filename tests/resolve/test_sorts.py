"""Two of each sort, joined, tell of all."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.record import Actor, Merge
from rashomon.resolve import merge_actors
from rashomon.resolve.sorts import Sort, counted, join_sorts, sorts_of, spread

NAMES = (
    ("person", "Adel Marun"), ("person", "Marun"), ("person", "Ilse Marun"), ("person", "Adel Karim Marun"),
    ("person", "Horn"), ("person", "Adel Maroon"), ("person", "Valentina Horowitz"), ("person", "Valentina Horovitz"),
    ("state", "Iraq"), ("force", "army"), ("force", "Iraqi army"), ("group", "police"), ("group", "police officers"),
    ("group", "Iraqis"), ("militia", "Tarn Brigade"), ("militia", "Tarn Organisation"), ("organisation", "Karsa Times"),
    ("outlet", "Karsa Times"), ("outlet", "The Karsa Times"), ("organisation", "NRC"),
    ("organisation", "National Relief Council"), ("militia", "Mahdi Army"),
)  # fmt: skip
ABOVE = {"army": "Iraq", "police": "Iraq", "police officers": "police", "Marun": "Tarn Brigade", "Horn": "police"}

named = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique_by=lambda each: each[1])
articles = st.lists(st.tuples(named, st.booleans(), st.booleans()), min_size=1, max_size=14)


def cast(number: str, told: list[tuple[str, str]], above: bool, short: bool) -> list[Actor]:
    """The local actors of one article, some of them below others, some with a second name."""
    ids = {name: f"{number}-{name}" for _, name in told}
    found = []
    for kind, name in told:
        parents = (ids[ABOVE[name]],) if above and ABOVE.get(name) in ids else ()
        names = ("NRC", name) if short and name.startswith("National") else (name,)
        found.append(Actor(ids[name], name, names, kind, parents))  # type: ignore[arg-type]
    return found


@settings(max_examples=150, deadline=None)
@given(articles, st.randoms(use_true_random=False))
def test_two_of_each_sort_tell_of_all(rows: list, random: Random) -> None:
    sorts: dict[str, Sort] = {}
    of: dict[str, str] = {}
    everybody: list[Actor] = []
    order = list(range(len(rows)))
    random.shuffle(order)
    for at, number in enumerate(order):
        actors = cast(f"{number:02}", *rows[at])
        everybody += actors
        found = sorts_of(actors)
        of |= {local: sort.key for local, sort in found.items()}
        sorts |= counted(sorts, found.values())
    merged, joined = join_sorts(sorts)
    told: list[Merge] = []
    for key, sort in sorts.items():
        told += spread(sort, joined[key], [local for local, its in of.items() if its == key])
    actors, merges = merge_actors(everybody)
    assert sorted(told, key=lambda each: each.local) == list(merges)
    known = {actor.id: actor for actor in actors}
    assert merged.items() <= known.items()
    rest = {each.actor: of[each.local] for each in told if each.actor not in merged}
    for actor, key in rest.items():
        assert replace(merged[joined[key].rest[0]], id=actor) == known[actor]
    assert known.keys() == merged.keys() | rest.keys()

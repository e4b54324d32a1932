"""What a person judged apart stays apart, and nobody else is touched by it."""

from itertools import permutations
from random import Random

import pytest

from rashomon.record import Actor, Merge, content_id
from rashomon.resolve import merge_actors


def local(report: str, name: str) -> Actor:
    return Actor(content_id("local", report, name), name, (name,), "person")


def groups(actors: list[Actor], *judged: tuple[Actor, list[Actor]]) -> set[frozenset[str]]:
    """The names joined, each with the number of its report in `actors`, when the judgements hold."""
    apart = [(one.id, other.id) for one, others in judged for other in others]
    _, told = merge_actors(actors, apart=apart)
    together: dict[str, set[str]] = {}
    for number, actor in enumerate(actors):
        (merge,) = (each for each in told if each.local == actor.id)
        together.setdefault(merge.actor, set()).add(f"{actor.name} {number}")
    return {frozenset(names) for names in together.values()}


ALI = [local(str(n), "Adel Marun") for n in range(3)]


def test_the_others_stay_together_whichever_leaves() -> None:
    for number, one in enumerate(ALI):
        others = [each for each in ALI if each is not one]
        left = frozenset(f"Adel Marun {n}" for n in range(3) if n != number)
        assert groups(ALI, (one, others)) == {frozenset({f"Adel Marun {number}"}), left}


def test_those_whom_only_the_one_who_left_held_together_stay_together() -> None:
    full, first, second = actors = [local("a", "Adel Marun"), local("b", "Marun"), local("c", "Marun")]
    assert groups(actors) == {frozenset({"Adel Marun 0", "Marun 1", "Marun 2"})}
    assert groups(actors, (full, [first, second])) == {frozenset({"Adel Marun 0"}), frozenset({"Marun 1", "Marun 2"})}


def test_a_later_report_goes_to_those_nobody_set_apart() -> None:
    for report in "xyz":
        actors = [*ALI, local(report, "Adel Marun")]
        told = {frozenset({"Adel Marun 0"}), frozenset({"Adel Marun 1", "Adel Marun 2", "Adel Marun 3"})}
        assert groups(actors, (ALI[0], ALI[1:])) == told


def test_who_was_judged_apart_may_join_whom_it_fits_better() -> None:
    one, other = local("a", "Stanislaw Wojtkowiak"), local("b", "Stanislaw Wojtlowiak")
    later = local("c", "Stanislaw Wojtkowiak")
    assert len(groups([one, other])) == 1, "a slip of the pen"
    told = groups([one, other, later], (one, [other]))
    assert told == {
        frozenset({"Stanislaw Wojtkowiak 0", "Stanislaw Wojtkowiak 2"}),
        frozenset({"Stanislaw Wojtlowiak 1"}),
    }


def test_two_judged_apart_one_after_the_other() -> None:
    judged = (ALI[0], ALI[1:]), (ALI[1], ALI[2:])
    assert len(groups(ALI, *judged)) == 3


def test_the_others_stay_together_when_two_have_left() -> None:
    one, other, first, second = actors = [*ALI[:2], local("c", "Marun"), local("d", "Marun")]
    told = groups(actors, (one, [other, first, second]), (other, [first, second]))
    assert frozenset({"Marun 2", "Marun 3"}) in told
    assert len(told) == 3


def test_the_order_makes_no_difference() -> None:
    actors = [*ALI, local("d", "Marun"), local("e", "Ilse Horn"), local("f", "Horn")]
    apart = [(ALI[1].id, each.id) for each in (ALI[0], ALI[2], actors[3])]
    first = merge_actors(actors, apart=apart)
    for order in permutations(apart):
        Random(len(order)).shuffle(actors)
        assert merge_actors(actors, apart=order) == first


def test_the_reason_says_that_it_was_judged() -> None:
    _, told = merge_actors(ALI[:2], apart=[(ALI[0].id, ALI[1].id)])
    assert [merge.reason for merge in told] == ["judged to be another than those it would be joined with"] * 2
    assert [merge.score for merge in told] == [1.0, 1.0]


def test_a_judgement_on_who_is_not_there_changes_nothing() -> None:
    expected: tuple[tuple[Actor, ...], tuple[Merge, ...]] = merge_actors(ALI)
    assert merge_actors(ALI, apart=[("gone", ALI[0].id), (ALI[1].id, "gone")]) == expected


NAMES = (
    "Adel Marun",
    "Adil Marun",
    "Marun",
    "Stanislaw Wojtkowiak",
    "Stanislaw Wojtlowiak",
    "Wojtkowiak",
    "Ilse M. Horn",
)


@pytest.mark.parametrize("seed", range(60))
def test_one_leaves_and_all_others_stay_as_they_were(seed: int) -> None:
    """Up to three leave one after the other, whoever they are."""
    random = Random(seed)
    actors = [local(str(n), random.choice(NAMES)) for n in range(random.randint(4, 14))]
    judged: list[tuple[Actor, list[Actor]]] = []
    for _ in range(3):
        before = groups(actors, *judged)
        numbers = sorted(sorted(int(name.rpartition(" ")[2]) for name in group) for group in before if len(group) > 1)
        if not numbers:
            return
        one, *others = random.sample(together := random.choice(numbers), len(together))
        judged.append((actors[one], [actors[n] for n in others]))
        (whole,) = (group for group in before if f"{actors[one].name} {one}" in group)
        alone = frozenset({f"{actors[one].name} {one}"})
        assert groups(actors, *judged) == before - {whole} | {alone, whole - alone}

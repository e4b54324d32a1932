"""What speaks for two local actors being the same; see `merge` for the order of the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.gazetteer import adjective_of, country_of, fold, outlet_or_agency
from rashomon.record import Actor
from rashomon.resolve.kinds import HEADS, described
from rashomon.resolve.known import known_actor
from rashomon.resolve.spelling import slips, sounds, words_of


@dataclass(frozen=True, slots=True)
class Join:
    """Local actors `one` and `other` are the same, with a score from 0 to 1 and the values that agreed."""

    one: str
    other: str
    score: float
    reason: str


Clue = tuple[tuple[str, ...], float, str]
"""A key that the same actors share, the score of a join by it, and its reason."""


def joins(actors: tuple[Actor, ...]) -> Iterator[Join]:
    """All joins among `actors`, which are sorted, the surest first."""
    shared: defaultdict[tuple[str, ...], list[tuple[Actor, float, str]]] = defaultdict(list)
    for actor in actors:
        for key, score, reason in _clues(actor):
            shared[key].append((actor, score, reason))
    for key in sorted(shared):
        first = shared[key][0][0]
        for actor, score, reason in shared[key]:
            if actor.id != first.id:
                yield Join(first.id, actor.id, score, reason)
    yield from _acronyms(actors)
    people = tuple(actor for actor in actors if actor.type == "person")
    yield from _slips(people)
    yield from _shorter(people)


def _clues(actor: Actor) -> Iterator[Clue]:
    if actor.type == "state":
        yield ("state", country_of(actor.name) or actor.name), 1.0, f"the state {actor.name}"
        return
    if actor.type in {"outlet", "agency"}:
        full, _ = outlet_or_agency(actor.name) or (actor.name, actor.type)
        yield ("source", full), 1.0, f"the publisher {full}"
        return
    if actor.type == "person":
        if len(words_of(actor.name)) > 1:
            yield ("person", *sounds(actor.name)), 0.95, f"the same full name by sound: {actor.name}"
        return
    for name in actor.names:
        known = known_actor(name)
        if known:
            yield ("known", known.name), 1.0, f"{name} is a known name of {known.name}"
            return
    told = described(actor.name)
    if told:
        yield ("described", *told.key), 0.9, f"the same words for a part of {told.state}: {actor.name}"
        return
    yield ("named", *sounds(actor.name)), 0.95, f"the same name by sound: {actor.name}"
    proper = proper_part(actor.name)
    if proper:
        yield ("proper", *proper), 0.8, f"the same proper part in {actor.name}"


def proper_part(name: str) -> tuple[str, ...]:
    """The words of a body's name by sound without a last head noun ("Badr" of "Badr Brigade"); empty where what is left
    names a state, a people or only says the sort.

    """
    words = words_of(name)
    if len(words) < 2 or words[-1] not in HEADS:
        return ()
    left = words[:-1]
    if any(country_of(word) or adjective_of(word) or word in HEADS for word in left) or {"of", "for"} & set(left):
        return ()
    return sounds(" ".join(left)) if len(left) == 1 and len(left[0]) > 3 else ()


def _acronyms(actors: Iterable[Actor]) -> Iterator[Join]:
    """An acronym goes to the one full name that some report gives for it."""
    full: defaultdict[str, dict[tuple[str, ...], Actor]] = defaultdict(dict)
    short: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.type in {"person", "state", "outlet", "agency"}:
            continue
        for name in actor.names:
            if is_acronym(name):
                if len(words_of(actor.name)) > 1:
                    full[fold(name)].setdefault(sounds(actor.name), actor)
                else:
                    short[fold(name)].append(actor)
    for name in sorted(short):
        if len(full[name]) == 1:
            (whole,) = full[name].values()
            for actor in short[name]:
                yield Join(whole.id, actor.id, 0.85, f"{actor.name} is given as the acronym of {whole.name}")


def is_acronym(name: str) -> bool:
    """Capitals only, two to six of them."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def _slips(people: tuple[Actor, ...]) -> Iterator[Join]:
    """Full names of as many words that differ by one slip in one word of six letters or more."""
    blocks: defaultdict[tuple[str, ...], dict[tuple[str, ...], Actor]] = defaultdict(dict)
    for actor in people:
        key = sounds(actor.name)
        for left_out in range(len(key)):
            if len(key) > 1:
                blocks[(*key[:left_out], "", *key[left_out + 1 :])].setdefault(key, actor)
    for block in sorted(blocks):
        found = sorted(blocks[block].items())
        at = block.index("")
        for position, (key, actor) in enumerate(found):
            for other_key, other in found[position + 1 :]:
                if min(len(key[at]), len(other_key[at])) >= 6 and slips(key[at], other_key[at], 1) == 1:
                    yield Join(actor.id, other.id, 0.75, f"{actor.name} and {other.name} differ by one letter")


def _shorter(people: tuple[Actor, ...]) -> Iterator[Join]:
    """A surname alone goes to the one person of all reports who bears it with a forename."""
    bearers: defaultdict[str, dict[tuple[str, ...], Actor]] = defaultdict(dict)
    for actor in people:
        key = sounds(actor.name)
        if len(key) > 1:
            bearers[key[-1]].setdefault(key, actor)
    for actor in people:
        key = sounds(actor.name)
        if len(key) == 1 and len(bearers[key[0]]) == 1:
            (whole,) = bearers[key[0]].values()
            yield Join(whole.id, actor.id, 0.7, f"only {whole.name} bears the surname {actor.name}")

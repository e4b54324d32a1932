"""What speaks for two local actors being the same; see `merge` for the order of the rules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.gazetteer import adjective_of, country_of, fold
from rashomon.publishers import full_name
from rashomon.record import Actor
from rashomon.resolve.acronyms import is_acronym
from rashomon.resolve.kinds import body_key, body_of, described, is_generic
from rashomon.resolve.known import known_actor
from rashomon.resolve.people import is_short_for
from rashomon.resolve.spelling import slips, sounds, words_of

ARMS = frozenset("brigade brigades organisation organization corps militia movement party group bloc".split())
"""Head nouns that one body takes in turn ("Badr Brigade", "Badr Organisation")."""

PUBLISHERS = frozenset({"outlet", "agency"})
"""Types of those who publish; who goes by the name of one in another report is the same."""

LONG_WORD = 6
"""Letters from which on one slip in a word of a full name is likelier a slip than another person's name."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Local actors `one` and `other` are the same, with a score from 0 to 1 and the values that agreed."""

    one: str
    other: str
    score: float
    reason: str


def joins(actors: tuple[Actor, ...]) -> Iterator[Join]:
    """All joins among `actors`, which are sorted and of different ids, the surest rules first."""
    by_id = {actor.id: actor for actor in actors}
    publishers = {fold(name): each.name for each in actors if each.type in PUBLISHERS for name in each.names}
    shared: defaultdict[Key, list[tuple[Actor, float, str]]] = defaultdict(list)
    for actor in actors:
        for key, score, reason in _clues(actor, by_id, publishers):
            shared[key].append((actor, score, reason))
    for key in sorted(shared):
        first = shared[key][0][0]
        for actor, score, reason in shared[key][1:]:
            yield Join(first.id, actor.id, score, reason)
    yield from _acronyms(actors)
    people = tuple(actor for actor in actors if actor.type == "person")
    yield from _slips(people)
    yield from _shorter(people)


def _clues(actor: Actor, by_id: Mapping[str, Actor], publishers: Mapping[str, str]) -> Iterator[tuple[Key, float, str]]:
    """Keys that the same actors share, each with the score of a join by it and its reason."""
    name = actor.name
    if actor.type == "state":
        yield ("state", country_of(name) or name), 1.0, f"both are the state {name}"
    elif actor.type in PUBLISHERS or (fold(name) in publishers and actor.type in {"organisation", "person"}):
        name = publishers[fold(name)]
        full = full_name(name)
        yield ("source", fold(full)), 1.0, f"both are the publisher {full}"
    elif actor.type == "person":
        if len(words_of(name)) > 1:
            yield ("person", *sounds(name)), 0.95, f"full names of one sound: {name}"
    elif known := next((known for each in (name, *actor.names) if (known := known_actor(each))), None):
        yield ("known", known.name), 1.0, f"known names of {known.name}: {', '.join(actor.names)}"
    elif told := described(name):
        yield ("described", *told.key), 0.9, f"words for one part of {told.state}: {name}"
    elif is_generic(name):
        owners = sorted(by_id[parent].name for parent in actor.parents if parent in by_id)
        told = described(f"{owners[0]} {name}") if len(owners) == 1 else None
        if told:
            yield ("described", *told.key), 0.9, f"words for one part of {told.state}: {name}"
        elif owners:
            yield ("generic", *sounds(name), *owners), 0.9, f"{name} of {', '.join(owners)}"
    elif actor.type == "group" and (state := adjective_of(name)):
        yield ("people", state), 0.95, f"both are the people of {state}"
    else:
        yield ("named", *body_key(body_of(name) or name)), 0.95, f"names of one sound: {name}"
        proper = proper_part(name)
        if proper:
            yield ("proper", *proper), 0.8, f"bodies of one proper name: {name}"


def is_keyed(actor: Actor, by_id: Mapping[str, Actor]) -> bool:
    """Is there a key by which all that are named as this one are the same, whatever else is told?"""
    return next(_clues(actor, by_id, {}), None) is not None


def proper_part(name: str) -> Key:
    """The proper name of a body by sound, without the head noun that says its sort ("Badr" of "Badr Brigade").

    Empty where the rest is more than one word, a state or a people, or the head is none of `ARMS`.
    """
    words = words_of(name)
    if len(words) != 2 or words[1] not in ARMS or len(words[0]) < 4 or is_generic(words[0]):
        return ()
    return () if country_of(words[0]) else sounds(words[0])


def _acronyms(actors: tuple[Actor, ...]) -> Iterator[Join]:
    """An acronym alone goes to the one full name that some report gives for it."""
    full: defaultdict[str, dict[Key, Actor]] = defaultdict(dict)
    short: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.type in {"person", "state", "outlet", "agency"}:
            continue
        for name in filter(is_acronym, actor.names):
            if is_acronym(actor.name):
                short[fold(name)].append(actor)
            else:
                full[fold(name)].setdefault(sounds(actor.name), actor)
    for name in sorted(short):
        if len(full[name]) == 1:
            (whole,) = full[name].values()
            for actor in short[name]:
                yield Join(whole.id, actor.id, 0.85, f"{actor.name} is elsewhere given for {whole.name} alone")


def _slips(people: tuple[Actor, ...]) -> Iterator[Join]:
    """Full names that differ by one slip in one long word; names that share the other words are compared."""
    blocks: defaultdict[Key, dict[Key, Actor]] = defaultdict(dict)
    for actor in people:
        key = sounds(actor.name)
        for at in range(len(key)):
            if len(key) > 1 and len(key[at]) >= LONG_WORD:
                blocks[(*key[:at], "", *key[at + 1 :])].setdefault(key, actor)
    for block in sorted(blocks):
        found = sorted(blocks[block].items())
        at = block.index("")
        for position, (key, actor) in enumerate(found):
            for other_key, other in found[position + 1 :]:
                if slips(key[at], other_key[at], 1) == 1:
                    yield Join(actor.id, other.id, 0.75, f"{actor.name} and {other.name} differ by one slip")


def _shorter(people: tuple[Actor, ...]) -> Iterator[Join]:
    """A surname alone, or a name without its middle names, goes to the only person whom it fits.

    Bearers of one surname alone are taken for one person only where no full name with it is known.
    """
    bearers: defaultdict[str, dict[Key, Actor]] = defaultdict(dict)
    for actor in people:
        key = sounds(actor.name)
        if len(key) > 1:
            bearers[key[-1]].setdefault(key, actor)
    alone: dict[str, Actor] = {}
    for actor in people:
        key = sounds(actor.name)
        known = bearers.get(key[-1], {})
        fitting = [each for each in known if (len(key) == 1 or is_short_for(key, each))]
        whole = [each for each in fitting if not any(is_short_for(each, other) for other in fitting)]
        if len(whole) == 1:
            yield Join(known[whole[0]].id, actor.id, 0.7, f"only {known[whole[0]].name} bears the name {actor.name}")
        elif not known:
            first = alone.setdefault(key[0], actor)
            if first is not actor:
                yield Join(first.id, actor.id, 0.6, f"one surname, and no full name with it is known: {actor.name}")

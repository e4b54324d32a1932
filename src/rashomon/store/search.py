"""Which events answer to a few words, best first; every word has to be met somewhere in the event.

A word is met by its other forms (`desert` by deserted, desertions, deserters), and by the act that it stands for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.record import Event, Statement
from rashomon.record.vocabulary import MODES
from rashomon.store.view import View
from rashomon.store.words import stem, stems, tokens

TITLE, TRIGGER, ACT, NAME, KIN, EVIDENCE = 4, 4, 3, 3, 2, 1
"""What a word is worth where it is met: in an event's title, in the words that tell of the act, in the act's own name,
in a name, in an act that the word also stands for, and anywhere else in the sentence."""

_KIN = {
    "attack": "assault", "battle": "clash", "bomb": "aerial explosives suicide-attack", "casualty": "killed injured",
    "ceasefire": "ceasefire", "crossing": "change-sides", "dead": "killed", "death": "killed", "desert": "defect",
    "fight": "clash", "flee": "displaced", "fire": "firearms", "meeting": "consult", "mutiny": "defect",
    "prison": "arrest", "refugee": "displaced", "sack": "dismiss", "shell": "heavy-weapons", "talks": "consult",
    "truce": "ceasefire", "violence": "assault harm", "wound": "injured",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that answers, with its worth and that of each of its statements; the higher, the better."""

    event: Event
    worth: int
    statements: Mapping[str, int]


def search(events: Iterable[Event], view: View, words: str) -> list[Hit]:
    """The events that answer to all the words, best first; then by number of origins, then by time."""
    wanted = [stem(word) for word in tokens(words)]
    worths = _worths(view, wanted)
    nothing = (0,) * len(wanted)
    hits = []
    for event in events:
        told = {key: worths.get(key, nothing) for key in event.statements}
        title = stems(event.title)
        best = [max(TITLE * (word in title), *(w[n] for w in told.values())) for n, word in enumerate(wanted)]
        if best and all(best):
            hits.append(Hit(event, sum(best), {key: sum(worth) for key, worth in told.items()}))
    return sorted(hits, key=_order)


def _worths(view: View, wanted: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """What each wanted word is worth in each statement that meets any of them."""
    actors = {actor.id: stems(*actor.names) for actor in view.actors()}
    places = {place.id: stems(*place.names, *place.within) for place in view.places()}
    kin = [KIN_STEMS.get(word, frozenset()) for word in wanted]
    if not wanted:
        return {}
    met = frozenset(wanted)
    acts = {act for type_, modes in MODES.items() for act in (type_, *modes) if met & stems(act)}.union(*kin)
    met_by = [sorted(key for key, names in those.items() if met & names) for those in (actors, places)]
    found = {}
    for statement in view.statements_meeting(met, acts, *met_by):
        fields = _fields(statement, actors, places)
        act = frozenset(filter(None, (statement.type, statement.mode)))
        worth = tuple(
            max(KIN if others & act else 0, *(value for value, field in fields if word in field), 0)
            for word, others in zip(wanted, kin, strict=True)
        )
        if any(worth):
            found[statement.id] = worth
    return found


def _fields(
    statement: Statement, actors: Mapping[str, frozenset[str]], places: Mapping[str, frozenset[str]]
) -> list[tuple[int, frozenset[str]]]:
    roles = (*statement.actors, *statement.targets)
    ids = [*(role.actor for role in roles), *(sayer.actor for sayer in statement.chain)]
    named = stems(*(role.name for role in roles), *(sayer.name for sayer in statement.chain)).union(
        *(actors.get(one, frozenset()) for one in ids if one),
        *(places.get(mention.place, frozenset()) for mention in statement.places if mention.place),
    )
    return [
        (TRIGGER, stems(statement.trigger.text) if statement.trigger else frozenset()),
        (ACT, stems(statement.type, statement.mode)),
        (NAME, named),
        (EVIDENCE, stems(statement.evidence.text)),
    ]


def _order(hit: Hit) -> tuple[int, int, bool, date, str, str]:
    day = hit.event.time and (hit.event.time.earliest or hit.event.time.latest)
    return -hit.worth, -hit.event.origins, day is None, day or date.max, hit.event.title, hit.event.id


KIN_STEMS = {stem(word): frozenset(acts.split()) for word, acts in _KIN.items()}
"""Stems of words that stand for acts under other names, to the types and modes that they stand for."""

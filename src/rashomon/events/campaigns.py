"""Operations told of as a whole (an offensive, a siege, a crackdown), and what belongs to them.

A campaign is found where reports name one ("the Marib offensive", "an operation in Marib"): the place beside the word
is its place. Reports whose days lie close together and whose places are one tell of one campaign; a report without a
date joins it only where the place has had no other. The statements about the operation as a whole make the campaign's
own event; clashes, desertions, dismissals and moves of troops told of in its days and place stay events of their own
and become parts of it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.events import geography
from rashomon.events.clues import TALK, TELLING, Clue, most_common
from rashomon.events.intervals import fine
from rashomon.events.match import COMMON
from rashomon.events.operations import AFTER_WORD, BEFORE_WORD, FIGHTING, NAMED, OPENING, aims
from rashomon.events.shelf import Note
from rashomon.record import Place

PASSAGE = 300
"""Characters between two sentences that are told in one breath."""

BESIDE = 40
"""Characters between the word for the operation and the act told of."""

APART = timedelta(days=60)
"""Reports of one place further apart than this tell of two campaigns."""

BEFORE, AFTER = timedelta(days=3), timedelta(days=30)
"""How long before its first day and after its last told day an act may be part of a campaign: reckonings (dismissals,
trials, truces) follow within about a month."""

PARTS = frozenset(
    {"violence", "abuse", "abduction", "disloyalty", "dismissal", "deployment", "control", "truce", "withdrawal"}
    | {"disarming", "arrest", "restriction", "seizure", "displacement"}
)
"""Matters that can be parts of a campaign."""


_WHOLE = frozenset({"assault", "mobilize"}) | TALK
"""Types of statements about an operation as a whole."""


@dataclass(frozen=True, slots=True)
class Campaign:
    """One operation: its place, the statements about it as a whole, its first and last told day, the articles that
    name it."""

    place: Place
    core: tuple[Clue, ...]
    first: date | None
    last: date | None
    articles: frozenset[str]


def _words(clue: Clue) -> str:
    return clue.statement.evidence.text


def _anchors(clue: Clue) -> Iterable[Place]:
    """The places named with a word for an operation."""
    text = _words(clue)
    for word in NAMED.finditer(text):
        for spot in clue.spots:
            before = spot.end <= word.start() and BEFORE_WORD.fullmatch(text[spot.end : word.start()])
            after = spot.start >= word.end() and AFTER_WORD.fullmatch(text[word.end() : spot.start])
            if (before or after) and spot.place.precision <= TELLING:
                yield spot.place


def _article_places(clues: Sequence[Clue]) -> tuple[dict[str, Place], frozenset[str]]:
    """The place of the operation that each article names, and the articles that name the place beside the word.

    An article that speaks of "the operation" without a place beside it means the place that it names most; it may
    join a campaign that another article names, and makes none itself.
    """
    beside: dict[str, Counter[str]] = {}
    named: dict[str, Counter[str]] = {}
    places: dict[str, Place] = {}
    for clue in clues:
        if NAMED.search(_words(clue)):
            found = {place.id: place for place in _anchors(clue)}
            places |= found | {place.id: place for place in clue.around}
            beside.setdefault(clue.statement.article, Counter()).update(found.keys())
    for clue in clues:
        known = {spot.place.id: spot.place for spot in clue.spots if spot.place.precision <= TELLING}
        places |= known
        named.setdefault(clue.statement.article, Counter()).update(known.keys())
    place_of = {}
    for article, anchored in beside.items():
        key = most_common(anchored) if anchored else most_common(named[article])
        if key:
            place_of[article] = places[key]
    return place_of, frozenset(article for article, anchored in beside.items() if anchored)


def _about_whole(clue: Clue, place: Place) -> bool:
    """Whether a statement of an article that names a campaign is about the campaign as a whole."""
    s = clue.statement
    if s.type not in _WHOLE or s.factuality == "hypothetical" or clue.manner is not None:
        return False
    telling = [other for other in clue.places if other.precision <= TELLING]
    if clue.places and not any(geography.relation(place, other) != "apart" for other in telling):
        return False
    trigger = s.trigger.text if s.trigger else ""
    if s.type == "assault" and clue.time is None and aims(s):
        return True
    if NAMED.search(trigger) or any(NAMED.search(role.text) for role in (*s.actors, *s.targets)):
        return True
    at = s.trigger.start - s.evidence.start if s.trigger else 0
    return s.type in TALK and any(
        max(word.start() - at - len(trigger), at - word.end()) <= BESIDE for word in NAMED.finditer(_words(clue))
    )


def _day(clues: Iterable[Clue]) -> date | None:
    """A day that places an article's telling in time: its publication, else the first exact day told."""
    told = sorted(clues, key=lambda clue: clue.id)
    for clue in told:
        if clue.published and clue.published.latest:
            return clue.published.latest
    return min((c.time.earliest for c in told if c.time and fine(c.time) and c.time.earliest), default=None)


def _clusters(notes: Sequence[Note]) -> list[list[str]]:
    """Articles of one place parted where their days lie too far apart; undated ones join only a single cluster."""
    dated = sorted((note.day, note.article) for note in notes if note.day)
    undated = sorted(note.article for note in notes if note.day is None)
    found: list[list[str]] = []
    previous: date | None = None
    for day, article in dated:
        if previous is None or day - previous > APART:
            found.append([])
        found[-1].append(article)
        previous = day
    if len(found) == 1:
        found[0] += undated
    else:
        found += [[article] for article in undated]
    return found


def _places_apart(places: Iterable[Place]) -> list[list[Place]]:
    """Places in groups of one neighbourhood. A place that two groups could take, such as the province of two towns,
    makes a group of its own."""
    groups: list[list[Place]] = []
    signed: dict[str, list[int]] = {}
    for place in sorted(set(places), key=lambda p: (p.precision, p.id)):
        likely = sorted({at for sign in geography.asks(place) for at in signed.get(sign, ())})
        near = [at for at in likely if geography.relation(groups[at][0], place) != "apart"]
        if len(near) == 1:
            groups[near[0]].append(place)
            continue
        for sign in geography.signs(place):
            signed.setdefault(sign, []).append(len(groups))
        groups.append([place])
    return groups


def notes_of(clues: Sequence[Clue]) -> tuple[Note, ...]:
    """Notes on the articles of these clues that tell of an operation as a whole."""
    place_of, anchored = _article_places(clues)
    core: dict[str, list[Clue]] = {}
    for clue in clues:
        article = clue.statement.article
        if (place := place_of.get(article)) and _about_whole(clue, place):
            core.setdefault(article, []).append(clue)
    return tuple(
        Note(article, place_of[article], article in anchored, _day(told), tuple(sorted(clue.id for clue in told)))
        for article, told in sorted(core.items())
    )


def outlines(notes: Iterable[Note]) -> tuple[tuple[Place, tuple[Note, ...]], ...]:
    """The campaigns told of in two statements or more, each its place and the notes on its articles."""
    by_place: dict[str, list[Note]] = {}
    places: dict[str, Place] = {}
    for note in notes:
        by_place.setdefault(note.place.id, []).append(note)
        places[note.place.id] = note.place
    found = []
    for group in _places_apart(places.values()):
        here = {note.article: note for place in group for note in by_place[place.id]}
        for articles in _clusters(tuple(here.values())):
            told = tuple(here[article] for article in sorted(articles))
            if sum(len(note.core) for note in told) > 1 and any(note.anchored for note in told):
                found.append((group[0], told))
    return tuple(found)


def campaign(place: Place, notes: Sequence[Note], clues: Sequence[Clue], limit: int) -> Campaign:
    """The campaign that these notes tell of, `clues` being those of their articles; it holds at most `limit`
    statements of its own."""
    core = {key for note in notes for key in note.core}
    told = sorted((clue for clue in clues if clue.id in core), key=lambda clue: clue.id)
    first, last = _days(told)
    told += _openings(sorted(clues, key=lambda clue: clue.id), told, place, first)
    told.sort(key=lambda clue: clue.id)
    return Campaign(place, tuple(told[:limit]), first, last, frozenset(note.article for note in notes))


def _days(core: Sequence[Clue]) -> tuple[date | None, date | None]:
    """First and last day of an operation as its own statements tell them."""
    told = [c.time for c in core if c.time and fine(c.time) and c.happened]
    first = min((t.earliest for t in told if t.earliest), default=None)
    return first, max((t.latest for t in told if t.latest), default=first)


def _openings(clues: Sequence[Clue], core: Sequence[Clue], place: Place, first: date | None) -> list[Clue]:
    """Statements among `clues`, those of the campaign's reports, that tell of the first day in other words ("the
    minister rushed in on Monday"): a word of opening, a party of the campaign, a day within three of its first."""
    if first is None:
        return []
    parties = frozenset().union(*(clue.doers.ids for clue in core))
    known = {clue.id for clue in core}
    found = []
    for clue in clues:
        if clue.id in known:
            continue
        time, trigger = clue.time, clue.statement.trigger
        if not (time and fine(time) and time.earliest and abs(time.earliest - first) <= BEFORE):
            continue
        here = not clue.places or any(geography.relation(place, other) != "apart" for other in clue.places)
        told = _words(clue) if clue.statement.type in TALK else trigger.text if trigger else ""
        if here and OPENING.search(told) and clue.doers.ids & parties:
            found.append(clue)
    return found


def holds(campaign: Campaign, clues: Sequence[Clue]) -> bool:
    """Whether an event made of `clues` is part of the campaign.

    Its matter must be one of `PARTS`; a day must lie within the campaign's; and it must be told of the campaign's
    place, or be told in a report of the campaign in words that place it there.
    """
    if clues[0].matter not in PARTS or all(not clue.happened for clue in clues):
        return False
    named = [place for clue in clues for place in clue.places if place.precision <= TELLING]
    if named and all(geography.relation(campaign.place, place) == "apart" for place in named):
        return False
    times = [clue.time for clue in clues if clue.time]
    dated = [t for t in times if fine(t)]
    in_days = bool(dated) and campaign.first is not None and campaign.last is not None
    if in_days and campaign.first and campaign.last:
        first, last = campaign.first - BEFORE, campaign.last + AFTER
        if not all((t.latest or date.max) >= first and (t.earliest or date.min) <= last for t in dated):
            return False
    told_here = [clue for clue in clues if clue.statement.article in campaign.articles]
    here = bool(named) or any(campaign.place in clue.around and not clue.places for clue in told_here)
    worded = any(FIGHTING.search(_words(clue)) for clue in told_here)
    if clues[0].matter not in COMMON:
        worded = worded or any(_beside(clue, campaign) for clue in told_here)
    return here and bool(told_here) and (in_days or worded)


def _beside(clue: Clue, campaign: Campaign) -> bool:
    """Whether the statement stands in one passage with one about the campaign as a whole."""
    s = clue.statement
    return any(
        core.statement.article == s.article
        and max(core.statement.evidence.start, s.evidence.start) - min(core.statement.evidence.end, s.evidence.end)
        <= PASSAGE
        for core in campaign.core
    )

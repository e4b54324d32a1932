"""Events after some articles came, changed or went: only what these concern is gathered anew.

What two statements have to do with each other hangs on these two and on the keys that they share (`candidates`), so a
statement of an article that nobody touched keeps its matches with the likes of it. Events are groups within what hangs
together by matches. Therefore it is enough to match the statements of the touched articles anew, and to gather anew all
that hangs together with them, with what they matched before, or with an operation that has changed. The events are then
those that a gathering of the whole record would give.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from rashomon.events.campaigns import Campaign, campaign, holds, notes_of, outlines
from rashomon.events.candidates import FULL, SEEKS, copies, keys, looked_up_day, meeting, sought
from rashomon.events.clues import Clue, clues
from rashomon.events.join import LARGEST, Group, join, matches
from rashomon.events.making import Maker, Stock
from rashomon.events.shelf import Shelf, Whole
from rashomon.events.talk import GOES_ON, attach, continuing
from rashomon.events.top import with_lead
from rashomon.events.verdicts import Verdicts, pair, verdicts
from rashomon.models import Linear
from rashomon.record import ON_EVENTS, Article, Event, Join, Judgement, PlaceMention, Statement

GATHERING = "6"
"""Raised with every change in what a clue holds, in what matches or in how an event is made: what was kept by another
version is then not gone on with."""

AT_ONCE = 500
"""Heads that are matched at a time: enough for speed, few enough to keep memory flat."""

Told = tuple[Article, Sequence[Statement], Sequence[PlaceMention]]
"""An article, its statements, and all places that it names."""

Read = Callable[[Collection[str]], Iterable[Told]]
"""Gives what the articles with these ids tell; one that is gone is left out."""


@dataclass(frozen=True, slots=True)
class Growth:
    """`events` take the place of all events that hold one of the statements `gone`; they are made while they are gone
    through, once."""

    gone: frozenset[str]
    events: Iterable[Event]


def grow(
    shelf: Shelf,
    touched: frozenset[str],
    read: Read,
    stock: Stock,
    judgements: Sequence[Judgement] = (),
    model: Linear | None = None,
) -> Growth:
    """What becomes of the events when the articles `touched` are new, gone, or no longer what they were: their text,
    their family, their actors or places, or what was judged of their statements."""
    touched = touched.union(*(stock.origins.family(article).articles for article in touched))
    copied = _copies(touched, read, stock)
    looked_up = {head: keys(told[0]) for head, told in copied.items()}
    before = shelf.heads(touched)
    turned = _turned(shelf, before, looked_up)
    partners = _ends(shelf.joins(before)) - before
    gone = {clue.id for told in shelf.clues(before).values() for clue in told}
    shelf.remove(touched, before)
    shelf.add(copied, looked_up, notes_of([told[0] for told in copied.values()]))
    _match(shelf, copied, looked_up, model)
    partners |= _rematch(shelf, turned, frozenset(copied), model)
    judged = verdicts(judgements, shelf.head_of(_about(judgements)))
    seen = gone | {clue.id for told in copied.values() for clue in told}
    beside = {key for each in judgements for key in _about([each]) if not seen.isdisjoint(_about([each]))}
    judged_here = frozenset(shelf.head_of(beside).values())
    old = shelf.wholes()
    changed, wholes, events = _wholes(shelf, touched, judged_here, stock, judged)
    shelf.put_wholes(wholes)
    outdated = [*changed, *(whole for whole in old if whole not in wholes)]
    moved = frozenset(shelf.head_of({head for whole in outdated for head in whole.core}).values())
    named = shelf.heads({article for whole in outdated for article in whole.articles})
    start = (
        frozenset(copied)
        | partners
        | judged_here
        | moved
        | _ends(shelf.joins(moved))
        | named
        | _ends(shelf.joins(copied.keys()))
    )
    taken = frozenset(head for whole in wholes for head in whole.core)
    here = _component(shelf, start - taken, taken, judged)
    told = shelf.clues(here | moved)
    gone.update(clue.id for each in told.values() for clue in each)
    first = tuple(told[head][0] for head in sorted(here))
    found = [each for each in shelf.joins(here) if each.score > GOES_ON and {each.one, each.other} <= here]
    groups = attach(join(first, found, judged, LARGEST, model), LARGEST, judged)
    return Growth(frozenset(gone), chain(events, _parts(shelf, groups, wholes, Maker(stock, told))))


def _copies(touched: Collection[str], read: Read, stock: Stock) -> dict[str, tuple[Clue, ...]]:
    """The heads of the articles, each with its copies."""
    found: list[Clue] = []
    own: set[str] = set()
    for article, statements, named in read(sorted(touched)):
        if (article.outlet or article.file) == stock.origins.family(article.id).origin:
            own.add(article.id)
        told = clues(article, statements, stock.actors, stock.places)
        found += with_lead(article, told, named, stock.places)
    family = {clue.statement.article: stock.origins.family(clue.statement.article).id for clue in found}
    return {group[0].id: group for group in copies(found, family, own)}


def _turned(shelf: Shelf, before: frozenset[str], looked_up: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The keys that become too full to be used, or are so no longer, when the heads `before` go and these come."""
    come, go = (Counter(key for told in each.values() for key in told) for each in (looked_up, shelf.keys(before)))
    sizes = shelf.sizes(come.keys() | go.keys())
    left = {key: size - go[key] for key, size in sizes.items()}
    return frozenset(
        key
        for key, size in sizes.items()
        if left[key] > 1 and (size > FULL) != (left[key] + come[key] > FULL) and not key.startswith(SEEKS)
    )


def _match(
    shelf: Shelf,
    copied: Mapping[str, tuple[Clue, ...]],
    looked_up: Mapping[str, frozenset[str]],
    model: Linear | None,
) -> None:
    """Put the matches of these heads on the shelf."""
    # Those of one day at a time: what they are compared with is then still at hand from the one before.
    heads = sorted(copied, key=lambda head: (looked_up_day(copied[head][0]) or date.min, head))
    for at in range(0, len(heads), AT_ONCE):
        pairs = _pairs(shelf, {head: looked_up[head] for head in heads[at : at + AT_ONCE]}, copied)
        here = shelf.clues({head for both in pairs for head in both})
        ordered = (pair(*both) for both in pairs)
        shelf.add_joins(matches(((here[one][0], here[other][0]) for one, other in ordered), model))
    shelf.add_joins(continuing([told[0] for told in copied.values()]))


def _pairs(shelf: Shelf, looked_up: Mapping[str, frozenset[str]], new: Collection[str]) -> list[tuple[str, str]]:
    """Each of these heads with those that it is to be compared with, every two heads once; of two that are both `new`
    the smaller comes with the larger."""
    size = shelf.sizes({key for told in looked_up.values() for key in told})
    usable = {
        head: [other for key in told if size[key] <= FULL and (other := sought(key, told))]
        for head, told in looked_up.items()
    }
    members = shelf.members({key for told in usable.values() for key in told})
    pairs = []
    for head, told in usable.items():
        near = set().union(*(members[key] for key in told))
        pairs += [(head, other) for other in sorted(near) if other > head or other not in new]
    return [(head, other) for head, other in pairs if head != other]


def _rematch(shelf: Shelf, turned: frozenset[str], new: frozenset[str], model: Linear | None) -> frozenset[str]:
    """Bring the matches between heads that are not `new` to what they are by the keys that have `turned` too full, or
    are so no longer; the heads whose matches have changed."""
    if not turned:
        return frozenset()
    size = shelf.sizes(turned)
    members = {key: here - new for key, here in shelf.members(turned).items()}
    heads = frozenset().union(*members.values())
    own = shelf.keys(heads)
    joined = {(each.one, each.other): each for each in shelf.joins(heads) if each.score > GOES_ON}
    asked = {
        both: met
        for both in joined
        if heads.issuperset(both) and not turned.isdisjoint(met := meeting(own[both[0]], own[both[1]]))
    }
    sizes = shelf.sizes({key for met in asked.values() for key in met})
    lost = [joined[both] for both, met in asked.items() if all(sizes[key] > FULL for key in met)]
    shelf.remove_joins(lost)
    pairs = {
        (one, other)
        for key, here in members.items()
        if size[key] <= FULL
        for one in here
        for other in here
        if one < other and (one, other) not in joined and key in meeting(own[one], own[other])
    }
    known = shelf.clues({head for both in pairs for head in both})
    found = tuple(matches(((known[one][0], known[other][0]) for one, other in sorted(pairs)), model))
    shelf.add_joins(found)
    return _ends((*lost, *found))


def _about(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The statements that these judgements are on."""
    return frozenset(key for each in judgements if each.kind in ON_EVENTS for key in (each.subject, *each.object))


def _wholes(
    shelf: Shelf, touched: frozenset[str], judged_here: frozenset[str], stock: Stock, judged: Verdicts
) -> tuple[tuple[Whole, ...], tuple[Whole, ...], list[Event]]:
    """The operations that are not what they were; all operations; and the events of the first."""
    kept = {(whole.place.id, whole.articles): whole for whole in shelf.wholes()}
    taken: set[str] = set()
    wholes, changed, events = [], [], []
    for place, notes in outlines(shelf.notes().values()):
        articles = tuple(sorted(note.article for note in notes))
        whole = kept.get((place.id, articles))
        stale = not (touched.isdisjoint(articles) and whole and judged_here.isdisjoint(whole.core))
        if whole is None or whole.place != place or stale:
            told = shelf.clues(shelf.heads(articles))
            found = campaign(place, notes, [each[0] for each in told.values()], LARGEST)
            core = frozenset(clue.id for clue in found.core) - taken
            core = _as_judged(core, judged) - taken
            if len(core) < 2:
                continue
            copied = shelf.clues(core)
            group = Group(
                tuple(copied[head][0] for head in sorted(core)),
                "; ".join((f"told of the operation in {place.name} as a whole", *judged.why(core))),
            )
            event = Maker(stock, copied).event(group, None, place)
            whole = Whole(event.id, place, tuple(sorted(core)), found.first, found.last, articles)
            changed.append(whole)
            events.append(event)
        taken.update(whole.core)
        wholes.append(whole)
    return tuple(changed), tuple(wholes), events


def _as_judged(core: frozenset[str], judged: Verdicts) -> frozenset[str]:
    """The heads of an operation with those judged to belong with one of them, and without those judged not to."""
    out = {one for one, other in judged.parted if one in core and other in core}
    core -= out
    return core | {head for both in judged.together if len(core.intersection(both)) == 1 for head in both}


def _component(shelf: Shelf, start: frozenset[str], taken: frozenset[str], judged: Verdicts) -> frozenset[str]:
    """All heads that hang together with `start` by matches and by what was judged; those `taken` join nothing."""
    seen, edge = set(start), set(start)
    by_hand = {head: {other for both in judged.together if head in both for other in both} for head in judged.heads}
    while edge:
        near = _ends(shelf.joins(edge)).union(*(by_hand.get(head, ()) for head in edge))
        edge = {head for head in near if head not in seen and head not in taken}
        seen |= edge
    return frozenset(seen)


def _ends(joins: Iterable[Join]) -> frozenset[str]:
    return frozenset(head for each in joins for head in (each.one, each.other))


def _parts(shelf: Shelf, groups: Iterable[Group], wholes: Iterable[Whole], make: Maker) -> Iterator[Event]:
    """The events of the groups, each a part of the one operation that holds it."""
    near: dict[str, list[Whole]] = {}
    for whole in wholes:
        for article in whole.articles:
            near.setdefault(article, []).append(whole)
    known: dict[str, Campaign] = {}
    for group in groups:
        by_event = {whole.event: whole for clue in group.clues for whole in near.get(clue.statement.article, ())}
        for key, whole in by_event.items():
            if key not in known:
                core = tuple(told[0] for _, told in sorted(shelf.clues(whole.core).items()))
                known[key] = Campaign(whole.place, core, whole.first, whole.last, frozenset(whole.articles))
        over = [key for key in by_event if holds(known[key], group.clues)]
        yield make.event(group, over[0] if len(over) == 1 else None)

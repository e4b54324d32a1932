"""From statements to events: what several statements are about, with the accounts of each origin side by side.

Every statement is in exactly one event; one that nothing can be joined to is an event of its own. Copies of one text
are counted once while joining, so that a reprint changes nothing but the reach of its account.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from rashomon.events.accounts import accounts
from rashomon.events.campaigns import Campaign, campaigns, holds
from rashomon.events.candidates import copies
from rashomon.events.clues import TALK, Clue, clues
from rashomon.events.disagreements import disagreements
from rashomon.events.intervals import narrowest
from rashomon.events.join import LARGEST, Group, join
from rashomon.events.mappings import acled, party, ucdp_violence
from rashomon.events.operations import NAMED
from rashomon.events.origins import Origins
from rashomon.events.rollup import roll_up, told_figures
from rashomon.events.talk import attach
from rashomon.events.titles import title
from rashomon.events.top import with_lead
from rashomon.models import Linear
from rashomon.record import Actor, Article, Event, Family, Place, PlaceMention, Role, Statement, content_id


def gather_events(
    statements: Iterable[Statement],
    articles: Mapping[str, Article],
    families: tuple[Family, ...],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    named: Mapping[str, Sequence[PlaceMention]] = MappingProxyType({}),
    model: Linear | None = None,
) -> tuple[Event, ...]:
    """The events of the whole record, sorted by id, whatever the order of the statements.

    `articles` must hold the article of every statement; roles, sayers and place mentions carry the ids of merged
    `actors` and of `places`. `named` are all places
    that each article names. `model` tells which reports are about one incident, None for the one of the package.
    """
    by_article: dict[str, dict[str, Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, {})[statement.id] = statement
    told: list[Clue] = []
    for key in sorted(by_article):
        text = articles[key]
        told += with_lead(text, clues(text, by_article[key].values(), actors, places), named.get(key, ()), places)
    origins = Origins(families, actors)
    copied = copies(told, {key: origins.family(key).id for key in by_article})
    first = tuple(group[0] for group in copied)
    others = {group[0].id: group for group in copied}
    wholes = campaigns(first, LARGEST)
    taken: set[str] = set()
    cores: list[tuple[Campaign, Group]] = []
    for whole in wholes:
        core = tuple(clue for clue in whole.core if clue.id not in taken)
        if len(core) > 1:
            taken |= {clue.id for clue in core}
            cores.append((whole, Group(core, f"told of the operation in {whole.place.name} as a whole")))
    groups = attach(join(tuple(clue for clue in first if clue.id not in taken), LARGEST, model), LARGEST)
    make = _Maker(articles, origins, actors, places, others)
    events = []
    parents: dict[str, list[tuple[str, Campaign]]] = {}
    for whole, group in cores:
        event = make.event(group, None, whole.place)
        events.append(event)
        for article in whole.articles:
            parents.setdefault(article, []).append((event.id, whole))
    for group in groups:
        near = dict(pair for clue in group.clues for pair in parents.get(clue.statement.article, ()))
        over = [key for key, whole in near.items() if holds(whole, group.clues)]
        events.append(make.event(group, over[0] if len(over) == 1 else None))
    return tuple(sorted(events, key=lambda event: event.id))


class _Maker:
    """Makes the events of one record; `copies` are the clues that each first copy stands for."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        origins: Origins,
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        copied: Mapping[str, Sequence[Clue]],
    ) -> None:
        self._articles = articles
        self._origins = origins
        self._actors = actors
        self._places = places
        self._copies = copied

    def event(self, group: Group, part_of: str | None, campaign: Place | None = None) -> Event:
        """The event that a group of first copies makes, with all their copies; `campaign` is the place of an
        operation told of as a whole."""
        told = sorted((copy for clue in group.clues for copy in self._copies[clue.id]), key=lambda clue: clue.id)
        statements = [clue.statement for clue in told]
        origin = self._origins.of(statements)
        type_, mode = _act(statements, origin)
        acting = [s for s in statements if s.type not in TALK] or statements
        factual = [s for s in acting if s.factuality == "asserted"] or acting
        time = narrowest(s.time for s in factual if s.time)
        where = _places(factual, self._places) or _places(statements, self._places)
        doer = party((role for s in factual for role in s.actors), self._actors)
        target = party((role for s in factual for role in s.targets), self._actors)
        if campaign is not None:
            where = (campaign, *(other for other in where if other != campaign))
        place = _wording(where[0], told) if where else None
        side_by_side = accounts(statements, origin, self._origins)
        return Event(
            id=content_id("event", *(s.id for s in statements)),
            part_of=part_of,
            type=type_,
            mode=mode,
            title=title(factual, (type_, mode), place, time, _word(statements) if campaign else None),
            time=time,
            places=tuple(place.id for place in where),
            actors=_ids(role for s in factual for role in s.actors),
            targets=_ids(role for s in factual for role in s.targets),
            statements=tuple(s.id for s in statements),
            accounts=side_by_side,
            figures=roll_up(told_figures(statements, origin, self._articles)),
            disagreements=disagreements(told, self._origins, origin, campaign is not None),
            origins=len(side_by_side),
            acled=acled(type_, mode, doer, target),
            ucdp_violence=ucdp_violence(type_, mode, doer, target),
            reason=group.reason or ("copies of one text" if len(told) > 1 else ""),
        )


def _act(statements: Sequence[Statement], origin: Mapping[str, str]) -> tuple[str, str | None]:
    """The act that most origins tell of, of equals the one of more statements; talk counts only where there is no
    act."""
    acts = [s for s in statements if s.type not in TALK] or statements
    heard: dict[tuple[str, str | None], set[str]] = {}
    count: Counter[tuple[str, str | None]] = Counter()
    for s in acts:
        heard.setdefault((s.type, s.mode), set()).add(origin[s.id])
        count[s.type, s.mode] += 1
    return min(heard, key=lambda act: (-len(heard[act]), -count[act], act[1] is None, act[0], act[1] or ""))


def _places(statements: Iterable[Statement], places: Mapping[str, Place]) -> tuple[Place, ...]:
    """The places told of, those named most often first, of equals the smaller."""
    count = Counter(m.place for s in statements for m in s.places if m.place and m.place in places)
    return tuple(places[key] for key in sorted(count, key=lambda key: (-count[key], places[key].precision, key)))


def _wording(place: Place, clues: Iterable[Clue]) -> str:
    """What the statements mostly call the place."""
    count = Counter(
        clue.statement.evidence.text[spot.start : spot.end]
        for clue in clues
        for spot in clue.spots
        if spot.place == place
    )
    return min(count, key=lambda text: (-count[text], text), default=place.name)


def _ids(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(sorted({role.actor for role in roles if role.actor}))


def _word(statements: Iterable[Statement]) -> str:
    """The word that most statements have for the operation."""
    count = Counter(m.group().casefold() for s in statements for m in NAMED.finditer(s.evidence.text))
    return min(count, key=lambda word: (-count[word], word), default="operation")

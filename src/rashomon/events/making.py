"""One event made of the statements that tell of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.events.accounts import accounts
from rashomon.events.clues import TALK, Clue
from rashomon.events.corroboration import Corroborating
from rashomon.events.disagreements import disagreements
from rashomon.events.intervals import narrowest
from rashomon.events.join import Group
from rashomon.events.mappings import acled, party, ucdp_violence
from rashomon.events.operations import NAMED
from rashomon.events.origins import Origins
from rashomon.events.positions import Voices
from rashomon.events.rollup import roll_up
from rashomon.events.series import make_series
from rashomon.events.titles import title
from rashomon.events.told import told_figures
from rashomon.record import Actor, Article, Event, Place, Role, Statement, content_id


@dataclass(frozen=True, slots=True)
class Stock:
    """What events are made of beside the statements: the articles, who rests on whom, the actors and the places."""

    articles: Mapping[str, Article]
    origins: Origins
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]


class Maker:
    """Makes events of groups of first copies; `copied` are all copies by the first."""

    def __init__(self, stock: Stock, copied: Mapping[str, Sequence[Clue]]) -> None:
        self._origins = stock.origins
        self._actors = stock.actors
        self._places = stock.places
        self._copies = copied
        self._corroborating = Corroborating(stock.origins, stock.actors)

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
        published = {clue.statement.article: clue.published for clue in told}
        series = make_series(told_figures(statements, origin, published, self._origins))
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
            figures=roll_up(series),
            disagreements=disagreements(told, series, Voices(self._origins, origin, statements), campaign is not None),
            origins=len(side_by_side),
            acled=acled(type_, mode, doer, target),
            ucdp_violence=ucdp_violence(type_, mode, doer, target),
            reason=group.reason or ("copies of one text" if len(told) > 1 else ""),
            series=series,
            corroboration=self._corroborating.of(statements, origin, campaign is not None),
        )


def _act(statements: Sequence[Statement], origin: Mapping[str, str]) -> tuple[str, str | None]:
    """The act that most origins tell of, of equals the one of more statements; talk counts only where there is no act,
    and what came of an attack only where none is told."""
    acts = [s for s in statements if s.type not in TALK] or statements
    if any(s.type == "assault" for s in acts):
        acts = [s for s in acts if s.type != "harm"]
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

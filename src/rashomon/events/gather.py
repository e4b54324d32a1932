"""From statements to events: what several statements are about, with the accounts of each origin side by side.

Every statement is in exactly one event; one that nothing can be joined to is an event of its own. Copies of one text
are counted once while joining, so that a reprint changes nothing but the reach of its account.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from rashomon.events.growth import Told, grow
from rashomon.events.making import Stock
from rashomon.events.origins import Origins
from rashomon.events.shelf import MemoryShelf
from rashomon.models import Linear
from rashomon.record import Actor, Article, Event, Family, Judgement, Place, PlaceMention, Statement


def gather_events(
    statements: Iterable[Statement],
    articles: Mapping[str, Article],
    families: tuple[Family, ...],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    named: Mapping[str, Sequence[PlaceMention]] = MappingProxyType({}),
    judgements: Sequence[Judgement] = (),
    model: Linear | None = None,
) -> tuple[Event, ...]:
    """The events of the whole record, sorted by id, whatever the order of the statements.

    `articles` must hold the article of every statement; roles, sayers and place mentions carry the ids of merged
    `actors` and of `places`. `named` are all places that each
    article names, `judgements` those that stand, in the order of time. `model` tells which reports are about one
    incident, None for the one of the package.
    """
    by_article: dict[str, dict[str, Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, {})[statement.id] = statement

    def read(keys: Iterable[str]) -> Iterator[Told]:
        for key in keys:
            if key in by_article:
                yield articles[key], tuple(by_article[key].values()), named.get(key, ())

    stock = Stock(articles, Origins(families, actors), actors, places)
    grown = grow(MemoryShelf(), frozenset(by_article), read, stock, judgements, model)
    return tuple(sorted(grown.events, key=lambda event: event.id))

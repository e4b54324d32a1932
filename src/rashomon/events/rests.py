"""Every statement followed back, and the graph that comes of it: who rests on whom.

The way back of a statement: the outlet that prints it; whose text it prints, if that is another's (the origin of the
family); the outlets, agencies and documents that the text cites; whom the last of them quotes. Nobody stands on it
twice.
"""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.events.origins import Origins
from rashomon.record import Event, Followed, How, Link, Rest, Sayer, Statement


def follow(
    events: Iterable[Event], statements: Mapping[str, Statement], outlets: Mapping[str, str], origins: Origins
) -> Iterator[Followed]:
    """Each statement of the events, in their order. `outlets` has the outlet of every article by id, its file where no
    outlet is known."""
    for event in events:
        told = [(account.origin, statements[key]) for account in event.accounts for key in account.statements]
        heads: dict[tuple[str, str], tuple[bool, str]] = {}
        for origin, statement in told:
            key = origin, origins.family(statement.article).id
            own = origins.known(outlets[statement.article]) == origins.source(statement.article)
            heads[key] = min(heads.get(key, (True, statement.article)), (not own, statement.article))
        for origin, statement in sorted(told, key=lambda pair: (pair[1].article, pair[1].evidence.start, pair[1].id)):
            head = heads[origin, origins.family(statement.article).id][1]
            links = way_back(statement, outlets[statement.article], origins)
            yield Followed(statement.id, statement.article, event.id, origin, links, statement.article != head)


def rests(followed: Iterable[Followed]) -> tuple[Rest, ...]:
    """The edges of the graph, sorted by `of`, `on` and `how`."""
    told: dict[tuple[str, str, How], list[str]] = {}
    for one in followed:
        for before, link in zip(one.links, one.links[1:], strict=False):
            if link.how is not None:
                told.setdefault((before.name, link.name, link.how), []).append(one.statement)
    return tuple(Rest(*edge, tuple(sorted(set(keys)))) for edge, keys in sorted(told.items()))


def way_back(statement: Statement, outlet: str, origins: Origins) -> tuple[Link, ...]:
    """The links from the outlet to whoever is closest to the fact."""
    links = [Link(origins.known(outlet), None)]
    text = origins.source(statement.article)
    if text != links[0].name:
        links.append(Link(text, "prints"))
    for at, sayer in enumerate(statement.chain):
        if at == 0 and sayer.role == "outlet" and sayer.text is None:
            continue  # The outlet itself, as the page states it.
        name = origins.name(sayer)
        if all(link.name != name for link in links):
            links.append(Link(name, _how(sayer, origins)))
    return tuple(links)


def _how(sayer: Sayer, origins: Origins) -> How:
    if origins.carries(sayer):
        return "cites"
    return "quotes" if origins.is_named(sayer) else "unnamed"

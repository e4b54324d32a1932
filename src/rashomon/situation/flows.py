"""Flows: people who left a force, crossed over or came as reinforcements, with every figure given; and truces."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rashomon.record import Actor, Figure, Flow, FlowKind, Place, Statement, Truce, When, content_id
from rashomon.situation.intervals import first, last, touch, united
from rashomon.situation.within import Within

KINDS: Mapping[tuple[str, str | None], FlowKind] = MappingProxyType(
    {
        ("defect", "desert"): "deserted",
        ("defect", "refuse"): "refused",
        ("defect", "change-sides"): "crossed over",
        ("defect", "dismiss"): "dismissed",
        ("retreat", "withdraw"): "withdrawn",
        ("mobilize", "troops"): "reinforced",
    }
)

Key = tuple[FlowKind, str, str]
Told = tuple[Statement, When | None]
"""A statement, and when it tells that people moved: its own time, else what the operation leaves."""


def flows(
    statements: Iterable[Statement],
    origins: Mapping[str, str],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    within: Mapping[str, Within],
) -> tuple[Flow, ...]:
    """The flows that asserted statements tell of, by kind, by whose people they are, and by times that touch."""
    groups: dict[Key, list[Told]] = {}
    for statement in statements:
        kind = KINDS.get((statement.type, statement.mode))
        if kind is None or statement.factuality != "asserted" or statement.relation is not None:
            continue
        bound = within.get(statement.id)
        time = statement.time or (bound.time if bound else None)
        for of, to in _ways(kind, statement, actors, places):
            groups.setdefault((kind, of or "", to or ""), []).append((statement, time))
    return tuple(_flow(key, run, origins, within) for key in sorted(groups) for run in _runs(groups[key]))


def _ways(
    kind: FlowKind, statement: Statement, actors: Mapping[str, Actor], places: Mapping[str, Place]
) -> Iterator[tuple[str | None, str | None]]:
    own = [role.actor for role in statement.actors if role.actor and role.actor in actors]
    others = [role.actor for role in statement.targets if role.actor and role.actor in actors]
    if kind == "reinforced" and statement.targets:  # Whoever is sent is the object; a thing that is sent is nobody.
        own = others
    if kind == "dismissed":  # Those dismissed were of whoever dismissed them.
        own = own or others
    if kind in ("reinforced", "withdrawn"):  # One who travels is no force.
        own = [key for key in own if actors[key].type != "person"]
    where = [mention.place for mention in statement.places if mention.place in places]
    to = others[:1] if kind == "crossed over" else where[:1] if kind in ("withdrawn", "reinforced") else []
    counted = any(figure.unit == "people" for figure in statement.figures)
    ours: list[str | None] = [*own] or ([None] if counted else [])
    for one in dict.fromkeys(ours):
        if one != (to[0] if to else ""):
            yield one, to[0] if to else None


def _runs(told: Iterable[Told]) -> Iterator[list[Told]]:
    """Those whose times touch together, and those without any."""
    known = list(told)
    dated = [(statement, time) for statement, time in known if time is not None]
    run: list[tuple[Statement, When]] = []
    for statement, time in sorted(dated, key=lambda pair: (first(pair[1]), last(pair[1]), pair[0].id)):
        if run and not touch(united([each for _, each in run]), time):
            yield [*run]
            run = []
        run.append((statement, time))
    if run:
        yield [*run]
    if undated := [(statement, None) for statement, time in known if time is None]:
        yield [*undated]


def _flow(key: Key, told: list[Told], origins: Mapping[str, str], within: Mapping[str, Within]) -> Flow:
    figures: dict[tuple[object, ...], Figure] = {}
    for statement, _ in sorted(told, key=lambda pair: pair[0].id):
        for figure in statement.figures:
            if figure.unit == "people":
                figures.setdefault((figure.low, figure.best, figure.high), figure)
    whens = [time for _, time in told if time is not None]
    time = united(whens) if whens else None
    bounds = {within[s.id].operation if s.time is None and s.id in within else "" for s, _ in told}
    kind, of, to = key
    return Flow(
        id=content_id("flow", *key, repr(time and (time.earliest, time.latest))),
        kind=kind,
        of=of or None,
        to=to or None,
        figures=tuple(figures.values()),
        time=time,
        within=next(iter(bounds)) or None if len(bounds) == 1 else None,
        statements=tuple(sorted({s.id for s, _ in told})),
        sources=tuple(sorted({origins[s.id] for s, _ in told})),
    )


def truces(
    statements: Iterable[Statement], origins: Mapping[str, str], within: Mapping[str, Within]
) -> tuple[Truce, ...]:
    """The ceasefires that asserted statements tell of, by id."""
    found = []
    for statement in statements:
        if (statement.type, statement.mode, statement.factuality) == ("retreat", "ceasefire", "asserted"):
            bound = within.get(statement.id) if statement.time is None else None
            time, operation = (bound.time, bound.operation) if bound else (statement.time, None)
            key = content_id("truce", statement.id)
            found.append(Truce(key, statement.id, time, operation, origins[statement.id]))
    return tuple(sorted(found, key=lambda truce: truce.id))

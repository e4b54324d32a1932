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

CEASEFIRE = ("retreat", "ceasefire")
MOVING: tuple[tuple[str, str | None], ...] = (*KINDS, CEASEFIRE)
"""Type and mode of the acts that tell of flows and truces."""

Key = tuple[FlowKind, str, str]
Told = tuple[Statement, When | None, bool]
"""A statement; when it tells that people moved: its own time, else what the operation leaves; and whether its figures
count these people, and not those of several together."""


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
        ways = tuple(_ways(kind, statement, actors, places))
        for of, to in ways:
            counts = len(ways) == 1 or not of or actors[of].type != "person"
            groups.setdefault((kind, of or "", to or ""), []).append((statement, time, counts))
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
    dated = [(time, each) for each in known if (time := each[1]) is not None]
    run: list[Told] = []
    whole: When | None = None
    for time, each in sorted(dated, key=lambda pair: (first(pair[0]), last(pair[0]), pair[1][0].id)):
        if whole is not None and not touch(whole, time):
            yield run
            run, whole = [], None
        run.append(each)
        whole = time if whole is None else united([whole, time])
    if run:
        yield run
    if undated := [each for each in known if each[1] is None]:
        yield undated


def _flow(key: Key, told: list[Told], origins: Mapping[str, str], within: Mapping[str, Within]) -> Flow:
    figures: dict[tuple[object, ...], Figure] = {}
    for statement, _, counts in sorted(told, key=lambda each: each[0].id):
        for figure in statement.figures:
            if counts and figure.unit == "people":
                figures.setdefault((figure.low, figure.best, figure.high), figure)
    whens = [time for _, time, _ in told if time is not None]
    time = united(whens) if whens else None
    bounds = {within[s.id].operation if s.time is None and s.id in within else "" for s, _, _ in told}
    kind, of, to = key
    return Flow(
        id=content_id("flow", *key, repr(time and (time.earliest, time.latest))),
        kind=kind,
        of=of or None,
        to=to or None,
        figures=tuple(figures.values()),
        time=time,
        within=next(iter(bounds)) or None if len(bounds) == 1 else None,
        statements=tuple(sorted({s.id for s, _, _ in told})),
        sources=tuple(sorted({origins[s.id] for s, _, _ in told})),
    )


def truces(
    statements: Iterable[Statement], origins: Mapping[str, str], within: Mapping[str, Within]
) -> tuple[Truce, ...]:
    """The ceasefires that asserted statements tell of, by id; copies of a sentence are one."""
    found: dict[str, Truce] = {}
    for statement in sorted(statements, key=lambda each: each.id):
        if (statement.type, statement.mode) == CEASEFIRE and statement.factuality == "asserted":
            bound = within.get(statement.id) if statement.time is None else None
            time, operation = (bound.time, bound.operation) if bound else (statement.time, None)
            source = origins[statement.id]
            key = content_id("truce", source, statement.evidence.text, repr(time and (time.earliest, time.latest)))
            before = found[key].statements if key in found else ()
            found[key] = Truce(key, (*before, statement.id), time, operation, source)
    return tuple(found[key] for key in sorted(found))

"""Flows: people who left a force, crossed over to another, or came as reinforcements, with every figure given."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rashomon.record import Actor, Figure, Flow, FlowKind, Place, Statement
from rashomon.situation.intervals import first, last, united

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


def flows(
    statements: Iterable[Statement],
    origins: Mapping[str, str],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
) -> tuple[Flow, ...]:
    """The flows that asserted statements tell of, by kind and by whose people they are."""
    groups: dict[Key, list[Statement]] = {}
    for statement in statements:
        kind = KINDS.get((statement.type, statement.mode))
        if kind is None or statement.factuality != "asserted" or statement.relation is not None:
            continue
        for of, to in _ways(kind, statement, actors, places):
            groups.setdefault((kind, of or "", to or ""), []).append(statement)
    return tuple(_flow(key, groups[key], origins) for key in sorted(groups))


def _ways(
    kind: FlowKind, statement: Statement, actors: Mapping[str, Actor], places: Mapping[str, Place]
) -> Iterator[tuple[str | None, str | None]]:
    own = [role.actor for role in statement.actors if role.actor in actors]
    others = [role.actor for role in statement.targets if role.actor in actors]
    if kind == "reinforced":  # Whoever is sent is the object, if told.
        own = others or own
    if kind == "dismissed":  # Those dismissed were of whoever dismissed them.
        own = own or others
    where = [mention.place for mention in statement.places if mention.place in places]
    to = others[:1] if kind == "crossed over" else where[:1] if kind in ("withdrawn", "reinforced") else []
    counted = any(figure.unit == "people" for figure in statement.figures)
    for one in dict.fromkeys(own or ([None] if counted else [])):
        yield one, to[0] if to else None


def _flow(key: Key, told: list[Statement], origins: Mapping[str, str]) -> Flow:
    figures: dict[tuple[object, ...], Figure] = {}
    for statement in sorted(told, key=lambda s: s.id):
        for figure in statement.figures:
            if figure.unit == "people":
                figures.setdefault((figure.low, figure.best, figure.high), figure)
    whens = sorted((s.time for s in told if s.time), key=lambda w: (first(w), last(w)))
    kind, of, to = key
    return Flow(
        kind,
        of or None,
        to or None,
        tuple(figures.values()),
        united(whens) if whens else None,
        tuple(sorted({s.id for s in told})),
        tuple(sorted({origins[s.id] for s in told})),
    )

"""What the routes of the situation answer with, typed."""

from dataclasses import dataclass
from datetime import date

from rashomon.desk.shapes import ArticleLine, Named
from rashomon.record import Figure, FlowKind, RelationKind, Statement, Told, When


@dataclass(frozen=True, slots=True)
class SituationDays:
    """The days on which anything begins or is over, in their order; `published` is the last day of publication."""

    days: tuple[date, ...]
    published: date | None


@dataclass(frozen=True, slots=True)
class Bond:
    """A relation with names. `alone` names whoever is the only one to claim it:
    one origin, or speakers of one side; `disputed`: it can not be right beside another."""

    id: str
    subject: Named
    relation: RelationKind
    what: str | None
    object: Named | None
    is_place: bool
    time: When | None
    figures: tuple[Figure, ...]
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    rule: str
    alone: str | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class Force:
    """An actor in the picture; `side` None where it stands with and against nobody. `dated`: something that holds on
    the day tells of it, and not only what is told without a day."""

    id: str
    name: str
    type: str
    side: int | None
    dated: bool
    strength: tuple[Figure, ...]
    leaders: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class SideLine:
    """A side, named after its force of most ties."""

    number: int
    name: str
    forces: int


@dataclass(frozen=True, slots=True)
class Ground:
    """A place that somebody holds or is based at, with these bonds."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    precision: int
    contested: bool
    bonds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A flow with names. `who` are the people as they are counted; `high` is the highest number told, None where none
    is, `low` the lowest that anybody allows, None where somebody tells no lower bound."""

    id: str
    kind: FlowKind
    of: Named | None
    to: Named | None
    who: str
    low: float | None
    high: float | None
    figures: tuple[Figure, ...]
    time: When | None
    within: Named | None
    statements: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TruceLine:
    """A truce with its sentence; `in_force`: it had begun by the day for certain."""

    statement: str
    article: str
    time: When | None
    within: Named | None
    source: str
    text: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class SituationPage:
    """How things stood on a day. `bonds` hold on it, `undated` may have held, of `untold` in all; `left_out` counts the
    actors for which the picture has no room."""

    day: date
    sides: tuple[SideLine, ...]
    forces: tuple[Force, ...]
    bonds: tuple[Bond, ...]
    undated: tuple[Bond, ...]
    ground: tuple[Ground, ...]
    flows: tuple[FlowLine, ...]
    truces: tuple[TruceLine, ...]
    untold: int
    left_out: int


@dataclass(frozen=True, slots=True)
class BondChange:
    """A bond, and in which of two situations it holds."""

    how: Told
    bond: Bond


@dataclass(frozen=True, slots=True)
class FlowLineChange:
    """A flow, and which of two situations tells of it."""

    how: Told
    flow: FlowLine


@dataclass(frozen=True, slots=True)
class TruceLineChange:
    """A truce, and which of two situations tells of it."""

    how: Told
    truce: TruceLine


@dataclass(frozen=True, slots=True)
class GroundChange:
    """A place, and who holds it in either situation."""

    place: str
    first: tuple[Named, ...]
    second: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class StrengthChange:
    """A force, and how strong it is told to be in either situation."""

    force: Named
    first: tuple[Figure, ...]
    second: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class SituationsPage:
    """Two situations beside each other; `first` and `second` say what they are of. So many relations are told of one
    alone (`apart`) and of `both`; of either, `bonds` are those that most origins tell."""

    first: str
    second: str
    apart: int
    both: int
    bonds: tuple[BondChange, ...]
    flows: tuple[FlowLineChange, ...]
    truces: tuple[TruceLineChange, ...]
    ground: tuple[GroundChange, ...]
    strength: tuple[StrengthChange, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Statements with the articles that they stand in."""

    statements: tuple[Statement, ...]
    articles: tuple[ArticleLine, ...]

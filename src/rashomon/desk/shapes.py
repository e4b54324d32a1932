"""What the routes answer with, typed: the record's own nouns, and a few that gather them for one page of the desk."""

from dataclasses import dataclass
from datetime import date

from rashomon.record import Actor, Article, Cut, Dropped, Figure, Place, RolledFigure, Statement, When
from rashomon.record.event import Field
from rashomon.record.place import PlaceMention
from rashomon.record.review import ReviewState
from rashomon.record.statement import Factuality, SayerRole, StatementField


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, and the mend: the one shape of every answer that is not the one asked for."""

    error: str


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its id, with the name to show."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A value that events can be filtered by, and how many of them have it."""

    value: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The record as a whole. `fresh` is false after a build that did not end, and while one is `building`; `stamp`
    changes with what the views hold, `judgements` counts what people decided. `origins` come with the one that brings
    the most events first, and an origin keeps the colour of its place there in every view."""

    name: str
    stamp: str
    fresh: bool
    building: bool
    judgements: int
    articles: int
    statements: int
    events: int
    dropped: int
    clashing: int
    first: date | None
    last: date | None
    origins: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list. `told` is the first day on which an article that tells of it was published, `clashes` are the
    fields on which its accounts can not all be right."""

    id: str
    title: str
    type: str
    mode: str | None
    time: When | None
    told: date | None
    places: tuple[Named, ...]
    origins: tuple[str, ...]
    articles: int
    reprints: int
    statements: int
    clashes: tuple[Field, ...]
    figures: tuple[RolledFigure, ...]
    part_of: Named | None
    parts: int


@dataclass(frozen=True, slots=True)
class EventList:
    """A stretch of the events that answer, and how many there are in all."""

    total: int
    offset: int
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """What the events that answer can be filtered by further, most frequent first. `actor` names the actor that is
    filtered by, for its id says nothing to a reader."""

    acts: tuple[Counted, ...]
    places: tuple[Counted, ...]
    actors: tuple[Counted, ...]
    origins: tuple[Counted, ...]
    clashes: tuple[Counted, ...]
    actor: Named | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Events with one time: from `earliest` to `latest`, both included, open where None."""

    earliest: date | None
    latest: date | None
    precision: str
    events: int
    clashing: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The times of the events that answer. `unit` is what days are gathered by where there are many. `told` are the
    days of first publication of those without a time; `untold` counts those without either."""

    unit: str
    marks: tuple[Mark, ...]
    told: tuple[Mark, ...]
    untimed: int
    untold: int


@dataclass(frozen=True, slots=True)
class Point:
    """A place with the events at it; `precision` is UCDP's, as in the record."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    precision: int
    within: tuple[str, ...]
    events: int
    clashing: int


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The places of the events that answer; `unplaced` counts the events without one."""

    places: tuple[Point, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class Spot:
    """The characters of an article that a value stands in, and the statement that they belong to."""

    statement: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """What one account holds on one field. `text` is the name that is meant or the source's wording; `held` is how the
    statements that say so hold it; `clash`: other accounts hold what can not be true beside it. `makers` are the people
    who corrected the field to this value."""

    text: str
    when: When | None
    figure: Figure | None
    held: tuple[Factuality, ...]
    clash: bool
    spots: tuple[Spot, ...]
    makers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One field of an event with the values of each account, in the order of the accounts. `what` is counted, in rows
    of figures."""

    field: Field
    what: str | None
    clash: bool
    cells: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class AccountHead:
    """Whose account a column is."""

    origin: str
    articles: int
    reprints: int
    statements: int


@dataclass(frozen=True, slots=True)
class Holding:
    """One of the positions of a disagreement, with the first place where it stands."""

    value: str
    origins: tuple[str, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field on which the accounts can not all be right."""

    field: Field
    what: str
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """One figure of one account, for the chart: `said` is the day of saying, else that of publication."""

    origin: str
    figure: Figure
    said: When | None
    published: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class Chart:
    """The figures of one thing counted."""

    measure: str
    counts: str
    unit: str
    figures: tuple[ToldFigure, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who says it, with those who have it from them. `statements` are of reports that end here; `reprints`
    counts the copies among these reports beyond the first of each text."""

    name: str
    role: SayerRole
    said: When | None
    statements: tuple[str, ...]
    reprints: int
    passed_on: tuple["Source", ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    id: str
    file: str
    outlet: str | None
    title: str | None
    published: When | None
    statements: int


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event, whole or as seen from one side. `days` are the days on which something of it became known, for the
    choice of one; `others` counts further events that its statements fall into when seen so; `untold` its statements
    that are left out here because there are too many."""

    line: EventLine
    reason: str
    acled: tuple[str, str] | None
    ucdp_violence: int | None
    actors: tuple[Named, ...]
    targets: tuple[Named, ...]
    places: tuple[Place, ...]
    accounts: tuple[AccountHead, ...]
    rows: tuple[Row, ...]
    clashes: tuple[Clash, ...]
    charts: tuple[Chart, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    articles: tuple[ArticleLine, ...]
    parts: tuple[EventLine, ...]
    days: tuple[date, ...]
    voices: tuple[str, ...]
    others: int
    untold: int


@dataclass(frozen=True, slots=True)
class Seen:
    """An event from one side: None where nothing of it was known, or said by them."""

    event: EventPage | None


@dataclass(frozen=True, slots=True)
class StatementEvent:
    """The event that a statement belongs to."""

    statement: str
    event: Named


@dataclass(frozen=True, slots=True)
class Judged:
    """What stands judged of a statement: by whom and why last, and the fields in which the reader now reads another
    than was judged."""

    statement: str
    state: ReviewState
    author: str
    reason: str
    differs: tuple[StatementField, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article with all that was read in it, what was judged wrong too. `origin` is whom its text comes from,
    `copies` are the other articles with the same text."""

    article: Article
    cuts: tuple[Cut, ...]
    origin: str | None
    copies: tuple[ArticleLine, ...]
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    mentions: tuple[PlaceMention, ...]
    events: tuple[StatementEvent, ...]
    judged: tuple[Judged, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A stretch of the articles, by file, and what did not become one."""

    total: int
    offset: int
    articles: tuple[ArticleLine, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in a list. `names` counts those it goes by, `by` the events that it does something in, `on` those in
    which something is done to it."""

    id: str
    name: str
    type: str
    names: int
    by: int
    on: int


@dataclass(frozen=True, slots=True)
class ActorList:
    """A stretch of the actors that answer, those of most events first."""

    total: int
    offset: int
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Another actor, the acts between the two, and in how many events."""

    actor: Named
    acts: tuple[str, ...]
    events: int
    clashing: int


@dataclass(frozen=True, slots=True)
class Joined:
    """A name of one article that was counted as this actor, and why."""

    local: str
    name: str
    names: tuple[str, ...]
    file: str
    article: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor: its names, what it belongs to and what belongs to it, why names were joined in it, who does what to
    whom."""

    actor: Actor
    line: ActorLine
    parents: tuple[Named, ...]
    members: tuple[Named, ...]
    joined: tuple[Joined, ...]
    acts_on: tuple[Tie, ...]
    acted_on_by: tuple[Tie, ...]

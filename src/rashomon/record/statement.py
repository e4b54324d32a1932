"""One claim in one article, tied to the characters it came from."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.record.actor import Actor, Name
from rashomon.record.figure import Figure
from rashomon.record.place import Place, PlaceMention
from rashomon.record.refused import Refused
from rashomon.record.span import Span
from rashomon.record.when import When

Factuality = Literal["asserted", "denied", "planned", "threatened", "requested", "hypothetical"]
SayerRole = Literal["outlet", "agency", "official", "witness", "document", "unnamed"]
StatementField = Literal["act", "actors", "targets", "places", "time", "figures", "source", "factuality"]
RelationKind = Literal[
    "leads", "member-of", "part-of", "allied-with", "backs", "fights", "talks-with", "controls", "based-in", "strength"
]


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody or something that takes part. `text` stands at `start`; `name` is who is meant, which differs from
    `text` where a pronoun, a surname or an office stands for a name told elsewhere in the report."""

    name: str
    text: str
    start: int
    end: int
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Sayer:
    """One link of a chain. `text` and its offsets are None where the outlet is known from the page, not from the text.
    `said` is when this sayer said it, None where the text does not tell."""

    name: str
    role: SayerRole
    text: str | None = None
    start: int | None = None
    end: int | None = None
    said: When | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class FieldValue:
    """The value of one `field` of a statement, whole; what other fields hold is empty. All empty: it is unknown.

    `type` and `mode` are the act, `roles` the actors or the targets, `chain` the source.
    """

    field: StatementField
    type: str | None = None
    mode: str | None = None
    factuality: Factuality | None = None
    roles: tuple[Role, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    time: When | None = None
    figures: tuple[Figure, ...] = ()
    chain: tuple[Sayer, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """That a field holds what `author` made of it by a judgement, and no longer what the reader read, which `was`."""

    was: FieldValue
    author: str
    at: datetime
    reason: str
    judgement: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An act or a fact, who did it to whom, where, when, how many, and the chain of those who say so.

    `evidence` is the sentence (three at most). `trigger` are the words that told of the act, None where a claim has
    none. `type` and `mode` are of `vocabulary.MODES`. `chain` runs from the outlet to whoever is closest to the fact.
    `time` is when the act happened or is to happen. `confidence` is the reader's own, from 0 to 1; `reader` is its name
    and version.

    A `state` that tells of a standing `relation` has its subject in `actors` and its object in `targets` or, where that
    is a place, in `places`; `what` is the post held. Both are None for other statements.

    `corrected` names the fields whose value a person made; it is empty in what a reader reads.
    """

    id: str
    article: str
    evidence: Span
    trigger: Span | None
    type: str
    mode: str | None
    factuality: Factuality
    actors: tuple[Role, ...]
    targets: tuple[Role, ...]
    places: tuple[PlaceMention, ...]
    time: When | None
    figures: tuple[Figure, ...]
    chain: tuple[Sayer, ...]
    confidence: float
    reader: str
    relation: RelationKind | None = None
    what: str | None = None
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found in one article: its statements in the order of the text, and every proper name.

    The resolver fills `actors` (local to this article) and `places`, and the ids in the statements' roles, sayers and
    place mentions. `refused` counts what a reader that asks others was told and the text does not bear out; it is told
    at the end of a build, and not kept.
    """

    article: str
    statements: tuple[Statement, ...]
    names: tuple[Name, ...]
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    place_mentions: tuple[PlaceMention, ...] = ()
    refused: tuple[Refused, ...] = ()

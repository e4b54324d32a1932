"""An act of violence as one report tells it, with all that the report says of it gathered from its sentences."""

from dataclasses import dataclass
from typing import Literal

from rashomon.record.span import Span
from rashomon.record.when import When

IncidentType = Literal["attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"]
Stage = Literal["accomplished", "attempted", "threatened"]
Share = Literal["perpetrator", "organisation", "instrument", "physical", "human"]


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody or something in an incident.

    `share` is its part. `name` is the fullest wording, `description` what else it is called beside the name. `kind` is
    the class of a target or an instrument, `effect` what happened to a target, `number` how many ("3", "plural"),
    `confidence` how sure the report is of an organisation. What is not told is None. `spans` are the places where it is
    named, `statements` the ids of those that it takes part in, `sayers` who says so beside the outlet, `chance` the
    learned guess, 0 to 1, that it has this part.
    """

    share: Share
    name: str | None
    description: str | None
    kind: str | None
    effect: str | None
    number: str | None
    nation: str | None
    confidence: str | None
    spans: tuple[Span, ...]
    statements: tuple[str, ...]
    sayers: tuple[str, ...]
    chance: float


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of one article. `by_state`: the perpetrators act for a state. `chance` is the learned guess, 0 to 1,
    that the report tells of an incident of this type."""

    article: str
    type: IncidentType
    stage: Stage
    by_state: bool
    when: When | None
    places: tuple[Span, ...]
    parts: tuple[Part, ...]
    statements: tuple[str, ...]
    chance: float

"""The nouns: frozen values that the stages hand to each other. They import nothing but the errors."""

from rashomon.record.actor import Actor, ActorType, Merge, Name
from rashomon.record.article import Article, Cut
from rashomon.record.event import (
    Account,
    Corroboration,
    Disagreement,
    Event,
    Grade,
    Position,
    Related,
    RolledFigure,
    Saying,
    Series,
    Source,
    SourceKind,
)
from rashomon.record.explanation import Explanation, Ground, PassedOver
from rashomon.record.family import Family
from rashomon.record.field import SAID, STATEMENT_FIELDS, differing, field_of, with_field
from rashomon.record.figure import Figure, Qualifier
from rashomon.record.ids import content_id
from rashomon.record.incident import Incident, IncidentType, Part, Share, Stage
from rashomon.record.join import Join
from rashomon.record.judgement import (
    ON_ACTORS,
    ON_EVENTS,
    ON_STATEMENTS,
    Judgement,
    JudgementKind,
    judged,
    judged_apart,
    judged_statement,
    judged_undone,
    standing,
    taken_back,
)
from rashomon.record.page import Dropped, Page, Stated
from rashomon.record.place import Place, PlaceMention
from rashomon.record.refused import Refused
from rashomon.record.relation import Relation
from rashomon.record.rest import Followed, How, Link, Rest
from rashomon.record.review import Differing, Made, Review, ReviewState
from rashomon.record.situation import (
    Change,
    Differences,
    Flow,
    FlowChange,
    FlowKind,
    Hold,
    Situation,
    Stand,
    Told,
    Truce,
    TruceChange,
)
from rashomon.record.span import Span
from rashomon.record.spread import Diagnostic, Spread, Tally
from rashomon.record.statement import (
    Corrected,
    FieldValue,
    Reading,
    RelationKind,
    Role,
    Sayer,
    SayerRole,
    Statement,
    StatementField,
)
from rashomon.record.when import Precision, When

__all__ = [
    "ON_ACTORS", "ON_EVENTS", "ON_STATEMENTS", "SAID", "STATEMENT_FIELDS", "Account", "Actor", "ActorType", "Article",
    "Change", "Corrected", "Corroboration", "Cut", "Diagnostic", "Differences", "Differing", "Disagreement", "Dropped",
    "Event", "Explanation", "Family", "FieldValue", "Figure", "Flow", "FlowChange", "FlowKind", "Followed", "Grade",
    "Ground", "Hold", "How", "Incident", "IncidentType", "Join", "Judgement", "JudgementKind", "Link", "Made", "Merge",
    "Name", "Page", "Part", "PassedOver", "Place", "PlaceMention", "Position", "Precision", "Qualifier", "Reading",
    "Refused", "Related", "Relation", "RelationKind", "Rest", "Review", "ReviewState", "Role", "RolledFigure", "Sayer",
    "SayerRole", "Saying", "Series", "Share", "Situation", "Source", "SourceKind", "Span", "Spread", "Stage", "Stand",
    "Stated", "Statement", "StatementField", "Tally", "Told", "Truce", "TruceChange", "When", "content_id", "differing",
    "field_of", "judged", "judged_apart", "judged_statement", "judged_undone", "standing", "taken_back", "with_field",
]  # fmt: skip

"""All relations of a parsed text, each told once."""

from collections.abc import Iterable
from itertools import chain

from spacy.tokens import Doc

from rashomon.record import Figure
from rashomon.statements.relations.bodies import bodies
from rashomon.statements.relations.clashes import clashes
from rashomon.statements.relations.phrases import phrases
from rashomon.statements.relations.posts import posts
from rashomon.statements.relations.strengths import strengths
from rashomon.statements.relations.told import Told, token_of


def find_relations(doc: Doc, figures: Iterable[Figure] = ()) -> tuple[Told, ...]:
    """The relations in the order of the text; `figures` are those of the text. Of two that tell the same between the
    same words the first way of reading stands."""
    found: dict[tuple[str, int, int | None], Told] = {}
    for told in chain(posts(doc), bodies(doc), phrases(doc), clashes(doc), strengths(doc, figures)):
        object_ = None if told.object is None else token_of(told.object)
        found.setdefault((told.relation, token_of(told.subject), object_), told)
    return tuple(sorted(found.values(), key=_place))


def _place(told: Told) -> tuple[int, str, int]:
    return told.trigger.i, told.relation, token_of(told.subject)

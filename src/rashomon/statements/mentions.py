"""Mentions: the phrases of a text that name who and what takes part, each with its type.

Every noun, name and pronoun is weighed by a small learned model (`models/data/mentions.md`), which looks at the word,
what hangs on it, what it hangs on, and the classes of words; the phrase around it is read off the parse.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.models import Linear, load_model
from rashomon.statements.entities import entity_bounds
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.phrases import phrase
from rashomon.statements.words import lemma

MODEL = "mentions"
NOTHING = "-"
"""The label of a word that is no mention."""

ENOUGH = 0.38
"""Chance from which a word counts as a mention; from .3 to .5 F1 differs by less than a point on documents that the
model was not made from."""

CANDIDATES = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "ADV"))
INNER = frozenset(("compound", "amod", "nmod", "nummod"))


@dataclass(frozen=True, slots=True)
class Mention:
    """`head` is the token that the phrase hangs on, `start` and `end` its characters; `type` is Person, Organisation,
    Location, Temporal, Quantity, Weapon and so on; `chance` is the model's, from 0 to 1."""

    head: Token
    start: int
    end: int
    type: str
    chance: float


def find_mentions(doc: Doc, model: Linear | None = None, enough: float = ENOUGH) -> tuple[Mention, ...]:
    """The mentions of a parsed text from a chance on, in its order, no two with the same end; by the model of the
    package unless another is given."""
    model = model or load_model(MODEL)
    found: dict[int, Mention] = {}
    for token in candidates(doc):
        chances = model.scores(features(token))
        if 1 - chances[NOTHING] < enough:
            continue
        kind = max((label for label in model.labels if label != NOTHING), key=lambda label: chances[label])
        start, end = extent(token)
        mention = Mention(token, start, end, kind, 1 - chances[NOTHING])
        if end not in found or found[end].chance < mention.chance:
            found[end] = mention
    return tuple(sorted(found.values(), key=lambda m: (m.start, m.end)))


def candidates(doc: Doc) -> Iterator[Token]:
    """The words that may head a mention."""
    for token in doc:
        if token.pos_ in CANDIDATES or token.tag_ == "PRP$":
            yield token


def extent(head: Token) -> tuple[int, int]:
    """The characters of the phrase of a head: its whole name, or its words from the first in front."""
    bounds = entity_bounds(head)
    if head.dep_ in INNER:
        start, end = bounds if bounds and head.ent_type_ not in ("CARDINAL", "QUANTITY") else (head.i, head.i + 1)
    else:
        start, end = phrase(head)
        if bounds:
            start, end = min(start, bounds[0]), max(end, bounds[1])
    doc = head.doc
    while end - 1 > head.i and (doc[end - 1].is_space or doc[end - 1].tag_ == "POS"):
        end -= 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def features(token: Token) -> dict[str, float]:
    """What the model knows of a word."""
    return dict.fromkeys(_features(token), 1.0)


def _features(token: Token) -> Iterator[str]:
    doc, word, up = token.doc, lemma(token), token.head
    yield from (f"lemma={word}", f"lower={token.lower_}", f"tag={token.tag_}", f"dep={token.dep_}", f"end={word[-3:]}")
    yield from (f"ent={token.ent_type_}", f"shape={token.shape_[:4]}", f"ent,dep={token.ent_type_},{token.dep_}")
    yield from (f"up={lemma(up)}", f"up,dep={lemma(up)},{token.dep_}", f"updep={up.dep_}", f"uptag={up.tag_}")
    yield f"up-ent={up.ent_type_},{token.dep_}"
    yield f"inner={token.dep_ in INNER},{token.pos_},{token.ent_type_}"
    for step in (-2, -1, 1, 2):
        if 0 <= token.i + step < len(doc):
            beside = doc[token.i + step]
            yield f"{step}={beside.lower_}"
            yield f"{step}tag={beside.tag_},{beside.ent_type_}"
    bounds = entity_bounds(token)
    if bounds:
        yield f"ent-last={token.i == bounds[1] - 1},{token.dep_ in INNER}"
        for part in doc[bounds[0] : bounds[1]]:
            yield f"part={part.lower_}"
    for kind, words in load_lexicon().classes.items():
        if word in words:
            yield from (f"class={kind}", f"class,dep={kind},{token.dep_}")
        if lemma(up) in words:
            yield f"upclass={kind},{token.dep_}"
    if up.pos_ == "ADP":
        yield f"above={up.lower_},{lemma(up.head)}"
        yield f"above,ent={up.lower_},{token.ent_type_}"
    for child in token.children:
        if child.dep_ != "punct":
            yield f"child={child.dep_},{lemma(child)}"
            yield f"childent={child.dep_},{child.ent_type_}"
            yield f"child-is={child.dep_}"
    if not any(child.dep_ in ("det", "poss", "amod", "compound", "nummod") for child in token.children):
        yield f"bare={token.tag_}"

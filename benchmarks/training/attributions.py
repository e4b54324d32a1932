"""Whether a proposal of the rules is an attribution, made from PolNeAR.

A proposal is one if it is the best of those whose cue word stands in a marked cue and whose content meets the marked
content.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from spacy.tokens import Doc

from benchmarks import polnear
from benchmarks.rows import Row, read_lines
from benchmarks.scores import score_rows
from benchmarks.training.fitting import Example, fit, folds
from rashomon.models import Linear
from rashomon.statements.attribution import Attribution
from rashomon.statements.attributions import Judges, proposed
from rashomon.statements.attributions.bounds import pieces
from rashomon.statements.attributions.judging import LIKELY, features, placed
from rashomon.statements.parse import load_pipeline
from rashomon.statements.quotes import find_quotes
from rashomon.statements.wording import text_of

YES = "yes"
STRENGTH = 6.0
"""Inverse of the penalty for `attributions`: of 3, 6 and 10 the best on rows of other documents."""
BOUNDS_STRENGTH = 3.0
"""The same for `attribution_bounds`: of 3 and 10 the better."""
ROLES = ("source", "cue", "content")

Places = dict[str, set[int]]
"""The characters of each role."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What there is to learn from one set: senses and bounds, as rows for `fit`."""

    senses: list[Example]
    bounds: list[Example]


def train(gold: Path, console: Console) -> Linear:
    """The model of all rows; prints how well judgements do, and the set's own measures, on rows of other documents."""
    rows = list(read_lines(gold / "polnear" / "dev.jsonl.gz"))
    lessons = read_lessons(rows)
    _cross_validate(gold, rows, lessons, console)
    return fit(lessons.senses, STRENGTH, exclusive=False)


def read_lessons(rows: Sequence[Row]) -> Lessons:
    """Every proposal, and every piece of those that are attributions."""
    nlp, lessons = load_pipeline(), Lessons([], [])
    for row in rows:
        doc = nlp(row["text"])
        quotes = find_quotes(doc)
        every = proposed(doc, quotes, None)
        marked = [_places(one) for one in row["attributions"]]
        right = _aligned(doc, every, marked)
        for number, (found, quoted, nested) in enumerate(placed(every, quotes)):
            if not polnear.is_asked(found, quotes):
                continue
            names = dict.fromkeys(features(doc, found, quoted=quoted, nested=nested), 1.0)
            lessons.senses.append(_example(row["doc_id"], names, holds=number in right))
            if number in right:
                lessons.bounds.extend(_of_pieces(row["doc_id"], doc, found, marked[right[number]]))
    return lessons


def _of_pieces(document: str, doc: Doc, found: Attribution, marked: Places) -> Iterator[Example]:
    text = text_of(doc)
    for piece in pieces(doc, found):
        inside = marked[piece.role]
        if not inside:
            continue
        span = range(piece.start, piece.end)
        letters = [at for at in span if text[at].isalnum()] or list(span)
        holds = 2 * sum(at in inside for at in letters) > len(letters)
        yield _example(document, dict.fromkeys(piece.features, 1.0), holds=holds)


def _example(document: str, names: Mapping[str, float], *, holds: bool) -> Example:
    return Example(document, names, frozenset({YES}) if holds else frozenset())


def _places(one: Mapping[str, Collection[Sequence[int]]]) -> Places:
    return {role: {at for start, end in one.get(role) or () for at in range(start, end)} for role in ROLES}


def _aligned(doc: Doc, every: Sequence[Attribution], marked: Sequence[Places]) -> dict[int, int]:
    """For each proposal that is an attribution, which of the marked ones it is."""
    own = [_places({role: getattr(found, role) for role in ROLES}) for found in every]
    out: dict[int, int] = {}
    for number, one in enumerate(marked):
        fitting = [
            (
                _alike(has["content"], one["content"])
                + _alike(has["cue"], one["cue"])
                + _alike(has["source"], one["source"]) / 2,
                i,
            )
            for i, (found, has) in enumerate(zip(every, own, strict=True))
            if doc[found.cue_head].idx in one["cue"] and not has["content"].isdisjoint(one["content"])
        ]
        if fitting:
            out[max(fitting)[1]] = number
    return out


def _alike(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _cross_validate(gold: Path, rows: Sequence[Row], lessons: Lessons, console: Console) -> None:
    nlp, answers, right, total = load_pipeline(), [], 0, 0
    for (senses, tried), (bounds, _) in zip(folds(lessons.senses), folds(lessons.bounds), strict=True):
        judges = Judges(fit(senses, STRENGTH, exclusive=False), fit(bounds, BOUNDS_STRENGTH, exclusive=False))
        chances = judges.sense.chances([list(example.features) for example in tried])
        right += sum((chance >= LIKELY) == (YES in e.labels) for chance, e in zip(chances, tried, strict=True))
        total += len(tried)
        documents = {example.document for example in tried}
        answers += [
            {"doc_id": row["doc_id"], "attributions": polnear.attributions(nlp(row["text"]), judges)}
            for row in rows
            if row["doc_id"] in documents
        ]
    console.print(f"{total:,} proposals, judged right on rows of other documents: {right / total:.3f}")
    console.print(score_rows(gold / "score" / "score_polnear.py", rows, answers))

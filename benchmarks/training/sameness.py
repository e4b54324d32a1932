"""The rows that the three models of which mentions are of one act are made from: ECB+, by topic.

Topics are parted into three, so that no model is tried on a topic that it was made from. Within what is known, the
second look learns from chances that the first gives to topics unknown to it, as it will meet no others.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from benchmarks import ecbplus
from benchmarks.rows import Row, read_lines
from benchmarks.scores import score_rows
from benchmarks.training.fitting import fit_signs
from rashomon.events.sameness import Mention, ReportWords
from rashomon.events.sameness.acts import Models, grouped_acts, stories
from rashomon.events.sameness.acts import AT_FIRST
from rashomon.events.sameness.looks import FIRST, SECOND, Story, chances, second_look
from rashomon.events.sameness.reports import SIGNS, one_story, story_signs
from rashomon.models import Linear
from rashomon.statements.parse import load_pipeline

PARTS = 3
"""A third of the topics has about as many reports as the part of ECB+ that is kept apart."""

STRENGTH = 0.1
"""Inverse of the penalty for the looks: of 0.03, 0.1 and 1 the best on topics unknown to the models."""

STORY_STRENGTH = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The reports of some topics, with the story and the marked mentions of each, and the act of each mention."""

    rows: list[Row]
    reports: list[ReportWords]
    stories: NDArray[np.str_]
    mentions: list[Mention]
    acts: NDArray[np.str_]


@cache
def parts_of(gold: Path) -> list[Part]:
    """The rows of ECB+ by topic, in PARTS."""
    rows = list(read_lines(gold / "ecbplus" / "dev.jsonl.gz"))
    topics = sorted({row["topic"] for row in rows}, key=int)
    return [_part([row for row in rows if topics.index(row["topic"]) % PARTS == number]) for number in range(PARTS)]


def _part(rows: list[Row]) -> Part:
    nlp, reports, mentions, acts = load_pipeline(), [], [], []
    for number, row in enumerate(rows):
        doc = nlp(row["text"])
        reports.append(ecbplus.report_words(doc))
        for one in ecbplus.asked(row):
            mentions.append(ecbplus.mention(number, ecbplus.span_of(doc, one)))
            acts.append(one["chain"])
    return Part(rows, reports, np.array([row["subtopic"] for row in rows]), mentions, np.array(acts))


def story_model(known: Sequence[Part]) -> Linear:
    """Which reports tell one story."""
    tables, holds = [], []
    for part in known:
        above = np.triu_indices(len(part.rows), 1)
        tables.append(story_signs(part.reports)[above])
        holds.append(part.stories[above[0]] == part.stories[above[1]])
    held = np.concatenate(holds)
    return fit_signs(SIGNS, np.concatenate(tables), held, STORY_STRENGTH, np.ones(len(held)))


def models(known: Sequence[Part]) -> Models:
    """All three models."""
    story = story_model(known)
    seen = [list(stories(part.reports, part.mentions, one_story(part.reports, story))) for part in known]
    tables = []
    for number in range(len(known)):
        others = [i for i in range(len(known)) if i != number]
        first = _look(FIRST, [known[i] for i in others], [seen[i] for i in others], [[s.signs for s in seen[i]] for i in others])
        tables.append([second_look(one, chances(first, FIRST, one.signs), AT_FIRST) for one in seen[number]])
    return Models(
        story,
        _look(FIRST, known, seen, [[one.signs for one in every] for every in seen]),
        _look(SECOND, known, seen, tables),
    )


def _look(
    names: Sequence[str], known: Sequence[Part], seen: Sequence[Sequence[Story]], tables: Sequence[Sequence[NDArray[np.float64]]]
) -> Linear:
    """A look at all pairs; those of one story count as much as it has mentions, or the largest would outvote the rest."""
    holds, counts = [], []
    for part, every in zip(known, seen, strict=True):
        for story in every:
            acts = part.acts[list(story.numbers)]
            holds.append(acts[story.pairs[:, 0]] == acts[story.pairs[:, 1]])
            counts.append(np.full(len(story.pairs), 1 / len(acts)))
    flat = [table for every in tables for table in every]
    return fit_signs(names, np.concatenate(flat), np.concatenate(holds), STRENGTH, np.concatenate(counts))


def tried(gold: Path, console: Console) -> None:
    """Print the scores of the set's own measure on topics that the models were not made from."""
    parts = parts_of(gold)
    for number, part in enumerate(parts):
        made = models([other for other in parts if other is not part])
        told = _told(gold, part, made)
        console.print(f"part {number + 1}: " + ", ".join(f"{key} {value:.4f}" for key, value in told.items()))


def _told(gold: Path, part: Part, made: Models) -> dict[str, float]:
    acts = grouped_acts(part.reports, part.mentions, made)
    answers = list(ecbplus.answers(part.rows, acts))
    told = score_rows(gold / "score" / "score_ecb.py", part.rows, answers)
    return {key: float(told["event"][key]["f1"]) for key in ("muc", "b3", "ceafe", "conll")}

"""The rows that the two models of which mentions are of one act are made from: ECB+, parted by topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from benchmarks import ecbplus
from benchmarks.rows import Row, read_lines
from benchmarks.scores import score_rows, value_at
from benchmarks.training.fitting import fit_signs
from rashomon.events.sameness import Mention, ReportWords
from rashomon.events.sameness.acts import acts_by, stories
from rashomon.events.sameness.pairs import SIGNS as PAIR_SIGNS
from rashomon.events.sameness.reports import SIGNS as STORY_SIGNS
from rashomon.events.sameness.reports import one_story, story_signs
from rashomon.models import Linear
from rashomon.statements.parse import load_pipeline

PARTS = 3
"""A third of the topics has about as many reports as the part of ECB+ that is kept apart."""

STRENGTH = 0.01
"""Inverse of the penalty for mentions: of 0.003, 0.01 and 0.1 the best on topics unknown to the model."""

STORY_STRENGTH = 1.0
"""The same for reports, whose eight signs bear more freedom."""

MEASURES = ("muc", "b3", "ceafe", "conll")


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
    return fit_signs(STORY_SIGNS, np.concatenate(tables), held, STORY_STRENGTH, np.ones(len(held)))


def act_model(known: Sequence[Part], story: Linear) -> Linear:
    """Which mentions are of one act; those of a story count as much as it has mentions, or the largest would outvote
    the rest."""
    tables, holds, counts = [], [], []
    for part in known:
        for one in stories(part.reports, part.mentions, one_story(part.reports, story)):
            acts = part.acts[list(one.numbers)]
            tables.append(one.table)
            holds.append(acts[one.pairs[:, 0]] == acts[one.pairs[:, 1]])
            counts.append(np.full(len(one.pairs), 1 / len(acts)))
    return fit_signs(PAIR_SIGNS, np.concatenate(tables), np.concatenate(holds), STRENGTH, np.concatenate(counts))


def tried(gold: Path, console: Console) -> None:
    """Print the set's own measures on topics that the models were not made from."""
    parts = parts_of(gold)
    every: list[dict[str, float]] = []
    for part in parts:
        known = [other for other in parts if other is not part]
        story = story_model(known)
        acts = acts_by(part.reports, part.mentions, story, act_model(known, story))
        told = score_rows(gold / "score" / "score_ecb.py", part.rows, ecbplus.answers(part.rows, acts))
        every.append({name: value_at(told, f"event > {name} > f1") for name in MEASURES})
    table = Table("events, F1", *(f"part {number}" for number in range(1, PARTS + 1)), "mean")
    for name in MEASURES:
        values = [one[name] for one in every]
        table.add_row(name, *(f"{value:.4f}" for value in (*values, sum(values) / PARTS)))
    console.print(table)

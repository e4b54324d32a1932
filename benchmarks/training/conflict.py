"""The model that tells from a report's words whether it tells of conflict: made from sets that were drawn for what they
tell.

Names are left out, so that it learns the language and not one war: a word counts where several sets have it, and where
it is mostly written small.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from re import findall
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.rows import read_lines
from benchmarks.training.fitting import SMALLEST
from rashomon.models import Linear, words_of
from rashomon.models.linear import vector
from rashomon.sift.judge import LEAST, page_text

STRENGTH = 20.0
REPORTS, SETS = 5, 5
"""Reports that a word must stand in, and sets that must have it, to count."""

SMALL = 0.5
"""Least share of a word's reports in which it is written small."""

WEB = 6.0
"""How much a page of the web counts against a report: there are few, and they are most of what is judged."""

SNIPPET = 0.5
"""How much one of the short texts counts."""

FOLDS = 5

OPENING = 300
"""Characters of the opening of a text, which counts as a text of its own: pages may hold no more than that."""

ONE_CASE = ("muc4", "indiapolice")
"""Sets without capitals, or with nothing else."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its set, the part of the set that is told apart, and whether it tells of conflict: None where nobody
    says so."""

    set: str
    part: str
    words: list[str]
    document: int
    whole: bool
    conflict: bool | None
    weight: float = 1.0


def train(gold: Path, console: Console) -> Linear:
    """Print how many texts of each part pass, by five folds and with each set left out; give the model of all."""
    small: Counter[str] = Counter()
    big: Counter[str] = Counter()
    texts = list(_texts(gold, small, big))
    known = _general(texts, small, big)
    table, places = _table(texts, known)
    told = np.array([bool(text.conflict) for text in texts])
    sure = np.array([text.conflict is not None for text in texts])
    weights = np.array([text.weight for text in texts])
    parts = np.array([text.part for text in texts])
    sets = np.array([text.set for text in texts])
    console.print(f"{len(texts):,} texts, {len(places):,} words")
    documents = np.array([text.document for text in texts])
    whole = np.array([text.whole for text in texts])
    folds = np.random.default_rng(0).integers(0, FOLDS, len(texts))[documents]
    for title, groups in (("five folds of texts", folds), ("each set left out", sets)):
        passed = np.zeros(len(texts), dtype=bool)
        for group in sorted(set(groups.tolist())):
            rest = (groups != group) & sure
            machine = _fit(table[rest], told[rest], weights[rest])
            passed[groups == group] = machine.predict_proba(table[groups == group])[:, 1] >= LEAST
        for kind, which in (("wholes", whole), ("openings", ~whole)):
            shares = {part: float(passed[(parts == part) & which].mean()) for part in sorted(set(parts.tolist()))}
            console.print(f"{title}, {kind}", {part: round(share, 3) for part, share in shares.items()})
    machine = _fit(table[sure], told[sure], weights[sure])
    kept = np.flatnonzero(np.abs(machine.coef_[0]) > SMALLEST)
    return Linear(
        ("conflict",),
        places[kept].astype(np.uint32),
        machine.coef_[0][kept, None].astype(np.float16),
        machine.intercept_.astype(np.float32),
        False,
    )


def _fit(table: csr_matrix, told: NDArray[np.bool_], weights: NDArray[np.float64]) -> LogisticRegression:
    machine = LogisticRegression(C=STRENGTH, max_iter=2000, class_weight="balanced")
    machine.fit(table, told, sample_weight=weights)
    return machine


def _texts(gold: Path, small: Counter[str], big: Counter[str]) -> Iterator[Text]:
    """The texts of all sets; how often each word is written small or not is counted on the way."""
    for document, (name, part, text, conflict, weight) in enumerate(_rows(gold)):
        if name not in ONE_CASE:
            printed = set(findall(r"[A-Za-z]{3,}", text))
            small.update(word for word in printed if word.islower())
            big.update(word.lower() for word in printed if not word.islower())
        for whole, words in ((True, words_of(text)), (False, words_of(text[:OPENING]))):
            if words:
                yield Text(name, part, words, document, whole, conflict, weight)


def _rows(gold: Path) -> Iterator[tuple[str, str, str, bool | None, float]]:
    def rows(name: str) -> Iterator[Mapping[str, Any]]:
        return read_lines(gold / name / "dev.jsonl.gz")

    yield from (("fakes", "fakes", row["text"], True, 1.0) for row in rows("fakes"))
    yield from (("case2021_task2", "case2021", row["text"], True, SNIPPET) for row in rows("case2021_task2"))
    for name, answer in (("muc4", "templates"), ("indiapolice", "doc_labels")):
        # Without an incident, or without police, a report may tell of conflict all the same.
        for row in rows(name):
            holds = bool(row.get(answer))
            yield name, f"{name} {'with' if holds else 'without'}", row["text"], holds or None, 1.0
    yield from (("re3d", "re3d", row["text"], None, 1.0) for row in rows("re3d"))
    for name in ("polnear", "meantime", "geo"):
        yield from ((name, name, row["text"], False, 1.0) for row in rows(name))
    yield from (("web", "web", page_text(row["html"]), False, WEB) for row in rows("article_extraction"))


def _general(texts: list[Text], small: Counter[str], big: Counter[str]) -> frozenset[str]:
    reports: Counter[str] = Counter()
    sets: dict[str, set[str]] = defaultdict(set)
    for text in (text for text in texts if text.whole):
        for word in set(text.words):
            reports[word] += 1
            sets[word].add(text.set)
    return frozenset(
        word
        for word, count in reports.items()
        if count >= REPORTS and len(sets[word]) >= SETS and small[word] >= SMALL * (small[word] + big[word])
    )


def _table(texts: list[Text], known: frozenset[str]) -> tuple[csr_matrix, NDArray[np.int64]]:
    """A row for each text and a column for each place of a known word; unknown words count to a text's length alone."""
    place = {word: int(vector({word: 1.0})[0][0]) for word in sorted(known)}
    rows, columns, values = [], [], []
    for at, text in enumerate(texts):
        words = set(text.words)
        for word in sorted(words & known):
            rows.append(at)
            columns.append(place[word])
            values.append(1 / len(words) ** 0.5)
    used, narrow = np.unique(np.array(columns), return_inverse=True)
    return csr_matrix((values, (rows, narrow)), shape=(len(texts), len(used))), used

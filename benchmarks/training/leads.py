"""The model of whether two reports are mainly about one incident, made from the pairs of reports of FA-KES.

Reports of one month are never parted between what a model is made from and what it is tried on, so no incident is on
both sides. Pairs of which nobody knows whether they are one (one place, at most two days apart) are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from rich.console import Console

from benchmarks.groups import read_pile
from benchmarks.rows import Row, question, read_lines
from benchmarks.scores import score_rows
from benchmarks.training.fitting import Example, fit
from rashomon.events.candidates import FULL, keys
from rashomon.events.clues import Clue
from rashomon.events.leads import FAR, ONE, gap, signs
from rashomon.models import Linear

STRENGTH = 10.0
"""Inverse of the penalty; the signs are few, and each stands in many pairs."""

UNKNOWN = 2
"""Days: two groups of one place no further apart may be one incident."""

PARTS = 5


def train(gold: Path, console: Console) -> Linear:
    """The model of all pairs; prints how the events of unseen months fare."""
    rows = list(read_lines(gold / "fakes" / "dev.jsonl.gz"))
    group = {str(row["doc_id"]): str(row["group"]) for row in rows}
    pile = read_pile([question(row, "groups") for row in rows])
    examples = pairs(pile.clues(), group)
    console.print(f"{len(examples):,} pairs, {sum(ONE in e.labels for e in examples):,} of one incident")
    predictions: list[Row] = []
    for number in range(PARTS):
        model = fit([e for e in examples if not _in(e.document, number)], STRENGTH, exclusive=False)
        here = frozenset(key for key, name in group.items() if _in(name, number))
        predictions += pile.predictions(here, model, f"{number}-")
    console.print(score_rows(gold / "score" / "score_groups.py", rows, predictions))
    return fit(examples, STRENGTH, exclusive=False)


def pairs(clues: Iterable[tuple[str, Clue]], group: Mapping[str, str]) -> list[Example]:
    """The pairs of main statements that are ever compared; each clue comes with the file of its report."""
    told = {clue.id: (file, clue) for file, clue in clues if clue.lead}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, (_, clue) in told.items():
        for block in keys(clue):
            blocks[block].append(key)
    compared = {pair for block in blocks.values() if len(block) <= FULL for pair in combinations(sorted(block), 2)}
    found = []
    for one, other in sorted(compared):
        (file, a), (another, b) = told[one], told[other]
        days = gap(a.lead, b.lead) if a.lead and b.lead else None
        mine, theirs = group[file], group[another]
        if not (a.lead and b.lead) or (days is not None and days > FAR) or _unknown(mine, theirs):
            continue
        labels = frozenset({ONE} if mine == theirs else ())
        found.append(Example(min(mine, theirs), dict.fromkeys(sorted(signs(a.lead, b.lead)), 1.0), labels))
    return found


def _in(group: str, part: int) -> bool:
    return sha256(group[:7].encode()).digest()[0] % PARTS == part


def _unknown(one: str, other: str) -> bool:
    (day, place), (another, there) = one.split("|", 1), other.split("|", 1)
    if one == other or place != there:
        return False
    return abs((date.fromisoformat(day) - date.fromisoformat(another)).days) <= UNKNOWN

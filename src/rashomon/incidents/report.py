"""What a whole report tells of: its words and pairs of words, those of the beginning apart, and its acts with who did
them, to whom, and how long before."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from rashomon.record import Article, Reading, Statement

EARLY = 4
"""Sentences that begin a report."""
NEAR, RECENT = 7, 60
"""Days before the report up to which an act is its news, or still of its time."""


def report_features(article: Article, doc: Doc, reading: Reading) -> Mapping[str, float]:
    """The features of one report."""
    out: dict[str, float] = {}
    sentences = [sent for sent in doc.sents if sent.text.strip()]
    begin = sentences[EARLY].start if len(sentences) > EARLY else len(doc)
    for kind, end in (("w", len(doc)), ("early", begin)):
        lemmas = [t.lemma_.lower() for t in doc[:end] if t.is_alpha]
        for name in _runs(lemmas):
            out[f"{kind}={name}"] = 1.0
    counts: dict[str, int] = {}
    for told in reading.statements:
        act = f"{told.type}.{told.mode}"
        for name in (f"{act}:{told.factuality}", told.type):
            counts[name] = counts.get(name, 0) + 1
        early = told.evidence.start < doc[:begin].end_char
        for name in _act(article, told, early):
            out[name] = 1.0
    for name, count in counts.items():
        for least in (1, 2, 4):
            if count >= least:
                out[f"act={name}>={least}"] = 1.0
    return out


def _act(article: Article, told: Statement, early: bool) -> Iterator[str]:
    act, age = f"{told.type}.{told.mode}", _age(article, told)
    yield f"age={act}:{age}"
    yield f"kind={told.type}:{age}:{told.factuality}:{early}"
    if early:
        yield f"first={act}:{told.factuality}"
    for part, roles in (("actor", told.actors), ("target", told.targets)):
        for role in roles:
            last = role.text.lower().split()[-1:]
            for word in last:
                yield f"{part}={told.type}:{word}"
                yield f"{part}={act}:{word}"
    if told.targets:
        yield f"{'both' if told.actors else 'target'}={act}"


def _age(article: Article, told: Statement) -> str:
    """How long before the report the act was."""
    if article.published is None or article.published.latest is None or told.time is None or told.time.latest is None:
        return "unknown"
    days = (article.published.latest - told.time.latest).days
    return "to come" if days < 0 else "news" if days <= NEAR else "recent" if days <= RECENT else "old"


def _runs(lemmas: Sequence[str]) -> Iterator[str]:
    yield from lemmas
    for one, two in pairwise(lemmas):
        yield f"{one} {two}"

"""How many tokens a second each part of reading takes on one core, and what that is beside the parse.

Seconds differ from machine to machine; the share of the parse hardly does, so that is the number to compare.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from spacy.language import Language

from rashomon.errors import PageError
from rashomon.record import Article, Page
from rashomon.run import Pipeline
from rashomon.settings import Settings
from rashomon.statements.attributions import find_attributions
from rashomon.statements.chains import chain_at
from rashomon.statements.factuality import factuality
from rashomon.statements.figures import find_figures
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.parse import load_pipeline
from rashomon.statements.quotes import find_quotes
from rashomon.statements.roles import cast
from rashomon.statements.times import find_times
from rashomon.statements.triggers import find_triggers

RUNS = 3
"""Of so many runs the quickest counts: whatever else the machine does can only slow a run down."""

PARSE = "parse"

Done = TypeVar("Done")


class Watch:
    """Seconds of processor time by part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, part: str, do: Callable[[], Done]) -> Done:
        """Do it, and add what it took to the part."""
        begun = process_time()
        done = do()
        self.seconds[part] = self.seconds.get(part, 0.0) + process_time() - begun
        return done


def measure_speed(inputs: Sequence[Path], console: Console) -> None:
    """Read the inputs several times over on one core, and print the table."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # Linux; numerical libraries then have one core too.
    pipeline, nlp = Pipeline(Settings()), load_pipeline()
    articles = list(_articles(inputs, pipeline))
    for article in articles[:1]:  # What is loaded late is loaded now.
        _read(article, pipeline, nlp, Watch())
    runs = []
    for _ in range(RUNS):
        watch = Watch()
        tokens = sum(_read(article, pipeline, nlp, watch) for article in articles)
        runs.append(watch.seconds)
    best = {part: min(run[part] for run in runs) for part in runs[0]}
    table = Table("part", "tokens a second", "of the parse")
    for part, seconds in best.items():
        table.add_row(part, f"{tokens / seconds:,.0f}", f"{seconds / best[PARSE]:.1%}")
    console.print(table)
    console.print(f"{len(articles):,} articles, {tokens:,} tokens; processor time, the quickest of {RUNS} runs")


def _articles(inputs: Sequence[Path], pipeline: Pipeline) -> Iterator[Article]:
    for page in pipeline.pages(inputs):
        if isinstance(page, Page):
            try:
                yield pipeline.extract(page)
            except PageError:
                continue


def _read(article: Article, pipeline: Pipeline, nlp: Language, watch: Watch) -> int:
    """Take each step of the reader by itself, then read the article as a build does; the number of its tokens."""
    lexicon = load_lexicon()
    doc = watch.time(PARSE, lambda: nlp(article.text))
    said = watch.time("quotes and attributions", lambda: find_attributions(doc, find_quotes(doc)))
    times = watch.time("times", lambda: find_times(doc))
    watch.time("figures", lambda: find_figures(doc, times))
    triggers = watch.time("triggers", lambda: {t.head.i: t for t in find_triggers(doc, lexicon)})
    watch.time("casts", lambda: [cast(t, triggers, lexicon) for t in triggers.values()])
    spots = [(t.head.idx, t.head.idx + len(t.head)) for t in triggers.values()]
    watch.time("chains", lambda: [chain_at(doc, said, start, end, article.outlet) for start, end in spots])
    watch.time("factuality", lambda: [factuality(t.head) for t in triggers.values()])
    reading = watch.time("all of reading, parse included", lambda: pipeline.reader.read(article))
    watch.time("names and places", lambda: pipeline.resolve(article, reading, pipeline.gazetteer))
    return len(doc)

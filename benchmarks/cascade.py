"""How many times the pages of the plain way the cascade reads, and how many statements it loses by that.

The plain way takes the text by trafilatura as it comes and sends all of it through the whole language pipeline as it
comes; ours goes on to statements with their actors and places. Both take each page of a web archive in turn, in one
process and one thread, and their processor time is compared, so that whatever else the machine does hits both.

What is lost is told of the reports on conflict, by the sets that they come from: of all statements that the reader
finds in them when every page is read (the setting `everything`), those that it finds with the cascade. The other pages
are to be left out.
"""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import msgspec
import spacy
import trafilatura
from rich.console import Console
from rich.table import Table
from spacy.language import Language

from benchmarks.streams import Source, mixed, write_warc
from rashomon.record import Dropped, Page, Reading, Statement
from rashomon.run import Pipeline
from rashomon.run.reading import read_page
from rashomon.settings import PIPELINES, Settings
from rashomon.statements import truecase

PAGES, SHARE = 1000, 0.1
"""Pages of the mixed stream, and the share of them that are reports on conflict."""

REPORTS = 120
"""Pages of the stream of reports alone."""

WARMING = 12
"""Pages read before the clock is started: what is loaded late is loaded then."""

PEOPLE_KILLED = "killed"

Key = tuple[str, int, int, str]
"""A statement: its page, its trigger, its type."""


@dataclass(slots=True)
class Clock:
    """Seconds of processor time by what was done, and what came of it: the statements of the reports on conflict, with
    the cascade and without, and how many there are in the other pages."""

    seconds: dict[str, float] = field(default_factory=dict)
    kept: dict[Key, Statement] = field(default_factory=dict)
    everything: dict[Key, Statement] = field(default_factory=dict)
    elsewhere: int = 0
    elsewhere_kept: int = 0
    sifted: dict[str, int] = field(default_factory=dict)
    sifted_reports: int = 0
    pages: int = 0
    bytes: int = 0

    def add(self, what: str, begun: float) -> None:
        """What was done since `begun` took so long."""
        self.seconds[what] = self.seconds.get(what, 0.0) + process_time() - begun


def measure_cascade(gold: Path, console: Console, pages: int = PAGES, reports: int = REPORTS) -> dict[str, float]:
    """Run both streams, print what came of each; the values of the mixed one, and of reports alone under `reports_`."""
    out: dict[str, float] = {}
    for name, sources in (("", mixed(gold, pages, SHARE)), ("reports_", mixed(gold, reports, 1.0))):
        clock = _run(sources)
        values = _values(clock)
        _print(clock, values, console, "reports on conflict alone" if name else f"mixed, {SHARE:.0%} on conflict")
        out |= {f"{name}{key}": value for key, value in values.items()}
    return out


def as_line(values: dict[str, float]) -> str:
    """The values as one line of JSON."""
    return msgspec.json.encode({key: round(value, 4) for key, value in values.items()}).decode()


def _run(sources: Sequence[Source]) -> Clock:
    conflict = {source.url for source in sources if source.conflict}
    ours = Pipeline(Settings())
    full = Pipeline(replace(ours.settings, everything=True))
    plain = spacy.load(next(name for name in PIPELINES if spacy.util.is_package(name)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stream.warc.gz"
        write_warc(sources, path)
        for page in _pages(path, ours, Clock(), WARMING):
            _plain(page, plain)
            read_page(page, full)
            read_page(page, ours)
        clock = Clock()
        gc.collect()
        for page in _pages(path, ours, clock, len(sources)):
            clock.pages += 1
            clock.bytes += len(page.body)
            begun = process_time()
            _plain(page, plain)
            clock.add("plain", begun)
            begun = process_time()
            told = read_page(page, ours)
            clock.add("ours", begun)
            if isinstance(told, Dropped) and told.stage == "sift":
                step = told.reason.partition(";")[0]
                clock.sifted[step] = clock.sifted.get(step, 0) + 1
                clock.sifted_reports += page.stated.url in conflict
            truecase.cache_clear()  # What the cascade has just worked out is no gift to the way without it.
            begun = process_time()
            without = read_page(page, full)
            clock.add("without the cascade", begun)
            if page.stated.url in conflict:
                clock.kept |= _keyed(page, _statements(told))
                clock.everything |= _keyed(page, _statements(without))
            else:
                clock.elsewhere += len(_statements(without))
                clock.elsewhere_kept += len(_statements(told))
    return clock


def _pages(path: Path, pipeline: Pipeline, clock: Clock, most: int) -> Iterator[Page]:
    """The pages of the archive; to read and unpack them is timed."""
    pages = pipeline.pages([path])
    for _ in range(most):
        begun = process_time()
        page = next(pages, None)
        clock.add("reading and unpacking", begun)
        if page is None:
            return
        if isinstance(page, Page):
            yield page


def _plain(page: Page, nlp: Language) -> None:
    text = trafilatura.extract(page.body)
    if text:
        nlp(text)


def _statements(told: object) -> tuple[Statement, ...]:
    reading = getattr(told, "reading", None)
    return reading.statements if isinstance(reading, Reading) else ()


def _keyed(page: Page, statements: Sequence[Statement]) -> dict[Key, Statement]:
    return {(page.file, (s.trigger or s.evidence).start, (s.trigger or s.evidence).end, s.type): s for s in statements}


def _values(clock: Clock) -> dict[str, float]:
    reading = clock.seconds["reading and unpacking"]
    killed = {key for key, s in clock.everything.items() if any(f.measure == PEOPLE_KILLED for f in s.figures)}
    kept = clock.kept.keys() & clock.everything.keys()
    same = sum(_told(clock.kept[key]) == _told(clock.everything[key]) for key in kept)
    return {
        "speedup": (clock.seconds["plain"] + reading) / (clock.seconds["ours"] + reading),
        "kept": _share(len(kept), len(clock.everything)),
        "kept_killed": _share(len(kept & killed), len(killed)),
        "kept_as_told": _share(same, len(clock.everything)),
        "speedup_without_cascade": (clock.seconds["plain"] + reading)
        / (clock.seconds["without the cascade"] + reading),
        "times_bare_reading": (clock.seconds["ours"] + reading) / reading,
    }


def _told(statement: Statement) -> tuple[object, ...]:
    """A statement's roles, places, figures, time and chain."""
    return (
        statement.mode, statement.factuality, statement.actors, statement.targets, statement.places, statement.figures,
        statement.time, statement.chain,
    )  # fmt: skip


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _print(clock: Clock, values: dict[str, float], console: Console, title: str) -> None:
    table = Table("what", "ms a page", "pages a second", title=title)
    for what, seconds in clock.seconds.items():
        table.add_row(what, f"{1000 * seconds / clock.pages:.1f}", f"{clock.pages / seconds:,.1f}")
    console.print(table)
    told = "; ".join(f"{number} {reason}" for reason, number in sorted(clock.sifted.items()))
    console.print(
        f"{clock.pages} pages, {clock.bytes / 1e6:.1f} MB; in reports on conflict {len(clock.everything):,} statements "
        f"without the cascade, {len(clock.kept):,} with it; in other pages {clock.elsewhere:,} and "
        f"{clock.elsewhere_kept:,}; {told or 'no page sifted out'}; of the reports {clock.sifted_reports}",
        soft_wrap=True, highlight=False,
    )  # fmt: skip
    console.print({key: round(value, 4) for key, value in values.items()})

# ruff: noqa: PLC0415  The imports inside keep `import rashomon` light.
"""What the package does, called from Python; what each call needs is loaded when it is made."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rashomon.errors import InputError, PageError
from rashomon.record import (
    Article,
    Diagnostic,
    Differences,
    Dropped,
    Event,
    Explanation,
    Followed,
    Incident,
    Judgement,
    Page,
    Reading,
    Rest,
    Spread,
    Stated,
    StatementField,
)
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.run import Coding, Crew, Pipeline, Report, Scope, Situated, Typed, Watcher
    from rashomon.store import View
    from rashomon.store.copying import Tell


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One report with all that was read in it; actors are told apart within this report only. `incidents` gathers the
    acts of violence that the report tells of from all its sentences."""

    article: Article
    reading: Reading
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class ExplainedArticle(ReadArticle):
    """The same, with why it was read so."""

    explanation: Explanation


def read(source: str | Path, settings: Settings | None = None) -> ReadArticle:
    """Read one report, without a record: a file (a Path, or a str that is the path of one), else a text, which is
    taken for English by a reader that reads nothing else.

    Raises InputError where a Path can not be opened or holds more than one report, PageError where it can not be read.

    >>> told = read("Karsa, 3 May. Rebel spokesman Adel Marun said that 40 soldiers had deserted.")
    >>> [statement.figures[0].best for statement in told.reading.statements if statement.type == "defect"]
    [40]
    """
    from rashomon.run import Pipeline

    pipeline = Pipeline(settings or Settings())
    article = _article(source, pipeline)
    reading = pipeline.resolve(article, pipeline.read(article), pipeline.gazetteer)
    return ReadArticle(article, reading, pipeline.incidents(article, reading))


def explain(source: str | Path, settings: Settings | None = None) -> ExplainedArticle:
    """Read one report as `read` does, and tell what each statement rests on and which words were passed over, and why.

    Only the package's own rules can tell: raises SettingError where the settings name another reader.

    >>> told = explain("Karsa, 3 May. The film bombed at the box office.")
    >>> [passed.reason.partition(":")[0] for passed in told.explanation.passed]
    ['no act of conflict, as in']
    """
    from rashomon.run import Pipeline

    pipeline = Pipeline(settings or Settings())
    article = _article(source, pipeline)
    explanation = pipeline.own_reader.explain(article)
    reading = pipeline.resolve(article, pipeline.read(article), pipeline.gazetteer)
    return ExplainedArticle(article, reading, pipeline.incidents(article, reading), explanation)


@contextmanager
def open(record: str | Path) -> Iterator["View"]:
    """Open a record (a file, or a `postgresql://` address) to read it; it is closed when the context is left.

    Raises RecordError where it is not a record or can not be opened.

    >>> with open("conflict.record") as record:  # doctest: +SKIP
    ...     for event in record.events():
    ...         print(event.title, event.origins)
    """
    from rashomon.store import Store

    with Store(record).view() as view:
        yield view


def build(
    inputs: Sequence[str | Path],
    *,
    into: str | Path,
    settings: Settings | None = None,
    watcher: "Watcher | None" = None,
    crew: "Crew | None" = None,
    reread: bool = False,
) -> "Report":
    """Read files and folders into a record, which is made where there is none and added to where there is one.

    `crew` says who reads: this process unless several workers, or a cluster, are named. A page that fails is written
    down in the record, with the reason, and told to the watcher; the rest goes on. `reread`: pages that another reader,
    or another version of it, has read are read again; what people judged of them is kept.
    Raises InputError, SettingError or RecordError where the call can not be carried out.
    """
    from rashomon.run import Pipeline
    from rashomon.run import build as run_build

    return run_build(inputs, into, Pipeline(settings or Settings()), watcher, crew, reread=reread)


def copy(source: str | Path, target: str | Path, tell: "Tell | None" = None) -> dict[str, int]:
    """Copy a record (a file, or a `postgresql://` address) into another place, where none is yet: all of it, with what
    people decided. Gives how much it holds. `tell` is called now and then with the rows that are copied and all that
    there are.

    An error, also one raised by `tell`, leaves nothing behind. Raises RecordError where the source can not be read, or
    the target holds something already.

    >>> copy("basra.record", "postgresql://ana@db.example/basra")  # doctest: +SKIP
    {'articles': 6, 'statements': 81, 'events': 38, 'dropped': 0}
    """
    from rashomon.store import Store

    return Store(source).copy_to(Store(target), tell or (lambda done, whole: None))


def follow(record: "View", events: Iterable[Event] | None = None) -> Iterator[Followed]:
    """Follow the statements of a record back: outlet, whose text it prints, whom that cites, whom those quote.

    Only those of `events` where they are given. Each also names the origin that its event counts it for.
    """
    from rashomon.run import Pipeline
    from rashomon.run import follow as run_follow

    return run_follow(record, Pipeline(Settings()), events)


def rests(record: "View", events: Iterable[Event] | None = None) -> tuple[Rest, ...]:
    """Who rests on whom in a record, or in `events` of it: the edges of a graph, each with its statements.

    >>> with open("conflict.record") as record:  # doctest: +SKIP
    ...     for rest in rests(record):
    ...         print(rest.of, rest.how, rest.on, len(rest.statements))
    """
    from rashomon.run import Pipeline

    return Pipeline(Settings()).rests(follow(record, events))


def scope(
    view: "View",
    *,
    as_of: date | None = None,
    according_to: str | None = None,
    rule: str | None = None,
    settings: Settings | None = None,
) -> "Scope":
    """The events of a record as they could be known on the day `as_of`, as `according_to` (an outlet, an agency, a
    speaker) tells them, with their figures rolled up by `rule`; None leaves a condition out.

    Nothing is written. Raises UsageError where there is no such rule.

    >>> with open("conflict.record") as record:  # doctest: +SKIP
    ...     for event in scope(record, as_of=date(2008, 4, 3), according_to="AP", rule="minmax").events:
    ...         print(event.title, event.figures)
    """
    from rashomon.run import Pipeline, Scope, rolled_events, seen_from

    pipeline = Pipeline(settings or Settings())
    if as_of is None and according_to is None:
        seen = Scope(tuple(view.events()), 0, 0, frozenset())
    else:
        seen = seen_from(view, pipeline, as_of, according_to)
    return seen if rule is None else replace(seen, events=tuple(rolled_events(seen.events, pipeline, rule)))


def situation_on(view: "View", on: date, *, as_of: date | None = None, according_to: str | None = None) -> "Situated":
    """How things stood on the day `on`: actors with their strength, leaders, allies and enemies, places with who holds
    them, truces, flows; as it could be known on the day `as_of`, as `according_to` tells it, where they are given.

    >>> with open("conflict.record") as record:  # doctest: +SKIP
    ...     for stand in situation_on(record, date(2008, 3, 30)).situation.actors:
    ...         print(stand.actor.name, len(stand.enemies))
    """
    from rashomon.run import Pipeline, situated

    return situated(view, Pipeline(Settings()), on, as_of, according_to)


def changes(one: "Situated", other: "Situated") -> Differences:
    """What holds in one of two situations and not in the other: relations, flows, truces."""
    from rashomon.run import Pipeline, differing

    return differing(Pipeline(Settings()), one, other)


def spreads(view: "View", event: Event) -> tuple[Spread, ...]:
    """How far the accounts of an event of this record lie apart, field by field."""
    from rashomon.run import Pipeline

    return Pipeline(Settings()).spreads(event, view.statements_by_id(event.statements))


def diagnostics(view: "View") -> tuple[Diagnostic, ...]:
    """How far accounts lie apart in the whole record, field by field: the means over its events."""
    from rashomon.run import Pipeline

    told = ((event, view.statements_by_id(event.statements)) for event in view.events() if event.origins > 1)
    return Pipeline(Settings()).diagnostics(told)


def judge(
    record: str | Path, statement: str, verdict: Literal["right", "wrong", "comment"], *, by: str, because: str
) -> Judgement:
    """Judge a statement of a record right or wrong, or remark on it; what follows holds in every later build.

    Raises UsageError, and changes nothing, where the record has no statement with this id.

    >>> judge("conflict.record", "3f0c9a12b47d5e68", "wrong", by="Ana", because="a drill")  # doctest: +SKIP
    """
    from rashomon.run import Pipeline, comment, judge_right, judge_wrong

    do = {"right": judge_right, "wrong": judge_wrong, "comment": comment}[verdict]
    return do(record, Pipeline(Settings()), statement, author=by, at=datetime.now(UTC), reason=because)


def correct(
    record: str | Path,
    statement: str,
    field: StatementField,
    *values: "str | Typed",
    by: str,
    because: str,
) -> Judgement:
    """Correct a field of a statement: from now on it holds these values and no others, or is unknown if there are none.

    A value is what one would type at the desk, or a `Typed` with the words that it stands on. Raises UsageError, and
    changes nothing, where it can not be used.

    >>> correct("conflict.record", "3f0c9a12b47d5e68", "figures", "417", by="Ana", because="a slip")  # doctest: +SKIP
    """
    from rashomon.run import Pipeline, Typed, judge_field

    told = [Typed(value) if isinstance(value, str) else value for value in values]
    now = datetime.now(UTC)
    return judge_field(record, Pipeline(Settings()), statement, field, told, author=by, at=now, reason=because)


def take_back(record: str | Path, judgement: str, *, by: str, because: str) -> Judgement:
    """Take the judgement with this id back; the record is then as if it had never been made.

    Raises UsageError, and changes nothing, where there is none or it is taken back already.
    """
    from rashomon.run import Pipeline, undo

    return undo(record, Pipeline(Settings()), judgement, author=by, at=datetime.now(UTC), reason=because)


def agreement(record: "View", coders: Iterable[str] = ()) -> "Coding":
    """How far coders agree on the statements that several of them decided, and which they left differently; all who
    decided any, if nobody is named."""
    from rashomon.run import coding

    return coding(record, coders)


def _article(source: str | Path, pipeline: "Pipeline") -> Article:
    from rashomon.run import unread_language

    article = pipeline.extract(_page(source, pipeline))
    if unread := unread_language(article, pipeline.languages):
        raise PageError(article.file, "statement", unread)
    return article


def _page(source: str | Path, pipeline: "Pipeline") -> Page:
    if isinstance(source, str) and not _names_file(source):
        body = source.encode()
        # A few lines are too little to tell a language from, and whoever hands in a text to a reader of English alone
        # knows what it is.
        language = "en" if pipeline.languages == {"en"} else None
        return Page("text", sha256(body).hexdigest(), body, "text", Stated(language=language))
    pages = list(islice(pipeline.pages([source]), 2))
    if len(pages) > 1:
        raise InputError(f"{source}: holds more than one report; read them all with: rashomon.build")
    if isinstance(pages[0], Dropped):
        raise PageError(pages[0].file, pages[0].stage, pages[0].reason)
    return pages[0]


def _names_file(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # Too long for a path, or with characters that no path has.
        return False

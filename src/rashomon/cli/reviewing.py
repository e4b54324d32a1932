"""`rashomon review` of single statements: the queue, verdicts, corrections, remarks, and how far two coders agree."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table
from rich.text import Text

import rashomon.api
from rashomon.cli.console import out, say
from rashomon.cli.judged import Because, By, author_of, stages, tell
from rashomon.cli.styles import QUIET, STRONG
from rashomon.cli.wording import bounds, day, short, when
from rashomon.errors import UsageError
from rashomon.record import (
    STATEMENT_FIELDS,
    FieldValue,
    Judgement,
    Statement,
    field_of,
    taken_back,
)
from rashomon.run import (
    Typed,
    coding,
    comment,
    import_judgements,
    judge_field,
    judge_right,
    judge_wrong,
    shown_to,
)
from rashomon.store.reviewed import Waiting

LINES = 20
"""Statements of the queue that are shown if nobody says how many."""

UNKNOWN = "unknown"

Id = Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement, by the id that `queue` shows.")]
Why = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why; kept with the judgement.")]


def queue(
    context: typer.Context,
    event: Annotated[str | None, typer.Option("--event", metavar="EVENT", help="Only those of one event.")] = None,
    article: Annotated[str | None, typer.Option("--article", metavar="ID", help="Only those of one article.")] = None,
    act: Annotated[str | None, typer.Option("--act", metavar="ACT", help="Only one act: TYPE or TYPE/MODE.")] = None,
    number: Annotated[int, typer.Option("--most", metavar="N", min=1, help="How many to show.")] = LINES,
) -> None:
    """Show the statements that nobody has decided on yet, the one that the reader was least sure of first."""
    with rashomon.api.open(context.obj) as view:
        asked = Waiting(event, article, act)
        lines = view.reviewed.queue(asked, number)
        for line in lines:
            one = line.statement
            out.print(Text(one.id, style=STRONG).append(f"  {short(one.evidence.text)}", style="default not bold"))
            held = (f"{field}: {words}" for field in STATEMENT_FIELDS if (words := in_words(field_of(one, field))))
            out.print(Text(f"  {one.confidence:.2f}  {'; '.join(held)}", style=QUIET))
        total, done = view.reviewed.count(asked), len(view.reviewed.decided(asked))
    say(f"{done} of {total} decided")


def right(context: typer.Context, statement: Id, because: Why = "right: as the text tells it", by: By = None) -> None:
    """Find a statement right."""
    now = datetime.now(UTC)
    tell(judge_right(context.obj, stages(), statement, author=author_of(by), at=now, reason=because), context.obj)


def wrong(context: typer.Context, statement: Id, because: Because, by: By = None) -> None:
    """Find a statement wrong: it is left out of events and exports, and stays in its article with the reason."""
    now = datetime.now(UTC)
    tell(judge_wrong(context.obj, stages(), statement, author=author_of(by), at=now, reason=because), context.obj)


def remark(
    context: typer.Context,
    statement: Id,
    words: Annotated[str, typer.Argument(metavar="TEXT", help="The remark.")],
    by: By = None,
) -> None:
    """Remark on a statement, which decides nothing."""
    if not words.strip():
        raise UsageError("TEXT is empty; say something in a few words")
    now = datetime.now(UTC)
    tell(comment(context.obj, stages(), statement, author=author_of(by), at=now, reason=words), context.obj)


def fix(
    context: typer.Context,
    statement: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD", help=", ".join(STATEMENT_FIELDS))],
    values: Annotated[
        list[str], typer.Argument(metavar="VALUE...", help="All values that it holds from now on, or: unknown")
    ],
    because: Why = "corrected: as the text tells it",
    words: Annotated[
        str | None, typer.Option("--words", metavar="TEXT", help="The words of the article that tell a single VALUE.")
    ] = None,
    by: By = None,
) -> None:
    """Correct a field of a statement: events and exports then use these values, and name who made them."""
    name = next((each for each in STATEMENT_FIELDS if each == field), None)
    if name is None:
        raise UsageError(f"{field}: a statement has no such field; one of: {', '.join(STATEMENT_FIELDS)}")
    told = [] if values == [UNKNOWN] else [_typed(context.obj, statement, value, words) for value in values]
    if words is not None and len(told) != 1:
        raise UsageError("--words belongs to one VALUE; give one")
    now = datetime.now(UTC)
    judgement = judge_field(context.obj, stages(), statement, name, told, author=author_of(by), at=now, reason=because)
    tell(judgement, context.obj)


def history(context: typer.Context, statement: Id) -> None:
    """Show a statement field by field, what the reader read, and all that was decided of it."""
    with rashomon.api.open(context.obj) as view:
        read = view.reviewed.read([statement]).get(statement)
        if read is None:
            raise UsageError(
                f"{statement}: no statement has this id; find it with: rashomon review {context.obj} queue"
            )
        shown = shown_to(view, read, None)
        review = view.reviewed.of([statement]).get(statement)
        known = {each.id: each for each in view.judgements()}
        about = [e for e in known.values() if e.subject == statement or (review and e.id in review.judgements)]
    out.print(read.evidence.text)
    makers = {each.was.field: each.author for each in shown.corrected}
    for field in STATEMENT_FIELDS:
        held = in_words(field_of(shown, field)) or UNKNOWN
        note = f"  by {makers[field]}; read: {in_words(field_of(read, field)) or UNKNOWN}" if field in makers else ""
        out.print(Text(f"  {field}: {held}").append(note, style=QUIET))
    out.print(f"  {review.state if review else 'open'}")
    differs = {each.judgement: each.fields for each in review.differs} if review else {}
    gone = taken_back(about)
    for each in about:
        note = f"; taken back by {gone[each.id].id}" if each.id in gone else ""
        out.print(Text(f"{each.id}  {each.kind}{note}", style=STRONG))
        out.print(Text(f"  {each.author}, {day(each.at.date())}, {each.at:%H:%M} UTC: {each.reason}", style=QUIET))
        if each.id in differs:
            out.print(f"  the reader now differs: {', '.join(differs[each.id])}")


def agreement(
    context: typer.Context,
    coders: Annotated[list[str] | None, typer.Argument(metavar="[CODER...]", help="Whose; all, if not named.")] = None,
) -> None:
    """Show how far coders of the same statements agree: Krippendorff's alpha for each field, and where they differ."""
    with rashomon.api.open(context.obj) as view:
        found = coding(view, coders or ())
    if not found.units:
        out.print("No statement was decided by two of them yet.")
        return
    out.print(f"{found.units} statements decided by more than one of {', '.join(found.authors)}")
    table = Table(box=None, pad_edge=False)
    for head, justify in (("field", "left"), ("alpha", "right"), ("alike", "right"), ("of", "right")):
        table.add_column(head, justify=justify, header_style=QUIET)  # type: ignore[arg-type]
    for one in found.agreements:
        alpha = "–" if one.alpha is None else f"{one.alpha:.2f}"
        table.add_row(one.field, alpha, str(one.same), str(one.pairs))
    out.print(table)
    for each in found.differs:
        out.print(
            Text(each.read.id, style=STRONG).append(f"  {short(each.read.evidence.text)}", style="default not bold")
        )
        for coded in each.coded:
            told = (f"{field}: {_coded(coded.statement, field)}" for field in each.fields if field in STATEMENT_FIELDS)
            held = "wrong" if coded.wrong else "; ".join(told) or "kept"
            out.print(Text(f"  {coded.author}: {held}", style=QUIET))


def export(context: typer.Context) -> None:
    """Write all judgements as JSON lines to the standard output, for another record of the same pages."""
    with rashomon.api.open(context.obj) as view:
        for judgement in view.judgements():
            sys.stdout.buffer.write(msgspec.json.encode(judgement) + b"\n")
    sys.stdout.flush()


def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `export` has written.")],
) -> None:
    """Add the judgements of another record of the same pages; those that are there already are left out."""
    try:
        lines = file.read_bytes().splitlines()
        told = [msgspec.json.decode(line, type=Judgement) for line in lines if line.strip()]
    except OSError as error:
        raise UsageError(f"{file}: can not be read ({error.strerror})") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise UsageError(
            f"{file}: holds no judgements ({error}); write them with: rashomon review RECORD export"
        ) from error
    added = import_judgements(context.obj, stages(), told)
    say(f"{added} of {len(told)} judgements added")


def in_words(value: FieldValue) -> str:
    """What a field holds, in words; nothing where it is unknown."""
    act = value.type if value.mode is None else f"{value.type}/{value.mode}"
    told = [act or "", value.factuality or "", *(role.name for role in value.roles)]
    told += [place.text for place in value.places] + ([when(value.time)] if value.time else [])
    told += [" ".join(filter(None, (bounds(f), f.counts, f.measure and f"({f.measure})"))) for f in value.figures]
    told += [sayer.name for sayer in value.chain]
    return ", ".join(filter(None, told))


def _coded(statement: Statement, field: str) -> str:
    return next(in_words(field_of(statement, each)) or UNKNOWN for each in STATEMENT_FIELDS if each == field)


def _typed(record: str, statement: str, value: str, words: str | None) -> Typed:
    """The value, with the place of its words in the article: in the sentence, else the first."""
    if words is None:
        return Typed(value)
    with rashomon.api.open(record) as view:
        told = view.reviewed.read([statement]).get(statement)
        if told is None:
            return Typed(value)
        text = view.article(told.article).text
        at = text.find(words, told.evidence.start, told.evidence.end)
        at = at if at >= 0 else text.find(words)
    if not words or at < 0:
        raise UsageError(f"{words}: the article has no such words")
    return Typed(value, start=at, end=at + len(words))

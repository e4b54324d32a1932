"""`rashomon review`: why names were joined to one actor and statements to one event, and what people decided of all."""

from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Annotated

import typer
from rich.text import Text

import rashomon.api
from rashomon.cli import reviewing
from rashomon.cli.console import out, say
from rashomon.cli.judged import Because, By, author_of, decided, stages, tell
from rashomon.cli.styles import QUIET, STRONG
from rashomon.cli.wording import STALE, day, short
from rashomon.record import taken_back
from rashomon.run import judge_apart, judge_same, judge_split, judge_together, lost
from rashomon.run import undo as take_back
from rashomon.store import Store
from rashomon.store.search import search
from rashomon.store.words import tokens

review = typer.Typer(no_args_is_help=True)


@review.callback()
def _record(
    context: typer.Context, record: Annotated[str, typer.Argument(metavar="RECORD", help="The record.")]
) -> None:
    """Decide on statements, and on why names were joined to one actor and statements to one event.

    What is decided holds in every later build, and can be taken back.
    """
    context.obj = record


@review.command("list", epilog="Example:  rashomon review basra.record list")
def list_(context: typer.Context) -> None:
    """List all judgements, with those that were taken back."""
    with rashomon.api.open(context.obj) as view:
        told = tuple(view.judgements())
        differs = {each.judgement: each.fields for review in view.reviewed.all() for each in review.differs}
        missing = {each.id for each in lost(view)}
    if not told:
        address = Store(context.obj).address
        words = f"No judgements yet. See who was joined, and why, with: rashomon review {address} actors NAME"
        out.print(words, soft_wrap=True)
        return
    gone = taken_back(told)
    for judgement in told:
        out.print(Text(judgement.id, style=STRONG).append(f"  {decided(judgement)}", style="default not bold"))
        when = f"{day(judgement.at.date())}, {judgement.at:%H:%M} UTC"
        note = f"; taken back by {gone[judgement.id].id}" if judgement.id in gone else ""
        out.print(Text(f"  {judgement.author}, {when}: {judgement.reason}{note}", style=QUIET))
        if judgement.id in missing:
            out.print("  the reader now differs: it reads no statement in these words")
        elif judgement.id in differs:
            out.print(f"  the reader now differs: {', '.join(differs[judgement.id])}")


@review.command(epilog="Example:  rashomon review basra.record actors Sadr")
def actors(
    context: typer.Context, words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words of a name.")]
) -> None:
    """Show the actors with a name that holds all WORDS, each with the names joined in it, and why they were."""
    wanted = set(tokens(" ".join(words)))
    with rashomon.api.open(context.obj) as view:
        if not view.fresh:
            say(STALE, style="yellow")
        named = [(actor, [set(tokens(name)) for name in actor.names]) for actor in view.actors()]
        known = {word for _, names in named for name in names for word in name}
        found = [actor for actor, names in named if any(wanted <= name for name in names)]
        for actor in sorted(found, key=lambda each: (each.name, each.id)):
            out.print(Text(actor.name, style=STRONG).append(f"  {actor.type}", style="not bold dim"))
            for merge, local, file in view.joined(actor.id):
                out.print(f"  {merge.local}  {local.name}, in {file}")
                out.print(Text(f"    {merge.score:.2f} {merge.reason}", style=QUIET))
    if not found:
        near = [each for word in sorted(wanted - known) for each in get_close_matches(word, sorted(known), n=1)]
        hint = f" Did you mean {' '.join(near)}?" if near else ""
        out.print(f"No actor has a name with “{' '.join(words)}” in it.{hint}", soft_wrap=True)


@review.command(epilog='Example:  rashomon review basra.record apart 3f0c9a12b47d5e68 --because "another Karim"')
def apart(
    context: typer.Context,
    local: Annotated[str, typer.Argument(metavar="LOCAL", help="The local actor, by the id that `actors` shows.")],
    because: Because,
    by: By = None,
) -> None:
    """Judge a local actor to be another than those that it was joined with."""
    judgement = judge_apart(context.obj, stages(), local, author=author_of(by), at=datetime.now(UTC), reason=because)
    tell(judgement, context.obj)


@review.command(epilog="Example:  rashomon review basra.record events dismissed")
def events(
    context: typer.Context, words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words of an event.")]
) -> None:
    """Show the events that answer to all WORDS, each with its statements and with what spoke for joining them."""
    with rashomon.api.open(context.obj) as view:
        if not view.fresh:
            say(STALE, style="yellow")
        hits = search(view.events(), view, " ".join(words))
        for event in (hit.event for hit in hits):
            out.print(Text(event.title, style=STRONG))
            told = view.statements_by_id(event.statements)
            for key in event.statements:
                out.print(f"  {key}  {view.article(told[key].article).file}: {short(told[key].evidence.text)}")
            for join in view.joins(event.statements):
                out.print(Text(f"    {join.score:.2f} {join.one} {join.other} {join.reason}", style=QUIET))
    if not hits:
        out.print(f"No event answers to “{' '.join(words)}”.", soft_wrap=True)


@review.command(epilog='Example:  rashomon review basra.record join 3f0c9a12b47d5e68 9b1d4c07e2a3f586 --because "one"')
def join(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement, by the id that `events` shows.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="A statement of the event that it belongs to.")],
    because: Because,
    by: By = None,
) -> None:
    """Judge two statements to tell of one event."""
    judgement = judge_together(
        context.obj, stages(), statement, other, author=author_of(by), at=datetime.now(UTC), reason=because
    )
    tell(judgement, context.obj)


@review.command(epilog='Example:  rashomon review basra.record split 3f0c9a12b47d5e68 --because "a day later"')
def split(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement, by the id that `events` shows.")],
    because: Because,
    by: By = None,
) -> None:
    """Judge a statement to tell of another event than those that it was gathered with."""
    judgement = judge_split(
        context.obj, stages(), statement, author=author_of(by), at=datetime.now(UTC), reason=because
    )
    tell(judgement, context.obj)


@review.command(epilog='Example:  rashomon review basra.record undo 9b1d4c07e2a3f586 --because "one Karim after all"')
def undo(
    context: typer.Context,
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The judgement, by the id that `list` shows.")],
    because: Because,
    by: By = None,
) -> None:
    """Take a judgement back; the record is then as if it had never been made."""
    told = take_back(context.obj, stages(), judgement, author=author_of(by), at=datetime.now(UTC), reason=because)
    tell(told, context.obj)


@review.command(
    epilog='Example:  rashomon review basra.record same 3f0c9a12b47d5e68 9b1d4c07e2a3f586 --because "one man"'
)
def same(
    context: typer.Context,
    local: Annotated[str, typer.Argument(metavar="LOCAL", help="A local actor, by the id that `actors` shows.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="A local actor of the actor that it is the same as.")],
    because: Because,
    by: By = None,
) -> None:
    """Judge two local actors to be the same; all that each is joined with comes together."""
    told = judge_same(context.obj, stages(), local, other, author=author_of(by), at=datetime.now(UTC), reason=because)
    tell(told, context.obj)


review.command(epilog="Example:  rashomon review basra.record queue --act defect")(reviewing.queue)
review.command(epilog="Example:  rashomon review basra.record right 3f0c9a12b47d5e68")(reviewing.right)
review.command(epilog='Example:  rashomon review basra.record wrong 3f0c9a12b47d5e68 --because "a drill"')(
    reviewing.wrong
)
review.command(epilog='Example:  rashomon review basra.record fix 3f0c9a12b47d5e68 figures "417 policemen"')(
    reviewing.fix
)
review.command("comment", epilog='Example:  rashomon review basra.record comment 3f0c9a12b47d5e68 "ask Ana"')(
    reviewing.remark
)
review.command(epilog="Example:  rashomon review basra.record history 3f0c9a12b47d5e68")(reviewing.history)
review.command(epilog="Example:  rashomon review basra.record agreement Ana Ben")(reviewing.agreement)
review.command(epilog="Example:  rashomon review basra.record export > judgements.jsonl")(reviewing.export)
review.command("import", epilog="Example:  rashomon review basra.record import judgements.jsonl")(reviewing.import_)

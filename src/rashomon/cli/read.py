"""`rashomon read`: what is read in one report, sentence by sentence, and why."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import rashomon.api
from rashomon.cli.console import out, say
from rashomon.cli.reader import DEFAULTS, Endpoint, ReaderName, Yes, say_where_texts_go
from rashomon.cli.wording import act, bounds, chain, count, when
from rashomon.record import Explanation, Figure, PassedOver, Role, Span, Statement
from rashomon.settings import Settings

STDIN = "-"
INDENT = 3
"""Columns by which what was read stands to the right of its sentence."""


def read(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A report (.html, .txt), or - for stdin.")],
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Why each statement was read, and what was passed over."),
    ] = False,
    acts: Annotated[
        Path | None,
        typer.Option(
            "--acts", metavar="FILE", exists=True, dir_okay=False, help="Rows of your own for the lexicon of acts."
        ),
    ] = None,
    reader: ReaderName = DEFAULTS.reader,
    endpoint: Endpoint = None,
    yes: Yes = False,
) -> None:
    """Read one report and show its statements under their sentences; nothing is kept.

    With --explain also the row of the lexicon that fired, and each word that can tell of an act but makes no statement
    here, with the reason.
    """
    settings = Settings(acts=acts, reader=reader, endpoint=endpoint, may_send=yes)
    say_where_texts_go(settings)
    text = sys.stdin.read() if source == STDIN else Path(source)
    told: rashomon.api.ReadArticle
    if explain or reader == DEFAULTS.reader:
        told = explained = rashomon.api.explain(text, settings)
        explanation = explained.explanation
    else:
        told = rashomon.api.read(text, settings)
        explanation = Explanation(_evidences(told.reading.statements), (), ())
    grounds = {ground.statement: ground.words for ground in explanation.grounds} if explain else {}
    for sentence in explanation.sentences:
        here = [s for s in told.reading.statements if _stands_in(s.trigger or s.evidence, sentence)]
        passed = [p for p in explanation.passed if explain and _stands_in(p.word, sentence)]
        if here or explain:
            out.print(Text.assemble((f"{sentence.start}–{sentence.end} ", "dim"), " ".join(sentence.text.split())))
            parts: list[RenderableType] = [_statement(s, grounds.get(s.id)) for s in here]
            parts += [_passed_over(passed)] if passed else []
            out.print(Padding(Group(*parts), (0, 0, 1, INDENT)))
    out.print(count(len(told.reading.statements), "statement"), style="dim")
    for each in told.reading.refused:
        say(f"left out, as the text does not bear it out: {each.why}: {each.times:,}")


def _evidences(statements: tuple[Statement, ...]) -> tuple[Span, ...]:
    """The sentences of the statements, none within another."""
    out: list[Span] = []
    for span in sorted({s.evidence for s in statements}, key=lambda s: (s.start, -s.end)):
        if not out or span.start >= out[-1].end:
            out.append(span)
        elif span.end > out[-1].end:
            # Two runs of sentences that overlap: the rest of the second stands by itself.
            rest = span.text[out[-1].end - span.start :]
            out.append(Span(out[-1].end, span.end, rest))
    return tuple(out)


def _stands_in(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _statement(statement: Statement, ground: str | None) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    trigger = statement.trigger.text if statement.trigger else ""
    head = Text(f"{act(statement.type, statement.mode)} · {statement.factuality}", style="bold")
    table.add_row(" ".join(trigger.split()), head)
    rows = (
        ("by", _roles(statement.actors)),
        ("to", _roles(statement.targets)),
        ("where", ", ".join(place.text for place in statement.places)),
        ("when", f"{when(statement.time)} ({statement.time.text})" if statement.time else ""),
        ("how many", "; ".join(map(_figure, statement.figures))),
        ("who says so", chain(statement)),
        ("confidence", f"{statement.confidence:.2f}"),
        ("read by", ground or ""),
    )
    for name, value in rows:
        if value:
            table.add_row(name, value)
    return table


def _roles(roles: tuple[Role, ...]) -> str:
    return ", ".join(r.name if r.name == r.text else f"{r.name} ({r.text})" for r in roles)


def _figure(figure: Figure) -> str:
    """`more than 40 soldiers deserted [41 or more]`: the wording first, then the bounds that it sets."""
    return f"{f'{figure.worded} {figure.measure}'.strip()} [{bounds(figure)}]"


def _passed_over(passed: list[PassedOver]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="dim")
    for each in passed:
        table.add_row(each.word.text, f"passed over: {each.reason}")
    return table

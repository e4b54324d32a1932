"""`rashomon compare`: two records of the same pages side by side."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

import rashomon.api
from rashomon.cli import wording
from rashomon.cli.console import out
from rashomon.cli.styles import QUIET, WARN
from rashomon.errors import UsageError
from rashomon.record import Statement
from rashomon.run import Difference, compare_views

MOST = 20
"""Differences drawn unless all are asked for."""


def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A record.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another record of the same pages.")],
    all: Annotated[bool, typer.Option("--all", help=f"Draw every difference, not only the first {MOST}.")] = False,
) -> None:
    """Compare two records of the same pages, by two readers or two coders.

    For each field: how often they agree, and Krippendorff's alpha, which is 1 where they always do and 0 where they do
    as often as by chance. Then the sentences that they read differently, side by side.
    """
    most = None if all else MOST
    shown = Table(box=None, expand=True, padding=(0, 2, 1, 0), header_style=QUIET)
    for title in ("where", one, other):
        shown.add_column(title, ratio=1)
    differences = 0

    def differs(difference: Difference) -> None:
        nonlocal differences
        differences += 1
        if most is None or differences <= most:
            shown.add_row(*_cells(difference))

    with rashomon.api.open(one) as left, rashomon.api.open(other) as right:
        found = compare_views(left, right, differs)
    if not found.articles:
        raise UsageError(f"{one}, {other}: no article is in both; build both from the same pages, and compare again")
    told = f"{wording.count(found.articles, 'article')} in both, {found.unmatched:,} in one alone"
    out.print(
        f"{told}; {found.both:,} acts told by both, {found.only_one:,} by A alone, {found.only_other:,} by B alone"
    )
    fields = Table(box=None, padding=(0, 2, 0, 0), header_style=QUIET)
    for title in ("field", "same", "alpha"):
        fields.add_column(title, justify="left" if title == "field" else "right")
    for each in found.agreements:
        share = f"{each.same / each.pairs:.1%}" if each.pairs else wording.UNKNOWN
        fields.add_row(each.field, share, wording.UNKNOWN if each.alpha is None else f"{each.alpha:.3f}")
    out.print(fields)
    if differences:
        out.print(shown)
    if most is not None and differences > most:
        out.print(Text(f"{differences - most:,} more differences: --all draws them", style=QUIET))


def _cells(difference: Difference) -> tuple[Text, Text, Text]:
    statement = difference.one or difference.other
    assert statement is not None
    where = Text(f"{difference.file}\n", style=QUIET).append(statement.evidence.text, style="default not dim")
    return where, _told(difference.one, difference), _told(difference.other, difference)


def _told(statement: Statement | None, difference: Difference) -> Text:
    if statement is None:
        return Text("does not tell it", style=WARN)
    lines = Text(wording.act(statement.type, statement.mode))
    told = {
        "actors": ", ".join(role.name for role in statement.actors),
        "targets": ", ".join(role.name for role in statement.targets),
        "places": ", ".join(place.text for place in statement.places),
        "time": wording.when(statement.time),
        "factuality": statement.factuality,
        "figures": ", ".join(figure.text for figure in statement.figures),
        "who says so": wording.chain(statement),
    }
    for field, words in told.items():
        if field in difference.fields:
            lines.append(f"\n{field}: ", style=WARN).append(words or wording.UNKNOWN, style="default")
    return lines

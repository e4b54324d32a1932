"""`rashomon show`: what a record tells, account beside account."""

from datetime import date
from typing import Annotated, Any

import typer

import rashomon.api
from rashomon.cli.asked import Asked
from rashomon.cli.console import out, say
from rashomon.cli.listing import listing
from rashomon.cli.nothing import nothing
from rashomon.cli.panel import Panels
from rashomon.cli.tree import Tree
from rashomon.cli.wording import STALE, count
from rashomon.run import Articles, Scope
from rashomon.store import View
from rashomon.store.filters import at_place, between
from rashomon.store.search import Hit, search

MOST = 10
"""Events drawn with all their accounts unless all are asked for: about as many as one cares to scroll through."""

WIDEST = 200
"""Columns used of a wider window: beyond, accounts that stand side by side are too far apart to compare."""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is no day; write it as 2008-03-31") from None


def _option(flag: str, metavar: str, help: str) -> Any:
    return typer.Option(flag, metavar=metavar, help=help, parser=_day if metavar == "DATE" else None)


def day_option(flag: str, help: str) -> Any:
    """An option that takes a day."""
    return _option(flag, "DATE", help)


def show(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="The record.")],
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="What to look for.")] = None,
    according_to: Annotated[
        str | None, _option("--according-to", "NAME", "Only what this outlet, agency or speaker says.")
    ] = None,
    as_of: Annotated[date | None, _option("--as-of", "DATE", "Only what could be known on that day.")] = None,
    since: Annotated[date | None, _option("--from", "DATE", "Only events on that day or later.")] = None,
    until: Annotated[date | None, _option("--to", "DATE", "Only events on that day or earlier.")] = None,
    rule: Annotated[
        str | None,
        _option("--rule", "ROLL-UP", "Rule that brings the accounts' figures to one row, as in rashomon export."),
    ] = None,
    place: Annotated[str | None, _option("--place", "NAME", "Only events at that place, or within it.")] = None,
    all: Annotated[bool, typer.Option("--all", help=f"Draw every event, not only the first {MOST}.")] = False,
) -> None:
    """Show what a record tells.

    Without WORDS: its events in a list. With WORDS: the events that answer to all of them, each with its accounts side
    by side: who says it, through whom, in which sentence, with which figure; and where they can not all be right.
    """
    with rashomon.api.open(record) as view:
        asked = Asked(" ".join(words or ()), according_to, as_of, since, until, place, rule)
        show_view(view, asked, most=None if all else MOST)


def show_view(view: View, asked: Asked, most: int | None = MOST) -> None:
    """Print the events that are asked for, no more than `most` of them in full; where there are none, what there is."""
    if not view.fresh:
        say(STALE, style="yellow")
    scope = rashomon.api.scope(view, as_of=asked.as_of, according_to=asked.according_to, rule=asked.rule)
    if scope.undated:
        say(f"left out: {count(scope.undated, 'article')} without a day of publication", style="yellow")
    if scope.quoted:
        known = f"{count(scope.quoted, 'statement')} known from later reports, which cite who had it by then"
        say(known, style="yellow")
    events = scope.events
    if asked.since or asked.until:
        events = tuple(between(events, asked.since, asked.until))
    if asked.place is not None:
        events = tuple(at_place(events, view.places(), asked.place))
    hits = search(events, view, asked.words) if asked.words else [Hit(event, 0, {}) for event in events]
    if not hits:
        out.print(nothing(view, asked, scope), soft_wrap=True)
        return
    found = f"{len(hits):,} of " if len(hits) < len(scope.events) else ""
    out.print(f"{found}{count(len(scope.events), 'event')}{asked.in_words()}", style="dim")
    if not asked.words:
        width = min(out.width, WIDEST)
        out.print(listing([hit.event for hit in hits], view, width), width=width)
        return
    _print_panels(hits, scope, view, most)


def _print_panels(hits: list[Hit], scope: Scope, view: View, most: int | None) -> None:
    tree = Tree(hits, scope.events)
    places = {place.id: place for place in view.places()}
    articles = Articles(view)
    for hit in tree.outer[:most]:
        panels = Panels(view.statements_by_id(tree.statements(hit)), articles, places)
        out.print(tree.panel(hit, panels), width=min(out.width, WIDEST))
    if most is not None and len(tree.outer) > most:
        out.print(f"and {len(tree.outer) - most:,} more: ask more closely, or add --all", style="dim")

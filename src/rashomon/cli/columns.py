"""The accounts of an event as columns, what they tell as rows.

As many columns stand side by side as the window takes; the others follow below, under their own heads. A value that is
at odds with another account carries the mark ≠, and so does its row. Below a value stands its chain where it is more
than the account's own word, with the number of the sentence that it was read from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.cli import wording
from rashomon.cli.styles import DIFFERS, NUMBER, QUIET, STRONG, WARN
from rashomon.record import Account, Event, Figure, Position, Role, Source, Statement

NARROWEST = 26
"""Columns of the window that an account needs to be read with ease."""

LABEL = 13
"""Columns of the window for the names of the rows."""

ROWS = {
    "what": ("act", "factuality"),
    "how many": ("figure",),
    "when": ("time",),
    "where": ("place",),
    "by": ("actor",),
    "to": ("target",),
}
"""The rows with the fields of disagreements that belong to them."""

TALK = frozenset({"say", "state"})
"""Types of statements whose parties are no parties to the act."""

Numbers = tuple[float | None, float | None, float | None]
"""Low, best, high."""

NOT_COUNTED: Numbers = (None, None, None)
"""Stands for the numbers of a value that has none."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one statement tells in one row."""

    words: Text
    statement: Statement
    differs: bool


class Columns:
    """The table of one event's accounts. `notes` are the numbers of the sentences shown, by statement."""

    def __init__(
        self,
        event: Event,
        accounts: Sequence[Account],
        statements: Mapping[str, Statement],
        notes: Mapping[str, int],
    ) -> None:
        self._event = event
        self._accounts = accounts
        self._statements = statements
        self._notes = notes
        told = event.corroboration.sources if event.corroboration else ()
        self._sources = {source.origin: source for source in told}
        self._at_odds = {
            (one.field, key, numbers)
            for one in event.disagreements
            for position in one.positions
            for numbers in (self._numbers(position) if one.field == "figure" else {NOT_COUNTED})
            for key in position.statements
        }
        self._updated = {
            (key, saying.figure)
            for series in event.series
            for saying in series.sayings
            if saying.updated
            for key in saying.statements
        }

    def _numbers(self, position: Position) -> set[Numbers]:
        """The numbers that a position on a figure holds: those that its value words."""
        told = (self._statements[key] for key in position.statements if key in self._statements)
        return {_bounds(figure) for one in told for figure in one.figures if figure.worded == position.value}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        beside = max(1, (options.max_width - LABEL) // NARROWEST)
        blocks = -(-len(self._accounts) // beside)
        each = -(-len(self._accounts) // blocks)
        for start in range(0, len(self._accounts), each):
            if start:
                yield Text()
            yield self._table(self._accounts[start : start + each])

    def _table(self, accounts: Sequence[Account]) -> Table:
        table = Table(
            box=box.SQUARE, show_edge=False, show_header=False, show_lines=True, expand=True, border_style=QUIET
        )
        table.add_column(width=LABEL - 3, style=QUIET)
        for _ in accounts:
            table.add_column(ratio=1, overflow="fold")
        table.add_row("", *(Text(account.origin, style=STRONG) for account in accounts))
        if any(sources := [self._source(account) for account in accounts]):
            table.add_row("source", *sources)
        for row, fields in ROWS.items():
            values = [list(self._values(row, account)) for account in accounts]
            if any(values):
                odd = any(one.field in fields for one in self._event.disagreements)
                label = Text(f"{DIFFERS} {row}", style=WARN) if odd else Text(row)
                table.add_row(
                    label, *(self._cell(told, account) for told, account in zip(values, accounts, strict=True))
                )
        return table

    def _source(self, account: Account) -> Text:
        """What an origin rests on, and who brings it."""
        source = self._sources.get(account.origin)
        known = [_rests_on(source)] if source else []
        told = (self._statements[key] for key in account.statements if key in self._statements)
        brought = sorted({one.chain[0].name for one in told if one.chain} - {account.origin})
        known += [f"in {', '.join(brought)}"] if brought else []
        known += [wording.count(account.reprints, "reprint")] if account.reprints else []
        return Text("; ".join(known), style=QUIET)

    def _values(self, row: str, account: Account) -> Iterator[Value]:
        told = [self._statements[key] for key in account.statements if key in self._statements]
        for one in sorted(told, key=lambda s: (s.article, s.evidence, s.id)):
            for words, numbers in self._told(row, one):
                odd = any((field, one.id, numbers) in self._at_odds for field in ROWS[row])
                yield Value(words, one, odd)

    def _told(self, row: str, one: Statement) -> Iterator[tuple[Text, Numbers]]:
        """What a statement tells in a row, each with its numbers."""
        if row == "what":
            words = Text(wording.act(one.type, one.mode))
            held = f" [{one.factuality}]" if one.factuality != "asserted" else ""
            yield words.append(held, style=WARN), NOT_COUNTED
        elif row == "how many":
            for figure in one.figures:
                yield self._figure(one, figure), _bounds(figure)
        elif row == "when" and one.time:
            yield Text(wording.when(one.time)), NOT_COUNTED
        elif row == "where" and one.places:
            yield Text(", ".join(dict.fromkeys(place.text for place in one.places))), NOT_COUNTED
        elif roles := self._parties(row, one):
            yield Text(_names(roles)), NOT_COUNTED

    def _parties(self, row: str, one: Statement) -> Sequence[Role]:
        if row not in ("by", "to") or (one.type in TALK and self._event.type not in TALK):
            return ()
        return one.actors if row == "by" else one.targets

    def _figure(self, one: Statement, figure: Figure) -> Text:
        text = Text.assemble((f"“{figure.text}”", NUMBER))
        counts = "" if figure.counts in figure.text else figure.counts
        told = " ".join(filter(None, (counts, figure.measure)))
        text.append(f" {told}" if told else "")
        meant = wording.bounds(figure)
        if not any(c.isdigit() for c in figure.text) and meant != wording.NO_NUMBER:
            text.append(f" ({meant})", style=QUIET)
        return text.append(" updated since", style=QUIET) if (one.id, figure) in self._updated else text

    def _cell(self, values: Sequence[Value], account: Account) -> Group:
        """The values, those of one chain together above it; each value once."""
        chains: dict[str, list[Value]] = {}
        for value in values:
            chains.setdefault(_chain(value.statement, account.origin), []).append(value)
        parts: list[RenderableType] = []
        for chain, told in chains.items():
            once: dict[str, Text] = {}
            for value in sorted(told, key=lambda v: not v.differs):
                mark = (f"{DIFFERS} ", WARN) if value.differs else ""
                once.setdefault(value.words.plain, Text.assemble(mark, value.words))
            notes = sorted({self._notes[v.statement.id] for v in told if v.statement.id in self._notes})
            numbers = "".join(f"[{note}]" for note in notes)
            lines = list(once.values())
            if chain:
                parts += [*lines, Padding(Text(f"{chain} {numbers}".rstrip(), style=QUIET), (0, 0, 0, 2))]
            else:
                parts += [*lines[:-1], Text.assemble(lines[-1], (f" {numbers}".rstrip(), QUIET))]
        return Group(*parts)


def _bounds(figure: Figure) -> Numbers:
    return figure.low, figure.best, figure.high


def _rests_on(source: Source) -> str:
    """`outlet`, `an official`, `a party: Interior Ministry, against its interest`."""
    words = {"official": "an official", "witness": "a witness", "document": "a document", "unnamed": "somebody unnamed"}
    told = f"a party: {source.side}" if source.kind == "party" else words.get(source.kind, source.kind)
    return f"{told}, against its interest" if source.against_interest else told


def _chain(statement: Statement, origin: str) -> str:
    """The chain from the origin on, nothing where it is the origin's own word: `said 14 April 2008`, `← officials`.
    An origin that stands nowhere in the chain is that of the text, and the outlet that prints it stands for it."""
    links = statement.chain
    at = next((n for n, link in enumerate(links) if link.name == origin), 0)
    inner = wording.links(links[at + 1 :])
    said = links[at].said if links else None
    parts = [f"said {wording.when(said)}" if said else "", f"{wording.FROM.lstrip()}{inner}" if inner else ""]
    return " ".join(filter(None, parts))


def _names(roles: Iterable[Role]) -> str:
    return ", ".join(dict.fromkeys(" ".join(role.name.split()) for role in roles))

"""What a rule makes of the figures of an event, how its figures rose or fell, and which of them count the same people
in part."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli import wording
from rashomon.cli.styles import QUIET
from rashomon.record import Event, Series

BOUND = 9
"""Columns of a bound: up to `1,000,000`."""

_HOW = {
    "part of": "{} are part of {}",
    "other outcome": "{} are others than {}",
    "may overlap": "{} may be among {}",
}


def together(event: Event) -> Group | None:
    """The rolled figures of an event of several figures; None where one alone tells all."""
    parts: list[RenderableType] = []
    told = sum(len(series.sayings) for series in event.series)
    if event.figures and (told > 1 or event.origins > 1):
        parts.append(_rolled(event))
    parts += [Text(line, style=QUIET) for line in (*_over_time(event), *_related(event))]
    return Group(*parts) if parts else None


def _rolled(event: Event) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    for _ in range(3):
        table.add_column(justify="right", min_width=BOUND)
    head = (f"together, by {event.figures[0].rule}", "low", "best", "high")
    table.add_row(*(Text(word, style=QUIET) for word in head))
    for figure in event.figures:
        bounds = map(wording.number, (figure.low, figure.best, figure.high))
        table.add_row(Text(f"  {_name(figure.counts, figure.measure)}"), *bounds)
    return table


def _name(counts: str, measure: str) -> str:
    return " ".join(filter(None, (counts, measure)))


def _over_time(event: Event) -> Iterator[str]:
    """Series in which somebody's number changed, by day of saying."""
    for series in event.series:
        if any(saying.updated for saying in series.sayings):
            yield f"over time: {_name(series.counts, series.measure)}: {' → '.join(_days(series))}"


def _days(series: Series) -> Iterator[str]:
    for saying in series.sayings:
        said = wording.day(saying.day) if saying.day else "no day known"
        yield f"“{saying.figure.text}” {saying.origin}, {said}"


def _related(event: Event) -> Iterator[str]:
    """Each pair of series that hang together, once."""
    seen: set[frozenset[str]] = set()
    for series in event.series:
        name = _name(series.counts, series.measure)
        for kin in series.related:
            other = _name(kin.counts, kin.measure)
            pair = frozenset((name, other))
            if kin.how in _HOW and pair not in seen:
                seen.add(pair)
                yield f"not rivals: {_HOW[kin.how].format(name, other)}"

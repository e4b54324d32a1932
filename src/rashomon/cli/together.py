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

_HOW = {"other outcome": "they count different people", "may overlap": "they may count the same people"}
"""Why series of one event do not contradict each other."""


def together(event: Event) -> Group | None:
    """The rolled figures of an event of several figures; None where one alone tells all."""
    parts: list[RenderableType] = []
    several = any(len(series.sayings) > 1 for series in event.series)
    if event.figures and (several or event.origins > 1):
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
    """Series that hang together and are no rivals, and why; those that hang together in one way in one line."""
    parts: dict[str, list[str]] = {}
    linked: dict[str, list[set[str]]] = {how: [] for how in _HOW}
    for series in event.series:
        name = _name(series.counts, series.measure)
        for kin in series.related:
            other = _name(kin.counts, kin.measure)
            if kin.how == "part of":
                parts.setdefault(other, []).append(name)
            elif kin.how in linked:
                linked[kin.how] = _with(linked[kin.how], {name, other})
    for whole, small in parts.items():
        yield f"no rivals, as they are part of {whole}: {'; '.join(small)}"
    for how, groups in linked.items():
        for group in groups:
            yield f"no rivals, as {_HOW[how]}: {'; '.join(sorted(group))}"


def _with(groups: list[set[str]], pair: set[str]) -> list[set[str]]:
    """The groups with the pair in one of them; groups that it links become one."""
    apart = [group for group in groups if not group & pair]
    return [*apart, pair.union(*(group for group in groups if group & pair))]

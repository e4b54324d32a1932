"""The accounts of an event beside each other: fields as rows, accounts as columns, and what clashes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from rashomon.desk.shapes import Chart, Clash, Holding, Row, Spot, ToldFigure, Value
from rashomon.record import Actor, Article, Event, Figure, Place, Role, Statement, StatementField, When
from rashomon.record.event import Field

Told = tuple[str, When | None, Figure | None, Spot]
"""A value of one statement: its words, its time or figure where it is one, and where it stands."""


class Comparing:
    """Compares the accounts of one event, whose statements, actors and places are given by id."""

    def __init__(
        self,
        event: Event,
        statements: Mapping[str, Statement],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
    ) -> None:
        self._event = event
        self._statements = statements
        self._actors = actors
        self._places = places
        # Each row looks at all of them: they are put in order once.
        self._told = {account.origin: self._own(account.statements) for account in event.accounts}
        self._clashing = {
            (one.field, key) for one in event.disagreements for position in one.positions for key in position.statements
        }

    def rows(self) -> tuple[Row, ...]:
        """The fields on which any account holds something."""
        simple: tuple[tuple[Field, Callable[[Statement], Iterator[Told]]], ...] = (
            ("act", self._acts), ("actor", self._doers), ("target", self._targets), ("place", self._where),
            ("time", self._times),
        )  # fmt: skip
        rows = [self._row(name, None, told) for name, told in simple]
        for measure, unit in self._measures():
            label = measure or unit
            rows.append(self._row("figure", label, partial(self._figures, measure=measure, unit=unit)))
        rows.append(self._row("factuality", None, self._held))
        return tuple(row for row in rows if any(row.cells))

    def clashes(self) -> tuple[Clash, ...]:
        """The disagreements, each position with the places where it stands."""
        return tuple(
            Clash(
                one.field,
                one.what,
                tuple(
                    Holding(
                        position.value,
                        position.origins,
                        tuple(self._spot(self._statements[k]) for k in position.statements if k in self._statements),
                    )
                    for position in one.positions
                ),
            )
            for one in self._event.disagreements
        )

    def charts(self, articles: Mapping[str, Article]) -> tuple[Chart, ...]:
        """The figures that can be drawn, one chart for each thing counted, those of most figures first."""
        found: dict[tuple[str, str, str], dict[tuple[object, ...], ToldFigure]] = {}
        for account in self._event.accounts:
            for one in self._told[account.origin]:
                for figure in one.figures:
                    if (figure.low, figure.best, figure.high) == (None, None, None):
                        continue
                    said = next((sayer.said for sayer in reversed(one.chain) if sayer.said), None)
                    published = None if said else articles[one.article].published
                    told = ToldFigure(
                        account.origin, figure, said or published, published is not None,
                        Spot(one.id, one.article, figure.start, figure.end),
                    )  # fmt: skip
                    # Where nothing happened to what is counted, only equal things compare.
                    thing = (figure.measure, figure.unit, "" if figure.measure else figure.counts)
                    key = (account.origin, one.article, figure.start, figure.low, figure.best, figure.high)
                    found.setdefault(thing, {}).setdefault(key, told)
        charts = [_chart(measure, unit, list(told.values())) for (measure, unit, _), told in found.items()]
        return tuple(sorted(charts, key=lambda chart: (-len(chart.figures), chart.measure, chart.unit)))

    def _row(self, name: Field, what: str | None, told: Callable[[Statement], Iterator[Told]]) -> Row:
        cells = tuple(
            self._cell(name, [(one, value) for one in self._told[account.origin] for value in told(one)])
            for account in self._event.accounts
        )
        return Row(name, what, any(value.clash for cell in cells for value in cell), cells)

    def _cell(self, name: Field, told: Sequence[tuple[Statement, Told]]) -> tuple[Value, ...]:
        """Equal values of one account are one value with several places; those said most come first."""
        together: dict[tuple[object, ...], list[tuple[Statement, Told]]] = {}
        for one, value in told:
            text, when, figure, _ = value
            bounds = figure and (figure.low, figure.best, figure.high, figure.counts)
            days = when and (when.earliest, when.latest)
            same = text.casefold() if when is None else None
            together.setdefault((same, days, bounds), []).append((one, value))
        values = [
            Value(
                text=pairs[0][1][0],
                when=pairs[0][1][1],
                figure=pairs[0][1][2],
                held=tuple(sorted({one.factuality for one, _ in pairs})),
                clash=any((name, one.id) in self._clashing for one, _ in pairs),
                spots=tuple(dict.fromkeys(value[3] for _, value in pairs)),
                makers=tuple(sorted({who for one, _ in pairs for who in _makers(one, name)})),
            )
            for pairs in together.values()
        ]
        return tuple(sorted(values, key=lambda value: (not value.clash, -len(value.spots))))

    def _own(self, keys: Sequence[str]) -> list[Statement]:
        told = [self._statements[key] for key in keys if key in self._statements]
        return sorted(told, key=lambda one: (one.article, one.evidence.start, one.id))

    def _measures(self) -> list[tuple[str, str]]:
        told = [
            (f.measure, f.unit) for account in self._event.accounts for one in self._told[account.origin]
            for f in one.figures
        ]  # fmt: skip
        return sorted(dict.fromkeys(told), key=lambda key: (-told.count(key), key))

    def _acts(self, one: Statement) -> Iterator[Told]:
        yield one.type if one.mode is None else f"{one.type}, {one.mode}", None, None, self._spot(one)

    def _doers(self, one: Statement) -> Iterator[Told]:
        yield from (self._role(one, role) for role in one.actors)

    def _targets(self, one: Statement) -> Iterator[Told]:
        yield from (self._role(one, role) for role in one.targets)

    def _role(self, one: Statement, role: Role) -> Told:
        actor = self._actors.get(role.actor or "")
        return actor.name if actor else role.name, None, None, Spot(one.id, one.article, role.start, role.end)

    def _where(self, one: Statement) -> Iterator[Told]:
        for mention in one.places:
            place = self._places.get(mention.place or "")
            spot = Spot(one.id, one.article, mention.start, mention.end)
            yield place.name if place else mention.text, None, None, spot

    def _times(self, one: Statement) -> Iterator[Told]:
        if one.time:
            yield one.time.text, one.time, None, self._spot(one)

    def _figures(self, one: Statement, measure: str, unit: str) -> Iterator[Told]:
        for figure in one.figures:
            if (figure.measure, figure.unit) == (measure, unit):
                yield figure.text, None, figure, Spot(one.id, one.article, figure.start, figure.end)

    def _held(self, one: Statement) -> Iterator[Told]:
        yield one.factuality, None, None, self._spot(one)

    def _spot(self, one: Statement) -> Spot:
        """The words that tell of the act, else the whole sentence."""
        told = one.trigger or one.evidence
        return Spot(one.id, one.article, told.start, told.end)


FIELDS: Mapping[Field, StatementField] = {
    "act": "act", "actor": "actors", "target": "targets", "place": "places", "time": "time", "figure": "figures",
    "factuality": "factuality",
}  # fmt: skip
"""The fields of a statement that the rows are made of."""


def _makers(one: Statement, name: Field) -> Iterator[str]:
    """Who corrected the field that this row shows."""
    return (each.author for each in one.corrected if each.was.field == FIELDS[name])


def _chart(measure: str, unit: str, told: list[ToldFigure]) -> Chart:
    counts = [one.figure.counts for one in told]
    most = min(counts, key=lambda each: (-counts.count(each), each))
    told.sort(key=lambda one: (one.origin, str(one.said and one.said.earliest), one.spot.article, one.spot.start))
    return Chart(measure, most, unit, tuple(told))

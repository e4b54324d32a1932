"""What each origin says about one event, side by side."""

from collections.abc import Mapping, Sequence

from rashomon.events.origins import Origins
from rashomon.record import Account, Figure, Statement


def _distinct(statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """The figures of the statements in the order of the text, copies left out: a reprint repeats its wording."""
    seen: dict[tuple[object, ...], Figure] = {}
    for statement in statements:
        for figure in statement.figures:
            key = (figure.low, figure.best, figure.high, figure.qualifier, figure.counts, figure.measure, figure.unit)
            seen.setdefault((*key, figure.text), figure)
    return tuple(seen.values())


def accounts(statements: Sequence[Statement], origin: Mapping[str, str], origins: Origins) -> tuple[Account, ...]:
    """One account for each origin, sorted by its name; together they hold every statement of the event once.

    `origin` is the origin of each statement by id. A family's copies beyond the first count as reprints.
    """
    grouped: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: (s.article, s.evidence.start, s.id)):
        grouped.setdefault(origin[statement.id], []).append(statement)
    found = []
    for name in sorted(grouped):
        told = grouped[name]
        articles = {statement.article for statement in told}
        found.append(
            Account(
                origin=name,
                articles=tuple(sorted(articles)),
                reprints=len(articles) - len({origins.family(article).id for article in articles}),
                statements=tuple(sorted(statement.id for statement in told)),
                figures=_distinct(told),
            )
        )
    return tuple(found)

"""The top of a report: its headline and first paragraphs, and the statement of what it is mainly about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.events.clues import Clue
from rashomon.events.figures import measure
from rashomon.events.intervals import fine
from rashomon.events.leads import Lead
from rashomon.events.words import stems
from rashomon.people import broader, kinds
from rashomon.record import Article, Figure, Place, PlaceMention, Statement

LEAD = 900
"""Characters of the headline and the first paragraphs: five to seven sentences of newswire."""

FIRST = 500
"""Characters whose words are compared: two to four sentences."""

FEWEST = 20
"""Telling words that a top must have: two lines of a ticker share too little to be known by it."""

HEADLINE, SENTENCE, NEAR_TOP = 4, 4, 2
"""What naming a place in the headline, in the sentence of the incident, and in the first paragraphs counts beyond the
one of any mention."""

TOWN = 2
"""Precision (UCDP's code) of the coarsest place that counts as a town or less."""

_UNITS = frozenset("governorate province region district city town state county of the".split())

_VIOLENT = frozenset({"assault", "harm"})

_ARMED = frozenset({"security", "armed"})
"""Broader kinds of people who bear arms (people/data/kinds.tsv)."""


def with_lead(
    article: Article, told: Sequence[Clue], named: Sequence[PlaceMention], places: Mapping[str, Place]
) -> tuple[Clue, ...]:
    """The clues of one article, the one of its main statement with the lead of the article; `named` are all places that
    the article names."""
    main = main_statement([clue.statement for clue in told])
    if main is None or len(_first_words(article)) < FEWEST:
        return tuple(told)
    lead = lead_of(article, told, main, named, places)
    return tuple(replace(clue, lead=lead) if clue.statement is main else clue for clue in told)


def number(figure: Figure) -> float | None:
    """One number for a figure: "more than 30" is 30."""
    if figure.best is not None:
        return figure.best
    return figure.low - (figure.qualifier == "more_than") if figure.low is not None else figure.high


def dead(statement: Statement) -> Iterator[Figure]:
    """The figures of a statement that count dead people."""
    if statement.factuality == "asserted":
        for figure in statement.figures:
            if figure.unit in {"people", "lives"} and measure(figure) == "killed" and number(figure):
                yield figure


def main_statement(statements: Sequence[Statement]) -> Statement | None:
    """The statement of the incident that a report is mainly about: the first that counts dead, one with a number
    before one with a vague word; where nobody is counted, the first act of violence near the top."""
    counted = [(figure.qualifier == "vague", figure.start, s.id, s) for s in statements for figure in dead(s)]
    if counted:
        return min(counted, key=lambda found: found[:3])[3]
    told = [s for s in statements if s.type in _VIOLENT and s.factuality == "asserted" and s.evidence.start < LEAD]
    return min(told, key=lambda s: (s.evidence.start, s.id), default=None)


def lead_of(
    article: Article,
    told: Sequence[Clue],
    main: Statement,
    named: Sequence[PlaceMention],
    places: Mapping[str, Place],
) -> Lead:
    """The lead of an article whose clues are `told` and whose main statement is `main`."""
    title = article.title or ""
    top = [clue for clue in told if clue.statement.evidence.start < LEAD]
    acts = [clue for clue in top if clue.statement.type in _VIOLENT]
    figures = [f for clue in top for f in dead(clue.statement)]
    first = min(dead(main), key=lambda f: (f.qualifier == "vague", f.start), default=None)
    towns: set[str] = set()
    around: set[str] = set()
    for spot in (spot for clue in top for spot in clue.spots):
        around.update((spot.place.name, *spot.place.within[:-1]))
        if spot.place.precision <= TOWN:
            towns.add(spot.place.id)
    regions = _regions(named, places, main, len(title))
    days = {
        (c.time.earliest, c.time.latest) for c in acts if c.time and fine(c.time) and c.time.earliest and c.time.latest
    }
    return Lead(
        headline=stems(title),
        words=_first_words(article),
        published=article.published.latest if article.published else None,
        days=tuple(sorted(days)),
        dead=frozenset(value for figure in figures if (value := number(figure))),
        killed=number(first) if first else None,
        armed=first is not None and bool(broader(kinds(first.counts)) & _ARMED),
        towns=frozenset(towns),
        around=frozenset(around),
        regions=dict(sorted(regions.items())),
        most=frozenset(name for name in regions if regions[name] == max(regions.values())),
        manners=frozenset(clue.manner for clue in acts if clue.manner),
        doers=frozenset(key for clue in acts for key in clue.doers.ids),
    )


def _first_words(article: Article) -> frozenset[str]:
    title = article.title or ""
    return stems(f"{title}\n{article.text[: FIRST + len(title)]}")


def _regions(
    named: Iterable[PlaceMention], places: Mapping[str, Place], main: Statement, headline: int
) -> Counter[str]:
    """Votes for the regions that a report names: first-order units where its places are known, and the names
    themselves, since a name that could mean a town or its province is no known place. A country is no region."""
    votes: Counter[str] = Counter()
    for mention in named:
        place = places.get(mention.place) if mention.place else None
        if place and not place.within:
            continue
        meant = {_core(mention.text)}
        if place:
            meant.add(_core(place.within[-2] if len(place.within) > 1 else place.name))
        at = mention.start
        inside = main.evidence.start <= at < main.evidence.end
        worth = 1 + HEADLINE * (at < headline) + SENTENCE * inside + NEAR_TOP * (at < FIRST)
        votes.update(dict.fromkeys(sorted(meant), worth))
    return votes


def _core(name: str) -> str:
    """A name without the word for its kind: "Aleppo Governorate" is "aleppo"."""
    return " ".join(word for word in name.casefold().split() if word not in _UNITS) or name.casefold()

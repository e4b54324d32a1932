"""A large record made by rule, for measuring what is read from records: its texts say nothing and no reader sees them.

The same number of statements gives the same record.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from rashomon.record import (
    Account,
    Actor,
    Article,
    Disagreement,
    Event,
    Family,
    Figure,
    Place,
    PlaceMention,
    Position,
    Reading,
    Role,
    RolledFigure,
    Sayer,
    Span,
    Statement,
    When,
    content_id,
)  # fmt: skip
from rashomon.record.vocabulary import MODES
from rashomon.store import Addition, Store
from rashomon.store.batches import batches

PER_ARTICLE = 10
"""Statements of one article; in the example pages there are 11 to 23."""

TOGETHER = 500
"""Articles that are put into the record at once, as those of a worker's shard are."""

ACTORS, PLACES, ORIGINS, WORDS = 4000, 1500, 120, 6000
FIRST, DAYS = date(2015, 1, 1), 2500
SYLLABLES = "ka ru mel ta so vi nor du pa esh lo ber ni gra tu hem za or wi che".split()


class Making:
    """Draws names, articles and events one after the other from one seeded source of chance."""

    def __init__(self, statements: int) -> None:
        self._chance = Random(statements)
        self._statements = statements
        self._words = [self._word() for _ in range(WORDS)]
        self.origins = [f"{self._name()} {kind}" for kind in ("Post", "Wire", "Courier") for _ in range(ORIGINS // 3)]
        self.actors = [
            Actor(content_id("made actor", n), name, (name,), self._chance.choice(("state", "militia", "person")))
            for n in range(ACTORS)
            for name in (f"{self._name()} {self._name()}",)
        ]
        regions = [self._name() for _ in range(40)]
        self.places = [self._place(n, self._chance.choice(regions)) for n in range(PLACES)]
        self._acts = [(act, mode or None) for act, modes in sorted(MODES.items()) for mode in sorted(modes | {""})]
        self.told: list[Statement] = []

    def articles(self) -> Iterator[tuple[Article, Reading]]:
        """The articles with what is read in them."""
        for n in range(self._statements // PER_ARTICLE):
            sentences = [self._sentence() for _ in range(PER_ARTICLE)]
            text = " ".join(sentences)
            day = FIRST + timedelta(self._chance.randrange(DAYS))
            key, outlet = content_id("made article", n), self._chance.choice(self.origins)
            article = Article(
                key, f"made/{n:06}.txt", None, f"{n:064x}", outlet, sentences[0][:60], (), _day(day), "en", text, None
            )
            statements, start = [], 0
            for sentence in sentences:
                statements.append(self._statement(article, Span(start, start + len(sentence), sentence), day, outlet))
                start += len(sentence) + 1
            self.told += statements
            there = {mention.place for one in statements for mention in one.places}
            places = tuple(place for place in self.places if place.id in there)
            yield article, Reading(key, tuple(statements), (), (), places)

    def events(self) -> Iterator[Event]:
        """The statements in events of one to some thirty, most of them small, some with a clash."""
        waiting = self.told
        n = 0
        while n < len(waiting):
            size = min(30, int(self._chance.paretovariate(1.3)))
            yield self._event(waiting[n : n + size])
            n += size

    def families(self) -> Iterator[Family]:
        """Every article by itself."""
        for key in dict.fromkeys(one.article for one in self.told):
            yield Family(content_id("made family", key), "made", (key,))

    def _event(self, told: list[Statement]) -> Event:
        accounts = {one.chain[0].name: [] for one in told}  # type: dict[str, list[Statement]]
        for one in told:
            accounts[one.chain[0].name].append(one)
        figures = [figure for one in told for figure in one.figures]
        bounds = sorted(f.best for f in figures if f.best is not None)
        clash = len(accounts) > 1 and len(set(bounds)) > 1
        positions = tuple(Position(str(one.figures[0].best), (one.id,), (one.chain[0].name,)) for one in told[:2])
        first = told[0]
        return Event(
            id=content_id("made event", *(one.id for one in told)),
            part_of=None,
            type=first.type,
            mode=first.mode,
            title=f"{first.type}: {first.actors[0].name}, {first.places[0].text}",
            time=first.time,
            places=tuple(sorted({m.place for one in told[:2] for m in one.places if m.place})),
            actors=tuple(sorted({role.actor for one in told[:2] for role in one.actors if role.actor})),
            targets=tuple(sorted({role.actor for one in told[:2] for role in one.targets if role.actor})),
            statements=tuple(one.id for one in told),
            accounts=tuple(
                Account(
                    name, tuple(sorted({one.article for one in ones})), 0, tuple(one.id for one in ones),
                    tuple(figure for one in ones for figure in one.figures),
                )
                for name, ones in sorted(accounts.items())
            ),
            figures=(RolledFigure("people", "killed", bounds[0], bounds[-1], bounds[-1], "made 1"),),
            disagreements=(Disagreement("figure", "How many killed: not the same", positions),) if clash else (),
            origins=len(accounts),
            acled=None,
            ucdp_violence=None,
        )  # fmt: skip

    def _statement(self, article: Article, evidence: Span, day: date, outlet: str) -> Statement:
        type_, mode = self._chance.choice(self._acts)
        by, on = self._chance.choice(self.actors), self._chance.choice(self.actors)
        place = self._chance.choice(self.places)
        number = self._chance.randrange(1, 400)
        at = evidence.start
        figure = Figure(number, number, number, "exact", "people", "killed", "people", evidence.text[:5], at, at + 5)
        time = _day(day - timedelta(self._chance.randrange(30))) if self._chance.random() < 0.6 else None
        return Statement(
            id=content_id("made statement", article.id, at),
            article=article.id,
            evidence=evidence,
            trigger=Span(at, at + 5, evidence.text[:5]),
            type=type_,
            mode=mode,
            factuality="asserted",
            actors=(Role(by.name, evidence.text[:5], at, at + 5, by.id),),
            targets=(Role(on.name, evidence.text[:5], at, at + 5, on.id),),
            places=(PlaceMention(place.name, at, at + 5, place.id),),
            time=time,
            figures=(figure,),
            chain=(Sayer(outlet, "outlet"),),
            confidence=0.5,
            reader="made 1",
        )

    def _place(self, n: int, region: str) -> Place:
        name = self._name()
        lat, lon = self._chance.uniform(-35, 60), self._chance.uniform(-20, 120)
        return Place(content_id("made place", n), name, (name,), lat, lon, 1, (region, "Norland"), None)

    def _sentence(self) -> str:
        # Words come by Zipf's law, as they do in texts: a few are everywhere, most are rare.
        picked = [self._words[min(WORDS - 1, int(self._chance.paretovariate(0.9)))] for _ in range(22)]
        return " ".join(picked).capitalize() + "."

    def _word(self) -> str:
        return "".join(self._chance.choice(SYLLABLES) for _ in range(self._chance.randrange(2, 5)))

    def _name(self) -> str:
        return self._word().capitalize()


def make_record(path: Path, statements: int) -> Making:
    """Write a record of so many statements to `path`; what it was made from."""
    making = Making(statements)
    with Store(path).writer() as writer:
        for some in batches(additions(making), TOGETHER):
            writer.add_all(some)
        with writer.views():
            writer.put_families(tuple(making.families()))
            writer.put_actors(making.actors, [])
            writer.put_places(making.places)
            writer.put_events(making.events())
    return making


def additions(making: Making) -> Iterator[Addition]:
    """The articles as a record takes them."""
    return (Addition(article, reading, article.id, "made 1") for article, reading in making.articles())


def _day(day: date) -> When:
    return When(day, day, "day", day.isoformat(), "stated")

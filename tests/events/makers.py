"""Short makers of statements, articles, actors and places with good defaults; every sentence is ours."""

from collections.abc import Iterable
from datetime import date

from rashomon.events.clues import Clue, clues
from rashomon.record import (
    Actor,
    Article,
    Family,
    Figure,
    Place,
    PlaceMention,
    Role,
    Sayer,
    Span,
    Statement,
    When,
    content_id,
)

OUTLETS = ("The Courier", "Morning Post", "Harbour News", "Evening Mail")

ACTORS = {
    a.id: a
    for a in (
        Actor("veria", "Veria", ("Veria",), "state"),
        Actor("army", "Verian Army", ("Verian Army",), "force", ("veria",)),
        Actor("police", "Verian Police", ("Verian Police",), "force", ("veria",)),
        Actor("osland", "Osland", ("Osland",), "state"),
        Actor("red", "Red Front", ("Red Front",), "militia"),
        Actor("oma", "Tomas Oma", ("Oma", "Tomas Oma"), "person", ("veria",)),
        Actor("colonel", "Ilan Reth", ("Ilan Reth", "Reth"), "person", ("army",)),
        Actor("wna", "World News Agency", ("WNA", "World News Agency"), "agency"),
        Actor("gpa", "Gulf Press Agency", ("GPA", "Gulf Press Agency"), "agency"),
    )
}

PLACES = {
    p.id: p
    for p in (
        Place("tarn", "Tarn", ("Tarn",), 10.0, 20.0, 1, ("Tarn Province", "Veria"), "geonames:1"),
        Place("port", "Tarn Port", ("Tarn Port",), 10.1, 20.05, 1, ("Tarn", "Tarn Province", "Veria"), None),
        Place("tarnprov", "Tarn Province", ("Tarn Province",), 10.2, 20.2, 4, ("Veria",), "geonames:2"),
        Place("lund", "Lund", ("Lund",), 13.0, 25.0, 1, ("Lund Province", "Veria"), "geonames:3"),
        Place("veria", "Veria", ("Veria",), 11.0, 22.0, 6, (), "geonames:4"),
    )
}


def day(text: str, until: str | None = None) -> When:
    first, last = date.fromisoformat(text), date.fromisoformat(until or text)
    return When(first, last, "day" if first == last else "days", text, "stated")


def figure(number: float, counts: str, measure: str, qualifier: str = "exact", unit: str = "people") -> Figure:
    low, best, high = {
        "exact": (number, number, number),
        "about": (None, number, None),
        "more_than": (number + 1, None, None),
        "at_least": (number, None, None),
        "at_most": (None, None, number),
    }[qualifier]
    words = {"exact": "", "about": "about ", "more_than": "more than ", "at_least": "at least ", "at_most": "up to "}
    text = f"{words[qualifier]}{number:,}"
    return Figure(low, best, high, qualifier, counts, measure, unit, text, 0, len(text))  # type: ignore[arg-type]


def actor(key: str) -> Role:
    return Role(ACTORS[key].name, ACTORS[key].name, 0, len(ACTORS[key].name), key)


def people(text: str) -> Role:
    return Role(text, text, 0, len(text))


def cited(key: str, role: str = "agency") -> Sayer:
    return Sayer(ACTORS[key].name, role, ACTORS[key].name, 0, 3, None, key)  # type: ignore[arg-type]


def unnamed(text: str) -> Sayer:
    return Sayer(text, "unnamed", text, 0, len(text))


class Newsroom:
    """Collects what the makers make; `told` are its statements."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.families: list[Family] = []
        self.told: list[Statement] = []
        self._at: dict[str, int] = {}

    def article(
        self, name: str, outlet: str | None, published: str | None = "2021-05-10", family: Family | None = None
    ) -> str:
        when = day(published) if published else None
        self.articles[name] = Article(name, f"{name}.txt", None, name, outlet, None, (), when, "en", "", None)
        if family is None:
            self.families.append(Family(content_id("family", name), outlet or f"{name}.txt", (name,)))
        return name

    def reprint(self, name: str, of: str, outlet: str, published: str = "2021-05-11") -> str:
        old = next(f for f in self.families if of in f.articles)
        copies = tuple(sorted({*old.articles, name}))
        new = Family(content_id("family", *copies), old.origin, copies)
        self.families = [new if f is old else f for f in self.families]
        self.article(name, outlet, published, new)
        first = [s for s in self.told if s.article == of]
        for s in first:
            self.say(
                name, s.evidence.text, s.type, s.mode, s.trigger.text if s.trigger else "",
                actors=s.actors, targets=s.targets, places=tuple(m.place for m in s.places if m.place), time=s.time,
                figures=s.figures, chain=s.chain[1:], factuality=s.factuality, at=s.evidence.start,
            )  # fmt: skip
        return name

    def clues(self, statements: Iterable[Statement]) -> tuple[Clue, ...]:
        """The clues of statements of several articles, as an event takes them."""
        told = list(statements)
        found = (
            clue
            for key in {s.article for s in told}
            for clue in clues(self.articles[key], [s for s in told if s.article == key], ACTORS, PLACES)
        )
        return tuple(sorted(found, key=lambda clue: clue.id))

    def say(
        self, article, words, type_, mode=None, trigger="", *, actors=(), targets=(), places=(), time=None, figures=(),
        chain=(), factuality="asserted", at=None,
    ) -> Statement:  # fmt: skip
        start = self._at.get(article, 0) if at is None else at
        self._at[article] = max(start + len(words) + 1, self._at.get(article, 0))
        hit = words.find(trigger) if trigger else -1
        mentions = []
        for key in places:
            here = words.find(PLACES[key].name)
            here = start + max(here, 0)
            mentions.append(PlaceMention(PLACES[key].name, here, here + len(PLACES[key].name), key))
        outlet = self.articles[article].outlet
        first = (Sayer(outlet, "outlet"),) if outlet else ()
        statement = Statement(
            id=content_id("statement", article, start, type_, mode, trigger, factuality, str(targets)),
            article=article,
            evidence=Span(start, start + len(words), words),
            trigger=Span(start + hit, start + hit + len(trigger), trigger) if hit >= 0 else None,
            type=type_,
            mode=mode,
            factuality=factuality,
            actors=tuple(actors),
            targets=tuple(targets),
            places=tuple(mentions),
            time=time,
            figures=tuple(figures),
            chain=(*first, *chain),
            confidence=0.9,
            reader="hand 1",
        )
        self.told.append(statement)
        return statement

    def events(self):
        from rashomon.events import gather_events

        return gather_events(self.told, self.articles, tuple(self.families), ACTORS, PLACES)

    def event_of(self, statement: Statement):
        return next(e for e in self.events() if statement.id in e.statements)

"""What gathering costs while a record grows, on reports made from a seed, as values, without a text that is parsed.

Incidents are drawn from made-up towns, forces, days, acts and numbers of dead, and each is told by one to four outlets
in words of their own. A longer pile covers more days; towns and forces stay the same, as they do in a long war.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from time import process_time

from rich.console import Console

from rashomon.events import Stock, grow
from rashomon.events.growth import Growth, Told
from rashomon.events.origins import Origins
from rashomon.events.shelf import MemoryShelf
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

SIZES = (10_000, 20_000, 40_000, 80_000)
"""Articles."""

ADDED = 100
"""Articles added to each pile."""

TOWNS, REGIONS, FORCES, OUTLETS, WORDS = 400, 20, 30, 40, 3000
"""How many of each there are."""

INCIDENTS_A_DAY = 30
FIRST_DAY = date(2015, 1, 1)
LARGEST_OUTLETS = 4

ACTS = (
    ("assault", "aerial", "bombed"),
    ("assault", "heavy-weapons", "shelled"),
    ("assault", "clash", "fought"),
    ("assault", "explosives", "blasted"),
    ("coerce", "arrest", "arrested"),
    ("defect", "dismiss", "dismissed"),
    ("control", "gain", "seized"),
)

_SOUNDS = tuple(a + b for a in ("b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v") for b in "aeiou")


@dataclass(frozen=True, slots=True)
class Pile:
    """Made-up reports with what they name; every report is a family of its own."""

    articles: Mapping[str, Article]
    told: Mapping[str, tuple[Statement, ...]]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]

    def read(self, keys: Collection[str]) -> Iterator[Told]:
        """What the articles tell."""
        for key in keys:
            if key in self.told:
                yield self.articles[key], self.told[key], _named(self.told[key])

    def stock(self, keys: Sequence[str]) -> Stock:
        """What events of these articles are made of."""
        families = (Family(f"family {key}", self.articles[key].outlet or key, (key,)) for key in keys)
        return Stock(self.articles, Origins(families, self.actors), self.actors, self.places)


def measure_cost(console: Console, sizes: Sequence[int] = SIZES, added: int = ADDED) -> None:
    """Gather piles of these sizes, and add some articles to each. Prints processor seconds as they are known."""
    pile = make_pile(max(sizes) + added)
    keys = list(pile.articles)
    last = 0.0
    for size in sizes:
        shelf, here = MemoryShelf(), keys[:size]
        whole, seconds = timed(pile, shelf, here, here)
        statements = sum(len(pile.told[key]) for key in here)
        more, little = timed(pile, shelf, keys[: size + added], keys[size : size + added])
        console.print(
            f"{size:,} articles, {statements:,} statements, {len(whole.events):,} events: {seconds:.1f} s"
            + (f", {seconds / last:.2f} times as long" if last else "")
            + f"; {added} more: {little:.2f} s, {little / seconds:.2%}, {len(more.gone):,} statements gathered",
            soft_wrap=True,
        )
        last = seconds


def timed(pile: Pile, shelf: MemoryShelf, known: Sequence[str], touched: Sequence[str]) -> tuple[Growth, float]:
    """What the touched articles do to the events, and the processor seconds that it takes."""
    stock = pile.stock(known)
    begun = process_time()
    grown = grow(shelf, frozenset(touched), pile.read, stock)
    return grown, process_time() - begun


def make_pile(size: int, seed: int = 7) -> Pile:
    """`size` reports, the same for the same seed; the first n of a larger pile are those of a pile of n."""
    random = Random(seed)
    places = {place.id: place for place in _towns(random)}
    names = sorted(places)
    actors = {}
    for number in range(FORCES):
        name = f"{_name(random)} Brigade"
        actors[f"actor-{number}"] = Actor(f"actor-{number}", name, (name,), "militia")
    words = sorted({_name(random).casefold() for _ in range(2 * WORDS)})[:WORDS]
    articles: dict[str, Article] = {}
    told: dict[str, tuple[Statement, ...]] = {}
    incident = 0
    while len(articles) < size:
        day = FIRST_DAY + timedelta(days=incident // INCIDENTS_A_DAY)
        place, force, foe = places[random.choice(names)], *random.sample(sorted(actors), 2)
        act, dead = random.choice(ACTS), int(random.paretovariate(1.2) * 3)
        common = random.sample(words, 12)
        for outlet in random.sample(range(OUTLETS), random.randint(1, LARGEST_OUTLETS)):
            article, statements = _report(
                random, f"{incident}-{outlet}", outlet, day, place, actors[force], actors[foe], act, dead,
                random.sample(common, 8) + random.sample(words, 12),
            )  # fmt: skip
            articles[article.id] = article
            told[article.id] = statements
        incident += 1
    kept = list(articles)[:size]
    return Pile({key: articles[key] for key in kept}, {key: told[key] for key in kept}, actors, places)


def _report(
    random: Random,
    name: str,
    outlet: int,
    day: date,
    place: Place,
    force: Actor,
    foe: Actor,
    act: tuple[str, str, str],
    dead: int,
    words: list[str],
) -> tuple[Article, tuple[Statement, ...]]:
    type_, mode, verb = act
    key = content_id("report", name)
    counted = max(1, dead + random.choice((0, 0, 0, 1, -1, 2)))
    title = f"{place.name}: {counted} dead, {' '.join(words[:4])}"
    first = f"{force.name} {verb} {place.name} and {counted} people were killed {' '.join(words[4:12])}."
    second = f"Guns of {foe.name} answered from {place.name} {' '.join(words[12:])}."
    text = f"{title}\n\n{first} {second}"
    when = When(day, day, "day", "on the day", "stated")
    printed = day + timedelta(days=random.choice((0, 0, 1)))
    published = When(printed, printed, "day", "", "stated")
    paper = f"Paper {outlet}"
    article = Article(key, f"{key}.txt", None, key, paper, title, (), published, "en", text, None)

    def statement(
        number: int, sentence: str, what: tuple[str, str], by: Actor, on: Actor | None, time: When | None
    ) -> Statement:
        start = text.index(sentence)
        at = start + sentence.index(place.name)
        figures: tuple[Figure, ...] = ()
        if number == 0 and type_ == "assault":
            told = str(counted)
            here = start + sentence.index(told)
            figures = (
                Figure(counted, counted, counted, "exact", "people", "killed", "people", told, here, here + len(told)),
            )
        return Statement(
            id=content_id("statement", key, number),
            article=key,
            evidence=Span.of(text, start, start + len(sentence)),
            trigger=None,
            type=what[0],
            mode=what[1],
            factuality="asserted",
            actors=(Role(by.name, by.name, start, start + len(by.name), by.id),),
            targets=(Role(on.name, on.name, start, start + len(on.name), on.id),) if on else (),
            places=(PlaceMention(place.name, at, at + len(place.name), place.id),),
            time=time,
            figures=figures,
            chain=(Sayer(paper, "outlet"),),
            confidence=0.5,
            reader="cost 1",
        )

    return article, (
        statement(0, first, (type_, mode), force, foe, when),
        statement(1, second, ("assault", "heavy-weapons"), foe, None, when if random.random() < 0.5 else None),
    )


def _named(told: Sequence[Statement]) -> tuple[PlaceMention, ...]:
    return tuple(mention for statement in told for mention in statement.places)


def _towns(random: Random) -> Iterator[Place]:
    regions = [_name(random) for _ in range(REGIONS)]
    for number in range(TOWNS):
        lat, lon = round(random.uniform(10, 20), 3), round(random.uniform(30, 45), 3)
        name = _name(random)
        within = (f"{regions[number % REGIONS]} Province", "Karland")
        yield Place(f"place-{number}", name, (name,), lat, lon, 1, within, f"geonames:{number}")


def _name(random: Random) -> str:
    return "".join(random.choice(_SOUNDS) for _ in range(random.randint(3, 4))).capitalize()

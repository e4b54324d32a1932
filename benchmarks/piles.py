"""Piles of reports made from a seed by recombining incidents, as values, without a text that is parsed.

Incidents are drawn from made-up towns, forces, days, acts and numbers of dead, and each is told by one to four outlets
in words of their own; now and then one of them is printed again. A longer pile covers more days; towns and forces stay
the same, as they do in a long war, and new people keep turning up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from random import Random

from rashomon.record import (
    Actor,
    ActorType,
    Article,
    Figure,
    Place,
    PlaceMention,
    Reading,
    Role,
    Sayer,
    Span,
    Statement,
    When,
    content_id,
)

TOWNS, REGIONS, FORCES, OUTLETS, WORDS = 400, 20, 30, 40, 3000
"""How many of each there are."""

INCIDENTS_A_DAY = 30
FIRST_DAY = date(2015, 1, 1)
LARGEST_OUTLETS = 4

COPIED, NAMED, CAMPAIGN = 0.05, 0.3, 0.02
"""Shares of the reports that are printed again, that quote somebody by name, and that speak of an offensive."""

KNOWN = 0.7
"""Share of those quoted who were quoted before."""

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


def reports(seed: int = 7) -> Iterator[tuple[Article, Reading]]:
    """Reports without end, each with what a reader would have read in it; the same for the same seed."""
    random = Random(seed)
    places = {place.id: place for place in _towns(random)}
    names = sorted(places)
    actors = {}
    for number in range(FORCES):
        name = f"{_name(random)} Brigade"
        actors[f"actor-{number}"] = Actor(f"actor-{number}", name, (name,), "militia")
    words = sorted({_name(random).casefold() for _ in range(2 * WORDS)})[:WORDS]
    people: list[str] = []
    for incident in count():
        day = FIRST_DAY + timedelta(days=incident // INCIDENTS_A_DAY)
        place, force, foe = places[random.choice(names)], *random.sample(sorted(actors), 2)
        act, dead = random.choice(ACTS), int(random.paretovariate(1.2) * 3)
        common = random.sample(words, 12)
        for outlet in random.sample(range(OUTLETS), random.randint(1, LARGEST_OUTLETS)):
            said_by = _somebody(random, people) if random.random() < NAMED else None
            article, statements = _report(
                random, f"{incident}-{outlet}", outlet, day, place, actors[force], actors[foe], act, dead,
                random.sample(common, 8) + random.sample(words, 12), said_by,
            )  # fmt: skip
            yield article, _reading(article, statements, place)
            if random.random() < COPIED:
                copy = _again(article, f"Paper {random.randrange(OUTLETS)}")
                again = [replace(each, id=content_id(copy.id, each.id), article=copy.id) for each in statements]
                yield copy, _reading(copy, again, place)


def _somebody(random: Random, people: list[str]) -> str:
    if not people or random.random() >= KNOWN:
        people.append(f"{_name(random)} {_name(random)}")
    return random.choice(people)


def _again(article: Article, outlet: str) -> Article:
    """The same text in another paper."""
    key = content_id("copy", article.id)
    return replace(article, id=key, file=f"{key}.txt", outlet=outlet)


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
    said_by: str | None,
) -> tuple[Article, tuple[Statement, ...]]:
    type_, mode, verb = act
    key = content_id("report", name)
    counted = max(1, dead + random.choice((0, 0, 0, 1, -1, 2)))
    title = f"{place.name}: {counted} dead, {' '.join(words[:4])}"
    first = f"{force.name} {verb} {place.name} and {counted} people were killed {' '.join(words[4:12])}."
    second = f"Guns of {foe.name} answered from {place.name} {' '.join(words[12:])}."
    whole = f" It was a day of the {place.name} offensive." if random.random() < CAMPAIGN else ""
    said = f" {said_by} told of it." if said_by else ""
    text = f"{title}\n\n{first} {second}{whole}{said}"
    when = When(day, day, "day", "on the day", "stated")
    printed = day + timedelta(days=random.choice((0, 0, 1)))
    published = When(printed, printed, "day", "", "stated")
    paper = f"Paper {outlet}"
    article = Article(key, f"{key}.txt", None, key, paper, title, (), published, "en", text, None)

    spoken: tuple[Sayer, ...] = ()
    if said_by:
        at_name = text.rindex(said_by)
        spoken = (Sayer(said_by, "official", said_by, at_name, at_name + len(said_by), None, said_by),)

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
            mode=what[1] or None,
            factuality="asserted",
            actors=(Role(by.name, by.name, start, start + len(by.name), by.id),),
            targets=(Role(on.name, on.name, start, start + len(on.name), on.id),) if on else (),
            places=(PlaceMention(place.name, at, at + len(place.name), place.id),),
            time=time,
            figures=figures,
            chain=(Sayer(paper, "outlet"), *spoken),
            confidence=0.5,
            reader="cost 1",
        )

    told_whole = [statement(2, whole.strip(), ("assault", ""), force, None, None)] if whole else []
    return article, (
        *told_whole,
        statement(0, first, (type_, mode), force, foe, when),
        statement(1, second, ("assault", "heavy-weapons"), foe, None, when if random.random() < 0.5 else None),
    )


def _reading(article: Article, statements: Sequence[Statement], place: Place) -> Reading:
    """What was read, with the actors as this one article names them."""
    local: dict[str, Actor] = {}

    def known(name: str, kind: ActorType) -> str:
        key = content_id("local", article.id, name)
        local[key] = Actor(key, name, (name,), kind)
        return key

    paper = article.outlet or ""
    told = [
        replace(
            each,
            actors=tuple(replace(role, actor=known(role.name, "militia")) for role in each.actors),
            targets=tuple(replace(role, actor=known(role.name, "militia")) for role in each.targets),
            chain=(
                Sayer(paper, "outlet", actor=known(paper, "outlet")),
                *(replace(sayer, actor=known(sayer.name, "person")) for sayer in each.chain[1:]),
            ),
        )
        for each in statements
    ]
    mentions = tuple(mention for each in told for mention in each.places)
    return Reading(article.id, tuple(told), (), tuple(local.values()), (place,), mentions)


def _towns(random: Random) -> Iterator[Place]:
    regions = [_name(random) for _ in range(REGIONS)]
    for number in range(TOWNS):
        lat, lon = round(random.uniform(10, 20), 3), round(random.uniform(30, 45), 3)
        name = _name(random)
        within = (f"{regions[number % REGIONS]} Province", "Karland")
        yield Place(f"place-{number}", name, (name,), lat, lon, 1, within, f"geonames:{number}")


def _name(random: Random) -> str:
    return "".join(random.choice(_SOUNDS) for _ in range(random.randint(3, 4))).capitalize()

"""A record that grew in steps is the record that was built at once: families, actors, events, relations, all of it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from rashomon.exports import find_format, write
from rashomon.record import (
    Actor,
    Article,
    Place,
    PlaceMention,
    Reading,
    Role,
    Sayer,
    Span,
    Statement,
    When,
    content_id,
    judged,
    judged_apart,
    judged_undone,
)
from rashomon.run import Pipeline
from rashomon.run.views import make_views
from rashomon.settings import Settings
from rashomon.store import Store, Writer

PEOPLE = (
    ("person", "Adel Marun"), ("person", "Marun"), ("person", "Ilse Marun"), ("person", "Valentina Horowitz"),
    ("person", "Valentina Horovitz"), ("state", "Iraq"), ("force", "army"), ("force", "Iraqi army"),
    ("group", "police"), ("group", "police officers"), ("militia", "Tarn Brigade"), ("militia", "Tarn Organisation"),
    ("organisation", "Hill Courier"), ("organisation", "National Relief Council"), ("organisation", "NRC"),
)  # fmt: skip
ABOVE = {"army": "Iraq", "police": "Iraq", "police officers": "police", "Marun": "Tarn Brigade"}
OUTLETS = ("Hill Courier", "The Hill Courier", "Delta Post", None)
TOWNS = ("Karsa", "Vell")
ACTS = (
    ("assault", "heavy-weapons", None, None), ("assault", "clash", None, None), ("control", "gain", None, None),
    ("control", "loss", None, None), ("defect", "dismiss", None, None), ("defect", "desert", None, None),
    ("state", None, "leads", "governor"), ("state", None, "member-of", None), ("say", None, None, None),
)  # fmt: skip
WORDS = tuple(f"{a}{b}{c}" for a in ("kar", "tan", "mol", "ved") for b in ("sa", "de", "vi") for c in ("n", "rt", "l"))


def a_report(number: int, random: Random, before: list[tuple[Article, Reading]]) -> tuple[Article, Reading]:
    """One report; now and then one that was there is printed again, in part."""
    key, outlet = content_id("report", number), random.choice(OUTLETS)
    first = date(2021, 5, 1) + timedelta(random.randrange(12))
    published = When(first, first, "day", "", "stated") if random.random() < 0.8 else None
    said = [" ".join(random.choice(WORDS) for _ in range(12)).capitalize() + "." for _ in range(3)]
    if before and random.random() < 0.4:
        said = random.choice(before)[0].text.split("\n")[: random.randint(1, 3)] + said[: random.randrange(2)]
    text, title = "\n".join(said), said[0][:40]
    article = Article(key, f"{key}.txt", None, key, outlet, title, (), published, "en", text, None)
    named = random.sample(PEOPLE, random.randint(1, 4))
    local = {name: content_id(key, name) for _, name in named}
    actors = [
        Actor(
            local[name], name, ("NRC", name) if name.startswith("National") else (name,), kind,
            (local[ABOVE[name]],) if ABOVE.get(name) in local else (),
        )
        for kind, name in named
    ]  # fmt: skip
    if outlet:
        actors.append(Actor(content_id(key, "outlet"), outlet, (outlet,), "outlet"))
    towns = {
        town: Place(
            town.casefold(), town, (town, *([f"{town}a"] if random.random() < 0.1 else [])), 10.0, 20.0 + at, 1,
            (f"{town} Province", "Norland"), f"geonames:{at}",
        )
        for at, town in enumerate(TOWNS)
    }  # fmt: skip
    statements, start = [], 0
    for sentence in said:
        statements.append(_statement(article, start, sentence, local, random))
        start += len(sentence) + 1
    mentions = tuple(mention for each in statements for mention in each.places)
    there = {mention.place for mention in mentions}
    places = tuple(place for place in towns.values() if place.id in there)
    return article, Reading(key, tuple(statements), (), tuple(actors), places, mentions)


def _statement(article: Article, start: int, sentence: str, local: dict[str, str], random: Random) -> Statement:
    type_, mode, relation, what = random.choice(ACTS)
    names = random.sample(sorted(local), min(len(local), 2))
    roles = tuple(Role(name, name, start, start + 3, local[name]) for name in names)
    town = random.choice((*TOWNS, None))
    day = date(2021, 5, 1) + timedelta(random.randrange(12))
    chain = [Sayer(article.outlet, "outlet", actor=content_id(article.id, "outlet"))] if article.outlet else []
    if random.random() < 0.3:
        name = random.choice(sorted(local))
        chain.append(Sayer(name, "official", name, start, start + 3, None, local[name]))
    return Statement(
        id=content_id("statement", article.id, start),
        article=article.id,
        evidence=Span(start, start + len(sentence), sentence),
        trigger=Span(start, start + 3, sentence[:3]),
        type=type_,
        mode=mode,
        factuality="asserted",
        actors=roles[:1],
        targets=roles[1:],
        places=(PlaceMention(town, start, start + 3, town.casefold()),) if town else (),
        time=When(day, None if relation else day, "day", "", "stated") if random.random() < 0.7 else None,
        figures=(),
        chain=tuple(chain),
        confidence=0.5,
        reader="made 1",
        relation=relation,
        what=what,
    )


def put(writer: Writer, reports: Iterable[tuple[Article, Reading]]) -> None:
    for article, reading in reports:
        writer.add(article, reading, article.id, "made 1")


def all_of(record: Path) -> tuple[object, ...]:
    """All that a reader of the record can see."""
    out = BytesIO()
    with Store(record).view() as view:
        write(view, view.events(), find_format("jsonl"), out)
        joins = tuple(view.joins(statement.id for statement in view.statements()))
        kept = tuple(view.families()), tuple(view.merged_actors()), tuple(view.merges()), tuple(view.relations())
        return (*kept, joins, out.getvalue())


def at_once(reports: list[tuple[Article, Reading]], judgements: list, record: Path) -> tuple[object, ...]:
    with Store(record).writer() as writer:
        put(writer, reversed(reports))
        for judgement in judgements:
            writer.add_judgement(judgement)
        make_views(writer, Pipeline(Settings()))
    return all_of(record)


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(0, 2**32))
@example(8215)  # An outlet comes whose name was another's.
def test_a_record_grown_in_steps_is_that_built_at_once(seed: int) -> None:
    random = Random(seed)
    reports: list[tuple[Article, Reading]] = []
    for number in range(random.randint(8, 30)):
        reports.append(a_report(number, random, reports))
    judgements: list = []
    with TemporaryDirectory() as folder:
        grown = Path(folder) / "grown"
        at = 0
        while at < len(reports):
            step = random.choice((1, 1, 2, 9))
            with Store(grown).writer() as writer:
                put(writer, reports[at : at + step])
                at += step
                if random.random() < 0.4:
                    judgements.append(_judgement(reports[:at], judgements, random))
                    writer.add_judgement(judgements[-1])
                make_views(writer, Pipeline(Settings()))
            if random.random() < 0.4 or at >= len(reports):
                once = Path(folder) / f"once {at}"
                for mine, other in zip(all_of(grown), at_once(reports[:at], judgements, once), strict=True):
                    assert mine == other


def _judgement(reports: list[tuple[Article, Reading]], before: list, random: Random):
    when = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=len(before))
    open_ = [each for each in before if each.kind != "undo" and not any(o.subject == each.id for o in before)]
    if open_ and random.random() < 0.4:
        return judged_undone(random.choice(open_), "R", when, "taken back")
    actors = [actor for _, reading in reports for actor in reading.actors]
    told = [statement for _, reading in reports for statement in reading.statements]
    if random.random() < 0.5:
        one, other = random.choice(actors), random.choice(actors)
        return judged_apart((one.id, one.name), ([other.id], other.name), "R", when, "two people")
    first, second = random.choice(told), random.choice(told)
    kind = random.choice(("together", "split"))
    return judged(kind, (first.id, first.evidence.text), ([second.id], "Event"), "R", when, "seen")

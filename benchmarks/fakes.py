"""FA-KES: the main incident of a report on the war in Syria, chosen among what was read.

The incident is the one whose dead the report counts first: these reports put it into the headline or the first
sentence. What is asked for comes from that statement, and from what stands around it only where it says nothing.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from benchmarks.heads import split_head
from benchmarks.rows import Row
from rashomon.errors import PageError
from rashomon.gazetteer import adjective_of, countries
from rashomon.record import Article, Figure, Page, Reading, Span, Stated, Statement
from rashomon.run import Pipeline
from rashomon.settings import Settings

LEAD = 900
"""Characters of the headline and the first paragraphs, where these reports tell of the main incident."""

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("\n", ""), re.IGNORECASE)


def _classes(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((each["name"], _pattern(each["words"])) for each in WORDS[name])


FIGHTERS, CIVILIANS, CHILDREN, WOMEN, HELD = (
    _pattern(WORDS[name]) for name in ("fighters", "civilians", "children", "women", "held")
)
CAUSES = _classes("causes")
PARTIES = _classes("parties")
_ATTACK_OF = "(?:{0})[^.,]{{0,30}}?\\b(?:{1})|\\bby (?:[\\w-]+ ){{0,4}}?(?:{0})"
BY_PARTY = tuple((name, _pattern(_ATTACK_OF.format(words.pattern, WORDS["attack"]))) for name, words in PARTIES)
"""The same sides where they stand before the word for an attack, or after "by"."""

GOVERNORATES = {word: name for name, words in WORDS["governorates"].items() for word in words.split()}

AMONG = re.compile(r"\b(?:among|includ\w+|of whom)\b")
ROUNDING = 0.1
"""How far apart two tellings of one number may be: nearly 70, at least 68."""
NO_LIST = re.compile(r"\b(?:includ|among|of |with\b|who|while|others?\b|mostly)|[.;:]")
"""Words between two numbers that do not stand in one list."""
LISTED = 50
"""Characters at most between two numbers of one list."""

_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
_LOST_APOSTROPHE = re.compile(r"\b([A-Z][a-z]{2,})s\b")


@dataclass(frozen=True, slots=True)
class Incident:
    """What a report is mainly about: its statement (None where no dead are counted) and the count of the dead."""

    statement: Statement | None
    killed: Figure | None
    telling: Statement | None
    """The statement that counts them, later than the first where that counts only a part."""


Counted = tuple[int, Statement, Figure]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The answers of the set's fields for every row; what the report does not tell is left out."""
    pipeline = Pipeline(Settings())
    for row in rows:
        page = ready_page(row)
        try:
            article = pipeline.extract(page)
            reading = pipeline.resolve(article, pipeline.reader.read(article), pipeline.gazetteer)
        except PageError:
            yield {"doc_id": row["doc_id"]}
            continue
        yield {"doc_id": row["doc_id"], **answers(article, reading)}


def ready_page(row: Row) -> Page:
    """The row as a page: headline, then text, with the day of publication that stands in it."""
    published, headline, text = split_head(row["text"], row["title"])
    body = with_apostrophes(f"{headline}.\n\n{text or row['text']}").encode()
    stated = Stated(outlet=row["outlet"], published=published, title=headline, language="en")
    return Page(str(row["doc_id"]), sha256(body).hexdigest(), body, "article", stated)


def with_apostrophes(text: str) -> str:
    """The texts of the set have lost theirs: `Syrias` is `Syria's` where the name without the s is a country, or stands
    in the text too and is neither a people (Syrians) nor a word that is written small as well (Kills)."""
    names = {name for country in countries() for name in (country.name, *country.names)}
    small = set(re.findall(r"\b[a-z]{3,}\b", text))
    capitals = set(re.findall(r"\b[A-Z][a-z]{2,}\b", text)) - {"The", "Thi", "Wa", "Ha"}
    names |= {
        name
        for name in capitals
        if adjective_of(name) is None and not name.endswith("ite") and not {name.lower(), f"{name.lower()}s"} & small
    }
    return _LOST_APOSTROPHE.sub(lambda match: f"{match[1]}'s" if match[1] in names else match[0], text)


def main_incident(reading: Reading) -> Incident:
    """The first statement that counts dead, a number in words like `dozens` only where no other is given;
    and its count, or that of the whole where it counts only a part."""
    counted = sorted(
        ((figure.start, statement, figure) for statement in reading.statements for figure in dead(statement)),
        key=lambda found: (found[2].qualifier == "vague", found[0], found[1].id),
    )
    if not counted:
        return Incident(None, None, None)
    _, statement, first = counted[0]
    near = [each for each in counted if first.start <= each[2].start < first.start + LEAD]
    _, telling, killed = next((each for each in near if is_whole(each[2], each[1], first, near)), counted[0])
    return Incident(statement, killed, telling)


def is_whole(figure: Figure, telling: Statement, first: Figure, near: Sequence[Counted]) -> bool:
    """Whether a figure counts those of whom `first` counts a part, by a sentence that tells both: "six civilians were
    among 22 people killed", "15 civilians, among them eleven children"."""
    told, part = number(figure) or 0, number(first) or 0
    if "vague" in (first.qualifier, figure.qualifier) or told <= part:
        return False
    start, sentence = telling.evidence.start, telling.evidence.text
    for _, statement, other in near:
        if statement.evidence.start == start and abs((number(other) or 0) - part) <= part * ROUNDING:
            left, right = sorted((figure, other), key=lambda each: each.start)
            joined = AMONG.search(sentence[left.end - start : right.start - start])
            if joined and kind(first) in {"civilians", kind(figure)}:
                return True
    return False


def is_part(figure: Figure) -> bool:
    """Whether a figure counts children or women alone, who are seldom all that died."""
    told = figure.counts or figure.text
    return (CHILDREN.search(told) or WOMEN.search(told)) is not None


def others(first: Figure, statement: Statement) -> float:
    """The dead whom the statement counts beside the first, in one list with them: ten children and five women."""
    found, last = 0.0, first
    for figure in sorted(dead(statement), key=lambda each: each.start):
        between = figure.start - last.end
        text = statement.evidence.text[last.end - statement.evidence.start : figure.start - statement.evidence.start]
        if 0 < between < LISTED and not NO_LIST.search(text) and figure.qualifier != "vague":
            found, last = found + (number(figure) or 0), figure
    return found


def dead(statement: Statement) -> Iterator[Figure]:
    """The figures of a statement that count dead people."""
    if statement.factuality == "asserted":
        yield from (
            f for f in statement.figures if f.measure == "killed" and f.unit in {"people", "lives"} and number(f)
        )


def number(figure: Figure) -> float | None:
    """One number for a figure: `more than 30` is 30, `up to 30` too."""
    if figure.best is not None:
        return figure.best
    if figure.low is not None:
        return figure.low - (figure.qualifier == "more_than")
    return figure.high


def answers(article: Article, reading: Reading) -> Row:
    """The fields of the set."""
    incident = main_incident(reading)
    told: Row = {
        "cause_of_death": cause(article, incident),
        "actor": party(article, reading, incident),
        "location": place(article, reading, incident),
        "date": days(article, incident),
    }
    return counts(incident, reading) | {field: value for field, value in told.items() if value is not None}


def counts(incident: Incident, reading: Reading) -> Row:
    """How many were killed, parted into civilians and fighters as far as the first paragraphs part them."""
    first, statement = incident.killed, incident.telling
    if first is None or statement is None:
        return {}
    total = (number(first) or 0) + (others(first, statement) if is_part(first) else 0)
    lead = range(first.start + 1, first.start + LEAD)
    near = {f.start: f for s in reading.statements for f in people(s) if f.start in lead}
    early = {f.start: f for s in reading.statements for f in people(s) if f.start < first.start}
    parts = [(near[start], number(near[start]) or 0) for start in sorted(near)]
    before = [(early[start], number(early[start]) or 0) for start in sorted(early)]
    fighters, civilians = (
        [(n, f.start < statement.evidence.end) for f, n in parts if kind(f) == sort and f.measure == "killed"]
        for sort in ("fighters", "civilians")
    )
    if kind(first) == "fighters":
        found: Row = {"nb_civilians": next((n for n, inside in civilians if inside), 0), "nb_noncivilians": total}
    elif kind(first) == "civilians":
        found = {"nb_civilians": total, "nb_noncivilians": next((n for n, inside in fighters if inside), 0)}
    else:
        some = next((n for n, inside in civilians if inside and n < total), None)
        armed = next((n for n, _ in fighters if n <= total), 0) if some is None else total - some
        found = {"nb_civilians": total - armed, "nb_noncivilians": armed}
    for field, words in (("nb_children", CHILDREN), ("nb_women", WOMEN)):
        told = ((f, n) for f, n in [(first, number(first) or 0), *before, *parts] if words.search(f.counts or f.text))
        found[field] = next((n for f, n in told if n <= total and f.qualifier != "vague"), 0)
    return found


def people(statement: Statement) -> Iterator[Figure]:
    """The figures of dead people, and of people of whom nothing is told, such as `including six children`."""
    yield from (f for f in statement.figures if f.measure in {"killed", ""} and f.unit == "people" and number(f))


def kind(figure: Figure) -> str:
    """Whether fighters or civilians are counted; "" where the words do not tell."""
    told = figure.counts or figure.text
    return "fighters" if FIGHTERS.search(told) else "civilians" if CIVILIANS.search(told) else ""


def scopes(article: Article, incident: Incident) -> Iterator[str]:
    """The texts in which the incident's circumstances are looked for, the surest first."""
    headline, _, body = article.text.partition("\n\n")
    if incident.statement:
        yield incident.statement.evidence.text
    yield headline
    yield body[: LEAD // 2]
    yield body[:LEAD]


def cause(article: Article, incident: Incident) -> str:
    """The means, by the first scope that has a word for one."""
    for scope in scopes(article, incident):
        for name, words in CAUSES:
            if words.search(scope):
                return name
    return "unknown"


def party(article: Article, reading: Reading, incident: Incident) -> str:
    """Who killed: the actors of the incident's statement, then whoever stands before the word for an attack in the
    first scope that has one, then the actors of other attacks in the first paragraphs."""
    near = [s for s in reading.statements if s.type == "assault" and s.factuality == "asserted"]
    for role in incident.statement.actors if incident.statement else ():
        if side := side_of(role.name, PARTIES):
            return side
    for scope in scopes(article, incident):
        if side := side_of(scope, BY_PARTY):
            return side
    for role in (role for s in near if s.evidence.start < LEAD for role in s.actors):
        if side := side_of(role.name, PARTIES):
            return side
    return "unknown"


def side_of(text: str, sides: Sequence[tuple[str, re.Pattern[str]]]) -> str | None:
    """The side whose words come first in the text, places that a side holds left out."""
    free = HELD.sub("", text)
    found = [(match.start(), name) for name, words in sides if (match := words.search(free))]
    return min(found)[1] if found else None


def place(article: Article, reading: Reading, incident: Incident) -> str | None:
    """The governorate that the headline, the incident's statement and the first paragraphs name most."""
    votes: Counter[str] = Counter()
    evidence = incident.statement.evidence if incident.statement else None
    places = {each.id: each for each in reading.places}
    for mention in reading.place_mentions:
        names = [mention.text]
        if mention.place:
            names += [places[mention.place].name, *places[mention.place].within]
        votes.update(dict.fromkeys(governorates(names), weight(mention.start, article, evidence)))
    for match in _WORD.finditer(article.text):
        votes.update(dict.fromkeys(governorates([match[0]]), weight(match.start(), article, evidence)))
    return max(votes, key=lambda name: (votes[name], name), default=None)


def weight(start: int, article: Article, evidence: Span | None) -> int:
    """How much a mention says about the main incident: the headline and its sentence most, then the lead."""
    inside = evidence is not None and evidence.start <= start < evidence.end
    return 4 * (start < article.text.find("\n\n")) + 4 * inside + 2 * (start < LEAD // 2) + 1


def governorates(names: Sequence[str]) -> set[str]:
    """The places of the set among these names."""
    words = {word for name in names for word in re.split(r"[^a-z]+", name.casefold())}
    return {GOVERNORATES[word] for word in words if word in GOVERNORATES}


def days(article: Article, incident: Incident) -> list[str] | None:
    """From the day of the incident to that of the report where these lie at most two days apart, else that of the
    report: the set has now the one, now the other."""
    printed = article.published.latest if article.published else None
    told = incident.statement.time if incident.statement else None
    first, last = (told.earliest, told.latest) if told else (None, None)
    known = [day for day in (first, last, printed) if day is not None]
    if not known:
        return None
    low, high = min(known), max(known)
    if high - low > timedelta(days=2):
        low = high = printed or first or date.min
    return [low.isoformat(), high.isoformat()]

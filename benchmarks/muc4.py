"""MUC-4: the incidents of a report as templates with the slots of that contest."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from benchmarks.rows import Row
from rashomon.gazetteer.names import capital_of
from rashomon.incidents.find import Models, find_incidents
from rashomon.record import Article, Incident, Place, Reading, When, content_id
from rashomon.run import Pipeline
from rashomon.settings import Settings

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
COUNTRY = 6
"""The precision of a state."""
STATES = {"United States": "UNITED STATES", "Soviet Union": "USSR", "Russia": "USSR"}
REGION = frozenset(
    "ARGENTINA BELIZE BOLIVIA BRAZIL CHILE COLOMBIA CUBA ECUADOR GUATEMALA HAITI HONDURAS MEXICO NICARAGUA PANAMA"
    " PARAGUAY PERU URUGUAY VENEZUELA".split()
) | {"COSTA RICA", "DOMINICAN REPUBLIC", "EL SALVADOR", "PUERTO RICO"}
"""States that the reports of MUC-4 are about; others are mostly only mentioned."""
_DATELINE = re.compile(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r")[A-Z]* (\d\d)\b")
_CITY = re.compile(r"\W*([A-Z][A-Z ]+?)(?: \([A-Z ]+\))?, \d")
"""The city that begins a dateline."""
_WRAPPED = re.compile(r"(?<=\S) *\n(?! *\n) *")


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "templates": [{slot: fills}]} for every row."""
    pipeline = Pipeline(Settings())
    for row in rows:
        yield answer(row, pipeline)


def answer(row: Row, pipeline: Pipeline, models: Models | None = None) -> Row:
    """The answer to one row, by the models of the package or by others."""
    article = article_of(row)
    reading = pipeline.resolve(article, pipeline.reader.read(article), pipeline.gazetteer)
    found = find_incidents(article, pipeline.own_reader.parse(article), reading, models)
    return {"doc_id": row["doc_id"], "templates": [template(each, article, reading) for each in found]}


def article_of(row: Row) -> Article:
    """The report, each paragraph on one line; the day of its dateline is its day of publication."""
    text = _WRAPPED.sub(" ", row["text"]).strip()
    found = _DATELINE.search(text[:300])
    day = None
    if found:
        try:
            day = date(1900 + int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        except ValueError:
            day = None
    when = When(day, day, "day", found[0], "stated") if day and found else None
    return Article(content_id(text), row["doc_id"], None, "0" * 64, None, None, (), when, "en", text, None)


def template(incident: Incident, article: Article, reading: Reading) -> dict[str, Any]:
    """An incident in the form of MUC-4."""
    out: dict[str, Any] = {
        "incident_type": [incident.type.upper()],
        "incident_stage": [incident.stage.upper()],
        "perp_category": ["STATE-SPONSORED VIOLENCE" if incident.by_state else "TERRORIST ACT"],
        "incident_date": _date(incident, article),
        "incident_location": _location(incident, article, reading),
    }
    for part in incident.parts:
        told = part.name or part.description or ""
        name = _upper(told)
        if part.share == "human":
            if part.name:
                _add(out, "hum_tgt_name", name)
            if part.description:
                _add(out, "hum_tgt_description", _upper(part.description), name if part.name else None)
            _add(out, "hum_tgt_type", part.kind, name)
            _add(out, "hum_tgt_number", part.number, name)
            _add(out, "hum_tgt_effect", part.effect, name)
            _add(out, "hum_tgt_nation", part.nation, name)
        elif part.share == "physical":
            _add(out, "phys_tgt_id", name)
            _add(out, "phys_tgt_type", part.kind, name)
            _add(out, "phys_tgt_number", part.number, name)
            _add(out, "phys_tgt_effect", part.effect, name)
            _add(out, "phys_tgt_nation", part.nation, name)
        elif part.share == "instrument":
            _add(out, "incident_instrument_id", name)
            _add(out, "incident_instrument_type", part.kind, name)
        elif part.share == "organisation":
            _add(out, "perp_organization_id", name)
            _add(out, "perp_organization_confidence", part.confidence, name)
        else:
            _add(out, "perp_individual_id", name)
    if "incident_instrument_type" not in out:
        _add(out, "incident_instrument_type", _untold(incident, reading))
    return out


def _untold(incident: Incident, reading: Reading) -> str | None:
    """The class of an instrument that only the act tells of: who was shot was shot with a gun."""
    if incident.type == "bombing":
        return "BOMB"
    modes = {told.mode for told in reading.statements if told.id in incident.statements}
    return "GUN" if incident.type == "attack" and "firearms" in modes else None


def _upper(words: str) -> str:
    return " ".join(words.upper().split())


def _add(out: dict[str, Any], slot: str, value: str | None, about: str | None = None) -> None:
    if value:
        out.setdefault(slot, []).append({"value": value.upper(), "xref": about} if about else value.upper())


def _date(incident: Incident, article: Article) -> list[str]:
    day = article.published.latest if article.published else None
    when = incident.when
    if when is None or (when.earliest is None and when.latest is None):
        return [f"- {_day(day)}"] if day else []
    if when.earliest is None or when.latest is None:
        return [f"- {_day(when.latest or day)}"] if when.latest or day else []
    if when.earliest == when.latest:
        return [_day(when.latest)]
    return [f"{_day(when.earliest)} - {_day(when.latest)}"]


def _day(day: date | None) -> str:
    return f"{day.day:02d} {MONTHS[day.month - 1]} {day.year % 100:02d}" if day else ""


def _location(incident: Incident, article: Article, reading: Reading) -> list[str]:
    """The state, and the place in it that stands with the incident."""
    known = {place.id: place for place in reading.places}
    at = {mention.start: known[mention.place] for mention in reading.place_mentions if mention.place in known}
    near = [at[span.start] for span in incident.places if span.start in at]
    states = Counter(_state(place) for place in (*near, *near, *at.values()))
    states.pop("", None)
    states = Counter({name: count for name, count in states.items() if name in REGION}) or states
    state = max(states, key=lambda name: (states[name], name), default="")
    if not state:
        city = _CITY.match(article.text)
        state = fold(capital_of(city[1].title()) or "") if city else ""
        return [f"{state}: {city[1]} (CITY)"] if city and state in REGION else []
    place = next((p for p in near if _state(p) == state and p.precision < COUNTRY), None)
    return [f"{state}: {fold(place.name)} (CITY)" if place else state]


def _state(place: Place) -> str:
    name = place.name if place.precision == COUNTRY else place.within[-1] if place.within else ""
    return STATES.get(name, fold(name))


def fold(name: str) -> str:
    """A name in capitals without accents."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()

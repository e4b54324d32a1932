"""FollowTheMoney entities as JSON lines: articles, actors, and an Event for each account of each event.

FollowTheMoney has no field for a toll, a role, a speaker or a disagreement; so one Event is what one origin says, the
accounts of an event share a `recordId`, the article stands in `proof`, and what was said in `notes`, in words.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rashomon.exports.base import Format
from rashomon.exports.behind import Spans, acts, counts, linked, places, roles, sentences, times
from rashomon.exports.facts import Facts, Loose, facts_of, loose_of
from rashomon.exports.rows import outlet_of, write_links
from rashomon.exports.sink import Sink
from rashomon.record import Account, Article, Event, Role, Sayer, Statement, When
from rashomon.store import View

_SCHEMATA = {
    "person": "Person", "state": "PublicBody", "office": "PublicBody", "organisation": "Organization",
    "outlet": "Organization", "agency": "Organization", "party": "Organization", "force": "Organization",
    "militia": "Organization", "group": "LegalEntity",
}  # fmt: skip
"""FollowTheMoney's schemata by our types of actors."""

_LANGUAGES = {"en": "eng"}
"""ISO 639-3, which FollowTheMoney uses, by ISO 639-1, of the languages that are read."""

_PREFIX = "rashomon"


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write the articles, the actors, then the events."""
    encoder = msgspec.json.Encoder()

    def put(entity: dict[str, Any]) -> None:
        sink.out.write(encoder.encode(entity) + b"\n")
        sink.rows += 1

    for article in view.articles():
        put(_article(article))
    busy = {each.actor for s in view.statements() for each in _named(s)}
    for actor in view.actors():
        if actor.id not in busy:
            sink.left_out["a name that does nothing, to which nothing is done, and that says nothing"] += 1
            continue
        other = (name for name in actor.names if name != actor.name)
        put(_entity(actor.id, _SCHEMATA[actor.type], name=[actor.name], alias=other))
    for facts in facts_of(view, events):
        for number, account in enumerate(facts.event.accounts, start=1):
            event = _event(facts, account, number)
            put(event)
            told = facts.of(account)
            filled = {name: these for name, these in _behind(told).items() if name in event["properties"]}
            write_links(sink, event["id"], facts, filled)
            _link_names(sink, facts, told)
    for loose in loose_of(view):
        _link_names(sink, loose, (loose.statement,))


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    told = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return {"id": f"{_PREFIX}-{key}", "schema": schema, "properties": {k: v for k, v in told.items() if v}}


def _article(article: Article) -> dict[str, Any]:
    return _entity(
        article.id, "Article",
        title=[article.title], fileName=[article.file], author=article.byline, publisher=[article.outlet],
        publishedAt=_days(article.published)[:1], sourceUrl=[article.url],
        language=[_LANGUAGES.get(article.language)],
    )  # fmt: skip


def _event(facts: Facts, account: Account, number: int) -> dict[str, Any]:
    event, told = facts.event, facts.of(account)
    return _entity(
        f"{event.id}-{number}", "Event",
        name=[f"{event.title} ({account.origin})"],
        recordId=[event.id],
        startDate=(day for s in told for day in _days(s.time)[:1]),
        endDate=(day for s in told for day in _days(s.time)[-1:]),
        location=(place.text for s in told for place in s.places),
        organizer=_known(facts, (role for s in told for role in s.actors)),
        involved=_known(facts, (role for s in told for role in s.targets)),
        keywords=(word for s in told for word in (s.type, s.mode, s.factuality)),
        notes=_notes(facts, account),
        proof=(f"{_PREFIX}-{key}" for key in account.articles),
        publisher=(outlet_of(facts.article(key)) for key in account.articles),
        sourceUrl=(facts.article(key).url for key in account.articles),
    )  # fmt: skip


def _behind(told: tuple[Statement, ...]) -> dict[str, Spans]:
    """The words behind each property of an Event."""
    return linked(
        ("name keywords", acts(told)),
        ("startDate endDate", times(told)),
        ("location", places(told)),
        ("organizer", roles((s, role) for s in told for role in s.actors if role.actor)),
        ("involved", roles((s, role) for s in told for role in s.targets if role.actor)),
        ("notes", sentences(told) + counts(told)),
    )


def _link_names(sink: Sink, facts: Facts | Loose, told: tuple[Statement, ...]) -> None:
    """Write a link for all words that stand for an actor."""
    found: dict[str, Spans] = {}
    for s in told:
        for each in _named(s):
            if each.actor and each.start is not None and each.end is not None:
                found[each.actor] = (*found.get(each.actor, ()), (s, each.start, each.end))
    for key, spans in found.items():
        write_links(sink, f"{_PREFIX}-{key}", facts, {"name": spans})


def _named(s: Statement) -> tuple[Role | Sayer, ...]:
    return (*s.actors, *s.targets, *s.chain)


def _known(facts: Facts, roles: Iterable[Role]) -> Iterator[str]:
    return (f"{_PREFIX}-{role.actor}" for role in roles if role.actor and facts.actor(role.actor))


def _notes(facts: Facts, account: Account) -> Iterator[str]:
    for s in facts.of(account):
        said = ", who has it from ".join(sayer.name for sayer in s.chain) or "nobody named"
        yield f"According to {said}: {s.evidence.text}"
    for figure in account.figures:
        yield f"{figure.text} {figure.measure}".strip()


def _days(when: When | None) -> list[str]:
    """First and last day as far as they are known."""
    return [day.isoformat() for day in (when.earliest, when.latest) if day] if when else []


FTM = Format("ftm", "FollowTheMoney entities, one JSON object a line", write, rows=True)

"""Actors of one report: the names that mean the same person, body, people or state are gathered under one."""

import re
from collections import Counter
from dataclasses import dataclass, field

from rashomon.gazetteer import adjective_of, capital_of, country_of, fold, outlet_or_agency
from rashomon.record import Actor, ActorType, Article, Reading, content_id
from rashomon.resolve.kinds import described, type_of
from rashomon.resolve.known import known_actor
from rashomon.resolve.mentions import Mention, is_ranked, mentions_of
from rashomon.resolve.people import People
from rashomon.resolve.places import Placed
from rashomon.resolve.spelling import sounds

Key = tuple[str, ...]
"""What the mentions of one actor share: a sort, then words."""

_ACRONYM = re.compile(r"(?P<full>[A-Z][\w'’-]*(?:[ ](?:of|for|and|the|in|on|[A-Z][\w'’-]*))+)\s*\((?P<short>[A-Z][A-Za-z.]{1,9})\)")


@dataclass(slots=True)
class _Group:
    """An actor in the making."""

    type: ActorType
    names: Counter[str] = field(default_factory=Counter)
    name: str = ""
    parent: Key | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a report, and by offsets and bare name of a mention the id of its actor."""

    actors: tuple[Actor, ...]
    ids: dict[tuple[int, int, str], str]

    def publisher(self, name: str) -> str | None:
        """The id of the outlet or agency called `name`, None where the report has none of that name."""
        return next((each.id for each in self.actors if each.type in {"outlet", "agency"} and name in each.names), None)


def resolve_actors(article: Article, reading: Reading, placed: Placed) -> Cast:
    """All actors named in `reading`; names that mean a town only are none."""
    return _Gathering(article, placed).gather(mentions_of(article, reading))


class _Gathering:
    """Gathers mentions into groups by key; the report's persons and acronyms are known before the first is placed."""

    def __init__(self, article: Article, placed: Placed) -> None:
        self._article = article
        self._placed = placed
        self._groups: dict[Key, _Group] = {}
        self._acronyms: dict[str, str] = {}

    def gather(self, mentions: tuple[Mention, ...]) -> Cast:
        self._acronyms = {found["short"]: found["full"] for found in _ACRONYM.finditer(self._article.text)}
        people = People(tuple(each for each in mentions if self._is_person(each)))
        keys: dict[tuple[int, int, str], Key] = {}
        for mention in mentions:
            key = self._key_of(mention, people)
            if key:
                keys[mention.start, mention.end, mention.name] = key
                self._groups[key].names[mention.name] += 1
        if self._article.outlet:
            self._groups[self._source(self._article.outlet)].names[self._article.outlet] += 1
        return self._cast(keys)

    def _is_person(self, mention: Mention) -> bool:
        if is_ranked(mention):
            return mention.name[:1].isupper()
        return (
            mention.label == "PERSON"
            and mention.name[:1].isupper()
            and not self._fixed(mention)
            and type_of(mention.name) is None
            and not self._placed.named(mention.name)
        )

    def _fixed(self, mention: Mention) -> bool:
        """Whether lists know the name for something else than a person."""
        return bool(known_actor(mention.name) or country_of(mention.name) or outlet_or_agency(mention.name))

    def _key_of(self, mention: Mention, people: People) -> Key | None:
        name = mention.name
        if not is_ranked(mention):
            if outlet_or_agency(name):
                return self._source(name)
            known = known_actor(name) or known_actor(self._acronyms.get(name, ""))
            if known:
                return self._known(known.name)
            state = country_of(name)
            if state:
                return self._people_of(state, name) if _is_plural_people(name) else self._state(state)
        person = people.person_of(mention)
        if person:
            return self._group(("person", *person.key), "person", person.name)
        described_as = described(name)
        if described_as:
            state_key = self._state(described_as.state)
            return self._group(("described", *described_as.key), described_as.type, "", state_key)
        if mention.label in {"GPE", "LOC", "FAC"} or self._placed.named(name):
            capital = capital_of(name) if not mention.label else None
            return self._state(capital) if capital else None
        if not any(letter.isupper() for letter in name) or not name[:1].isalnum():
            return None
        full = self._acronyms.get(name, name)
        kind: ActorType = type_of(full) or ("group" if mention.label in {"NORP", ""} else "organisation")
        return self._group(("named", *_body(full)), kind, "")

    def _group(self, key: Key, kind: ActorType, name: str, parent: Key | None = None) -> Key:
        group = self._groups.setdefault(key, _Group(kind))
        group.name = group.name or name
        group.parent = group.parent or parent
        return key

    def _state(self, state: str) -> Key:
        return self._group(("state", state), "state", state)

    def _people_of(self, state: str, name: str) -> Key:
        return self._group(("people", state), "group", "", self._state(state))

    def _source(self, name: str) -> Key:
        full, kind = outlet_or_agency(name) or (name, "outlet")
        return self._group(("source", full), kind, full)

    def _known(self, name: str) -> Key:
        known = known_actor(name)
        assert known is not None
        parent = None
        if known.parent:
            parent = self._known(known.parent) if known_actor(known.parent) else self._state(known.parent)
        return self._group(("known", known.name), known.type, "", parent)

    def _cast(self, keys: dict[tuple[int, int, str], Key]) -> Cast:
        titles = {key: group.name or _fullest(group.names) or key[-1] for key, group in self._groups.items()}
        ids = {key: content_id("local", self._article.id, title) for key, title in titles.items()}
        actors = {
            ids[key]: Actor(
                ids[key], titles[key], tuple(sorted({titles[key], *group.names})), group.type,
                (ids[group.parent],) if group.parent else (),
            )
            for key, group in self._groups.items()
        }  # fmt: skip
        return Cast(tuple(actors[each] for each in sorted(actors)), {span: ids[key] for span, key in keys.items()})


def _is_plural_people(name: str) -> bool:
    return adjective_of(name) is not None and name.endswith("s") and not name.endswith(("ss", "ese"))


def _body(name: str) -> Key:
    """The words that tell one body from another: without articles, and without a last word that only says its sort."""
    words = sounds(name)
    return words


def _fullest(names: Counter[str]) -> str:
    """The longest in words of the names, then the commonest, then the first by alphabet."""
    return min(names, key=lambda name: (-len(name.split()), -names[name], name)) if names else ""

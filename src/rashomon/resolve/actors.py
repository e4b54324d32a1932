"""Actors of one report: the names that mean the same person, body, people or state are gathered under one."""

import re
from collections import Counter
from dataclasses import dataclass, field

from rashomon.gazetteer import adjective_of, capital_of, country_of, fold
from rashomon.publishers import find_publisher, full_name
from rashomon.record import Actor, ActorType, Article, Reading, content_id
from rashomon.resolve.acronyms import acronyms_of
from rashomon.resolve.common import is_calendar
from rashomon.resolve.kinds import (
    body_key,
    body_of,
    described,
    folk,
    force_of_place,
    is_body,
    is_following,
    is_generic,
    type_of,
)
from rashomon.resolve.known import Known, known_actor
from rashomon.resolve.mentions import Mention, is_ranked, mentions_of
from rashomon.resolve.people import People
from rashomon.resolve.places import Placed, countries_in
from rashomon.resolve.spelling import sounds

Key = tuple[str, ...]
"""What the mentions of one actor share: a sort, then words."""

NO_BODIES = frozenset("western eastern northern southern islamic islamist european african asian arabic anglo".split())
"""Adjectives that the language pipeline takes for peoples, and that name nobody."""

DEFINITE = frozenset(("militia", "party"))
"""Words that stand for a body named before; which army or which group is meant they seldom tell."""

TOWN = 1
"""UCDP's where_prec of a place known exactly."""

_ARTICLE = re.compile(r"^(?:al|el)-", re.IGNORECASE)
_OWNER = re.compile(r"^[\w-]+['’]s\]?\s+")
_GOVERNMENT = re.compile(r"(?P<head>[A-Z][\w-]+)(?:['’]s)?\s+[\"“]?(?P<body>government|administration|regime|cabinet)")
_STATE_BEFORE = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.]*)?)(?:['’]s)?\s+$")


@dataclass(slots=True)
class _Group:
    """An actor in the making."""

    type: ActorType
    name: str
    parent: Key | None
    names: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a report, and by offsets and bare name of a mention the id of its actor."""

    actors: tuple[Actor, ...]
    ids: dict[tuple[int, int, str], str]

    def publisher(self, name: str) -> str | None:
        """The id of the outlet or agency called `name`, None where the report has none of that name."""
        return next((each.id for each in self.actors if each.type in {"outlet", "agency"} and name in each.names), None)


def resolve_actors(article: Article, reading: Reading, placed: Placed) -> Cast:
    """All actors named in `reading`; names that mean a place only are none."""
    return _Gathering(article, placed).gather(mentions_of(article, reading))


class _Gathering:
    """Gathers mentions into groups by key; the report's persons and acronyms are known before the first is placed."""

    def __init__(self, article: Article, placed: Placed) -> None:
        self._article = article
        self._placed = placed
        self._publishers = {fold(name): name for name in (article.copied_from, article.outlet) if name}
        self._acronyms = acronyms_of(article.text)
        named = countries_in(article.text)
        self._only_state = min(named) if len(named) == 1 else None
        self._states: dict[str, str | None] = {}
        self._groups: dict[Key, _Group] = {}

    def gather(self, mentions: tuple[Mention, ...]) -> Cast:
        people = People(tuple(each for each in mentions if self._is_person(each)))
        self._states = self._states_of_generic(mentions)
        keys: dict[tuple[int, int, str], Key] = {}
        for mention in mentions:
            key = self._key_of(mention, people)
            if key:
                keys[mention.start, mention.end, mention.name] = key
                if key[0] != "state" or not capital_of(mention.name):
                    self._groups[key].names[mention.name] += 1
        for short, full in self._acronyms.items():
            for key in {key for key in keys.values() if full in self._groups[key].names}:
                self._groups[key].names[short] += 1
        for name in filter(None, (self._article.outlet, self._article.copied_from)):
            self._groups[self._source(name)].names[name] += 1
        return self._cast(keys)

    def _is_person(self, mention: Mention) -> bool:
        if not mention.name[:1].isupper() and not mention.name.startswith(("al-", "el-")):
            return False
        if fold(mention.name) in self._publishers or adjective_of(mention.name) or is_body(mention.name):
            return False
        if is_calendar(mention.name):
            return False
        if is_ranked(mention):
            return True
        known = known_actor(mention.name) or country_of(mention.name) or find_publisher(mention.name)
        return (
            mention.label == "PERSON"
            and not known
            and type_of(mention.name) is None
            and not self._placed.named(mention.name)
        )

    def _states_of_generic(self, mentions: tuple[Mention, ...]) -> dict[str, str | None]:
        """For each name that every state has a body of, the one state that the report puts before it."""
        told: dict[str, set[str]] = {}
        for mention in mentions:
            before = _STATE_BEFORE.search(self._article.text[max(0, mention.start - 40) : mention.start])
            states = [country_of(words) for words in (before[1], before[1].split()[-1])] if before else []
            if is_generic(mention.name):
                told.setdefault(fold(mention.name), set()).update(state for state in states if state)
        return {
            name: min(states) if len(states) == 1 else None if states else self._only_state
            for name, states in told.items()
        }

    def _key_of(self, mention: Mention, people: People) -> Key | None:
        name = mention.name
        key = None if is_ranked(mention) else self._listed(name)
        if key:
            return key
        person = people.person_of(mention)
        if person:
            parent = next((state for word in mention.title.split() if (state := country_of(word))), None)
            return self._group(("person", *person.key), "person", person.name, self._state(parent) if parent else None)
        government = self._government(name, people)
        if government:
            return government
        told = described(name)
        if told:
            return self._group(("described", *told.key), told.type, "", self._state(told.state))
        if fighters := folk(name):
            return self._group(("described", *fighters.key), fighters.type, "")
        if (local := force_of_place(name)) and (where := self._where(local[0])):
            return self._group(("local", local[1], where), "force", f"{where} {local[1]}")
        if name in DEFINITE and (meant := self._told_before(mention)):
            return meant
        if mention.label in {"GPE", "LOC", "FAC"} or self._placed.named(name):
            capital = capital_of(name) if mention.says else None
            return self._state(capital) if capital else None
        if (
            not _is_name(name)
            or is_calendar(name)
            or (not mention.label and not self._is_proper(name))
            or known_actor(body_of(name))
        ):
            return None
        return self._body(mention)

    def _where(self, name: str) -> str | None:
        """The place that a force is called by; "local" is the town that most mentions of towns mean."""
        if name != "local":
            return name if self._placed.named(name) else None
        towns = {place.id: place.name for place in self._placed.places if place.precision == TOWN}
        told = Counter(each.place for each in self._placed.mentions if each.place in towns)
        most = told.most_common(1)
        return towns[str(most[0][0])] if most and 2 * most[0][1] > told.total() else None

    def _told_before(self, mention: Mention) -> Key | None:
        """The only body of that sort that the report has named so far, for "the" with the word for its sort."""
        definite = re.search(r"\bthe\s+$", self._article.text[max(0, mention.start - 5) : mention.start], re.IGNORECASE)
        sort = type_of(mention.name)
        named = [key for key, group in self._groups.items() if group.type == sort and key[0] in {"known", "named"}]
        return named[0] if definite and len(named) == 1 else None

    def _is_proper(self, name: str) -> bool:
        """Whether words that only a role gives make up a name, and not a place's with what it is called behind."""
        rest = body_of(name) or name
        words = [word for word in rest.split() if word not in {"of", "for", "the", "and", "al", "de"}]
        return all(word[:1].isupper() or not word.islower() for word in words) and not self._placed.named(rest)

    def _government(self, name: str, people: People) -> Key | None:
        """The key of a government called by its head ("Marun's government"), by whatever spelling of the name."""
        parts = _GOVERNMENT.fullmatch(name)
        head = people.surnamed(parts["head"]) if parts else None
        if parts is None or head is None:
            return None
        return self._group(
            ("government", *head.key), "office", f"{_ARTICLE.sub('', head.name.split()[-1])} {parts['body']}"
        )

    def _listed(self, name: str) -> Key | None:
        """The key of a name that lists know: of a publisher, of an actor in the news, of a state or its people."""
        if fold(name) in self._publishers or find_publisher(name):
            return self._source(self._publishers.get(fold(name), name))
        if known := known_actor(name) or known_actor(self._acronyms.get(name, "")):
            return self._known(known)
        owned = _OWNER.sub("", name)
        rest = owned if self._is_proper(owned) else owned.partition(" of ")[0]
        for part in (owned, rest, body_of(rest)):
            if (known := known_actor(part)) and known.type != "group":
                return self._known(known)
        state = country_of(name)
        if state:
            people = adjective_of(name) is not None and name.endswith("s") and not name.endswith(("ss", "ese"))
            return self._group(("people", state), "group", "", self._state(state)) if people else self._state(state)
        return None

    def _body(self, mention: Mention) -> Key | None:
        """A body or people that no list knows, under its full name where the report gives its acronym."""
        full = self._acronyms.get(mention.name) or body_of(mention.name) or mention.name
        if is_generic(full):
            named = self._named_with(full)
            if named or not mention.label:
                return named
            state = self._states.get(fold(mention.name))
            told = described(f"{state} {full}") if state else None
            if told:
                return self._group(("described", *told.key), told.type, "", self._state(told.state))
            return self._group(
                ("generic", *sounds(full)), type_of(full) or "office", "", self._state(state) if state else None
            )
        kind: ActorType = type_of(full) or ("group" if mention.label in {"NORP", ""} else "organisation")
        kind = "group" if is_following(full) else kind
        _, _, whole = full.partition(" of the ")
        larger = kind == "force" and type_of(whole) == "force"
        parent = self._group(("named", *body_key(whole)), "force", whole) if larger else None
        return self._group(("named", *body_key(full)), kind, "", parent)

    def _named_with(self, head: str) -> Key | None:
        """The only body named so far that has this word in its name ("the Observatory"), None for none or several."""
        if " " in head or not head[:1].isupper():
            return None
        bearing = [
            key
            for key, group in self._groups.items()
            if key[0] in {"known", "named"} and any(fold(head) in fold(name).split()[1:] for name in group.names)
        ]
        return bearing[0] if len(bearing) == 1 else None

    def _group(self, key: Key, kind: ActorType, name: str, parent: Key | None = None) -> Key:
        group = self._groups.setdefault(key, _Group(kind, name, parent))
        group.parent = group.parent or parent
        return key

    def _state(self, state: str) -> Key:
        return self._group(("state", state), "state", state)

    def _source(self, name: str) -> Key:
        """The key of a publisher; the report's own keeps the name that is stated of it."""
        known = find_publisher(name)
        full = known.name if known else name
        kind = known.kind if known else "agency" if name == self._article.copied_from else "outlet"
        stated = next((each for each in self._publishers.values() if full_name(each) == full), "")
        key = self._group(("source", full), kind, stated or full)
        if stated != full:
            self._groups[key].names[full] += 1
        return key

    def _known(self, known: Known) -> Key:
        above = known_actor(known.parent) if known.parent else None
        parent = self._known(above) if above else self._state(known.parent) if known.parent else None
        return self._group(("known", known.name), known.type, known.name, parent)

    def _cast(self, keys: dict[tuple[int, int, str], Key]) -> Cast:
        titles = {
            key: group.name or (_commonest if key[0] == "described" else _fullest)(group.names)
            for key, group in self._groups.items()
        }
        ids = {key: content_id("local", self._article.id, title) for key, title in titles.items()}
        actors: dict[str, Actor] = {}
        for key, group in sorted(self._groups.items()):
            parents = {ids[group.parent]} if group.parent in ids else set()
            twin = actors.get(ids[key])
            names = {titles[key], *group.names, *(twin.names if twin else ())}
            above = tuple(sorted((parents | set(twin.parents if twin else ())) - {ids[key]}))
            actors[ids[key]] = Actor(ids[key], titles[key], tuple(sorted(names)), group.type, above)
        return Cast(tuple(actors[each] for each in sorted(actors)), {span: ids[key] for span, key in keys.items()})


def _is_name(name: str) -> bool:
    """Whether a name can be a body's: it begins with a capital or holds one, and is no mere adjective."""
    words = fold(name).split()
    begins = name[:1].isupper() or (name[:1].isdigit() and any(letter.isupper() for letter in name))
    return begins and not name.lower().startswith(("anti-", "pro-")) and not set(words) <= NO_BODIES


def _commonest(names: Counter[str]) -> str:
    """The name told most often, then the shortest, then the first by alphabet."""
    return min(names, key=lambda name: (-names[name], len(name), name))


def _fullest(names: Counter[str]) -> str:
    """The longest in words of the names, then the commonest, then the first by alphabet."""
    return min(names, key=lambda name: (-len(name.split()), -names[name], name))

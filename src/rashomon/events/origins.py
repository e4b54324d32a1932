"""Where a claim comes from, once reprints and citations are followed back.

The rule. The carrier of a statement is the innermost outlet, agency or named document whose words the report passes on:
the last such link of the chain. Where the report cites none, the carrier is the origin of the report's family, so that
copies of one wire text have one carrier. An official or witness without a name belongs to the carrier that quotes
him. An official or witness with a name is the origin himself as soon as two carriers bring him on the same event:
three papers quoting one agency's story about one colonel are one origin (the agency), and so is the colonel who spoke
to two agencies.

Two carriers lead on to another one. An outlet that is cited for what it only prints of another's in the same event
leads to that other. A text of which nothing shows whose it is goes by all the names that it could have; where one of
them tells of the event besides, it counts as his: no origin is added for what may be none.

Names are the actors' names, so that "AP" and "Associated Press" are one.
"""

from collections.abc import Collection, Iterable, Mapping

from rashomon.record import Actor, Family, Sayer, Statement

_CARRIERS = frozenset({"outlet", "agency", "document"})
_SPEAKERS = frozenset({"official", "witness"})
_PUBLISHERS = frozenset({"agency", "outlet"})


class Origins:
    """Knows the family of every article and the names of every actor; tells carriers and origins."""

    def __init__(
        self,
        families: Iterable[Family] | Mapping[str, Family],
        actors: Mapping[str, Actor],
        publishers: Iterable[Actor] | None = None,
    ) -> None:
        """`families` may be given by article; `publishers` are those among the actors, where these are not to be gone
        through."""
        self._family = (
            families
            if isinstance(families, Mapping)
            else {article: family for family in families for article in family.articles}
        )
        self._actors = actors
        self._publishers = published_by(actors.values() if publishers is None else publishers)

    def family(self, article: str) -> Family:
        """The family of an article; one that no family holds is a family of its own."""
        return self._family.get(article) or Family(article, article, (article,))

    def source(self, article: str) -> str:
        """Whom the text of an article comes from, by the name in the record."""
        family = self.family(article)
        return " or ".join(self._among(family)) or self.known(family.origin)

    def known(self, name: str) -> str:
        """The name of an outlet or agency in the whole record."""
        return self._publishers.get(plain(name), name)

    def name(self, sayer: Sayer) -> str:
        """The name that a sayer goes by in the whole record."""
        actor = self._actors.get(sayer.actor or "")
        if actor is not None and (actor.type in _PUBLISHERS or plain(actor.name) not in self._publishers):
            return actor.name
        return self.known(sayer.name if actor is None else actor.name)

    def carries(self, sayer: Sayer) -> bool:
        """Is the sayer an outlet, an agency or a document with a name? An outlet of the record is one even where the
        report that cites it does not tell that it is an outlet."""
        if sayer.role == "document":
            return any(word[:1].isupper() for word in sayer.name.split())
        return sayer.role in _CARRIERS or (sayer.role in _SPEAKERS and plain(self.name(sayer)) in self._publishers)

    def is_named(self, sayer: Sayer) -> bool:
        """Is the sayer an official or witness with a name, neither a group nor somebody described?"""
        if sayer.role not in _SPEAKERS or self.carries(sayer):
            return False
        actor = self._actors.get(sayer.actor or "")
        return (actor is None or actor.type != "group") and self.name(sayer).split()[-1][:1].isupper()

    def carrier(self, statement: Statement) -> str:
        """The innermost outlet, agency or document that brings the statement."""
        for sayer in reversed(statement.chain[1:]):
            if self.carries(sayer):
                return self.name(sayer)
        first = statement.chain[0] if statement.chain else None
        if first is not None and self.carries(first) and first.text is not None:
            return self.name(first)
        return self.source(statement.article)

    def speaker(self, statement: Statement) -> str | None:
        """The named official or witness closest to the fact, None where there is none."""
        last = statement.chain[-1] if statement.chain else None
        return self.name(last) if last is not None and self.is_named(last) else None

    def voice(self, statement: Statement) -> str:
        """Who is to be named as saying it, for a reader: whoever is closest to the fact. What a report says in its
        own name its family says, whichever copy it stands in."""
        last = statement.chain[-1] if statement.chain else None
        if last is None or (len(statement.chain) == 1 and last.text is None):
            return self.carrier(statement)
        return self.name(last)

    def of(self, statements: Iterable[Statement]) -> dict[str, str]:
        """The origin of each statement (by id) of one event."""
        told = sorted(statements, key=lambda s: s.id)
        carrier = self._carriers(told)
        carriers: dict[str, set[str]] = {}
        for statement in told:
            if speaker := self.speaker(statement):
                carriers.setdefault(speaker, set()).add(carrier[statement.id])
        return {
            statement.id: speaker
            if (speaker := self.speaker(statement)) and len(carriers[speaker]) > 1
            else carrier[statement.id]
            for statement in told
        }

    def _carriers(self, told: Collection[Statement]) -> dict[str, str]:
        """The carrier of each statement (by id) of one event, those that lead on to another followed."""
        carrier = {statement.id: self.carrier(statement) for statement in told}
        among = self._leading_on(told, carrier)
        shown = set(carrier.values()) - among.keys()
        led: dict[str, str] = {}
        while left := sorted(among.keys() - led.keys()):
            held = {name: [label for label in left if name in among[label]] for label in left for name in among[label]}
            best = min(held, key=lambda name: (name not in shown, -len(held[name]), name))
            common = frozenset.intersection(*(among[label] for label in held[best]))
            led.update(dict.fromkeys(held[best], best if best in shown else " or ".join(sorted(common))))
        return {key: _end(name, led) for key, name in carrier.items()}

    def _leading_on(self, told: Collection[Statement], carrier: Mapping[str, str]) -> dict[str, frozenset[str]]:
        """The carriers of one event that are no origin themselves, each with the names that it may lead to."""
        prints: dict[str, set[str]] = {}
        among: dict[str, frozenset[str]] = {}
        for statement in told:
            names = self._among(self.family(statement.article))
            if names and carrier[statement.id] == " or ".join(names):
                among[carrier[statement.id]] = frozenset(names)
            first = statement.chain[0] if statement.chain else None
            if first is not None and first.role == "outlet" and first.text is None:
                prints.setdefault(self.name(first), set()).add(carrier[statement.id])
        for outlet in set(carrier.values()) & prints.keys():
            if outlet not in prints[outlet] and not any(outlet in among.get(name, ()) for name in prints[outlet]):
                among[outlet] = frozenset(prints[outlet])
        return among

    def _among(self, family: Family) -> tuple[str, ...]:
        """The names, as in the record, of those of whom nothing shows whose text it is; none where it shows."""
        return tuple(sorted({self.known(name) for name in family.among}))


def published_by(actors: Iterable[Actor]) -> dict[str, str]:
    """The outlets and agencies among the actors: each plain name that is the name of one alone, with its name in the
    record."""
    named: dict[str, set[str]] = {}
    for actor in actors:
        if actor.type in _PUBLISHERS:
            for name in actor.names:
                named.setdefault(plain(name), set()).add(actor.name)
    return {name: next(iter(found)) for name, found in named.items() if len(found) == 1}


def plain(name: str) -> str:
    """A name without what outlets' names have or lack: capitals and an article."""
    return name.casefold().removeprefix("the ")


def _end(name: str, led: Mapping[str, str]) -> str:
    """Where a name leads to in the end; the last new one where the way goes round in a circle."""
    seen = {name}
    while (after := led.get(name, name)) not in seen:
        seen.add(name := after)
    return name

"""Where a claim comes from, once reprints and citations are followed back.

The rule. The carrier of a statement is the innermost outlet, agency or document whose words the report passes on: the
last such link of the chain. Where the report cites none, the carrier is the origin of the report's family, so that
copies of one wire text have one carrier. An official or witness without a name belongs to the carrier that quotes
him. An official or witness with a name is the origin himself as soon as two carriers bring him on the same event:
three papers quoting one agency's story about one colonel are one origin (the agency), and so is the colonel who spoke
to two agencies.

Names are the actors' names, so that "AP" and "Associated Press" are one. A text of which nothing shows whose it is goes
by all names that it could have. Where one of them tells of the event besides, it counts as his: no origin is added for
what may be none.
"""

from collections.abc import Iterable, Mapping

from rashomon.record import Actor, Family, Sayer, Statement

_CARRIERS = frozenset({"outlet", "agency", "document"})
_SPEAKERS = frozenset({"official", "witness"})


class Origins:
    """Knows the family of every article and the names of every actor; tells carriers and origins."""

    def __init__(self, families: Iterable[Family], actors: Mapping[str, Actor]) -> None:
        self._family = {article: family for family in families for article in family.articles}
        self._actors = actors
        named: dict[str, set[str]] = {}
        for actor in actors.values():
            if actor.type in ("agency", "outlet"):
                for name in actor.names:
                    named.setdefault(name.casefold(), set()).add(actor.name)
        self._outlets = {name: next(iter(found)) for name, found in named.items() if len(found) == 1}

    def family(self, article: str) -> Family:
        """The family of an article; one that no family holds is a family of its own."""
        return self._family.get(article) or Family(article, article, (article,))

    def source(self, article: str) -> str:
        """Whom the text of an article comes from, by the name in the record."""
        family = self.family(article)
        return " or ".join(self._among(family)) or self.known(family.origin)

    def known(self, name: str) -> str:
        """The name of an outlet or agency in the whole record."""
        return self._outlets.get(name.casefold(), name)

    def name(self, sayer: Sayer) -> str:
        """The name that a sayer goes by in the whole record."""
        if sayer.actor and sayer.actor in self._actors:
            return self._actors[sayer.actor].name
        return self.known(sayer.name)

    def carrier(self, statement: Statement) -> str:
        """The innermost outlet, agency or document that brings the statement."""
        for sayer in reversed(statement.chain[1:]):
            if sayer.role in _CARRIERS:
                return self.name(sayer)
        first = statement.chain[0] if statement.chain else None
        if first is not None and first.role in _CARRIERS and first.text is not None:
            return self.name(first)
        return self.source(statement.article)

    def speaker(self, statement: Statement) -> str | None:
        """The named official or witness closest to the fact, None where there is none."""
        last = statement.chain[-1] if statement.chain else None
        return self.name(last) if last is not None and self.is_named(last) else None

    def is_named(self, sayer: Sayer) -> bool:
        """Is the sayer an official or witness with a name, neither a group nor somebody described?"""
        if sayer.role not in _SPEAKERS:
            return False
        actor = self._actors.get(sayer.actor or "")
        return (actor is None or actor.type != "group") and self.name(sayer).split()[-1][:1].isupper()

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

    def _carriers(self, told: Iterable[Statement]) -> dict[str, str]:
        """The carrier of each statement (by id) of one event, with as few of them as can be where it does not show."""
        carrier = {statement.id: self.carrier(statement) for statement in told}
        among = {}
        for statement in told:
            names = self._among(self.family(statement.article))
            if names and carrier[statement.id] == " or ".join(names):
                among[carrier[statement.id]] = frozenset(names)
        shown = set(carrier.values()) - among.keys()
        counted: dict[str, str] = {}
        while left := sorted(among.keys() - counted.keys()):
            held = {name: [label for label in left if name in among[label]] for label in left for name in among[label]}
            best = min(held, key=lambda name: (name not in shown, -len(held[name]), name))
            common = frozenset.intersection(*(among[label] for label in held[best]))
            counted.update(dict.fromkeys(held[best], best if best in shown else " or ".join(sorted(common))))
        return {key: counted.get(name, name) for key, name in carrier.items()}

    def _among(self, family: Family) -> tuple[str, ...]:
        names = sorted({self.known(name) for name in family.among})
        return tuple(names)

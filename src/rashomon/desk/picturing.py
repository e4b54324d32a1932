"""A situation as the desk draws it: names for ids, the side of each force, and only as much as one picture can hold."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from rashomon.desk.shapes import Named
from rashomon.desk.standing import Bond, FlowLine, Force, Ground, SideLine, SituationPage, TruceLine
from rashomon.record import Actor, Figure, Flow, Relation, Statement, Truce
from rashomon.run import Pipeline, Situated
from rashomon.store import View

FORCES = 48
"""Actors that are drawn: as many as can be told apart in one picture. Those of most ties come first."""

BONDS = 400
"""Relations that are sent, of those that hold and of those without a day: more than anybody reads on one page."""

ARMED = frozenset(("force", "militia", "state", "group"))
"""Types of actors whose base is ground; where a bureau or a party has its seat is none."""

FLOWS = 60
"""Flows and truces that are sent, each."""


class Picture:
    """Draws one situation of a record that is open."""

    def __init__(self, view: View, pipeline: Pipeline, told: Situated) -> None:
        self._view = view
        self._told = told
        now = told.situation
        self._sides = pipeline.sides((*now.relations, *now.undated), told.actors)
        self._names = {key: each.name for things in (told.actors, told.places) for key, each in things.items()}

    def page(self) -> SituationPage:
        """All of it."""
        now, told = self._told.situation, self._told
        weights = self._weights((*now.relations, *now.undated))
        drawn = sorted(weights, key=lambda key: (-weights[key], self._names[key], key))[:FORCES]
        there = frozenset(drawn)
        members = self._members(drawn)
        shown = [each for each in now.relations if self._is_shown(each, there)][:BONDS]
        undated = [each for each in now.undated if self._is_shown(each, there)][:BONDS]
        dated = {key for each in shown for key in (each.subject, each.object)}
        truces = [*((each, True) for each in now.truces), *((each, False) for each in now.undated_truces)][:FLOWS]
        words = self.sentences([truce.statements[0] for truce, _ in truces])
        return SituationPage(
            day=now.day,
            sides=tuple(SideLine(n, self._side_names[n], some) for n, some in sorted(members.items())),
            forces=tuple(self._force(told.actors[key], (*shown, *undated), key in dated, members) for key in drawn),
            bonds=self.bonds(shown),
            undated=self.bonds(undated),
            ground=self._ground((*shown, *undated)),
            flows=tuple(map(self.flow, told.flows[:FLOWS])),
            truces=tuple(self.truce(each, words, sure) for each, sure in truces),
            untold=told.undated,
            left_out=len(weights) - len(drawn),
        )

    def bonds(self, relations: Sequence[Relation]) -> tuple[Bond, ...]:
        """Relations with their names."""
        several = (each for each in relations if len(each.sources) > 1)
        heard = self._view.statements_by_id(dict.fromkeys(key for each in several for key in each.statements))
        return tuple(self._bond(each, heard) for each in relations)

    def _bond(self, relation: Relation, heard: Mapping[str, Statement]) -> Bond:
        return Bond(
            id=relation.id,
            subject=self.named(relation.subject),
            relation=relation.relation,
            what=relation.what,
            object=self.named(relation.object) if relation.object else None,
            is_place=relation.object in self._told.places,
            time=relation.time,
            figures=relation.figures,
            statements=relation.statements,
            sources=relation.sources,
            rule=relation.rule,
            alone=self._alone(relation, heard),
            disputed=relation.id in self._told.situation.disputed,
        )

    def flow(self, flow: Flow) -> FlowLine:
        """A flow with its names, and the outermost bounds of its figures."""
        lows = [f.best if f.low is None else f.low for f in flow.figures]
        known = [low for low in lows if low is not None]
        highs = [value for f in flow.figures for value in (f.low, f.best, f.high) if value is not None]
        return FlowLine(
            id=flow.id,
            kind=flow.kind,
            of=self.named(flow.of) if flow.of else None,
            to=self.named(flow.to) if flow.to else None,
            who=", ".join(dict.fromkeys(figure.counts for figure in flow.figures)),
            low=min(known) if known and len(known) == len(lows) else None,
            high=max(highs, default=None),
            figures=flow.figures,
            time=flow.time,
            within=self._operation(flow.within),
            statements=flow.statements,
            sources=flow.sources,
        )

    def truce(self, truce: Truce, words: Mapping[str, Statement], in_force: bool) -> TruceLine:
        """A truce with its sentence."""
        told = words.get(truce.statements[0])
        text, article = (told.evidence.text, told.article) if told else ("", "")
        within = self._operation(truce.within)
        return TruceLine(truce.statements[0], article, truce.time, within, truce.source, text, in_force)

    def sentences(self, keys: Iterable[str]) -> Mapping[str, Statement]:
        """Statements by id."""
        return self._view.statements_by_id(keys)

    def named(self, key: str) -> Named:
        """An actor or a place with its name."""
        return Named(key, self._names.get(key, "unknown"))

    def _weights(self, relations: Iterable[Relation]) -> dict[str, int]:
        """How many ties each actor has that is drawn: forces, and persons who stand with or against somebody."""
        weights: dict[str, int] = {}
        for each in relations:
            for key in (each.subject, each.object or ""):
                actor = self._told.actors.get(key)
                led = each.relation in ("leads", "member-of")
                if actor is not None and not (actor.type == "person" and led):
                    weights[key] = weights.get(key, 0) + 1
        return weights

    def _is_shown(self, relation: Relation, there: frozenset[str]) -> bool:
        ends = [key for key in (relation.subject, relation.object) if key and key in self._told.actors]
        led = relation.relation in ("leads", "member-of")
        return any(key in there for key in ends) if led else all(key in there for key in ends)

    def _force(self, actor: Actor, relations: Iterable[Relation], dated: bool, members: Mapping[int, int]) -> Force:
        strength: dict[tuple[object, ...], Figure] = {}
        leaders: dict[str, Named] = {}
        for each in relations:
            if each.relation == "strength" and each.subject == actor.id:
                strength |= {(figure.low, figure.best, figure.high): figure for figure in each.figures}
            if each.relation == "leads" and each.object == actor.id:
                leaders[each.subject] = self.named(each.subject)
        side = self._sides.get(actor.id)
        side = side if side in members else None
        return Force(actor.id, actor.name, actor.type, side, dated, tuple(strength.values()), tuple(leaders.values()))

    def _members(self, drawn: Iterable[str]) -> dict[int, int]:
        """The sides in the picture by their forces there: those of several, and those that fight somebody."""
        now = self._told.situation
        members = Counter(self._sides[key] for key in drawn if key in self._sides)
        fights = [each for each in (*now.relations, *now.undated) if each.relation == "fights"]
        fighting = {self._sides.get(key or "") for each in fights for key in (each.subject, each.object)}
        return {side: some for side, some in members.items() if some > 1 or side in fighting}

    def _ground(self, relations: Iterable[Relation]) -> tuple[Ground, ...]:
        held: dict[str, list[Relation]] = {}
        for each in relations:
            if not each.object or each.object not in self._told.places:
                continue
            holds = each.relation == "controls"
            if holds or (each.relation == "based-in" and self._told.actors[each.subject].type in ARMED):
                held.setdefault(each.object, []).append(each)
        found = []
        for key, those in held.items():
            place = self._told.places[key]
            contested = len({each.subject for each in those if each.relation == "controls"}) > 1
            ids = tuple(each.id for each in those)
            found.append(Ground(key, place.name, place.lat, place.lon, place.precision, contested, ids))
        return tuple(sorted(found, key=lambda ground: (ground.name, ground.id)))

    def _alone(self, relation: Relation, heard: Mapping[str, Statement]) -> str | None:
        """Whoever is the only one to claim it: the one origin, or the one side whose speakers all of it rests on."""
        if len(relation.sources) == 1:
            return relation.sources[0]
        told = [heard[key] for key in relation.statements if key in heard]
        speakers = {sayer.actor for one in told for sayer in one.chain[-1:]}
        sides = {self._sides.get(key or "") for key in speakers}
        side = next(iter(sides)) if len(sides) == 1 else None
        return self._side_names[side] if side is not None else None

    @cached_property
    def _side_names(self) -> Mapping[int, str]:
        """Each side by its actor of most ties."""
        now = self._told.situation
        weights = self._weights((*now.relations, *now.undated))
        order = sorted(self._sides, key=lambda key: (weights.get(key, 0), key))
        return {self._sides[key]: self._names[key] for key in order}

    def _operation(self, key: str | None) -> Named | None:
        event = self._view.event(key) if key else None
        return Named(event.id, event.title) if event else None

"""Scores of a report and of its entities -> incidents with their parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc, Token

from rashomon.incidents.entities import Entity
from rashomon.incidents.phrases import Phrase
from rashomon.incidents.setting import setting
from rashomon.incidents.words import numbers
from rashomon.record import Article, Incident, IncidentType, Part, Reading, Share, Span, Stage, Statement

ANY = 0.4
"""Chance from which on a report is taken to tell of an incident."""
OF_TYPE: Mapping[str, float] = dict.fromkeys(
    ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"), 0.36
)
"""Chance from which on it tells of one of this type; where it tells of any, the likeliest counts in any case."""
OF_PART: Mapping[str, float] = {
    "perpetrator": 0.27, "organisation": 0.22, "instrument": 0.27, "physical": 0.27, "name": 0.27, "description": 0.27,
}  # fmt: skip
"""Chance from which on an entity has a part."""
BOTH = 0.8
"""Share of the greatest chance from which on a thing has its part in incidents of two types."""
STAGED = 0.4
"""Chance from which on an incident was only attempted, or threatened."""
BY_STATE = 0.5
SHARES: Mapping[str, Share] = {
    "perpetrator": "perpetrator", "organisation": "organisation", "instrument": "instrument", "physical": "physical",
    "name": "human", "description": "human",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """An entity with the chances of its parts, and of what can be said of it in them."""

    entity: Entity
    shares: Mapping[str, float]
    traits: Mapping[str, float]


def gather(
    article: Article, doc: Doc, reading: Reading, report: Mapping[str, float], judged: Sequence[Judged]
) -> tuple[Incident, ...]:
    """The incidents of one report, the likeliest first."""
    if report["any"] < ANY:
        return ()
    likely = sorted(OF_TYPE, key=lambda name: -report[name] / OF_TYPE[name])
    types = [name for name in likely if report[name] >= OF_TYPE[name]] or likely[:1]
    chosen = list(_chosen(judged))
    return tuple(_incident(article, doc, reading, report, chosen, kind, types) for kind in types)


def _chosen(judged: Sequence[Judged]) -> Iterator[tuple[str, Judged]]:
    """Entities with their parts; of those whose words hold one another, the likeliest."""
    ranked = sorted(
        ((share, one) for one in judged for share in OF_PART if one.shares[share] >= OF_PART[share]),
        key=lambda pair: (-pair[1].shares[pair[0]] / OF_PART[pair[0]], pair[1].entity.text),
    )
    taken: list[tuple[str, Entity]] = []
    for share, one in ranked:
        if not any(_same(share, one.entity, other, entity) for other, entity in taken):
            taken.append((share, one.entity))
            yield share, one


def _same(share: str, entity: Entity, other: str, known: Entity) -> bool:
    """Would the one tell again what the other tells already?"""
    if share != other and SHARES[share] != SHARES[other]:
        return False
    if entity.text == known.text:
        return True
    overlap = all(any(m.start < k.end and k.start < m.end for k in known.mentions) for m in entity.mentions)
    if share != other:
        return False
    one, two = ({word.removesuffix("s") for word in each.text.split()} for each in (entity, known))
    return overlap or one <= two or two <= one


def _incident(
    article: Article,
    doc: Doc,
    reading: Reading,
    report: Mapping[str, float],
    chosen: Sequence[tuple[str, Judged]],
    kind: str,
    types: Sequence[str],
) -> Incident:
    mine = [(share, one) for share, one in chosen if kind in _types_of(one, types, share)]
    parts = tuple(_parts(article, doc, reading, mine))
    told = {s for part in parts for s in part.statements}
    when, places = setting(doc, reading, [(one.entity, one.shares[share]) for share, one in mine], kind)
    stage: Stage = "accomplished"
    others: tuple[Stage, ...] = ("attempted", "threatened")
    for other in others:
        if report[f"stage {other}"] >= STAGED and report[f"stage {other}"] >= report["stage accomplished"] / 2:
            stage = other
    return Incident(
        article.id, cast("IncidentType", kind), stage, report["by state"] >= BY_STATE, when, places, parts,
        tuple(sorted(told)), report[kind],
    )  # fmt: skip


def _types_of(one: Judged, types: Sequence[str], share: str) -> Sequence[str]:
    """The types of incident that a thing has its part in: all for who did it, else the likeliest."""
    if len(types) == 1 or share in ("perpetrator", "organisation"):
        return types
    chances = {kind: one.shares.get(f"in {kind}", 0.0) for kind in types}
    return [kind for kind in types if chances[kind] >= BOTH * max(chances.values())]


def _parts(article: Article, doc: Doc, reading: Reading, mine: Sequence[tuple[str, Judged]]) -> Iterator[Part]:
    names = [(share, one) for share, one in mine if share == "name"]
    described: dict[str, Judged] = {}
    told_with_name = set()
    for share, one in mine:
        if share == "description":
            for _, named in names:
                if named.entity.text not in described and _beside(doc, one.entity, named.entity):
                    described[named.entity.text] = one
                    told_with_name.add(one.entity.text)
                    break
    for share, one in mine:
        if share == "description" and one.entity.text in told_with_name:
            continue
        entity = one.entity
        wording = _wording(article, doc, entity)
        description = wording if share == "description" else None
        name = None if share == "description" else wording
        if share == "name" and entity.text in described:
            description = _wording(article, doc, described[entity.text].entity)
        spans = tuple(_span(article, doc, mention) for mention in entity.mentions)
        statements = [s for s in reading.statements if _takes_part(s, spans)]
        group = {"physical": "physical", "name": "human", "description": "human"}.get(share, "")
        yield Part(
            SHARES[share], name, description,
            _trait(one.traits, "instrument type" if share == "instrument" else f"{group} type"),
            _trait(one.traits, f"{group} effect", "none"),
            numbers(doc, entity) if group else None,
            _trait(one.traits, f"{group} nation", "none"),
            _trait(one.traits, "confidence") if share == "organisation" else None,
            spans, tuple(s.id for s in statements),
            tuple(sorted({each.name for s in statements for each in s.chain if each.role != "outlet"})),
            one.shares[share],
        )  # fmt: skip


def _trait(traits: Mapping[str, float], group: str, nothing: str = "") -> str | None:
    values = {name.split(":")[1]: chance for name, chance in traits.items() if name.startswith(f"{group}:")}
    best = max(values, key=lambda name: (values[name], name), default=nothing)
    return best if best != nothing else None


def _beside(doc: Doc, description: Entity, name: Entity) -> bool:
    """Does the description stand beside the name, as its title or in apposition?"""
    for one in description.mentions:
        for two in name.mentions:
            head, other = doc[one.head], doc[two.head]
            if one.end == two.start or (one.label == "TITLE" and two.start <= one.head < two.end):
                return True
            if (_apposed(head, other) or _apposed(other, head)) and head.sent == other.sent:
                return True
    return False


def _apposed(token: Token, other: Token) -> bool:
    return token.dep_ in ("appos", "compound", "nmod") and token.head.i == other.i


def _wording(article: Article, doc: Doc, entity: Entity) -> str:
    mention = next(m for m in entity.mentions if " ".join(t.lower_ for t in doc[m.start : m.end]) == entity.text)
    return _span(article, doc, mention).text


def _span(article: Article, doc: Doc, mention: Phrase) -> Span:
    last = doc[mention.end - 1]
    return Span.of(article.text, doc[mention.start].idx, last.idx + len(last))


def _takes_part(told: Statement, spans: Sequence[Span]) -> bool:
    return any(r.start < s.end and s.start < r.end for r in (*told.actors, *told.targets) for s in spans)

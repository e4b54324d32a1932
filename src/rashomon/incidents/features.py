"""What speaks for the part of an entity in an incident: its words, and how the sentences that name it are built."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.incidents.entities import Entity
from rashomon.incidents.phrases import Phrase
from rashomon.record import Reading, Statement

LATE = (1, 2, 4, 8, 16)
"""Sentences of a report, counted from 0, at which its parts begin: what reports are about comes first."""
JOINING = frozenset(("conj", "appos", "compound", "nmod", "amod", "flat"))


class Clues:
    """The clues of one report's parse and reading."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc = doc
        self.number = {sent.start: at for at, sent in enumerate(s for s in doc.sents if s.text.strip())}
        self.told: dict[int, list[Statement]] = {}
        for told in reading.statements:
            span = doc.char_span(told.evidence.start, told.evidence.end, alignment_mode="expand")
            if span is not None:
                self.told.setdefault(span.sent.start, []).append(told)

    def features(self, entity: Entity) -> dict[str, float]:
        """All clues on one entity."""
        out: dict[str, float] = {}
        for mention in entity.mentions:
            for name, value in self._mention(mention):
                out[name] = max(out.get(name, 0.0), value)
        lower = entity.text.split()
        head = self.doc[entity.mentions[0].head]
        out[f"t={entity.text}"] = 1.0
        for word in lower:
            out[f"w={word}"] = 1.0
        out[f"h={head.lemma_.lower()}"] = 1.5
        out[f"last={lower[-1]}"] = 0.7
        out[f"first={lower[0]}"] = 0.5
        out[f"long={min(len(lower), 5)}"] = 0.5
        out[f"often={min(len(entity.mentions), 4)}"] = 0.5
        first = self.doc[entity.mentions[0].start].sent.start
        out[f"at={sum(self.number.get(first, 99) >= n for n in LATE)}"] = 0.7
        out[f"person={entity.is_person}"] = 0.7
        return out

    def _mention(self, mention: Phrase) -> Iterator[tuple[str, float]]:
        doc = self.doc
        head = doc[mention.head]
        lemma = head.lemma_.lower()
        label = mention.label or head.tag_
        yield f"label={label}", 0.7
        yield f"tag={head.tag_}", 0.5
        if mention.label in ("COMPOUND", "TITLE") or head.dep_ in JOINING:
            yield f"joined={mention.label}:{head.dep_}:{head.head.lemma_.lower()}", 0.7
        above = _above(head)
        for step, (link, governor) in enumerate(above):
            word = governor.lemma_.lower()
            yield f"g{step}={link}:{word}", 1.5 if step == 0 else 1.0
            yield f"g{step}l={link}:{governor.pos_}:{label}", 0.4
            yield f"g{step}h={link}:{word}:{lemma}", 0.7
            yield f"g{step}e={link}:{word}:{label}", 0.7
        if len(above) > 1:
            yield f"gg={above[0][0]}:{above[0][1].lemma_.lower()}:{above[1][0]}:{above[1][1].lemma_.lower()}", 0.7
        for child in head.children:
            if child.dep_ in ("relcl", "acl"):
                passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in child.children) or child.tag_ == "VBN"
                yield f"rc={child.lemma_.lower()}:{passive}", 1.0
            elif child.dep_ in ("det", "nummod", "amod", "poss"):
                yield f"{child.dep_}={child.lower_ if child.dep_ != 'nummod' else 'n'}", 0.5
            elif child.dep_ == "appos":
                yield f"appos={child.lemma_.lower()}", 0.5
            elif child.dep_ == "prep":
                yield f"prep={child.lower_}", 0.3
        capitals = sum(t.text[0].isupper() for t in doc[mention.start : mention.end])
        yield f"capitals={capitals == mention.end - mention.start}:{capitals > 0}", 0.7
        for off in (1, 2):
            if mention.start >= off:
                yield f"before{off}={doc[mention.start - off].lower_}", 0.8 if off == 1 else 0.4
            if mention.end + off - 1 < len(doc):
                yield f"after{off}={doc[mention.end + off - 1].lower_}", 0.8 if off == 1 else 0.4
        sent = head.sent
        yield f"sent={sum(self.number.get(sent.start, 99) >= n for n in LATE)}", 0.5
        start, end = doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])
        for told in self.told.get(sent.start, ()):
            act = f"{told.type}.{told.mode}" if told.mode else told.type
            yield f"st={act}", 0.4
            part = _part(told, start, end)
            if part:
                yield f"role={part}:{act}", 1.2
                yield f"rolefact={part}:{told.type}:{told.factuality}", 0.5
                yield f"rolelabel={part}:{told.type}:{label}", 0.5
        for token in sent:
            if token.pos_ == "VERB" and token.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl", "xcomp"):
                yield f"sv={token.lemma_.lower()}", 0.3


def _part(told: Statement, start: int, end: int) -> str:
    for name, roles in (("actor", told.actors), ("target", told.targets), ("place", told.places)):
        if any(role.start < end and start < role.end for role in roles):
            return name
    if any(s.start is not None and s.end is not None and s.start < end and start < s.end for s in told.chain):
        return "sayer"
    return ""


def _above(token: Token) -> list[tuple[str, Token]]:
    """How the word hangs in its sentence: up to three links upwards, those that only join words left out."""
    links: list[tuple[str, Token]] = []
    for _ in range(10):
        if len(links) == 3 or token.head == token:
            break
        if token.dep_ in JOINING:
            token = token.head
            continue
        if token.dep_ == "pobj":
            preposition = token.head
            link, governor = preposition.lower_, preposition.head
            if preposition.dep_ == "pcomp" or governor == preposition:
                break
        else:
            link, governor = token.dep_, token.head
        links.append((link, governor))
        token = governor
    return links

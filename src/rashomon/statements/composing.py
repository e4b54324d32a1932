"""Putting together what was found in one article: acts, claims and facts become statements.

Every act that the lexicon knows becomes a statement; a claim with no act that we can name becomes a `say`; a figure
that hangs on no act becomes a `state`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from rashomon.record import Article, Figure, PlaceMention, Role, Span, Statement, content_id
from rashomon.record.statement import Factuality
from rashomon.record.vocabulary import MODES
from rashomon.statements.able import can_act
from rashomon.statements.anchors import NOWHERE, head_of
from rashomon.statements.antecedents import antecedent
from rashomon.statements.arguments import grammatical_subject
from rashomon.statements.confidence import confidence
from rashomon.statements.contents import SIDES, content_mode
from rashomon.statements.dating import Dating
from rashomon.statements.entities import entities_between, entity_bounds
from rashomon.statements.factuality import factuality, said_factuality
from rashomon.statements.found import Found
from rashomon.statements.lexicon import Lexicon
from rashomon.statements.measuring import is_distance, measured
from rashomon.statements.phrases import bare, name_beside
from rashomon.statements.sayers.people import People
from rashomon.statements.selection import is_worth_telling, settled_acts
from rashomon.statements.triggers import Trigger
from rashomon.statements.words import PLACE_ENTITIES, is_of, lemma

TAKING_PLACE = frozenset(("control", "retreat", "consult", "assault", "coerce", "mobilize"))
"""Acts whose target, if it is a place, is where they happen."""
SPEAKING = frozenset(("i", "we", "me", "us", "my", "our"))
"""Pronouns that stand for whoever speaks."""


class Composer:
    """The statements of one article."""

    def __init__(self, article: Article, found: Found, dating: Dating, version: str) -> None:
        self.article = article
        self.found = found
        self.dating = dating
        self.version = version
        self.people = People(found.doc)
        self.told: list[tuple[int, int]] = []

    def statements(self) -> Iterator[Statement]:
        """All statements, in no order."""
        acts = list(self.acts())
        self.told = [(s.trigger.start, s.trigger.end) for s in acts if s.trigger]
        yield from acts
        yield from self.claims()
        yield from self.facts()

    def acts(self) -> Iterator[Statement]:
        """A statement for every trigger that says more than its own name."""
        for index, trigger in settled_acts(self.found).items():
            roles = self.found.casts[index]
            through = (t.sense.mode for t in roles.through if t.sense.mode and t.sense.type == "assault")
            mode = next(through, trigger.sense.mode)
            act = self.statement(
                Span.of(self.article.text, *_chars(self.found.doc, trigger.start, trigger.end)),
                trigger.head,
                trigger.sense.type,
                mode if trigger.sense.type == "assault" else self.mode(trigger, index),
                factuality(trigger.head),
            )
            speaker = act.chain[-1].name if act.chain and act.chain[-1].text else None
            act = replace(act, actors=self.roles(roles.actors, speaker), targets=self.roles(roles.targets, speaker))
            act = replace(act, places=self.with_targets(act, roles.targets))
            act = self.with_means(act, trigger.head, roles.through)
            taken = {role.start for role in act.actors}
            act = replace(act, places=tuple(p for p in act.places if p.start not in taken))
            if is_worth_telling(act, trigger):
                yield replace(act, confidence=confidence(act))
            yield from self.gapped(act, index)

    def with_means(self, act: Statement, verb: Token, through: Iterable[Trigger]) -> Statement:
        """The act with the places and the time told of what it was done by (a bomb in Karsa on Friday killed six). The
        time of what began earlier is not its own (the siege began in May and has killed six)."""
        for each in through:
            head = each.head
            mentions = (PlaceMention(e.text, e.start_char, e.end_char) for e in self.found.places.get(head.i, ()))
            known = {place.start for place in act.places}
            act = replace(act, places=(*act.places, *(m for m in mentions if m.start not in known)))
            act = replace(act, places=self.with_targets(act, self.found.casts[head.i].targets))
            if head.head == verb:
                act = replace(act, time=act.time or self.dating.of_act(head))
        return act

    def mode(self, trigger: Trigger, index: int) -> str | None:
        """The mode that the lexicon has; else what an act of speech is about, and how many sides meet."""
        if trigger.sense.mode:
            return trigger.sense.mode
        roles = self.found.casts[index]
        if trigger.sense.type == "consult" and len({*roles.actors, *roles.targets}) >= SIDES:
            return "multilateral"
        return content_mode(trigger, self.found.triggers)

    def gapped(self, act: Statement, index: int) -> Iterator[Statement]:
        """The same act again for an elliptical clause: whom it names, at its own time."""
        for head, trigger in self.found.gaps.items():
            if trigger == index:
                token = self.found.doc[head]
                where = Span.of(self.article.text, token.idx, token.idx + len(token))
                other = self.statement(where, token, act.type, act.mode, act.factuality)
                other = replace(other, actors=act.actors, targets=self.roles((token,)))
                yield replace(other, confidence=confidence(other))

    def with_targets(self, act: Statement, targets: tuple[Token, ...]) -> tuple[PlaceMention, ...]:
        """The places of an act, with those that are its targets where it takes place in them (left the town)."""
        known = {place.start for place in act.places}
        tokens = (t for t in targets if act.type in TAKING_PLACE and t.ent_type_ in PLACE_ENTITIES)
        spans = (Span.of(self.article.text, *_chars(t.doc, *(entity_bounds(t) or (t.i, t.i + 1)))) for t in tokens)
        return (*act.places, *(PlaceMention(s.text, s.start, s.end) for s in spans if s.start not in known))

    def claims(self) -> Iterator[Statement]:
        """A `say` for every sentence of reported speech that holds no act."""
        for attribution in self.found.attributions:
            cue = self.found.doc[attribution.cue_head]
            if self.holds_act(cue.idx, cue.idx + 1):
                continue
            for start, end in attribution.content:
                for sentence in _sentences(self.found.doc, start, end):
                    first, last = max(sentence.start_char, start), min(sentence.end_char, end)
                    part = self.found.doc.char_span(first, last, alignment_mode="contract")
                    if part is None or len(part) < 3 or self.holds_act(first, last) or self.holds_speech(first, last):
                        continue
                    trigger = cue if cue.sent.start == part.root.sent.start else part.root
                    where = Span.of(self.article.text, trigger.idx, trigger.idx + len(trigger))
                    claim = self.statement(
                        where,
                        part.root,
                        "say",
                        None,
                        said_factuality(part.root, attribution.kind),
                        inside=(first, last),
                    )
                    about = tuple(
                        t
                        for t in grammatical_subject(part.root)
                        if t.idx >= first and t.pos_ != "PRON" and can_act(t, self.found.lexicon)
                    )
                    claim = replace(claim, time=self.dating.of_claim(first, last), actors=self.roles(about))
                    yield replace(claim, confidence=confidence(claim))

    def facts(self) -> Iterator[Statement]:
        """A `state` for every figure that hangs on no act and no claim, and does not merely count who speaks."""
        speakers = [span for a in self.found.attributions for span in a.source]
        for figure in self.found.figures.get(NOWHERE, ()):
            head = head_of(self.found.doc, figure.start, figure.end)
            if (
                head is None
                or is_distance(figure)
                or _is_idle(figure, head, self.found.lexicon)
                or any(a <= figure.start < b for a, b in (*self.said, *speakers))
            ):
                continue
            span = self.found.doc.char_span(figure.start, figure.end, alignment_mode="expand")
            number = next((t for t in reversed(span or ()) if t.like_num or t.pos_ == "NUM"), head)
            where = Span.of(self.article.text, number.idx, number.idx + len(number))
            harm = figure.unit == "people" and figure.measure in MODES["harm"]
            mode = figure.measure if harm else None
            fact = self.statement(where, head, "harm" if harm else "state", mode, factuality(head))
            counted = (head.head if head.dep_ == "nummod" else head,)
            if harm:
                fact = replace(fact, figures=(figure,), targets=self.roles(counted))
            else:
                fact = replace(fact, figures=(figure,), actors=self.roles(_owner(head)))
            yield replace(fact, confidence=confidence(fact))

    @property
    def said(self) -> list[tuple[int, int]]:
        """Spans of speech, whose figures belong to the claims in them."""
        return [span for a in self.found.attributions for span in a.content if not self.holds_act(*span)]

    def holds_act(self, start: int, end: int) -> bool:
        """Do these characters hold an act that is told of?"""
        return any(start <= s < end for s, _ in self.told)

    def holds_speech(self, start: int, end: int) -> bool:
        """Is there further speech inside, which has a claim of its own?"""
        return any(
            start <= s and e <= end and (s, e) != (start, end) for a in self.found.attributions for s, e in a.content
        )

    def statement(
        self,
        trigger: Span,
        head: Token,
        act: str,
        mode: str | None,
        fact: Factuality,
        inside: tuple[int, int] | None = None,
    ) -> Statement:
        """A statement of what hangs on `head`, its roles not yet filled."""
        evidence = Span.trimmed(self.article.text, head.sent.start_char, head.sent.end_char)
        figures = self.found.figures.get(head.i, ())
        if inside:
            loose = self.found.figures.get(NOWHERE, ())
            figures = tuple(f for f in (*figures, *loose) if inside[0] <= f.start < inside[1])
        return Statement(
            id=content_id("statement", self.article.id, trigger.start, trigger.end, act, mode, evidence.start),
            article=self.article.id,
            evidence=evidence,
            trigger=trigger,
            type=act,
            mode=mode,
            factuality=fact,
            actors=(),
            targets=(),
            places=tuple(PlaceMention(e.text, e.start_char, e.end_char) for e in self.found.places.get(head.i, ())),
            time=self.dating.of_act(head),
            figures=tuple(measured(figure, act, mode) for figure in figures),
            chain=self.dating.chain_at(inside[0] if inside else trigger.start, inside[1] if inside else trigger.end),
            confidence=0.0,
            reader=self.version,
        )

    def roles(self, heads: tuple[Token, ...], speaker: str | None = None) -> tuple[Role, ...]:
        """The roles of these phrases; `speaker` is who says "we" and "I"."""
        return tuple(role for head in heads for role in self.role(head, speaker))

    def role(self, head: Token, speaker: str | None) -> Iterator[Role]:
        """The roles that one phrase names: two where two persons were read as one phrase."""
        doc = self.found.doc
        start, end = bare(head)
        persons = [doc[a:b] for a, b in entities_between(doc, start, end, "PERSON")]
        if len(persons) > 1 and all(_joins(doc[a.end : b.start]) for a, b in pairwise(persons)):
            for person in persons:
                yield Role(person.text, person.text, person.start_char, person.end_char)
            return
        text = Span.of(self.article.text, *_chars(doc, start, end))
        beside = name_beside(head)
        if beside:
            name = doc[slice(*beside)].text
        elif speaker and head.lower_ in SPEAKING:
            name = speaker
        else:
            meant = antecedent(head, self.found.lexicon) or head
            name = self.holder(meant) or (text.text if meant is head else doc[slice(*bare(meant))].text)
        yield Role(_plain(name), text.text, text.start, text.end)

    def holder(self, head: Token) -> str | None:
        """The person whom a definite description means (the ambassador), if only one in the report is so introduced."""
        definite = head.tag_ == "NN" and any(c.lower_ in ("the", "this") for c in head.children)
        return self.people.holder(head.lemma_.lower()) if definite and not head.ent_type_ else None


def _joins(between: TokenSpan) -> bool:
    """Do these words only join two names, with at most a rank of two words in front of the second?"""
    return (
        any(t.lower_ in ("and", ",") for t in between)
        and len(between) <= 4
        and not any(t.dep_ == "prep" for t in between)
    )


def _plain(name: str) -> str:
    name = " ".join(name.split())
    if name[:4].lower() == "the ":
        name = name[4:]
    return name[:-2] if name.endswith(("'s", "’s")) else name


def _owner(head: Token) -> tuple[Token, ...]:
    """Whose figure it is: the subject of the clause, or the thing in front of "with"."""
    token = head
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        holder = token.head.head
        held = token.dep_ == "pobj" and token.head.lower_ in ("with", "of") and holder.pos_ in ("NOUN", "PROPN")
        if held and holder.lemma_.lower() not in AMOUNTS:
            return (holder,)
        token = token.head
    return tuple(c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and c.i != head.i)


def _is_idle(figure: Figure, head: Token, lexicon: Lexicon) -> bool:
    """A word of number without a number (several attempts), a length or flow, or a few things of no weight in a
    conflict (two books): no people, no share, no sum of money."""
    if figure.unit in ("people", "percent") or figure.unit.isupper():
        return False
    thing = head.head if head.dep_ == "nummod" else head
    if lemma(thing) in UNITS:
        return True
    known = thing.pos_ == "PROPN" or any(is_of(thing, kind, lexicon) for kind in WEIGHTY)
    most = max((n for n in (figure.low, figure.best, figure.high) if n is not None), default=0)
    return most < FEW and not (known and most)


def _sentences(doc: Doc, start: int, end: int) -> Iterator[TokenSpan]:
    """The sentences that these characters touch."""
    span = doc.char_span(start, end, alignment_mode="contract")
    at = span.start if span is not None else len(doc)
    while span is not None and at < span.end:
        sentence = doc[at].sent
        yield sentence
        at = sentence.end


WEIGHTY = ("people", "force", "aircraft", "heavy", "gun", "place", "area")
FEW = 10
UNITS = frozenset("ft foot inch metre meter mile mb mhz gb symbol degree ° year month week day hour minute".split())

AMOUNTS = frozenset("population number total strength size length membership turnout".split())
"""Words of amount, whose figure is that of whatever they belong to."""


def _chars(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])

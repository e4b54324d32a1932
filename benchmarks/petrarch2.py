"""PETRARCH-2's validation sentences: who did what to whom, as coded events.

The set codes the acts of a sentence's main clauses and of what somebody says in them, between actors that its two
dictionaries know. Its codes are those of WEIS, the scheme before CAMEO, beside some that stand in its own test
dictionaries alone. A thing that an act is about counts for the actors named in it, and what a known speaker says of an
actor is a comment on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from spacy.tokens import Doc, Span, Token

from benchmarks.petrarch2_actors import Dictionaries, read_dictionaries
from benchmarks.rows import GOLD, Row
from rashomon.events.codes import code, host_code
from rashomon.record import Article, Role, Sayer, Statement
from rashomon.settings import Settings
from rashomon.statements.parse import load_pipeline
from rashomon.statements.reader import Reader

MUTUAL = frozenset(("agree", "consult", "cooperate", "assault", "sanction", "retreat"))
"""Acts that are done both ways where both parties are told together (A and B met; talks between A and B)."""
ASIDE = frozenset(("relcl", "acl", "advcl", "pcomp", "csubj"))
"""Clauses beside the main one."""
AROUND = frozenset(("det", "amod", "compound", "poss", "nmod", "nummod", "flat", "punct"))
"""How words hang on a noun that tell what it is, before it or in its name."""
NAMING = frozenset(("NOUN", "PROPN", "ADJ"))
CLAUSES = ASIDE | {"ccomp", "conj"}
COMMENT = code("weis", "say", None) or ""


@dataclass(frozen=True, slots=True)
class Dyad:
    """One coded event."""

    source: str
    target: str
    code: str


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "events": [{"source", "target", "code"}]} for every row."""
    known = read_dictionaries(GOLD / "petrarch2")
    reader, nlp = Reader(Settings()), load_pipeline()
    for row in rows:
        day = date(int(row["date"][:4]), int(row["date"][4:6]), int(row["date"][6:8]))
        statements = reader.read(_article(row["text"])).statements
        coder = Coder(nlp(row["text"]), known, day)
        yield {"doc_id": row["doc_id"], "events": [asdict(dyad) for dyad in dict.fromkeys(coder.dyads(statements))]}


def _article(text: str) -> Article:
    key = sha256(text.encode()).hexdigest()
    return Article(key, "row", None, key, None, None, (), None, "en", text, None)


class Coder:
    """Codes the statements of one sentence."""

    def __init__(self, doc: Doc, known: Dictionaries, day: date) -> None:
        self.doc = doc
        self.known = known
        self.day = day

    def dyads(self, statements: Sequence[Statement]) -> Iterator[Dyad]:
        """Source, target and code of every act of a main clause, or of a comment where there is none."""
        main = [s for s in statements if s.trigger and not self._aside(s)]
        found = [dyad for s in main for dyad in self._of(s, statements)]
        if not found:
            found = [dyad for s in main for dyad in self._comments(s)]
        yield from found

    def _aside(self, statement: Statement) -> bool:
        """Does the act stand in a clause beside the main one, or is it what another act is about?"""
        token = self._head(statement)
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj":
            return token.head.lower_ not in ("in", "under", "into")
        return any(t.dep_ in ASIDE for t in (token, *token.ancestors)) and token.dep_ != "ROOT"

    def _head(self, statement: Statement) -> Token:
        trigger = statement.trigger
        span = self.doc.char_span(trigger.start, trigger.end, alignment_mode="expand") if trigger else None
        return span.root if span is not None else self.doc[0]

    def _of(self, statement: Statement, statements: Sequence[Statement]) -> Iterator[Dyad]:
        if statement.type in ("say", "state"):
            return
        sources, targets = self._codes(statement.actors), self._codes(statement.targets)
        told = self._told(statement)
        if statement.type in ("harm", "assault"):
            sources = sources or self._places(statement)
        targets = targets or self._below(statement, statements) or self._behind(statement)
        targets = targets or [place for place in self._places(statement) if place not in sources]
        if told is None:
            return
        yield from (Dyad(a, b, told) for a in sources for b in targets if a != b)
        if statement.type == "consult" and statement.mode == "visit":
            yield from (Dyad(b, a, host_code("weis")) for a in sources for b in targets if a != b)
        elif statement.type in MUTUAL and (self._together(statement) or self._meets(statement)):
            yield from (Dyad(b, a, told) for a in sources for b in targets if a != b)

    def _told(self, statement: Statement) -> str | None:
        """The code of the act, from its words and those right beside them."""
        if statement.type == "harm":
            return code("weis", "assault", "clash")
        head = self._head(statement)
        words = [t.text for t in head.children if t.dep_ in ("dobj", "prt", "amod", "compound")]
        own = statement.trigger.text if statement.trigger else ""
        return code("weis", statement.type, statement.mode, " ".join((own, *words)))

    def _together(self, statement: Statement) -> bool:
        """Do both parties stand on one side of the words for the act?"""
        trigger = statement.trigger
        if trigger is None or not statement.actors or not statement.targets:
            return False
        return len({role.start < trigger.start for role in (*statement.actors, *statement.targets)}) == 1

    def _meets(self, statement: Statement) -> bool:
        """Do the parties meet, so that neither merely comes to the other?"""
        spans = [self.doc.char_span(role.start, role.end, alignment_mode="expand") for role in statement.targets]
        return statement.type == "consult" and not any(s is not None and s.root.head.lower_ == "to" for s in spans)

    def _behind(self, statement: Statement) -> list[str]:
        """The first actor named behind the words for the act and within its clause."""
        head = self._head(statement)
        for token in sorted(head.subtree, key=lambda t: t.i):
            way = [token, *(t for t in token.ancestors if head.is_ancestor(t))]
            if (
                token.i > head.i
                and head.pos_ == "VERB"
                and token.pos_ in NAMING
                and not any(t.dep_ in CLAUSES for t in way)
            ):
                coded = self.coded(token.doc[token.i : token.i + 1])
                if coded:
                    return coded
        return []

    def _below(self, statement: Statement, statements: Sequence[Statement]) -> list[str]:
        """The targets of an act inside this one (signed an accord to supply)."""
        inside = {t.i for t in self._head(statement).subtree}
        return [
            found
            for other in statements
            if other is not statement and other.trigger and self._head(other).i in inside
            for found in self._codes(other.targets)
        ]

    def _comments(self, statement: Statement) -> Iterator[Dyad]:
        """What a known speaker says of an actor."""
        said = [sayer for sayer in statement.chain if sayer.text and sayer.start is not None and sayer.end is not None]
        if not said:
            return
        last = said[-1]
        sources = self._codes([Role(last.name, last.text or "", last.start or 0, last.end or 0)])
        about = self._codes((*statement.actors, *statement.targets)) or self._within(statement, last)
        yield from (Dyad(a, b, COMMENT) for a in sources for b in about if a != b)

    def _within(self, statement: Statement, sayer: Sayer) -> list[str]:
        """The first actor named in the sentence behind whoever speaks."""
        if statement.type != "say":
            return []
        behind = (t for t in self._head(statement).subtree if t.idx > (sayer.end or 0) and t.pos_ in NAMING)
        found = (self.coded(t.doc[t.i : t.i + 1]) for t in sorted(behind, key=lambda t: t.i))
        return next((codes for codes in found if codes), [])

    def _places(self, statement: Statement) -> list[str]:
        spans = [(place.start, place.end) for place in statement.places]
        return self._codes([Role("", "", start, end) for start, end in spans])

    def _codes(self, roles: Iterable[Role]) -> list[str]:
        """The codes of those who fill a role, each once."""
        found: dict[str, None] = {}
        for role in roles:
            span = self.doc.char_span(role.start, role.end, alignment_mode="expand")
            if span is not None:
                found.update(dict.fromkeys(self.coded(span)))
        return list(found)

    def coded(self, span: Span) -> list[str]:
        """The codes of a phrase: of the actors in front of or at its head, else of those behind "of" or "from", else
        of any named in it; with the agents of the words around the head."""
        head = span.root
        coded = self._phrase(head)
        if coded:
            return coded
        for token in head.subtree:
            if token.pos_ in NAMING and token.dep_ != "compound" and (coded := self._phrase(token)):
                joined = (self._phrase(other) for other in token.conjuncts if other.i > token.i)
                return [*coded, *(code for codes in joined for code in codes)]
        return []

    def _phrase(self, head: Token) -> list[str]:
        """The codes of one noun's phrase: of the actors in front of it or in it, else of those behind its "of" or
        "from", with the agents of both."""
        around = [t.i for c in head.children if c.dep_ in AROUND for t in c.subtree]
        near = sorted({head.i, *around})
        behind = [t.i for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "from") for t in c.subtree]
        actors = self._find(near)[0] or self._find(sorted({*near, *behind}))[0]
        agents = self._find(sorted({*near, *behind}))[1]
        out = []
        for actor in actors:
            whole = actor
            for agent in agents:
                if agent.replace("~", "") not in whole:
                    whole = agent.replace("~", whole)
            out.append(whole)
        return out

    def _find(self, tokens: Sequence[int]) -> tuple[list[str], list[str]]:
        """Codes of actors and of agents among these tokens, the longest names first."""
        text = [self.doc[i] for i in tokens if not self.doc[i].is_space and self.doc[i].tag_ != "POS"]
        actors: dict[str, None] = {}
        agents: dict[str, None] = {}
        at = 0
        while at < len(text):
            for length in range(min(self.known.longest, len(text) - at), 0, -1):
                words = tuple(part for t in text[at : at + length] for part in t.text.upper().split("_"))
                codes = self.known.actor(words, self.day)
                agent = self.known.agents.get(words)
                if codes is not None or agent:
                    actors.update(dict.fromkeys(codes or ()))
                    agents.update({agent: None} if agent else {})
                    at += length
                    break
            else:
                at += 1
        return list(actors), list(agents)

"""MEANTIME: the events that a text mentions, and whether they are certain, affirmed and still to come.

The set marks every event of the headline and of the first sentences, and of the rest only what these told of already;
so events are answered there alone. What is denied is denied as the package reads it; the set parts what is no fact
more finely than the package (possible, probable, open), so these values come from the words above an event.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from benchmarks.rows import Row
from rashomon.statements.factuality import NEGATING, factuality
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.parse import load_pipeline
from rashomon.statements.words import lemma

LINES = 6
"""Lines of the text that are marked throughout: the headline, the day, and four sentences, one a line."""

STEPS = 4
"""How many words above an event may tell how certain it is."""

ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "cy", "down")
"""Endings of nouns made of verbs (closure, slowdown)."""

THINGS = frozenset(
    "government administration department company parliament organization organisation corporation association"
    " union institution nation region religion population generation commission mission million billion document"
    " equipment element environment apartment basement instrument regiment segment building station section division"
    " position location addition condition tradition information application function question fraction portion"
    " version dimension pension television edition feature picture figure future nature culture creature literature"
    " temperature structure furniture agriculture audience science sentence evidence distance substance ambulance"
    " instance insurance finance defence defense intelligence morning evening ceiling clothing something anything"
    " nothing everything wing manufacturing banking marketing agency currency policy democracy emergency"
    " constituency frequency pharmacy aviation unemployment conjunction expenditure procurement".split()
)
"""Nouns with such an ending that name a thing, a body, a trade or a state."""

DOINGS = frozenset(
    "plan move cut loss deal flight purchase claim search use collapse recovery fall rise drop gain decline"
    " increase decrease growth launch test trial lawsuit case dispute contest competition race fight crash accident"
    " disaster earthquake crisis recession fire flood storm event ceremony festival show game match speech address"
    " call visit trip journey tour walk arrival departure return delivery sale order bid offer award grant loan"
    " payment refund reward response reply answer report study survey review check vote poll debate discussion talk"
    " meeting conference summit forum session hearing wedding funeral birth death marriage divorce change shift"
    " switch turn step effort attempt try work task job process production operation development project problem"
    " issue failure success victory defeat win delay halt stop start end close opening ban boycott strike protest"
    " rally march attack raid siege rescue repair damage injury fear worry concern hope wish need demand support"
    " help aid assistance advice choice decision promise pledge commitment proposal recommendation complaint"
    " criticism praise appeal request approval refusal dismissal removal withdrawal renewal rehearsal burial"
    " takeover bailout buyout breakthrough crackdown breakdown outbreak bankruptcy breach scandal controversy"
    " turmoil experience behaviour news".split()
)
"""Nouns that name a doing or a happening without such an ending."""

NO_EVENT = frozenset("include base concern regard follow accord involve".split())
"""Verbs that stand for prepositions or for mere relations."""

HELPERS = {
    **dict.fromkeys(("can", "could", "may", "might"), "possible"),
    **dict.fromkeys(("if", "unless", "whether", "should"), "open"),
    "would": "likely",
}
"""What a helper or a conjunction of the event's own clause tells."""

GOVERNORS = {
    **dict.fromkeys(
        "want wish intend aim expect prefer ask bid option require propose threaten intention proposal threat request"
        " urge demand".split(),
        "open",
    ),
    **dict.fromkeys(
        "fear worry concern risk danger possibility prospect appear seem allow able hope seek attempt try"
        " effort".split(),
        "possible",
    ),
    **dict.fromkeys("forecast predict estimate likely probable believe think".split(), "likely"),
    **dict.fromkeys("consider weigh ponder contemplate".split(), "weighed"),
    **dict.fromkeys("plan schedule".split(), "planned"),
}
"""What the word above tells of the event below it."""

VALUES = {
    "open": ("UNDERSPECIFIED", "UNDERSPECIFIED"),
    "possible": ("POSSIBLE", "POS"),
    "likely": ("PROBABLE", "UNDERSPECIFIED"),
    "weighed": ("POSSIBLE", "UNDERSPECIFIED"),
    "planned": ("CERTAIN", "UNDERSPECIFIED"),
    "denied": ("CERTAIN", "NEG"),
    None: ("CERTAIN", "POS"),
}
"""Certainty and polarity as the set names them."""

ENDING = frozenset("stop cease quit".split())
"""Verbs under which a doing ends (the mill stopped sending flour)."""

AHEAD = frozenset("will wo 'll shall would may might could should must".split())


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "events": [{"start", "end", "certainty", "polarity", "time"}]} for every row."""
    nlp = load_pipeline()
    for row in rows:
        yield {"doc_id": row["doc_id"], "events": list(events(nlp(row["text"])))}


def events(doc: Doc) -> Iterator[Row]:
    """The events of one parsed text, as the set has them."""
    marked = len("\n".join(doc.text.split("\n")[:LINES]))
    for token in doc:
        if token.idx < marked and is_event(token):
            sign = _denied(token) or next(filter(None, map(_sign, way_up(token))), None)
            certainty, polarity = VALUES[sign]
            yield {
                "start": token.idx,
                "end": token.idx + len(token),
                "certainty": certainty,
                "polarity": polarity,
                "time": "FUTURE" if any(map(_is_ahead, way_up(token))) else "NON_FUTURE",
            }


def is_event(token: Token) -> bool:
    """A verb that is no helper, or a noun of doing: one of ours, one of the lexicon of acts, or one made of a verb."""
    word = lemma(token)
    if token.pos_ in ("VERB", "AUX"):
        bears_a_clause = token.dep_ not in ("aux", "auxpass", "amod", "prep", "compound")
        return bears_a_clause and token.is_alpha and word not in NO_EVENT
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return False
    known = word in DOINGS or (word, "n") in load_lexicon().senses
    return known or (len(word) > 5 and word.endswith(ENDINGS) and word not in THINGS)


def _denied(token: Token) -> str | None:
    """Denied as the package reads it; the set takes what is forbidden or is to end for denied too."""
    ends = token.dep_ == "xcomp" and lemma(token.head) in ENDING
    negated = any(child.dep_ == "neg" for child in token.children)
    return "denied" if ends or negated or factuality(token) == "denied" else None


def way_up(token: Token) -> Iterator[Token]:
    """The event and the words above it, as far as it is told in their way: not out of a clause of its own."""
    for _ in range(STEPS):
        yield token
        own_clause = token.dep_ in ("ROOT", "relcl", "parataxis", "ccomp", "acl", "advcl")
        if token.head is token or (own_clause and not _is_infinitive(token)):
            return
        token = token.head


def _sign(token: Token) -> str | None:
    for child in token.children:
        if child.dep_ in ("aux", "mark", "advmod") and child.lower_ in HELPERS:
            return HELPERS[child.lower_]
    if token.dep_ == "pobj":
        return GOVERNORS.get(lemma(token.head.head))
    if token.dep_ in ("xcomp", "ccomp", "dobj", "pcomp") or (token.dep_ in ("acl", "advcl") and _is_infinitive(token)):
        above = token.head.head if token.head.pos_ == "ADP" else token.head
        return GOVERNORS.get(lemma(above))
    return None


def _is_infinitive(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _is_ahead(token: Token) -> bool:
    """Do the word's own helpers put it into the future?"""
    helpers = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"have", "has", "had"}:
        return False
    return bool(helpers & AHEAD) or ("to" in helpers and lemma(token.head) not in NEGATING)

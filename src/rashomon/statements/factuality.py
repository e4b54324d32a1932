"""Did it happen, as the text tells it? Asserted, denied, planned, threatened, requested or hypothetical.

The nearest sign on the way from the act up to the head of its clause decides; a sign above it can only take the act
further from fact (a plan that somebody denies stays a plan not asserted), except that two negations are read as one.
"""

from spacy.tokens import Token

from rashomon.record.statement import Factuality
from rashomon.statements.arguments import is_passive
from rashomon.statements.words import lemma

NEGATING = frozenset(
    "fail refuse decline avoid failure refusal inability prevent stop forgo"
    " refrain cease forbid deny reject dispute block".split()
)
"""Verbs under which the act did not come about (failed to take the town)."""
BESIDE = frozenset("after before during since until following amid amidst despite by because".split())
"""Prepositions that tell when, why or by whom, not what did not come about (the bid was blocked after the raid)."""

PLANNING = frozenset(
    "plan intend vow pledge promise aim seek try attempt prepare want hope agree decide schedule swear wish expect"
    " commit propose design mean undertake offer poise bind due proposal".split()
)
REQUESTING = frozenset(
    "call ask demand urge request appeal beg order tell instruct command press plead need require implore must"
    " recommend advise encourage exhort petition".split()
)
TELLING = frozenset(("tell", "order", "press", "instruct", "advise", "ask"))
"""Of these, the ones that only request when an infinitive follows (told them to leave; told them that he had left)."""
THREATENING = frozenset(("threaten", "warn", "menace", "threat", "warning"))
DOUBTING = frozenset(
    "fear suspect expect likely unlikely possible able ready suppose consider risk worry predict forecast"
    " speculate danger possibility prospect chance".split()
)
CLAIMS = frozenset("claim allegation report accusation suggestion charge rumour rumor".split())
"""Nouns that put a claim forward: a verb that rejects them denies it."""
DISPUTING = frozenset("deny reject dispute refute dismiss rebut".split())
BEFORE_NOUN: dict[str, Factuality] = {
    **dict.fromkeys("planned intended proposed scheduled upcoming impending attempted imminent".split(), "planned"),
    **dict.fromkeys("alleged possible potential suspected supposed feared likely".split(), "hypothetical"),
    "threatened": "threatened",
}
"""What a participle or adjective in front of a noun of action makes of it (the planned attack)."""
PURPOSE = frozenset("goal plan aim effort attempt bid intention proposal call demand promise pledge vow threat".split())
MODALS: dict[str, Factuality] = {
    "will": "planned", "'ll": "planned", "wo": "planned", "shall": "planned", "would": "hypothetical",
    "'d": "hypothetical", "may": "hypothetical", "might": "hypothetical", "could": "hypothetical",
    "can": "hypothetical", "should": "requested", "must": "requested", "ought": "requested",
}  # fmt: skip


SAID: dict[str, Factuality] = {
    "deny": "denied", "promise": "planned", "threaten": "threatened", "demand": "requested", "expect": "hypothetical",
}  # fmt: skip
"""What a way of saying makes of the claim; any other leaves it to the claim's own words."""


def factuality(act: Token) -> Factuality:
    """The factuality of the act that `act` (a verb, noun or adjective) tells of."""
    found: Factuality = "asserted"
    denied = _negated(act)
    token, steps = act, 0
    while steps < 8:
        up = _above(token)
        if found == "asserted":
            found = (_governed(token, up) if up is not None else None) or _sign(token) or found
        if up is None:
            break
        if (
            lemma(up) in DISPUTING
            and token.dep_ in ("ccomp", "pobj", "dobj")
            and (token.dep_ == "ccomp" or lemma(token) in CLAIMS)
        ):
            denied = True
        under = token.dep_ in ("xcomp", "pcomp", "dobj", "prep", "acl") and token.lower_ not in BESIDE
        if lemma(up) in NEGATING and under and found == "asserted":
            denied = True
        if _negated(up) and token.dep_ in ("xcomp", "attr", "acomp"):
            denied = True
        token, steps = up, steps + 1
    return "denied" if denied and found in ("asserted", "planned") else found


def said_factuality(root: Token, kind: str) -> Factuality:
    """The factuality of a claim without an act: `root` heads what was said, `kind` is how it was said."""
    if kind in SAID:
        return SAID[kind]
    own = _sign(root)
    if own is None and _negated(root):
        return "denied"
    return own or "asserted"


def _above(token: Token) -> Token | None:
    """The next word up that can bear on the act: verbs above, through joined verbs and nouns of purpose; content of
    speech is left to its speaker, whose verb only matters where it plans, requests or threatens."""
    if token.dep_ in ("ROOT", "relcl", "parataxis"):
        return None
    head = token.head
    if token.dep_ == "conj" and token.tag_ != head.tag_:
        return _above(head) if head.dep_ in ("xcomp", "ccomp") and head.head.tag_ == token.tag_ else None
    if token.dep_ == "acl" and lemma(head) not in PURPOSE | NEGATING | CLAIMS:
        return None
    if token.dep_ == "advcl" and not _is_infinitive(token):
        return None
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "prep"):
        return (
            head.head
            if head.pos_ == "ADP" and head.dep_ == "prep" and head.lower_ in ("of", "for")
            else (head if head.pos_ == "VERB" and token.dep_ != "pobj" else None)
        )
    return head


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _no_one(subject: Token) -> bool:
    return subject.lower_ in ("none", "nobody", "neither", "nothing") or any(
        c.dep_ == "det" and c.lower_ in ("no", "neither") for c in subject.children
    )


def _negated(token: Token) -> bool:
    if any(child.dep_ in ("nsubj", "nsubjpass") and _no_one(child) for child in token.children):
        return True
    return any(
        (child.dep_ == "neg" or (child.dep_ in ("det", "preconj", "cc") and child.lower_ in ("no", "neither", "nor")))
        for child in token.children
    ) or (token.dep_ == "pcomp" and token.head.lower_ == "without")


def _is_reported(verb: Token) -> bool:
    """Is this the "would" of a plan told in the past (he said the law would be given to parliament)? What a doing would
    bring about (going back would set us back) is none."""
    told = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN", "VBG", "VBP", "VBZ")
    return told and not any(
        c.dep_ in ("csubj", "csubjpass") or (c.dep_ == "mark" and c.lower_ == "if") for c in verb.children
    )


def _sign(token: Token) -> Factuality | None:
    """What the word's own auxiliaries and conjunctions tell."""
    for child in token.children:
        if child.dep_ == "aux" and child.tag_ == "MD":
            return "planned" if child.lower_ in ("would", "'d") and _is_reported(token) else MODALS.get(child.lower_)
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return "hypothetical"
    if token.pos_ == "VERB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        if token.dep_ == "advcl" or (token.dep_ == "xcomp" and lemma(token.head) in ("be", "go")):
            return "planned"
        if token.dep_ in ("acl", "relcl") and lemma(token.head) not in NEGATING:
            return "planned"
    if token.pos_ in ("NOUN", "PROPN"):
        for child in token.lefts:
            if child.dep_ == "amod" and child.lower_ in BEFORE_NOUN:
                return BEFORE_NOUN[child.lower_]
    if any(c.dep_ == "advmod" and c.lower_ in ("possibly", "perhaps", "maybe") for c in token.children):
        return "hypothetical"
    return None


def _governed(token: Token, above: Token) -> Factuality | None:
    """What the word above makes of the act below it."""
    if token.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "pobj", "dobj", "conj", "relcl"):
        return None
    word = lemma(above)
    if above.lemma_ == "be" and token.dep_ in ("ccomp", "advcl"):
        word = next((lemma(c) for c in above.children if c.dep_ == "acomp"), word)
    if word == "have" and _is_infinitive(token):
        return "requested"
    if word in REQUESTING and token.dep_ != "conj":
        if word in TELLING and (not _is_infinitive(token) or token.dep_ == "advcl"):
            return None
        if word == "call" and any(c.dep_ == "oprd" for c in above.children):
            return None
        if word == "press" and any(c.lower_ in ("ahead", "on", "forward") for c in above.children):
            return None
        return "requested"
    if token.dep_ in ("dobj", "conj", "relcl"):
        return "planned" if word in ("plan", "promise", "pledge", "propose") and token.dep_ == "dobj" else None
    if word in THREATENING:
        return "threatened"
    if word in PLANNING:
        if token.dep_ == "ccomp" and word not in (
            "vow",
            "pledge",
            "promise",
            "swear",
            "hope",
            "agree",
            "decide",
            "propose",
        ):
            return None
        return "hypothetical" if word == "expect" and is_passive(above) else "planned"
    if word in DOUBTING:
        return "hypothetical"
    return None

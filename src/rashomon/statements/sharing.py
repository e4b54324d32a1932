"""Which time an act shares that has none of its own: that of the act or verb which the sentence ties it to.

A time hangs on one word of a sentence, and what happens at that time is often told in several: what somebody did and
what came of it (shelled the town on Monday, killing two), the act and the attack in which it fell (killed in a raid on
Monday), two acts of one subject, what happened when something else did. The ways between such words are listed here;
a clause that tells of another time (after, before, since) or in another's words is none of them.
"""

from collections.abc import Callable, Collection, Iterator

from spacy.tokens import Token

from rashomon.statements.phrases import counted

STEPS = 6
"""Steps up the parse that a time is shared over at most."""

ELSEWHEN = frozenset(
    "after before since until till following if unless although though despite because so that to whether once than"
    " like".split()
)
"""Words at the head of a clause or phrase that tells of another time, or of a reason."""

SAME = frozenset("when as while where whereby whereupon".split())
"""Words at the head of a clause that tells of the same time."""

WITHIN = frozenset("in during by with amid amidst through under from".split())
"""Prepositions in front of the act in which another fell."""

SMALL = frozenset("leave report find feel believe".split())
"""Verbs whose complement tells what came of their subject (left ten people dead)."""

SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def shared_from(act: Token, sites: Collection[int], acts: Collection[int], fits: Callable[[Token], bool]) -> int | None:
    """The index of the word in `sites` whose time `act` shares, the nearest on its way up; None where there is none.
    `acts` are the indices of all words that tell of an act; `fits` says whether a word may give its time to this."""
    token: Token | None = act
    for _ in range(STEPS):
        if token is None:
            return None
        near = (token, *_below(token)) if token.i != act.i else tuple(_below(token))
        found = next((each.i for each in near if each.i in sites and each.i != act.i and fits(each)), None)
        if found is not None:
            return found
        token = _above(token, acts)
    return None


def _above(token: Token, acts: Collection[int]) -> Token | None:
    """The word above that tells of the same time, None where there is none."""
    head = token.head
    if head == token:
        return None
    match token.dep_:
        case "conj":
            return head if _is_perfect(token) == _is_perfect(head) and not _is_apart(token, head) else None
        case "advcl" | "xcomp" | "dep":
            return head if _is_same_time(token) and head.pos_ in ("VERB", "AUX") else None
        case "acl":
            among = head.dep_ == "pobj" and head.head.lower_ == "among"
            return head if (token.tag_ == "VBG" and head.i in acts) or among or _is_gapped(head) else None
        case "relcl":
            return head if (_tells_of(token) and head.i in acts) or _is_same_time(token) else None
        case "pobj" | "pcomp":
            return _above_preposition(token)
        case "nsubj" | "nsubjpass":
            return head if head.pos_ in ("VERB", "AUX") else None
        case "oprd" | "acomp" | "ccomp":
            return head if head.lemma_ in SMALL and not _tensed(token) else None
    return None


def _above_preposition(token: Token) -> Token | None:
    above = token.head
    if above.lower_ == "of":
        return above.head if counted(above.head) == token or above.head.lemma_ in SERIES else None
    if above.lower_ == "among" or (above.lower_ in WITHIN and above.dep_ in ("prep", "agent")):
        return above.head if above.head.pos_ in ("VERB", "AUX") else None
    return None


SERIES = frozenset("wave series spate string number campaign round barrage".split())
"""Nouns that many acts of a kind make up."""


def _below(token: Token) -> Iterator[Token]:
    """The words below that tell of the same time, the nearest kinds first."""
    for child in token.children:
        elided = child.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in child.children)
        if child.dep_ == "conj" and child.pos_ == "VERB" and (elided or not _has_subject(child)):
            if elided or (_is_perfect(child) == _is_perfect(token) and not _is_apart(child, token)):
                yield child
        elif _is_gapped(child):
            yield from (
                c for c in child.children if c.dep_ in ("acl", "relcl") and (c.tag_ == "VBN" or _is_same_time(c))
            )
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in WITHIN:
            yield from (c for c in child.children if c.dep_ in ("pobj", "pcomp"))
    yield from (c for c in token.children if c.dep_ == "advcl" and _is_same_time(c))
    yield from (c for c in token.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN"))
    yield from (c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBG" and token.pos_ in ("NOUN", "PROPN"))
    yield from (c for c in token.children if c.dep_ == "relcl" and (_tells_of(c) or _is_gapped(token)))


def _is_gapped(token: Token) -> bool:
    """Is it what a clause without its verb is about (nine were killed and another 17 injured)?"""
    return token.dep_ == "conj" and token.pos_ in ("NUM", "NOUN") and token.head.pos_ == "VERB"


def _is_same_time(clause: Token) -> bool:
    """Does the clause tell what happened with what stands above it: a bare participle, or one led by "when"?"""
    if clause.dep_ == "relcl":
        return any(c.lower_ == "when" for c in clause.children)
    leads = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod", "prep", "aux") and c.i < clause.i}
    if leads & ELSEWHEN:
        return clause.dep_ == "xcomp" and not leads & (ELSEWHEN - {"to"})
    return clause.tag_ == "VBG" or bool(leads & SAME)


def _tells_of(clause: Token) -> bool:
    """Does a relative clause tell what its noun did (the barrage that killed four)?"""
    return any(c.dep_ in SUBJECTS and c.lower_ in ("which", "that") for c in clause.children)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _is_perfect(verb: Token) -> bool:
    """Is it told of as what has come about up to now, not as what happened then?"""
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)


def _is_apart(joined: Token, first: Token) -> bool:
    """Does a joined verb begin anew, with "had" of its own (had fled, and had burned the mill) or in another tense (was
    built and is run)?"""
    anew = any(c.dep_ == "aux" and c.lower_ in ("had", "has", "have") for c in joined.children)
    return anew or {_tense(joined), _tense(first)} == {"present", "past"}


def _tense(verb: Token) -> str:
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass"))}
    if tags & {"VBZ", "VBP", "MD"}:
        return "present"
    return "past" if "VBD" in tags else ""


def _tensed(verb: Token) -> bool:
    return any(c.dep_ == "aux" for c in verb.children) or verb.tag_ in ("VBD", "VBZ", "VBP")

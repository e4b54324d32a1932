"""What happened to what is counted, found over the parse: its verb, a noun of outcome, an adjective beside it."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.statements.figures.counted import AMOUNT_VERBS
from rashomon.statements.figures.lexicon import is_person, measures

HARM = frozenset(
    "killed injured shot missing abducted detained trapped tortured beaten raped destroyed damaged downed".split()
)
"""Measures that make a figure of a single thing: "killed a soldier" is one."""
COUNTED = HARM | {"displaced", "rescued", "released", "evacuated"}
"""Measures that part the figures of a sentence among its verbs (nine killed, thousands displaced)."""
_STATES = frozenset(
    "be remain become go lie stay keep leave report believe fear feel presume say see find confirm list".split()
)
_WHOLE = frozenset("include number comprise involve total".split())
_AMOUNTS = frozenset("at to from by as".split())
_STEPS = 8
"""How far up the parse a measure is looked for; sentences nest no deeper between a number and its verb."""


def harm_told(verb: Token) -> str:
    """The harm that a verb tells of itself, "" for any other word."""
    if verb.pos_ != "VERB":
        return ""
    if any(child.lower_ == "dead" and child.dep_ in ("acomp", "oprd", "advmod") for child in verb.children):
        return "killed"  # shot dead
    found = measures().objects.get(verb.lemma_.lower(), "")
    return found if found in COUNTED else ""


def measure_of(noun: Token) -> str:
    """One word for what happened to `noun` (what is counted, or the number where nothing is named); "" for none."""
    return _own(noun) or _climb(noun) or _by_clause(noun) or _beside(noun) or _status(noun)


def _climb(noun: Token) -> str:
    token = noun
    for _ in range(_STEPS):
        found, above = _step(token)
        if found or above is None:
            return found
        token = above
        if own := (_outcome(token) or _participle(token)):
            return own
    return ""


def _beside(noun: Token) -> str:
    """Where the parse shows nothing: the verb right before the words ("killing 12"), or what is told of the next of two
    that are joined ("five boys and a man killed by")."""
    first = noun.left_edge.i
    before = noun.doc[first - 1] if first else None
    if before is not None and before.pos_ == "VERB" and (found := object_measure(before)):
        return found
    if before is not None and before.is_title:  # a headline: "Bomb Kills 12 Soldiers"
        found = measures().objects.get(before.lower_.removesuffix("s"), "")
        if found in HARM:
            return found
    for child in noun.children:
        if child.dep_ == "conj" and (found := _participle(child)):
            return found
    return ""


def _outcome(token: Token) -> str:
    """The measure that a noun of outcome tells of itself: deaths, an arrest, the dead."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return ""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN":  # of a headline in capitals, which the lemmatizer leaves alone
        lemma = re.sub(r"s$", "", re.sub(r"ies$", "y", lemma))
    found = measures().nouns.get(lemma, "")
    return found if found in ("killed", "injured") or not is_person(lemma) else ""


def _status(noun: Token) -> str:
    """What has become of persons called by it (hostages, refugees), where no verb tells more: hostages may be freed."""
    return measures().nouns.get(noun.lemma_.lower(), "") if noun.pos_ in ("NOUN", "PROPN") else ""


def _participle(token: Token) -> str:
    """Killed in "people killed in the raid", wounded in "wounded soldiers", dead in "left people dead"."""
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"):
            if found := object_measure(child):
                return found
        elif child.dep_ == "amod" and (found := _adjective(child)):
            return found
    return ""


def _adjective(token: Token) -> str:
    return measures().adjectives.get(token.lower_, "")


def _own(noun: Token) -> str:
    return _outcome(noun) or _adjective(noun) or _participle(noun) or _behind(noun)


_HELPERS = frozenset(
    "is are was were be been being has have had also reportedly confirmed still feared believed".split()
)
_BE = frozenset("is are was were be been being".split())
_AFTER_PASSIVE = frozenset("in by on at from during when as after near outside".split())


def _behind(noun: Token) -> str:
    """What the words right behind the noun say: "dead", "were killed", "killed in"; surer than a parse."""
    doc, at = noun.doc, noun.i + 1
    while at < len(doc) and doc[at].lower_ in _HELPERS:
        at += 1
    if at == len(doc):
        return ""
    word, helped = doc[at], any(t.lower_ in _BE for t in doc[noun.i + 1 : at])
    after = doc[at + 1] if at + 1 < len(doc) else None
    if (at == noun.i + 1 or helped) and (found := _adjective(word)):
        return found
    found = measures().objects.get(word.lemma_.lower(), "")
    if helped:
        return object_measure(word) if word.tag_ in ("VBN", "VBD") else ""
    if at == noun.i + 1 and word.tag_ in ("VBN", "VBD") and word.head.lemma_ not in ("be", "have"):
        passive = word.tag_ == "VBN" or after is None or after.is_punct or after.lower_ in _AFTER_PASSIVE
        return found if passive and not (found == "fired" and is_person(noun.lemma_.lower())) else ""
    ends = after is None or after.is_space or after.is_punct
    if ends and noun.dep_ == "compound" and noun.tag_ in ("NNS", "NNPS"):  # a headline: "hundreds of troops desert"
        return measures().subjects.get(word.lower_, "")
    return ""


def object_measure(verb: Token) -> str:
    """The measure of what a verb is done to; a negated verb tells none."""
    if any(child.dep_ == "neg" for child in verb.children):
        return ""
    found = measures().objects.get(verb.lemma_.lower(), "")
    if verb.lemma_ == "set" and any(t.lower_ in ("fire", "ablaze", "alight") for t in verb.subtree if t.i > verb.i):
        return "burned"
    for child in verb.children:
        if found == "shot" and (child.lower_ == "dead" or (child.dep_ == "conj" and child.lemma_ in ("kill", "die"))):
            return "killed"
        if not found and child.dep_ in ("oprd", "acomp", "xcomp", "ccomp", "dobj", "advcl", "conj", "dep", "attr"):
            if child.pos_ != "VERB" and (state := _adjective(child)):
                return state
            if verb.lemma_ in _STATES and child.tag_ == "VBN" and child.lemma_.lower() in measures().objects:
                return measures().objects[child.lemma_.lower()]
    return found


def subject_measure(verb: Token) -> str:
    """The measure of what does something: who dies, deserts, is missing; and of "12 wounded", which has no "were"."""
    children = list(verb.children)
    if any(child.dep_ == "neg" for child in children):
        return ""
    borne = next((m for c in children if c.dep_ == "dobj" and (m := _outcome(c))), "")
    if borne and verb.lemma_ in ("suffer", "sustain", "receive"):
        return borne
    if found := measures().subjects.get(verb.lemma_.lower(), ""):
        return found
    if verb.lemma_ in ("change", "switch") and any(
        c.dep_ == "dobj" and c.lower_ in ("side", "sides") for c in children
    ):
        return "joined"
    if verb.tag_ == "VBG" and verb.lower_ in measures().adjectives:  # "are missing"
        return _adjective(verb)
    if verb.lemma_ in _STATES or verb.pos_ == "AUX":
        for child in children:
            if child.dep_ in ("acomp", "attr", "oprd", "xcomp", "prep", "advmod", "conj", "ccomp"):
                if found := _adjective(child):
                    return found
                if child.tag_ == "VBN" and (found := measures().objects.get(child.lemma_.lower(), "")):
                    return found
    bare = verb.tag_ in ("VBN", "VBD") and not any(child.dep_ in ("dobj", "ccomp") for child in children)
    if bare and verb.lemma_ not in ("attack", "fire", "strike", "raid"):
        return object_measure(verb)
    return ""


def _asked(verb: Token) -> str:
    """What those asked, ordered or forced are to do: "called on a million miners to march"."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VB":
            return measures().subjects.get(child.lemma_.lower(), "")
        if child.lower_ == "to" and child.dep_ == "prep":  # "to march", taken for the month
            return next((measures().subjects.get(c.lower_, "") for c in child.children), "")
    return ""


def _among(verb: Token) -> str:
    """What happened to those among whom somebody is: six children were among the dead."""
    for child in verb.children:
        if child.lower_ == "among":
            for whole in child.children:
                if whole.dep_ == "pobj" and (found := (_outcome(whole) or _participle(whole) or _adjective(whole))):
                    return found
    return ""


def _told_of(verb: Token, but: Token) -> str:
    """The outcome that a verb of amounts is about: the toll in "put the toll at 40", "the toll rose to 40"."""
    for child in verb.children:
        if child.i != but.i and child.dep_ in ("nsubj", "nsubjpass", "dobj", "csubj"):
            for word in (child, *_of(child), *(c for c in child.children if c.dep_ in ("compound", "amod"))):
                if found := (_outcome(word) or _adjective(word) or _participle(word)):
                    return found
    return ""


def _of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "among"):
            for thing in child.children:
                if thing.dep_ == "pobj":
                    yield thing
                    yield from _of(thing)


def _step(token: Token) -> tuple[str, Token | None]:
    """One step up the parse: the measure if it shows here, else the word to go on from, None to stop."""
    head = token.head
    if head.i == token.i:
        return "", None
    match token.dep_:
        case "nsubjpass":
            return object_measure(head), (head.head if head.dep_ == "relcl" and head.lemma_ in _WHOLE else None)
        case "nsubj":
            found = subject_measure(head) or _among(head)
            if not found and head.dep_ == "relcl":
                return "", head.head
            return found, None
        case "dobj":
            found = object_measure(head)
            if not found and (asked := _asked(head)):
                return asked, None
            if not found and head.lemma_ in _WHOLE | AMOUNT_VERBS:
                return _told_of(head, token) or _from_subject(head), None
            return found, None
        case "attr":
            return _told_of(head, token) or _among(head), (head.head if head.dep_ == "relcl" else None)
        case "pobj" | "pcomp":
            return _through(head, token)
        case "conj" | "appos" | "nummod" | "compound" | "nmod" | "amod" | "quantmod" | "dep" | "npadvmod" | "meta":
            if head.pos_ in ("VERB", "AUX"):
                return object_measure(head), None
            return "", head
        case "oprd" | "acomp" | "ccomp":
            return _told_of(head, token), None
        case "advmod" | "prep" | "agent":
            return "", head if head.pos_ in ("NOUN", "NUM", "ADJ") else None
    return "", None


def _through(prep: Token, token: Token) -> tuple[str, Token | None]:
    above = prep.head
    while above.pos_ in ("ADP", "ADV") and above.head.i != above.i:
        above = above.head
    if prep.dep_ == "agent":
        return "", None
    if above.pos_ in ("VERB", "AUX"):
        if prep.lower_ in _AMOUNTS:
            return _told_of(above, token), None
        if prep.lower_ in ("including", "among", "with", "of"):
            return "", next(
                (c for c in above.children if c.dep_ in ("nsubjpass", "dobj", "nsubj") and c.i < prep.i), None
            )
        return "", None
    if prep.lower_ in _AMOUNTS | {"of", "including", "among", "in"}:
        return _outcome(above), above if prep.lower_ in ("of", "including", "among") else None
    if (prep.dep_ == "prep" and above.dep_ == "prep") or above.pos_ in ("ADV", "ADP", "SCONJ"):
        return "", above
    return "", None


def _from_subject(verb: Token) -> str:
    """Those dismissed included 16 deputies: what happened to the whole happened to the part."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return _outcome(child) or _participle(child) or _by_clause(child)
    return ""


def _by_clause(noun: Token) -> str:
    """What a relative clause says of the noun: soldiers who deserted, people that were killed."""
    for child in noun.children:
        if child.dep_ == "relcl":
            roles = {c.dep_ for c in child.children}
            if "nsubjpass" in roles:
                return object_measure(child)
            who = next((c for c in child.children if c.dep_ == "nsubj"), None)
            if who is not None and who.tag_ in ("WP", "WDT"):
                return subject_measure(child)
            return object_measure(child)
    return ""

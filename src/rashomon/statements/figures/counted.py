"""What a figure counts: the noun, its words in the source, and its unit."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.statements.figures.lexicon import is_person, measures
from rashomon.statements.figures.money import CURRENCIES
from rashomon.statements.figures.words import Amount

_LEFT = frozenset(
    ("nummod", "quantmod", "amod", "det", "compound", "nmod", "predet", "meta", "npadvmod", "advmod", "dep")
)
_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "VERB", "ADV", "PUNCT", "PART", "NUM", "CCONJ", "SYM"))
_BRACKETS = frozenset("()[]{}/:;")
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest away long wide deep".split())
_GROUPS = frozenset(("family", "household"))
CROWDS = frozenset("force crowd group gang mob team crew garrison army patrol column party audience following".split())
"""Nouns whose "of 40" tells their people: a crowd of 40."""
AMOUNT_VERBS = frozenset("reach hit exceed top pass total number surpass".split())
"""Verbs whose object is how many there are: the toll reached 40."""
_TALLIES = frozenset("level strength number total count figure size".split())
_PEOPLES = ("ans", "is", "ese", "ites", "iots", "ards", "ists")
"""How names of peoples and faiths end in the plural (Iraqis, Syrians, Cypriots); the rest are in the list."""
_STANDING = frozenset(("nsubj", "nsubjpass"))


@dataclass(frozen=True, slots=True)
class Counted:
    """`root` is the word of the amount that the rest of the sentence sees; `noun` what it counts, None where that is
    left out ("12 were killed"); `words` the source's words for it, which stand up to token `last`."""

    root: Token
    noun: Token | None
    words: str
    last: int
    person: bool


def count_of(doc: Doc, amount: Amount) -> Counted | None:
    """What `amount` counts in `doc`; None where no word of the text answers to it."""
    span = doc.char_span(amount.number_start, amount.number_end, alignment_mode="expand")
    whole = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or whole is None:
        return None
    root = whole.root if amount.kind in ("money", "percent", "measure") else span.root
    noun = _noun(doc, root, whole.end, amount)
    if noun is None:
        return Counted(root, None, "", whole.end - 1, False)
    if noun.i < span.start:
        crowd = noun.lemma_.lower() in CROWDS
        return Counted(root, noun, phrase(noun), whole.end - 1, crowd or names_persons(noun))
    words, last = _words(doc, noun, whole.end)
    return Counted(root, noun, words, last, names_persons(noun))


def names_persons(noun: Token) -> bool:
    """Whether a plural noun counts persons: by the list, or as the name of a people ("Iraqis")."""
    lemma = noun.lemma_.lower()
    if noun.text.lower() in ("dead", "wounded", "injured", "missing", "others", "displaced", "homeless"):
        return True
    if is_person(lemma) or is_person(lemma.removesuffix("s")):
        return True
    return noun.tag_ in ("NNPS", "NNS") and noun.text[0].isupper() and lemma.endswith(_PEOPLES)


def unit_of(amount: Amount, counted: Counted) -> str:
    """Percent, a currency, a length; "people" for persons; else the noun as worded."""
    if amount.unit:
        return amount.unit
    if counted.noun is None:
        return ""
    if code := CURRENCIES.get(counted.noun.lemma_.lower()):
        return code
    if counted.noun.lemma_.lower() in _GROUPS:
        return "families"
    return "people" if counted.person else counted.noun.text.lower()


def _noun(doc: Doc, root: Token, after: int, amount: Amount) -> Token | None:
    of = next((c for c in root.children if c.lower_ == "of" and c.i >= after - 1), None)
    if of is None and after < len(doc) and doc[after].lower_ == "of" and amount.kind in ("count", "percent"):
        of = doc[after]
    if of is not None:
        things = [c for c in of.children if c.dep_ == "pobj"]
        if them := next((c for c in things if c.lower_ == "them"), None):
            return _beside(doc, them.i + 1) or _told_before(doc, root)
        if not any(c.pos_ == "PRON" for c in things):
            return next((c for c in things if c.pos_ in ("NOUN", "PROPN", "ADJ")), None)
    head = root.head
    if head.i >= after and root.dep_ in _LEFT and head.pos_ in ("NOUN", "PROPN", "ADJ"):
        between = doc[after : head.i]
        if all(t.pos_ in _MODIFIERS and t.text not in _BRACKETS for t in between) and head.lower_ not in _DIRECTIONS:
            return head
    if amount.kind in ("money", "measure"):
        return None
    if of is None and (beside := _beside(doc, after)):
        return beside
    if root.dep_ in _STANDING and root.head.lemma_ == "be":
        return next((c for c in root.head.children if c.dep_ == "attr" and c.tag_ == "NNS"), None)
    return None


def _told_before(doc: Doc, root: Token) -> Token | None:
    """Whom "40 of them" counts: the group named right before it, within eight words."""
    for token in reversed(doc[max(root.sent.start, root.i - 8) : root.i]):
        group = token.lemma_.lower() in CROWDS or token.tag_ in ("NNS", "NNPS")
        if token.pos_ in ("NOUN", "PROPN") and group:
            return token
    return None


def told_by(root: Token) -> Token | None:
    """The noun that a bare number is said of: dead in "put the number of dead at 40", crowd in "a crowd of 40"."""
    above = root.head
    if root.dep_ == "pobj" and above.lower_ == "of":
        return above.head if above.head.pos_ == "NOUN" else None
    if root.dep_ == "pobj" and above.lower_ in ("at", "to"):
        while above.pos_ in ("ADP", "ADV") and above.head.i != above.i:
            above = above.head
    elif root.dep_ != "attr" and not (root.dep_ == "dobj" and above.lemma_ in AMOUNT_VERBS):
        return None
    for governor in (above, *above.ancestors):
        for child in governor.children:
            if child.i < root.i and child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.pos_ == "NOUN":
                inner = [t for of in child.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"]
                noun = inner[0] if inner and child.lemma_.lower() not in measures().nouns else child
                if noun.lemma_.lower() in {**measures().nouns, **measures().adjectives} or is_tally(noun):
                    return noun
    return None


def is_tally(noun: Token) -> bool:
    """Whether it is a noun of amount with the persons that it counts in front: troop levels, police numbers."""
    beside = [c for c in noun.children if c.dep_ == "compound"]
    return noun.lemma_.lower() in _TALLIES and any(is_person(c.lemma_.lower()) for c in beside)


def phrase(noun: Token) -> str:
    """A noun with the nouns and adjectives before it, without article or number."""
    first = noun.i
    while first > noun.left_edge.i and noun.doc[first - 1].dep_ in ("compound", "amod", "nmod"):
        first -= 1
    return noun.doc[first : noun.i + 1].text


def _beside(doc: Doc, after: int) -> Token | None:
    """The noun of the phrase right behind the number, where the parser did not see that they belong together."""
    index, noun = after, None
    while index < len(doc) and index < after + 6 and doc[index].pos_ in ("ADJ", "NOUN", "PROPN"):
        if doc[index].pos_ != "ADJ" or doc[index].lemma_.lower() in measures().adjectives:
            noun = doc[index]
        index += 1
    return noun


def _words(doc: Doc, noun: Token, after: int) -> tuple[str, int]:
    """The noun with what stands before it, with nouns joined to it that have no number of their own, and with "of"."""
    first = noun.left_edge.i
    while first < noun.i and (
        first < after or doc[first].dep_ in ("det", "predet", "poss", "case") or doc[first].lower_ in ("of", "them")
    ):
        first += 1
    last = noun.i
    reach = noun
    while joined := _joined(reach):
        last, reach = joined.i, joined
    of = next((c for c in reach.children if c.lower_ == "of" and c.i == last + 1), None)
    if of is not None:
        objects = [c for c in of.children if c.dep_ == "pobj"]
        if objects and not any(c.dep_ == "nummod" for c in objects[0].children):
            last = objects[0].i
    return doc[first : last + 1].text, last


def _joined(noun: Token) -> Token | None:
    """The noun joined by and/or, where both are counted by the one number."""
    for child in noun.children:
        if child.dep_ != "conj" or child.pos_ not in ("NOUN", "PROPN"):
            continue
        if not all(t.dep_ in ("cc", "punct") for t in noun.doc[noun.i + 1 : child.left_edge.i]):
            continue
        owned = any(c.dep_ in ("nummod", "det", "poss", "quantmod") for c in child.children)
        plural = child.tag_ in ("NNS", "NNPS") or names_persons(child)
        if not owned and plural and names_persons(noun) == names_persons(child) and child.ent_type_ != "PERSON":
            return child
    return None

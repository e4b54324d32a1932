"""Noun phrases: the words that name a thing, without what is only said about it."""

from spacy.tokens import Token

from rashomon.statements.entities import entities_between
from rashomon.statements.fillers import NOMINAL, is_listed

OUTSIDE = frozenset(("relcl", "acl", "appos", "punct", "cc", "conj", "prep", "advcl", "parataxis", "case", "ccomp"))
BEFORE_NAME = frozenset(("det", "nummod", "quantmod", "predet", "advmod", "preconj"))
OF_HEADS = frozenset(
    "group member unit commander leader chief head minister part supporter follower element governor company"
    " section branch wing force government army spokesman ambassador secretary cell convoy group team string"
    " battalion brigade regiment division company platoon squad".split()
)
"""Heads that say little without their of-phrase (members of the Badr clan)."""

PARTITIVE = frozenset(
    "dozen score hundred thousand million billion some most many several number total majority half third quarter"
    " percent lot handful all rest couple few pair string series spate wave raft tens much two three four five six"
    " seven eight nine ten".split()
)
"""Words of number: what stands behind their "of" is what takes part."""

NEAR = 8
"""Words back from a number to the group that it is a part of."""

DIRECTIONS = frozenset("east west north south inland afield".split())

BODIES = frozenset("force group militia rebel guerrilla militant fighter brigade unit troop".split())
"""Words in the plural that one body's name may explain (its fighters, the Badr Brigades)."""
DASHES = frozenset(("-", "--", "–", "—"))


def phrase(head: Token) -> tuple[int, int]:
    """Tokens of the phrase of `head` (end exclusive): from its first premodifier to itself, with an of-phrase where the
    head needs one."""
    left = head.i
    for child in head.children:
        if child.i < head.i and child.dep_ not in OUTSIDE and _touches(child, head):
            left = min(left, child.left_edge.i)
    if head.dep_ in ("compound", "nmod") and left == head.i:
        left = _name_start(head)
    left = max([left, *(t.i + 1 for t in head.doc[left : head.i] if _is_spaced_dash(t))])
    right = head.i
    for child in head.children:
        if child.i > head.i and child.dep_ in ("compound", "flat", "nummod") and child.i == right + 1:
            right = child.i
        if child.dep_ == "prep" and child.lower_ == "of" and head.lemma_.lower() in OF_HEADS:
            inner = (t for t in child.children if t.dep_ == "pobj" and t.ent_type_ != "PERSON")
            right = max((phrase(t)[1] - 1 for t in inner), default=right)
    opened = next((i for i in range(left + 1, right + 1) if head.doc[i].text in ("(", "[")), None)
    return left, right + 1 if opened is None else opened


def _is_spaced_dash(token: Token) -> bool:
    """A dash between spaces parts two phrases, as that of a dateline does (KARSA - Seventeen villagers)."""
    return token.text in DASHES and token.i > 0 and bool(token.whitespace_ and token.nbor(-1).whitespace_)


def _name_start(head: Token) -> int:
    """Where a name begins whose words the parser hung side by side on the noun behind them (the Ruritanian government
    air strikes; US-led coalition strikes)."""
    at = head.i
    while at > head.sent.start:
        word = head.doc[at - 1]
        is_named = word.pos_ == "PROPN" or word.ent_type_ in ("NORP", "GPE", "ORG")
        is_hyphened = word.text == "-" or (at >= 2 and head.doc[at - 2].text == "-")
        if not (is_named or is_hyphened) or (word.pos_ in ("DET", "ADP", "VERB") and not is_hyphened):
            break
        at -= 1
    return at


def _touches(child: Token, head: Token) -> bool:
    between = head.doc[child.right_edge.i + 1 : head.i]
    return not any(t.is_space and "\n" in t.text for t in between)


def counted(head: Token) -> Token:
    """What a word of number counts; any other head is itself."""
    if head.lemma_.lower() in PARTITIVE or head.pos_ == "NUM" or head.lower_ in PARTITIVE:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                thing = next((t for t in child.children if t.dep_ == "pobj"), head)
                return _told_before(head) or thing if thing.lower_ in ("them", "whom") else thing
    return head


def _told_before(head: Token) -> Token | None:
    """Whom "many of them" are of: those told right before."""
    near = reversed(head.doc[max(head.sent.start, head.i - NEAR) : head.i])
    return next((t for t in near if t.tag_ in ("NNS", "NNPS")), None)


def bare(head: Token) -> tuple[int, int]:
    """The phrase without articles, numbers and their qualifiers in front: "up to 1,500 Iraqi soldiers" is the soldiers
    alone, and so are the recruits of "hundreds of recruits"."""
    head = counted(head)
    start, end = phrase(head)
    doc = head.doc
    cut = start
    for child in sorted((c for c in head.children if start <= c.i < head.i), key=lambda c: c.i):
        if child.dep_ in BEFORE_NAME or child.pos_ in ("DET", "NUM") or child.tag_ in ("PRP$", "WP$", "PDT"):
            cut = max(cut, child.right_edge.i + 1)
        else:
            break
    if doc[cut].lower_ in ("further", "farther") and doc[cut + 1].lower_ in DIRECTIONS and cut + 2 <= head.i:
        cut += 2
    while cut < head.i and (
        doc[cut].is_punct
        or doc[cut].is_space
        or doc[cut].like_num
        or doc[cut].ent_type_ in ("DATE", "TIME", "CARDINAL")
    ):
        cut += 1
    return cut, max(end, cut + 1)


def name_beside(head: Token) -> tuple[int, int] | None:
    """The proper name in apposition to a description (the brigade's commander, Colonel Adel Rashid)."""
    for child in head.children:
        if (
            child.dep_ == "appos"
            and child.ent_type_ in ("PERSON", "ORG")
            and child.pos_ in NOMINAL
            and not is_listed(child)
            and not (child.ent_type_ == "ORG" and head.tag_ == "NNS" and head.lemma_.lower() not in BODIES)
        ):
            return bare(child)
    if head.dep_ == "appos" and head.head.ent_type_ == "PERSON" and not head.ent_type_:
        return bare(head.head)
    after = head.i + 1
    if after + 1 < len(head.doc) and head.doc[after].text == "," and head.pos_ == "NOUN":
        return next(entities_between(head.doc, after + 1, after + 2, "PERSON"), None)
    return None

"""Hints: patterns of the language that tell one sort of tie, as "the A controls B", "B is a member of A", "A-led B".

A hint names the sort that it speaks for, or else its pattern, and whether the first of the two bears it ("+") or the
second ("-"); it is a sign among others to the model, which learns how much to believe it.
"""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.statements.mentions import Mention
from rashomon.statements.ties.slots import Slots, slots
from rashomon.statements.ties.words import classes
from rashomon.statements.words import lemma

MEANS = frozenset(("Weapon", "MilitaryPlatform", "Vehicle"))
SOMEBODY = frozenset(("Organisation", "Person"))
HYPHENS = ("-", "–")
JOINTS = frozenset(("(", '"', "", ",", "[", ", also called", ", also known as", "or"))
"""All that stands between two names of one thing."""
LINKS = frozenset("of poss for mod with against to between".split())
CLOSE = frozenset(("in", "at", "on", "near", "inside"))
BEHIND_HYPHEN = frozenset(
    "led run commanded held controlled occupied dominated backed supported funded armed allied based".split()
)

Hint = tuple[str, str]
"""What it speaks for, and who bears it: "+", "-", or "" where both do."""


def hints(a: Mention, b: Mention) -> Iterator[Hint]:
    """The hints of two mentions, in the order of the text; some may come twice."""
    found = slots(a.head.doc)
    around_b: defaultdict[int, set[str]] = defaultdict(set)
    for word, name in found.of.get(b.head.i, ()):
        around_b[word].add(name)
    for word, name in found.of.get(a.head.i, ()):
        for other in sorted(around_b.get(word, ())):
            token = a.head.doc[word]
            yield from _around(token, name, other, a, b, "+")
            yield from _around(token, other, name, b, a, "-")
    for x, y, sign in ((a, b, "+"), (b, a, "-")):
        yield from _upon(x, y, sign, found)
        yield from _through(x, y, sign, found)
        yield from _hyphened(x, y, sign)
    yield from _side_by_side(a, b, found)


def _is(word: str, name: str) -> bool:
    return word in classes("hint")[name]


def _around(token: Token, one: str, other: str, x: Mention, y: Mention, sign: str) -> Iterator[Hint]:
    """Both stand around one word: x in the slot `one`, y in `other`."""
    word, back = lemma(token), "-" if sign == "+" else "+"
    is_verb = token.pos_ in ("VERB", "AUX")
    both = {x.type, y.type} <= SOMEBODY
    if is_verb and (one, other) == ("subj", "obj"):
        told = (
            ("InChargeOf", sign, _is(word, "control") and y.type == "Location"),
            ("InChargeOf:c", sign, _is(word, "command") and y.type in SOMEBODY | MEANS),
            ("InChargeOf:u", sign, _is(word, "use") and y.type in MEANS),
            ("InChargeOf:h", sign, _is(word, "control") and y.type in MEANS),
            ("AlliesOf", "", _is(word, "ally")),
            ("Likes", sign, _is(word, "like")),
            ("Dislikes", sign, _is(word, "dislike")),
            ("BelongsTo:i", back, _is(word, "include")),
            ("BelongsTo:j", sign, _is(word, "join")),
            ("CommWith", "", _is(word, "tell") and both),
            ("FightingAgainst", "", _is(word, "fight")),
            ("CoLocated:g", "", _is(word, "go") and y.type == "Location"),
            ("has", sign, word == "have"),
        )
        yield from ((name, who) for name, who, holds in told if holds)
    if is_verb and one == "subj":
        if other == "dative" and (_is(word, "tell") or _is(word, "talk")):
            yield "CommWith", ""
        if other in ("with", "to") and _is(word, "talk") and both:
            yield "CommWith:p", ""
        if other == "with" and _is(word, "ally"):
            yield "AlliesOf:w", ""
        if other == "for" and (_is(word, "like") or word == "work"):
            yield "for", sign
    if other == "against":
        yield "FightingAgainst:a", ""
    if y.type == "Location" and _is(other, "place"):
        if one in ("subj", "obj"):
            yield f"CoLocated:{one}", ""
            yield f"CoLocated:{one}:{'near' if other in CLOSE else 'dir'}", ""
        if x.type == "Location" and _is(one, "place"):
            yield "CoLocated:two", ""
    if one == other == "between":
        yield f"between:{word}", ""


def _part(token: Token) -> str:
    """What a noun makes of whoever it is told of: a leader, a member, an ally, a fight, or nothing of these."""
    word = lemma(token)
    names = (("lead", "leader"), ("memb", "member"), ("ally", "allies"), ("fight", "fight"))
    return next((short for short, name in names if _is(word, name)), "")


def _upon(x: Mention, y: Mention, sign: str, found: Slots) -> Iterator[Hint]:
    """x stands around the head of y (the Front's commander; a village in Karsa)."""
    part = _part(y.head)
    for word, name in found.of.get(x.head.i, ()):
        if word != y.head.i:
            continue
        if name == "poss":
            yield f"poss:{'ally' if _is(lemma(y.head), 'allies') else part if part in ('lead', 'memb') else 'x'}", sign
        if name == "of":
            yield f"of:{part if part in ('lead', 'memb') else 'x'}", sign
        if name in ("from", "mod"):
            yield name, sign
        if name == "for" and part in ("lead", "memb"):
            yield "for:lead", sign
        if x.type == "Location" and _is(name, "place"):
            yield "CoLocated:n", ""


def _through(x: Mention, y: Mention, sign: str, found: Slots) -> Iterator[Hint]:
    """x stands around a noun that tells what y is, has or does (is a member of the Front; in support of the Front)."""
    doc = x.head.doc
    for word, name in found.of.get(x.head.i, ()):
        noun = doc[word]
        part = _part(noun)
        if noun.pos_ not in ("NOUN", "PROPN") or word == y.head.i or not part or name not in LINKS:
            continue
        around = found.of.get(y.head.i, ())
        if noun.dep_ == "appos" and noun.head.i == y.head.i:
            yield f"chain:{part}:{name}:appos", sign
        elif noun.dep_ == "attr" and (noun.head.i, "subj") in around:
            yield f"chain:{part}:{name}:attr", sign
        else:
            for above, place in around:
                if any(word in filling for filling in found.around.get(above, {}).values()):
                    yield f"chain:{part}:{name}:{place}", sign
                elif above == word:
                    yield f"chain:{part}:{name}~{place}", sign


def _hyphened(x: Mention, y: Mention, sign: str) -> Iterator[Hint]:
    """x stands before a hyphen and a participle (the Front-held port)."""
    doc, at = x.head.doc, x.head.i + 1
    if at + 1 < len(doc) and doc[at].text in HYPHENS and y.head.i > at and doc[at + 1].lower_ in BEHIND_HYPHEN:
        yield f"hyph:{doc[at + 1].lower_}", sign


def _side_by_side(a: Mention, b: Mention, found: Slots) -> Iterator[Hint]:
    """The two are joined, one explains the other, or one counts it."""
    if b.head in a.head.conjuncts:
        yield "conj", ""
        verbs = [lemma(a.head.doc[word]) for word, name in found.of.get(a.head.i, ()) if name == "subj"]
        if any(_is(verb, "fight") or _is(verb, "ally") for verb in verbs):
            yield "conj:fight", ""
        if any(_is(verb, "talk") for verb in verbs):
            yield "conj:talk", ""
    if (b.head.dep_ == "appos" and b.head.head == a.head) or (a.head.dep_ == "appos" and a.head.head == b.head):
        yield "appos", ""
    gap = a.head.doc.text[a.end : b.start].strip().lower() if a.end <= b.start else None
    if gap in JOINTS:
        yield f"gap:{gap}", ""
    if a.type == "Quantity" and (a.head.head == b.head or gap == ""):
        yield "HasAttrOf", "-"
    if a.type == "Nationality" and a.head.head == b.head:
        yield "HasAttrOf:n", "-"

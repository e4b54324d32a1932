"""Who is what to whom, from the words beside a person's name: a title in front (Karsan army spokesman Sami Orel), or an
apposition on either side (Sami Orel, commander of the Second Brigade, ...).

The words around the post tell whose it is: the name that stands before it, else the one behind its "of", "at" or "for".
"to" and "in" say where the post is held (ambassador to Karsa), which makes nobody its owner.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span, Token

from rashomon.statements.entities import entity_bounds
from rashomon.statements.phrases import bare
from rashomon.statements.relations.parts import NOUNS, names_somebody, persons, subjects
from rashomon.statements.relations.told import Held, Told
from rashomon.statements.relations.words import ABOUT_POST, BODIES, FORMER, NAMED, UNREAL, Use, uses
from rashomon.statements.sayers.words import role_words
from rashomon.statements.words import lemma

OWNED = frozenset(("of", "at", "for", "with", "from"))
WHERE = frozenset(("to", "in"))
LONGEST = 14
"""Words of a description beside a name; what is longer is a clause of its own."""
OF_OFFICES = frozenset("ministry department bureau council chiefs board house chamber bank union league court".split())
"""Words whose "of" is part of the name of an office."""
MEMBER = "member"
"""A post that says no more than the relation."""
GIVING = frozenset("appoint name elect install designate reappoint promote".split())
"""Verbs whose object is given a post."""
HOLDING = frozenset("serve act continue succeed replace".split())
LEAVING = frozenset("resign quit retire step".split())
NEAR = 3
"""Words between such a verb and the person or the "as" that belong to it (took over as, stepped down as)."""
INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "PART", "NUM"))
MARKS = frozenset(("-", "–", "'s", "’s", "'", "’", '"', "“", "”"))


def posts(doc: Doc) -> Iterator[Told]:
    """Every post told beside a name, and every one that a person is said to have."""
    spans = list(persons(doc))
    for person in spans:
        yield from _told(person, _before(person))
        yield from _told(person, _behind(person, spans))
        yield from _affiliation(person)
        yield from _among(person)
    for token in doc:
        if token.dep_ == "attr" and token.head.lemma_ == "be" and lemma(token) in uses("post"):
            yield from _said_to_be(token)
        elif token.pos_ == "VERB" and lemma(token) in GIVING | HOLDING | LEAVING:
            yield from _taken_up(token)


def _said_to_be(post: Token) -> Iterator[Told]:
    """The post that a clause gives to its subject (Orel is the governor of Karsa)."""
    if any(c.dep_ == "neg" for c in post.head.children):
        return
    words = post.doc[post.left_edge.i : post.right_edge.i + 1]
    for subject in subjects(post.head):
        bounds = entity_bounds(subject)
        if subject.ent_type_ == "PERSON" and bounds is not None:
            yield from _told(post.doc[slice(*bounds)], words)


def _taken_up(verb: Token) -> Iterator[Told]:
    """The post that somebody is given, holds or leaves (appointed Orel governor of Karsa; serves as, resigned as)."""
    word = lemma(verb)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in UNREAL) for c in verb.children):
        return
    spans = [p for p in persons(verb.doc) if p.sent.start == verb.sent.start]
    held = subjects(verb) if passive or word not in GIVING else ()
    if held:
        own = [p for p in spans if any(p.start <= t.i < p.end for t in held)]
        start = verb.i + 1
    else:
        own = [p for p in spans if word in GIVING and 0 <= p.start - verb.i - 1 <= NEAR][:1]
        start = own[0].end if own else 0
    words = verb.doc[start : min(start + LONGEST, verb.sent.end)] if own else None
    if words is None:
        return
    if word not in GIVING or (len(words) and words[0].lower_ in ("as", "to")):
        behind = next((t.i + 1 for t in words[:NEAR] if t.lower_ in ("as", "be")), None)
        if behind is None:
            return
        words = verb.doc[behind : words.end]
    words = verb.doc[words.start : next((t.i for t in words if _ends(t)), words.end)]
    first = next((t for t in words if t.pos_ in NOUNS and lemma(t) in uses("post")), None)
    for told in (each for person in own for each in _told(person, words) if each.trigger == first):
        yield replace(told, held="before") if word in LEAVING else told


def _ends(token: Token) -> bool:
    return token.text in ",;(." or (token.pos_ in ("VERB", "AUX", "PRON") and token.dep_ not in ("amod", "compound"))


def _before(person: Span) -> Span:
    """The words of a description in front of a name: at most one comma, right before the name, parts the two."""
    doc, start = person.doc, person.start
    first = start
    at = start - 1
    while at > 0 and doc[at].lower_.strip(".") in role_words().titles and doc[at].text[:1].isupper():
        at -= 1
    if at > 0 and doc[at].text == "," and doc[at - 1].pos_ in NOUNS:
        at -= 1
    else:
        at = start - 1
    while at >= person.sent.start and start - at <= LONGEST:
        token = doc[at]
        inner = token.lower_ in OWNED | WHERE | {"the", "in"} or (token.pos_ == "DET" and token.lower_ == "the")
        if not (token.pos_ in INSIDE or token.text in MARKS or inner):
            break
        if token.pos_ == "DET" and not (at > 0 and doc[at - 1].lower_ in OWNED | WHERE):
            break
        first = at
        at -= 1
    return doc[first:start]


def _behind(person: Span, spans: list[Span]) -> Span:
    """The words of a description behind a name, between commas; of two joined names each has its own (a and b, the head
    and the deputy)."""
    doc = person.doc
    at = person.end
    if at + 1 >= len(doc) or doc[at].text not in (",", "(") or doc[at + 1].i >= person.sent.end:
        return doc[at:at]
    last = at + 1
    while last < person.sent.end and last - at <= LONGEST:
        token = doc[last]
        if (token.pos_ in ("VERB", "AUX", "PRON") and token.dep_ not in ("amod", "compound")) or (
            token.is_punct and token.text in ",;)(."
        ):
            break
        last += 1
    shared = any(one.end <= person.start and _joins(doc[one.end : person.start]) for one, _ in pairwise(spans))
    return doc[at + 1 : at + 1] if shared and any(t.lower_ == "and" for t in doc[at + 1 : last]) else doc[at + 1 : last]


def _joins(between: Span) -> bool:
    return 0 < len(between) <= 4 and between[0].lower_ == "and"


def _told(person: Span, words: Span) -> Iterator[Told]:
    """The posts that a description gives."""
    known = uses("post")
    for post in words:
        use = known.get(lemma(post))
        if use is None or post.tag_ in ("NNS", "NNPS") or post.pos_ not in NOUNS:
            continue
        behind = post.i + 1 < words.end and post.doc[post.i + 1].lower_ in OWNED | WHERE
        if not behind and any(
            lemma(t) in known and t.tag_ not in ("NNS", "NNPS") for t in words if t.i > post.i and t.i == post.i + 1
        ):
            continue  # "chief of staff" keeps its head; of "minister spokesman" the last word is the post.
        yield from _of_post(person, words, post, use)


def _of_post(person: Span, words: Span, post: Token, use: Use) -> Iterator[Told]:
    doc = post.doc
    front = doc[_start(words, post) : post.i]
    held: Held = "before" if any(t.lower_ in FORMER for t in front) else "now"
    owner = _owner_before(front) or _owner_behind(post, words) or _owner_told(front)
    if owner is None or (owner[0] < person.end and person.start < owner[1]):
        return
    own = set(range(*owner))
    what = " ".join(t.text for t in front if t.i not in own and t.lower_ in ABOUT_POST - FORMER | {"joint"})
    full = " ".join(filter(None, (what, post.text, _where(post, words))))
    yield Told(use.relation, (person.start, person.end), owner, post, None if full == MEMBER else full, held=held)


def _start(words: Span, post: Token) -> int:
    """Where the words about this post begin: behind a comma, an "and" or another post's link."""
    at = post.i
    doc = words.doc
    while at > words.start:
        before = doc[at - 1]
        parts = before.lower_ == "of" and at >= 2 and doc[at - 2].lower_ not in OF_OFFICES
        if parts or before.text in (",", ";") or before.lower_ in ("and", "the", "a", "an"):
            break
        at -= 1
    return at


def _owner_before(front: Span) -> tuple[int, int] | None:
    """The name before the post, with the noun for a body behind it (Karsan army)."""
    doc = front.doc
    end = front.end
    while end > front.start and (doc[end - 1].lower_ in ABOUT_POST or doc[end - 1].text in MARKS):
        if doc[end - 1].lower_ in BODIES and end - 2 >= front.start:
            break
        end -= 1
    while end > front.start and not (_is_name(doc[end - 1]) or doc[end - 1].lower_ in BODIES):
        end -= 1
    whole = end > front.start and doc[end - 1].lower_ in BODIES
    titles = role_words().titles
    names = [t.i for t in front if t.i < end and _is_name(t)]
    start = next((i for i in names if whole or doc[i].lower_ not in ABOUT_POST | titles), None)
    return (start, end) if start is not None and start < end else None


def _owner_told(front: Span) -> tuple[int, int] | None:
    """The body named earlier in the sentence that a bare word before the post stands for (Karsa's Interior Ministry has
    dismissed them, ministry spokesman Sami Orel said)."""
    body = next((t for t in reversed(front) if t.lower_ in BODIES and t.text.islower()), None)
    if body is None:
        return None
    for token in reversed(front.doc[front.sent.start : front.start]):
        if token.lower_ == body.lower_ and token.text[:1].isupper() and token.ent_type_ in NAMED:
            return entity_bounds(token)
    return None


def _owner_behind(post: Token, words: Span) -> tuple[int, int] | None:
    """The name behind "of", "at" or "for"; a unit takes what it is of along."""
    doc = post.doc
    at = post.i + 1
    while at < words.end:
        if doc[at].lower_ in OWNED:
            head = next((c for c in doc[at].children if c.dep_ == "pobj"), None)
            if head is not None and head.i < words.end:
                bounds = entity_bounds(head) if head.ent_type_ in NAMED else None
                if bounds is not None:
                    return min(bounds[0], bare(head)[0]), bounds[1]
                if names_somebody(head):
                    return bare(head)
        if doc[at].text in (",", ";", "(") or doc[at].pos_ in ("VERB", "AUX"):
            break
        at += 1
    return None


def _where(post: Token, words: Span) -> str:
    """Where it is held (to Karsa)."""
    at = post.i + 1
    if at < words.end - 1 and words.doc[at].lower_ in WHERE:
        kept = [t.text for t in takewhile(_is_name, words.doc[at + 1 : words.end])]
        return " ".join((words.doc[at].text, *kept)) if kept else ""
    return ""


def _affiliation(person: Span) -> Iterator[Told]:
    """Somebody "of" a body belongs to it (Sami Orel of the Tavria Institute)."""
    doc, at = person.doc, person.end
    if at < len(doc) and doc[at].lower_ in ("of", "from", "with"):
        head = next((c for c in doc[at].children if c.dep_ == "pobj"), None)
        if head is None:
            return
        body = head.ent_type_ == "ORG" or (head.lower_ in BODIES and names_somebody(head))
        if body and not any(t.lower_ in ("and", ",") for t in doc[at : min(head.i, at + 1)]):
            bounds = entity_bounds(head) if head.ent_type_ == "ORG" else None
            start, end = bare(head)
            part = (min(start, bounds[0]), max(end, bounds[1])) if bounds else (start, end)
            yield Told("member-of", (person.start, person.end), part, doc[at], None)


def _among(person: Span) -> Iterator[Told]:
    """Somebody named together with others of a body (Sami Orel and other Karsan officials) is one of them."""
    for other in person.root.conjuncts:
        words = {c.lower_ for c in other.children}
        if other.i > person.end and "other" in words and lemma(other) in uses("post"):
            owner = _owner_before(other.doc[other.left_edge.i : other.i])
            if owner is not None:
                yield Told("member-of", (person.start, person.end), owner, other, lemma(other))


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.ent_type_ in NAMED and token.text[:1].isupper()) or token.text[:2] == "al"

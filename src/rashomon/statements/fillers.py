"""Which words fill a place of the parse: those joined to the one that stands there, what a relative pronoun means, and
of several that the parser put into one place those that belong there.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from rashomon.statements.lexicon import load_lexicon

RELATIVE = frozenset(("who", "which", "that", "whom"))
WHEN = frozenset(("DATE", "TIME"))
"""Entity labels of what the parser at times takes for an object (they deserted last week)."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))

NEAR = 6
"""Words back from a thing to the people whom "who" behind it means (people from the same village who fled)."""

SUBJECT = ("nsubj", "nsubjpass")
OBJECT = ("dobj",)


def coordinated(head: Token) -> tuple[Token, ...]:
    """The head and those joined to it by "and", "or" or commas, in the order of the text."""
    out = [head]
    for child in head.children:
        if (child.dep_ == "conj" and child.pos_ in NOMINAL) or is_listed(child):
            out.extend(coordinated(child))
    return tuple(out)


def is_listed(token: Token) -> bool:
    """Is this name, which the parser took for an apposition, one of a list (the north, the south, the coast and the
    islands)?"""
    if token.dep_ != "appos" or token.pos_ != "PROPN" or token.head.pos_ != "PROPN":
        return False
    return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in token.children)


def names_people(token: Token) -> bool:
    """Does this word name people, a body of them, or an aircraft, which acts as they do?"""
    classes = load_lexicon().classes
    word = token.lemma_.lower()
    return token.ent_type_ in ("PERSON", "NORP", "ORG") or any(
        word in classes[k] for k in ("people", "force", "aircraft")
    )


def _person_meant(head: Token, pronoun: Token) -> Token | None:
    """The person that "who" refers to where the parser hung the clause on a thing: one named right before it (the case
    of Adel Rashid who fled), else the nearest above it (the general in charge of the south, who fled)."""
    if names_people(head):
        return None
    before = pronoun.doc[pronoun.i - 1]
    if before.ent_type_ == "PERSON" and head in before.ancestors:
        return before
    above = next((t for t in head.ancestors if t.ent_type_ == "PERSON" or names_people(t)), None)
    near = reversed(head.doc[max(head.sent.start, head.i - NEAR) : head.i])
    return above or next((t for t in near if t.pos_ == "NOUN" and names_people(t)), None)


def _meant(token: Token) -> tuple[Token, ...]:
    """What a relative pronoun refers to; any other word refers to itself."""
    if token.lower_ in RELATIVE and token.pos_ == "PRON":
        clause = token.head
        while clause.dep_ in ("conj", "xcomp", "ccomp", "prep", "pobj") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ == "relcl":
            person = _person_meant(clause.head, token) if token.lower_ in ("who", "whom") else None
            if person is not None:
                return (person,)
            return coordinated(clause.head) if clause.head.dep_ != "conj" else (clause.head,)
    return coordinated(token)


def labelled(children: Iterable[Token], labels: tuple[str, ...]) -> tuple[Token, ...]:
    """The heads that stand under these labels, each for whatever it means."""
    fitting = [child for child in children if child.dep_ in labels and not _is_time(child)]
    if len(fitting) > 1 and labels == OBJECT:
        fitting = _first_object(fitting)
    elif len(fitting) > 1 and labels == SUBJECT:
        fitting = _last_subject(fitting)
    return tuple(t for child in fitting for t in _meant(child))


def _is_time(token: Token) -> bool:
    """Is this a time, or a phrase that the parser put together with one (on Friday state television said)?"""
    first = token.doc[token.left_edge.i]
    return token.ent_type_ in WHEN or (token.dep_ == "pobj" and first.ent_type_ in WHEN and first.pos_ == "PROPN")


def _first_object(objects: list[Token]) -> list[Token]:
    """A second object of one verb is what goes on behind it (killed a man a source said), unless it ends a list."""
    first = objects[1 if objects[0].lower_ == "what" else 0]
    return [first, *(t for t in objects if t.i > first.i and any(c.dep_ == "conj" for c in t.children))]


def _last_subject(subjects: list[Token]) -> list[Token]:
    """Of several subjects the one next to the verb: those in front of it are datelines, captions or whoever is spoken
    to, unless they are a list of names."""
    last = subjects[-1]
    is_list = any(c.dep_ == "conj" for c in last.children) and all(t.pos_ == "PROPN" for t in subjects)
    return subjects if is_list and all(t.doc[t.i + 1].text != ":" for t in subjects) else [last]


def once(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Each word one time, where it stood first."""
    return tuple({token.i: token for token in tokens}.values())

"""The persons of one report: every full name with the offices and ranks that stand beside it."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from rashomon.statements.sayers.words import role_words

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "de", "da", "di", "abu", "ben", "la", "le", "-"})


@dataclass(slots=True)
class Person:
    """A person by the longest name told; `roles` are lemmas of the nouns that stand beside any of the mentions."""

    name: str
    roles: set[str] = field(default_factory=set)


class People:
    """Looks up who is meant by a surname or an office."""

    def __init__(self, doc: Doc) -> None:
        self._by_name: dict[str, Person] = {}
        self._by_last: dict[str, set[str]] = {}
        spans = [span for span in doc.ents if span.label_ == "PERSON"]
        for span in spans:
            name = plain_name(span)
            if len(name.split()) > 1:
                self._by_name.setdefault(name, Person(name))
                self._by_last.setdefault(_last(name), set()).add(name)
        for span in spans:
            person = self._person(plain_name(span))
            if person is not None:
                person.roles |= roles_beside(span)

    def _person(self, name: str) -> Person | None:
        return self._by_name.setdefault(self.full(name), Person(self.full(name))) if name else None

    def full(self, name: str) -> str:
        """The full name that `name` stands for; itself unless exactly one longer name ends in the same word."""
        if name in self._by_name and len(name.split()) > 1:
            return name
        fits = {full for full in self._by_last.get(_last(name), ()) if _within(name, full)}
        if len(fits) > 1:
            longest = max(fits, key=lambda full: (len(full), full))
            if all(_within(full, longest) for full in fits):
                return longest
        return fits.pop() if len(fits) == 1 else name

    def roles(self, name: str) -> set[str]:
        """Lemmas of the offices, ranks and trades told of the person with this full name."""
        person = self._by_name.get(name)
        return person.roles if person else set()

    def holder(self, role: str) -> str | None:
        """The one person of the report who has this office, None if there is none or more than one."""
        found = {person.name for person in self._by_name.values() if role in person.roles}
        return found.pop() if len(found) == 1 else None


def plain_name(span: Span) -> str:
    """The name without title, possessive mark and line breaks."""
    titles, trades = role_words().titles, role_words().official | role_words().witness | role_words().spokesman
    words = [token for token in span if not token.is_space and token.text != "*"]
    while words and (words[-1].lower_ in ("'s", "’s", "'", "’") or words[-1].is_punct):
        words.pop()
    while len(words) > 1 and (words[0].lower_.strip(".") in titles or words[0].lower_ == "the"):
        words.pop(0)
    while len(words) > 2 and words[0].lower_ in trades:
        words.pop(0)
    return "".join(token.text_with_ws for token in words).strip() if words else span.text.strip()


def roles_beside(span: Span) -> set[str]:
    """Lemmas of the nouns that stand in front of a name, and of those set beside it with commas."""
    head = span.root
    found = {_lemma(token) for token in span}
    start = span.start
    while start > 0 and span.doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ") and span.start - start < 6:
        start -= 1
        found.add(_lemma(span.doc[start]))
    for child in head.children:
        if child.dep_ in ("appos", "compound", "nmod"):
            found |= _nouns_of(child)
    if head.dep_ == "appos":
        found |= _nouns_of(head.head)
        found |= {_lemma(child) for child in head.head.children if child.dep_ in ("compound", "nmod", "amod")}
    if head.dep_ in ("nsubj",) and head.head.lemma_ == "be":
        found |= {_lemma(child) for child in head.head.children if child.dep_ == "attr"}
    return {word for word in found if word.isalpha() or "-" in word}


def names_place(token: Token) -> bool:
    """Does the report use the word as the name of a place elsewhere (he, told of Aleppo, is somebody else)?"""
    if token.pos_ != "PROPN":
        return False
    same = [other for other in token.doc if other.orth == token.orth]
    places = sum(o.ent_type_ in ("GPE", "LOC") or (o.i > 0 and o.nbor(-1).lower_ in _WHERE) for o in same)
    return places > sum(other.ent_type_ == "PERSON" for other in same) / 2


_WHERE = frozenset(("in", "near", "outside", "east", "west", "north", "south", "eastern", "western", "northern"))
"""Words in front of the names of places."""


def _nouns_of(token: Token) -> set[str]:
    return {_lemma(token)} | {_lemma(child) for child in token.children if child.dep_ in ("conj", "compound")}


def _lemma(token: Token) -> str:
    return token.lemma_.lower().strip(".")


def _last(name: str) -> str:
    words = name.lower().replace("-", " ").split()
    return words[-1] if words else ""


def _within(short: str, long: str) -> bool:
    """Whether every word of the shorter name is one of the longer."""
    words = [word for word in short.lower().replace("-", " ").split() if word not in _PARTICLES]
    return set(words) <= set(long.lower().replace("-", " ").replace(".", "").split()) | {""} or not words

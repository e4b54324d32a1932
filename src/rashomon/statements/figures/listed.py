"""People and things told one by one: a single one harmed, and lists such as "a cook, a nurse and an old man"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from rashomon.record import Figure
from rashomon.statements.figures.lexicon import is_person, measures
from rashomon.statements.figures.measures import HARM, object_measure, subject_measure

LISTED = HARM | frozenset("dismissed released rescued evacuated convicted charged surrendered".split())
"""Measures under which persons named one after the other make a count."""
_OF_THINGS = frozenset(("destroyed", "damaged", "downed"))
_COLLECTIVE = frozenset("police population personnel crew staff youth people family couple".split())


def find_listed(doc: Doc, text: str, counted: Mapping[int, Figure]) -> Iterator[tuple[Figure, frozenset[int]]]:
    """Figures that no number words tell, each with the token indices of the numbered ones that it takes in.

    `counted` holds the figures found by their numbers, by the index of the noun that they count.
    """
    for token in doc:
        if token.dep_ not in ("dobj", "nsubjpass", "nsubj") or token.pos_ not in ("NOUN", "PROPN"):
            continue
        measure = object_measure(token.head) if token.dep_ != "nsubj" else _dying(token.head)
        if measure not in LISTED:
            continue
        items = list(_items(token))
        worth = [_worth(item, counted) for item in items]
        if len(items) > 1 and measure != "beaten" and all(worth) and _one_party(items, counted):
            total = sum(n for n in worth if n)
            yield (
                _figure(doc, text, items[0], items[-1], total, measure),
                frozenset(i.i for i in items if i.i in counted),
            )
            continue
        for item in items:
            if item.i not in counted and measure in HARM and _single(item, measure):
                yield _figure(doc, text, item, item, 1, measure), frozenset()


def _dying(verb: Token) -> str:
    return subject_measure(verb) if verb.lemma_.lower() in measures().subjects or verb.pos_ == "AUX" else ""


def _items(first: Token) -> Iterator[Token]:
    """The members of a list from its first; the parser calls the second of three an apposition as often as not."""
    yield first
    things = [c for c in first.children if c.pos_ in ("NOUN", "PROPN")]
    joined = [c for c in things if c.dep_ == "conj"]
    if not joined and first.ent_type_ != "PERSON":
        joined = [c for c in things if c.dep_ == "appos" and any(g.dep_ == "cc" for g in c.children)]
    for child in joined:
        yield from _items(child)


def _single(noun: Token, measure: str) -> bool:
    """A soldier, a house: an indefinite article and a noun in the singular, of a kind that can be harmed so."""
    if is_person(noun.lemma_.lower()) == (measure in _OF_THINGS):
        return False
    lemma = noun.lemma_.lower()
    article = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    return (
        article
        and noun.tag_ == "NN"
        and lemma not in _COLLECTIVE
        and not any(c.lower_ == "of" and c.i == noun.i + 1 for c in noun.children)
    )


def _worth(item: Token, counted: Mapping[int, Figure]) -> int | None:
    """How many persons one member of a list stands for; None where it does not say."""
    if item.i in counted:
        best = counted[item.i].best
        return int(best) if best is not None and counted[item.i].qualifier == "exact" else None
    if item.ent_type_ == "PERSON" and item.tag_ == "NNP":
        return 1
    lemma = item.lemma_.lower()
    return 1 if item.tag_ == "NN" and is_person(lemma) and lemma not in _COLLECTIVE else None


def _one_party(items: list[Token], counted: Mapping[int, Figure]) -> bool:
    """A list sums up to one count unless it sets kinds apart by numbers ("a soldier and two policemen" stays two)."""
    return all(
        item.i not in counted
        or item.lower_ == "others"
        or any(c.dep_ == "poss" or c.lower_ == "other" for c in item.children)
        for item in items
    )


def _figure(doc: Doc, text: str, first: Token, last: Token, total: int, measure: str) -> Figure:
    start, end = first.left_edge.idx, last.idx + len(last)
    wording = text[start:end]
    if first.i == last.i:
        words = doc[first.left_edge.i : last.i + 1]
        counts = words[1:].text if words[0].dep_ == "det" else words.text
        unit = "people" if is_person(first.lemma_.lower()) else first.text.lower()
    else:
        counts, unit = wording, "people"
    return Figure(total, total, total, "exact", counts, measure, unit, wording, start, end)

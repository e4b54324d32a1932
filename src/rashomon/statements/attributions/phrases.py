"""Attributions without a verb of saying: according to, reportedly, and a name before a colon."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.attributions.subjects import subtree
from rashomon.statements.attributions.verbs import Reading
from rashomon.statements.sayers.words import is_speaker

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
"""Adverbs by which a report passes on what nobody named has said."""
POLLS = frozenset({"poll", "survey", "polling", "census", "study"})
"""What tells how many think or do a thing: whoever leads in it leads according to it."""
LONGEST_NAME = 6
"""Tokens in front of a colon that are taken for somebody's name and office."""
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT"})
_CLAUSE_HEADS = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"})


def according_to(token: Token) -> Iterator[Reading]:
    """`token` is "according": the source is what follows "to", the content the clause around."""
    link = next((child for child in token.rights if child.lower_ == "to"), None)
    head = next((child for child in link.children if child.dep_ in ("pobj", "pcomp")), None) if link else None
    if link is None or head is None:
        return
    cue = {token.i, link.i}
    source = subtree(head)
    yield Reading(cue, _clause_around(token) - source - cue, source, head.i, frame="clause")


def hearsay(token: Token) -> Iterator[Reading]:
    """`token` is an adverb such as "reportedly": nobody is named, the content is its clause."""
    verb = token.head
    if verb.pos_ in ("VERB", "AUX") and token.dep_ == "advmod":
        yield Reading({token.i}, subtree(verb) - {token.i}, frame="clause")


def named_before(colon: Token) -> Iterator[Reading]:
    """`colon` stands behind a name at the head of a paragraph, as in headlines and transcripts: "Mullen: ..."."""
    doc = colon.doc
    start = colon.i
    while start > 0 and not doc[start - 1].is_space and colon.i - start <= LONGEST_NAME:
        start -= 1
    name = doc[start : colon.i]
    if not 0 < len(name) <= LONGEST_NAME or any(token.pos_ not in _IN_NAMES for token in name):
        return
    alone = len(name) == 1 and is_speaker(name[0].lemma_.lower())
    if not alone and name[-1].ent_type_ not in ("PERSON", "ORG"):
        return
    end = colon.i + 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    yield Reading(
        {colon.i}, trimmed(doc, set(range(colon.i + 1, end))), set(range(start, colon.i)), name[-1].i, frame="clause"
    )


def headed(colon: Token) -> Iterator[Reading]:
    """`colon` stands behind a few words at the head of a paragraph that may name a speaker: "MAYOR: ..."."""
    doc = colon.doc
    start = colon.i
    while start > 0 and not doc[start - 1].is_space and colon.i - start <= LONGEST_NAME:
        start -= 1
    if not 0 < colon.i - start <= LONGEST_NAME:
        return
    end = colon.i + 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    source = trimmed(doc, set(range(start, colon.i)))
    yield Reading({colon.i}, trimmed(doc, set(range(colon.i + 1, end))), source, colon.i - 1, frame="clause")


def in_polls(token: Token) -> Iterator[Reading]:
    """`token` is "in" or "from" before a poll: what the sentence tells is what the poll found."""
    head = next((child for child in token.children if child.dep_ == "pobj"), None)
    if head is None or head.lemma_.lower() not in POLLS:
        return
    source = subtree(head)
    yield Reading({token.i}, _clause_around(token) - source - {token.i}, source, head.i, frame="clause")


def _clause_around(token: Token) -> set[int]:
    """The sentence before or behind the phrase where it stands at an end, else the clause that it is put into."""
    sentence = token.sent
    own = {part.i for part in token.subtree}
    if max(own) >= sentence.end - 3:
        whole = set(range(sentence.start, min(own)))
    elif min(own) <= sentence.start + 1:
        whole = set(range(max(own) + 1, sentence.end))
    else:
        host = token.head
        while host.dep_ not in _CLAUSE_HEADS and host.head.i != host.i:
            host = host.head
        whole = {part.i for part in host.subtree}
    return trimmed(token.doc, whole - own)


def trimmed(doc: Doc, tokens: set[int]) -> set[int]:
    """The tokens without punctuation and space at both ends, nor a word that only joins ("But", "Still,") in front."""
    kept = sorted(tokens)
    while len(kept) > 2 and doc[kept[0]].is_space:
        kept.pop(0)
    if len(kept) > 2 and (doc[kept[0]].pos_ == "CCONJ" or (doc[kept[0]].pos_ == "ADV" and doc[kept[1]].text == ",")):
        kept.pop(0)
    while kept and (doc[kept[-1]].is_space or doc[kept[-1]].text in ".,;:"):
        kept.pop()
    while kept and (doc[kept[0]].is_space or doc[kept[0]].text in ".,;:"):
        kept.pop(0)
    return set(kept)

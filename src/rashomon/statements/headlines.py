"""Headlines in title case, as their words would stand inside a sentence.

"Over 20 Guards Killed in Clashes Near Mill" is parsed as one long name. A word of such a line is written small if the
report writes it small, stays as it is if the report writes it with a capital inside a sentence, and is otherwise judged
by the model that gives texts in capitals their case. Every character keeps its place.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.truecase import Word, cases, fixed_cases, words_of

LEAST, MOST = 4, 30
"""Words that a line in title case has."""

SHARE = 0.8
"""Share of its words, without those that headlines write small, which have a capital."""

BEFALLING = frozenset(
    "kill injure wound hurt martyr arrest detain abduct kidnap displace slay massacre execute".split()
)
"""Verbs that a headline tells of those whom they befall without a "were"."""

BEHIND_PASSIVES = frozenset("in by as when after near during on at since over outside amid and , . ! ? ;".split())
"""What follows such a verb, never the object that it would have if it told who did it."""

BEFORE_NAMES = frozenset("tell new old port fort mount saint east west north south upper lower great little".split())
"""Words that are the first half of many names of places."""

_LINE = re.compile(r"[^\n]+")
_SMALL = re.compile(r"\b[a-z][a-z'’-]*\b")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*")
"""A capital behind a word that is written small: inside a sentence."""


def with_small_words(text: str) -> str:
    """The text with the common words of its headlines in title case written small.

    >>> with_small_words("Six Guards Killed Near Mill.\\n\\nSix guards were killed near a mill in London on Friday.")
    'Six guards killed near mill.\\n\\nSix guards were killed near a mill in London on Friday.'
    """
    lines = [match.span() for match in _LINE.finditer(text) if _is_titled(match[0])]
    if not lines:
        return text
    rest = "\n".join(text[start:end] for start, end in _between(lines, len(text)))
    small = Counter(_SMALL.findall(rest))
    capital = Counter(word.lower() for word in _INSIDE.findall(rest))
    out = list(text)
    for start, end in lines:
        words = list(words_of(text, start, end))
        for word, case in zip(words, cases(text, words), strict=True):
            printed = text[word.start : word.end]
            if word.first or not printed.istitle() or fixed_cases().get(word.text) == "title":
                continue
            seen = small[word.text] + small[_past(word)], capital[word.text]
            unseen = seen == (0, 0) and (case == "lower" or not _stems(word.text).isdisjoint(_acts()))
            if (seen[0] > seen[1] or unseen) and not (word.text in BEFORE_NAMES and _name_follows(text, word)):
                out[word.start] = word.text[0]
    return "".join(out)


def with_passives(doc: Doc) -> Doc:
    """The parse, with the passives of headlines marked as such, which lack their "were": the parser takes the guards
    of "Six guards killed in blast" for the killers."""
    for verb in doc:
        _mend_joined(verb)
        if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in BEFALLING:
            continue
        children = list(verb.children)
        subjects = [c for c in children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN", "NUM")]
        if not subjects or any(c.dep_ in ("dobj", "ccomp", "xcomp", "aux", "auxpass", "dative") for c in children):
            continue
        if any(c.dep_ == "conj" and any(o.dep_ == "dobj" for o in c.children) for c in children):
            continue
        after = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else "."
        counted = any(c.like_num or c.pos_ == "NUM" for subject in subjects for c in (subject, *subject.children))
        if after in BEHIND_PASSIVES and (counted or subjects[0].tag_ in ("NNS", "NNPS")):
            verb.tag_ = "VBN"
            for subject in subjects:
                subject.dep_ = "nsubjpass"
    return doc


def _mend_joined(verb: Token) -> None:
    """A second verb that the parser took for an adjective of its object (killed nine men and displaced thousands)."""
    if verb.dep_ != "amod":
        return
    noun = verb.head
    if verb.lemma_.lower() not in BEFALLING or noun.dep_ != "conj" or not verb.i:
        return
    first = noun.head.head
    many = noun.like_num or noun.pos_ == "NUM" or noun.ent_type_ == "CARDINAL"
    if many and verb.nbor(-1).lower_ == "and" and noun.head.dep_ == "dobj" and first.pos_ == "VERB":
        verb.tag_, verb.pos_, verb.dep_, verb.head = "VBD", "VERB", "conj", first
        noun.dep_, noun.head = "dobj", verb


def _is_titled(line: str) -> bool:
    """Do nearly all words of the line begin with a capital, though no name is so long?"""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 1]
    told = [word for word in words if fixed_cases().get(word.lower()) != "lower" and not word.isupper()]
    if not LEAST <= len(words) <= MOST or len(told) < LEAST - 1:
        return False
    return bool(sum(word[0].isupper() for word in told) >= SHARE * len(told))


def _between(lines: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What lies outside of the lines."""
    at = 0
    for start, end in (*lines, (length, length)):
        yield at, start
        at = end


def _past(word: Word) -> str:
    """The verb in the past in which a report tells what its headline has in the present (kills, killed)."""
    return f"{word.text.removesuffix('s')}ed"


def _stems(word: str) -> set[str]:
    """What a word may be a form of (kills, carries, seized)."""
    return {word, *(word.removesuffix(end) for end in ("s", "es", "ed", "d", "ing")), re.sub(r"ies$", "y", word)}


@cache
def _acts() -> frozenset[str]:
    """The words that tell of acts, each by itself."""
    return frozenset(sense.words[0] for senses in load_lexicon().senses.values() for sense in senses)


def _name_follows(text: str, word: Word) -> bool:
    """Does an unknown word with a capital follow?"""
    after = re.match(r" ([A-Z][a-z'’-]+)", text[word.end : word.end + 30])
    return after is not None and _stems(after[1].lower()).isdisjoint(_acts())

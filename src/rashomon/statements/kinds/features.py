"""What a stretch of a parsed text offers to a linear model: its words, the classes of words that it has and which of
them stand together, who stands where around a word, and the acts that the rules found.

Features are names. They come in blocks, and a block weighs the same however many names it has, so that a long
sentence's many words do not drown the few classes that carry the knowledge.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Token

from rashomon.statements.factuality import factuality
from rashomon.statements.kinds.words import base, classes, form
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.roles import Cast, cast
from rashomon.statements.triggers import Trigger, find_triggers

LINKS = frozenset("nsubj nsubjpass dobj pobj agent compound amod conj prt neg prep poss".split())
"""Dependencies that say who or what stands where."""

NAMES = frozenset(("GPE", "LOC", "PERSON", "DATE", "TIME", "CARDINAL", "FAC", "ORG", "NORP"))
LEAD = 20
"""Tokens at the start of a text, where reports tell what happened."""

DISTANCES = ((2, "beside"), (6, "near"), (12, "apart"))
"""How far two classes stand from each other at most, in tokens, and what that is called."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the rules with the words that take part."""

    trigger: Trigger
    cast: Cast

    @property
    def name(self) -> str:
        """Its type and mode."""
        return f"{self.trigger.sense.type}/{self.trigger.sense.mode or '-'}"


@dataclass(frozen=True)
class Stretch:
    """Tokens in a row, with the acts that stand among them."""

    tokens: tuple[Token, ...]
    acts: tuple[Act, ...]

    @cached_property
    def met(self) -> list[tuple[int, str]]:
        """Classes of words by the place of their token in the stretch."""
        return classes(self.tokens)

    @cached_property
    def kinds(self) -> list[str]:
        """Every class once, in the order of the alphabet."""
        return sorted({name for _, name in self.met})

    @cached_property
    def words(self) -> list[Token]:
        """The tokens that have a letter or a digit."""
        return [token for token in self.tokens if form(token)]


def stretches(doc: Doc, bounds: Iterable[tuple[int, int]]) -> list[Stretch]:
    """The stretches between the bounds (characters of the text, end exclusive), with the acts of the whole text."""
    lexicon = load_lexicon()
    triggers = {trigger.head.i: trigger for trigger in find_triggers(doc, lexicon)}
    acts = {i: Act(trigger, cast(trigger, triggers, lexicon)) for i, trigger in triggers.items()}
    found = []
    for start, end in bounds:
        tokens = tuple(token for token in doc if start <= token.idx < end)
        found.append(Stretch(tokens, tuple(acts[token.i] for token in tokens if token.i in acts)))
    return found


def joined(*blocks: tuple[float, Iterable[str]]) -> dict[str, float]:
    """All features; the values of each block have the length of its weight together."""
    features: dict[str, float] = {}
    for weight, names in blocks:
        distinct = dict.fromkeys(names)
        features.update(dict.fromkeys(distinct, weight / max(len(distinct), 1) ** 0.5))
    return features


def words(stretch: Stretch) -> list[str]:
    """Lemmas."""
    return [f"w:{base(token)}" for token in stretch.words]


def content_words(stretch: Stretch) -> list[str]:
    """Lemmas that are neither names nor words of grammar: what happened, not where and to whom."""
    return [f"w:{base(t)}" for t in stretch.words if base(t) not in STOP_WORDS and not _is_name(t)]


def word_pairs(stretch: Stretch) -> list[str]:
    """Two lemmas in a row."""
    return [f"b:{base(one)} {base(two)}" for one, two in pairwise(stretch.words)]


def kinds(stretch: Stretch, mark: str = "c") -> list[str]:
    """The classes met; `mark` tells stretches apart that stand in one example."""
    return [f"{mark}:{name}" for name in stretch.kinds]


def lead_kinds(stretch: Stretch) -> list[str]:
    """The classes met at the start."""
    return [f"cl:{name}" for at, name in stretch.met if at < LEAD]


def kinds_together(stretch: Stretch, many: int, core: frozenset[str] | None = None) -> list[str]:
    """As many classes as that which are met together; with `core`, of these classes alone."""
    among = [name for name in stretch.kinds if core is None or name in core]
    return [f"c{many}:" + "|".join(group) for group in combinations(among, many)]


def order(stretch: Stretch, core: frozenset[str]) -> list[str]:
    """Which of the classes stands before which other, and how far."""
    met = [(at, name) for at, name in stretch.met if name in core]
    return [
        f"n:{one}>{other}:{_distance(after - at)}"
        for at, one in met
        for after, other in met
        if at < after or (at == after and one < other)
    ]


def links(stretch: Stretch) -> list[str]:
    """Words with the words and classes that hang on them, by the dependency."""
    at: dict[int, list[str]] = {}
    for place, name in stretch.met:
        at.setdefault(stretch.tokens[place].i, []).append(name)
    found = []
    for token in stretch.words:
        head = token.head
        if token.dep_ in LINKS and head is not token:
            word = f"<{token.ent_type_}>" if _is_name(token) else base(token)
            found.append(f"d:{token.dep_}:{base(head)}:{word}")
            found += [f"dc:{token.dep_}:{base(head)}:{name}" for name in at.get(token.i, ())]
            for above in at.get(head.i, ()):
                found.append(f"dh:{token.dep_}:{above}:{word}")
                found += [f"dd:{token.dep_}:{above}:{name}" for name in at.get(token.i, ())]
    return found


def acts(stretch: Stretch) -> list[str]:
    """The acts of the rules, with the words and classes that fill their two roles."""
    found = []
    for act in stretch.acts:
        found += [f"t:{act.name}", f"t:{act.name}:{factuality(act.trigger.head)}"]
        for side, heads in (("actor", act.cast.actors), ("target", act.cast.targets)):
            if not heads:
                found.append(f"t:{side}:{act.name}:nobody")
            for head in heads:
                found.append(f"t:{side}:{act.trigger.sense.type}:{base(head)}")
                found += [f"tc:{side}:{act.name}:{name}" for _, name in classes([head])]
    return found


def put(stretch: Stretch, core: frozenset[str]) -> list[str]:
    """The classes, each with how its word is put: asserted, denied, planned and so on."""
    return [f"p:{name}:{factuality(stretch.tokens[at])}" for at, name in stretch.met if name in core]


def _is_name(token: Token) -> bool:
    return token.ent_type_ in NAMES and token.pos_ in ("PROPN", "NUM")


def _distance(tokens: int) -> str:
    return next((name for most, name in DISTANCES if tokens <= most), "far")

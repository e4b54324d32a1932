"""What the phrases of one report name: phrases with the same words are one thing, and a short name of a person goes
with the long one."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from rashomon.incidents.phrases import PERSON, Phrase


@dataclass(frozen=True, slots=True)
class Entity:
    """`text` is the fullest wording, lower-cased words parted by one space; `mentions` in the order of the text."""

    text: str
    mentions: tuple[Phrase, ...]

    @property
    def is_person(self) -> bool:
        """Is it named as a person at least once in two?"""
        return sum(m.label == PERSON for m in self.mentions) * 2 >= len(self.mentions)


def entities(doc: Doc, found: Sequence[Phrase]) -> tuple[Entity, ...]:
    """The things that the phrases name, by their first mention."""
    by_words: dict[tuple[str, ...], list[Phrase]] = {}
    for phrase in found:
        by_words.setdefault(words(doc, phrase), []).append(phrase)
    persons = sorted(
        (key for key, each in by_words.items() if any(m.label == PERSON for m in each)), key=lambda k: (-len(k), k)
    )
    joined: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key in persons:
        longer = next((full for full in persons if len(full) > len(key) and _short_for(key, full)), None)
        if longer is not None:
            joined[key] = joined.get(longer, longer)
    joined.update({short: joined.get(full, full) for short, full in _acronyms(doc, found).items()})
    gathered: dict[tuple[str, ...], list[Phrase]] = {}
    for key, each in by_words.items():
        gathered.setdefault(joined.get(key, key), []).extend(each)
    out = (Entity(" ".join(key), tuple(sorted(each, key=lambda p: p.start))) for key, each in gathered.items())
    return tuple(sorted(out, key=lambda e: (e.mentions[0].start, e.mentions[0].end)))


def words(doc: Doc, phrase: Phrase) -> tuple[str, ...]:
    """The words of a phrase, lower-cased."""
    return tuple(token.lower_ for token in doc[phrase.start : phrase.end] if not token.is_space)


def _acronyms(doc: Doc, found: Sequence[Phrase]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Acronyms that stand in brackets beside a name whose words begin with their letters."""
    starts: dict[int, list[Phrase]] = {}
    for phrase in found:
        starts.setdefault(phrase.start, []).append(phrase)
    out: dict[tuple[str, ...], tuple[str, ...]] = {}
    for phrase in found:
        after = phrase.end
        if after + 1 < len(doc) and doc[after].text in ("[", "("):
            for other in starts.get(after + 1, ()):
                one, two = words(doc, phrase), words(doc, other)
                for short, full in ((one, two), (two, one)):
                    if (
                        len(short) == 1
                        and len(full) > 1
                        and _spells(short[0], full)
                        and len(full) > len(out.get(short, ()))
                    ):
                        out[short] = full
    return out


def _spells(acronym: str, full: tuple[str, ...]) -> bool:
    """Are the letters of the acronym first letters of the words, in whatever order a translation left them?"""
    first = [word[0] for word in full]
    return 3 <= len(acronym) <= 7 and set(acronym) <= set(first)


def _short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Is one name a part of the other, its words side by side or first name and surname?"""
    at = 0
    for word in full:
        if at < len(short) and short[at] == word:
            at += 1
    return at == len(short)

"""Texts in capitals, and texts without any, as they would stand in mixed case.

Every character keeps its place, so offsets into the one are offsets into the other. A paragraph is judged by itself, or
with the whole text where that is nearly all of one case. Which words are names is a learned guess (`models/data/
truecase.md`) over the word, its ending and its neighbours; a word's guesses in one text are put together, since a name
is a name throughout.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from rashomon.models import load_model

Case = Literal["lower", "title", "upper"]

LEAST_LETTERS = 12
"""Letters of a paragraph below which it is too short to be judged by itself: an acronym and a name make a headline."""
LEAST_WORDS = 12
"""Words without a single capital that make a paragraph one in lower case: a sentence of that length names somebody, or
at least begins with a capital."""
MOSTLY = 0.8
"""Share of letters that are capitals in a text in capitals; the rest leaves room for a line that a web site added."""
HARDLY = 0.03
"""Share of words with a capital in a text without capitals: a first line that a web site added."""
LONGEST_ACRONYM = 7
"""Letters of an acronym that stands in brackets behind its name."""
NOTE_LENGTH = 80
"""Characters of a note that editors put in front of a sentence at most, brackets included."""
DOUBT = 0.2
"""Chance of a capital from which on a word goes with the names on either side of it."""
PULL = 0.4
"""What each such name adds to that chance."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"""[.!?]["'”’)\]]*\s+["'“‘(\[]*$|\n\s*\n\s*["'“‘(\[]*$""")
_NOTE = re.compile(r"""(?:^|[.!?]["'”’)]*\s+|--\s+|\]\s+)\[[^\[\]\n]*\]\s+["'“‘]*$""")
"""A note of the editors in brackets that stands where a sentence begins."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


class Word(NamedTuple):
    """A word of a text, lower-cased, with where it stands; `first` in its sentence."""

    text: str
    start: int
    end: int
    first: bool


@lru_cache(maxsize=4)  # A report is asked for again when its names are told apart.
def truecase(text: str) -> str:
    """`text` with its paragraphs in capitals or without capitals brought to mixed case; the rest stays as it is.

    >>> truecase("REBELS ATTACKED THE TOWN OF LONDON ON MONDAY.")
    'Rebels attacked the town of London on Monday.'
    """
    spans = list(_one_case(text))
    if not spans:
        return text
    words = [word for start, end in spans for word in words_of(text, start, end)]
    out = list(text)
    for word, case in zip(words, cases(text, words), strict=True):
        printed = text[word.start : word.end]
        if printed.islower() or printed.isupper():
            out[word.start : word.end] = _cased(word, case)
    return "".join(out)


def words_of(text: str, start: int, end: int) -> Iterator[Word]:
    """The words between two offsets."""
    for match in _WORD.finditer(text, start, end):
        before = text[max(start, match.start() - NOTE_LENGTH) : match.start()]
        first = not before.strip(" \n\"'“‘([") or _END.search(before) is not None or _NOTE.search(before) is not None
        yield Word(_lower(match[0]), match.start(), match.end(), first)


def cases(text: str, words: Sequence[Word]) -> list[Case]:
    """How each word is written inside of a sentence."""
    model = load_model("truecase")
    chances = model.scores_of([features(text, words, at) for at in range(len(words))])
    sums: dict[str, list[float]] = {}
    for word, chance in zip(words, chances, strict=True):
        known = sums.setdefault(word.text, [0.0, 0.0, 0.0, 0.0])
        for at, case in enumerate(_CASES):
            known[at] += chance[case]
        known[3] += 1
    acronyms, spelt = _acronyms(text, words)
    out: list[Case] = []
    for at, word in enumerate(words):
        mean = sums[word.text]
        weighed = {case: chances[at][case] + mean[n] / mean[3] for n, case in enumerate(_CASES)}
        if weighed["title"] > 2 * DOUBT:
            weighed["title"] += PULL * sum(
                chances[near]["title"] + chances[near]["upper"] > 0.5 for near in _beside(text, words, at)
            )
        case = max(_CASES, key=weighed.__getitem__)
        if word.text in acronyms or (len(word.text) == 1 and text[word.end : word.end + 1] == "."):
            case = "upper"
        elif at in spelt:
            case = "title"
        out.append(fixed_cases().get(word.text, case))
    return out


_CASES: tuple[Case, ...] = ("lower", "title", "upper")


def _beside(text: str, words: Sequence[Word], at: int) -> Iterator[int]:
    """The neighbours of a word that only a space parts from it."""
    if at and not text[words[at - 1].end : words[at].start].strip():
        yield at - 1
    if at + 1 < len(words) and not text[words[at].end : words[at + 1].start].strip():
        yield at + 1


def features(text: str, words: Sequence[Word], at: int) -> dict[str, float]:
    """What the guess on the word rests on; nothing of it depends on how the text is cased."""
    word = words[at]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    left = text[max(0, word.start - 2) : word.start].strip()[-1:]
    right = text[word.end : word.end + 1].strip()
    last = before.text if before is not None and not word.first else "^"
    following = after.text if after is not None and not after.first else "$"
    near = "" if before is None or word.first else text[before.end : word.start].strip()
    ahead = "" if after is None or after.first else text[word.end : after.start].strip()
    shape = _shape(word.text)
    return {
        f"w={word.text}": 3.0,
        f"p={last}{near}": 1.0,
        f"n={ahead}{following}": 1.0,
        f"p3={last[-3:]}{near}": 0.5,
        f"n3={ahead}{following[-3:]}": 0.5,
        f"e4={word.text[-4:]}": 0.7,
        f"e3={word.text[-3:]}": 0.7,
        f"e2={word.text[-2:]}": 0.7,
        f"b3={word.text[:3]}": 0.7,
        f"s={shape}": 0.7,
        f"l={min(len(word.text), 10)}": 0.5,
        f"lr={left}{right}": 0.7,
        f"pw={last}{near} {word.text}": 1.0,
        f"wn={word.text} {ahead}{following}": 1.0,
    }


@lru_cache(maxsize=50_000)
def _shape(word: str) -> str:
    """Vowels and consonants of a word."""
    return re.sub(r"[^v]", "c", re.sub(r"[aeiouyáéíóúü]", "v", word))[:6]


@cache
def fixed_cases() -> dict[str, Case]:
    """Words that are always written one way: months, days, states' names, articles, prepositions."""
    table: dict[str, Case] = {}
    for line in files(__package__).joinpath("data", "cases.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            case, words = line.split("\t")
            table.update(dict.fromkeys(words.split(), next(c for c in _CASES if c == case)))
    return table


def _one_case(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs that are nearly all in one case."""
    whole = _is_one_case(text, LEAST_WORDS)
    for match in _PARAGRAPH.finditer(text):
        if whole or _is_one_case(match[0], LEAST_WORDS):
            yield match.span()


def _is_one_case(text: str, least: int) -> bool:
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if upper + lower >= LEAST_LETTERS and upper >= MOSTLY * (upper + lower):
        return True
    words = _WORD.findall(text)
    return len(words) >= least and sum(word[0].isupper() for word in words) <= HARDLY * len(words)


def _acronyms(text: str, words: Sequence[Word]) -> tuple[frozenset[str], frozenset[int]]:
    """Acronyms beside a bracket (the Harbour Workers' League (HWL), the HWL [Harbour Workers' League]), and the places
    of the words that they are made of."""
    found: set[str] = set()
    spelt: set[int] = set()
    for at, word in enumerate(words):
        size = len(word.text)
        if not 2 <= size <= LONGEST_ACRONYM:
            continue
        before = range(max(0, at - size - 3), at) if text[word.start - 1 : word.start] in ("(", "[") else range(0)
        opened = re.match(r"\s*[(\[]", text[word.end : word.end + 4]) is not None
        after = range(at + 1, min(len(words), at + size + 4)) if opened else range(0)
        for run in (before, after):
            letters = [words[i].text[0] for i in run]
            taken = _in_turn(word.text, letters)
            if taken:
                found.add(word.text)
                spelt.update(run[i] for i in range(taken[0], taken[-1] + 1))
    return frozenset(found), frozenset(spelt)


def _in_turn(acronym: str, letters: Sequence[str]) -> list[int]:
    """Where the letters of an acronym stand among the first letters of words, from the last to the first; empty where
    they do not all stand there in their order."""
    taken: list[int] = []
    at = len(letters)
    for letter in reversed(acronym):
        at = next((i for i in range(at - 1, -1, -1) if letters[i] == letter), -1)
        if at < 0:
            return []
        taken.insert(0, at)
    return taken


def _cased(word: Word, case: Case) -> str:
    if case == "upper":
        return "".join(map(_raised, word.text))
    if case == "lower" and not word.first:
        return word.text
    parts = re.split(r"(['’])", word.text)
    if len(parts) == 3 and len(parts[0]) == 1:  # O'Neil, D'Aubuisson
        return "".join(_raised(part[0]) + part[1:] for part in parts)
    return _raised(word.text[0]) + word.text[1:]


def _raised(letter: str) -> str:
    """The capital of a letter, if that is one character too."""
    return letter.upper() if len(letter.upper()) == 1 else letter


def _lower(word: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)

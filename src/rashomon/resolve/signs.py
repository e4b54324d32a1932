"""Signs that a run of words names a place or does not: its label, the words beside it, its size in the gazetteer.

Each sign is a short name, whose weight the model that `toponyms` reads has.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from rashomon.gazetteer import Gazetteer, country_of, fold
from rashomon.record import Name
from rashomon.resolve.surface import TITLES

ABBREVIATED = re.compile(
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|"
    r"Okla|Ore|Pa|Penn|Tenn|Tex|Vt|Va|Wash|W\.\s?Va|Wis|Wisc|Wyo|Alta|Man|Nfld|Ont|Que|Sask|Tas)\."
)
"""Units as newspapers abbreviate them (AP style)."""

UNIT = frozenset("county parish borough twp".split())
"""What follows the name of a unit and is part of it in print."""
CALLED = frozenset("province governorate district region city town village state".split())
NATURE = frozenset(
    "river lake valley island islands bay mountains mountain hills creek forest peninsula canyon desert coast heights "
    "sea ocean strait wilderness beach falls gulf reservoir township".split()
)
STREET = frozenset(
    "street st road rd avenue ave drive dr lane ln boulevard blvd highway hwy parkway pike turnpike way close crescent "
    "court ct route trafficway circle terrace trail square place".split()
)
BUILT = frozenset(
    "park stadium airport hospital cemetery castle abbey cathedral mall church theatre theater university college "
    "school plaza station arena tower bridge dam field center centre hall museum".split()
)
BODY = frozenset(
    "police council department office university college school hospital court bank committee association party "
    "government army team club fire sheriff sheriff's board commission museum society county times news post center "
    "centre institute high church ministry embassy city chamber company district elementary community".split()
)
"""What follows a place's name in the name of a body."""
PEOPLE_OF = frozenset("residents resident area native man woman officials".split())
SAYS = frozenset("said says told added was is has had will would".split())
BESIDE = frozenset("in near at from to of outside around across through into for by the and with on".split())
SIDES = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest downtown "
    "upstate greater mid lower upper near".split()
)

_LEFT = re.compile(r"(\S+)\s+$")
_RIGHT = re.compile(r"^\s*(\S+)")
_OPENING = re.compile(r"[.!?”\"]$")
_STATE = re.compile(r"(?:[A-Z]\.\s?[A-Z]\.|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")
_DASH = re.compile(r"\s*(?:\([^)]{2,20}\)\s*)?(?:--|—|–|- |\x97)")
_THE = frozenset({"", "the ", "The "})
_OWNER = frozenset({"'s", "’s"})

PEOPLE = (2_000, 20_000, 100_000, 1_000_000)
"""Steps of population: village, town, city, large city."""

MANY = 5
"""Places of one main name from which on the name is a common word or surname as well."""


class Signs:
    """The signs of runs of one text."""

    def __init__(self, text: str, names: tuple[Name, ...], gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._names = sorted(names, key=lambda name: name.start)
        self._starts = [name.start for name in self._names]
        self._labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._surnames: Counter[str] = Counter()
        for name in names:
            self._labels[fold(name.text)][name.label] += 1
            if name.label == "PERSON" and " " in name.text:
                self._surnames.update(fold(name.text).removesuffix(" s").split())

    def of(self, start: int, end: int, sort: str) -> Iterator[str]:
        """All signs of the run from `start` to `end`, which is of that sort."""
        text = self._text[start:end]
        yield f"sort:{sort}"
        yield from self._label(start, end, sort)
        yield from self._votes(fold(text))
        yield from self._before(start)
        yield from self._behind(end)
        if sort in {"street", "nature", "built", "tagged"}:
            yield f"last={text.split()[-1].casefold()}"
        if text.isupper() and len(text) > 3:
            yield "capitals"
            if start == 0 or self._text[start - 1] == "\n":
                yield "dateline"
        yield f"words:{min(len(text.split()), 3)}:{sort == 'known'}"
        if sort in {"known", "tagged", "nature", "unit", "built"}:
            yield from self._size(text, sort)

    def left(self, start: int) -> str:
        """The word before an offset, "" where none is near."""
        found = _LEFT.search(self._text[max(0, start - 30) : start])
        return found[1] if found else ""

    def _label(self, start: int, end: int, sort: str) -> Iterator[str]:
        """What the language pipeline calls it, or what it lies in."""
        at = bisect_right(self._starts, start)
        near = self._names[max(0, at - 2) : at]
        around = next((name for name in reversed(near) if name.start <= start and end <= name.end), None)
        if around is None:
            over = any(name.start < end and name.end > start for name in self._names[max(0, at - 2) : at + 2])
            yield "over" if over else f"ner:none:{sort == 'known'}"
            return
        before, after = self._text[around.start : start], self._text[end : around.end]
        if before in _THE and (not after or after in _OWNER):
            yield f"ner:{around.label}:whole"
            return
        yield f"ner:{around.label}:in"
        where = "start" if before in _THE else "end" if not after or after in _OWNER else "mid"
        yield f"at:{around.label}:{where}"

    def _votes(self, key: str) -> Iterator[str]:
        """What the pipeline calls the same words elsewhere in the text."""
        labels = self._labels[key]
        places = labels["GPE"] + labels["LOC"]
        if labels:
            yield f"voted:{'most' if places * 2 > labels.total() else 'some' if places else 'none'}"
            if labels["PERSON"] * 2 > labels.total():
                yield "voted:person"
        if self._surnames[key]:
            yield "surname"

    def _before(self, start: int) -> Iterator[str]:
        left = self.left(start)
        low = left.casefold().strip('"“(')
        yield f"before={low.strip('.,')}"
        if low in BESIDE:
            yield f"left:{low}"
        elif left.strip(",.").casefold() in TITLES:
            yield "left:title"
        elif low in SIDES:
            yield "left:side"
        elif left.endswith(","):
            yield "left:comma"
        elif not left or _OPENING.search(left):
            yield "left:opening"
        elif left[:1].isupper():
            yield "left:capital"
        if self._text[max(0, start - 1) : start] in {"-", "–"}:
            yield "left:hyphen"

    def _behind(self, end: int) -> Iterator[str]:
        found = _RIGHT.search(self._text[end : end + 30])
        right = found[1] if found else ""
        low, glued = right.casefold(), self._text[end : end + 1]
        yield f"behind={low.strip('.,;:”)').removesuffix('’s')}"
        if glued == ",":
            yield "right:comma-place" if self._is_state(end + 2) else "right:comma"
        elif self._text[end : end + 2] in _OWNER:
            yield "right:owner"
        elif glued in {"-", "–"}:
            yield "right:hyphen"
        elif low.strip(".,'’s") in BODY and right[:1].isupper():
            yield "right:body"
        elif low in CALLED | UNIT | PEOPLE_OF:
            yield "right:called"
        elif low in SAYS:
            yield "right:verb"
        elif glued == " " and right[:1].isalpha():
            yield "right:capital" if right[0].isupper() else "right:lower"
        if _DASH.match(self._text[end : end + 30]):
            yield "dateline"

    def _is_state(self, start: int) -> bool:
        """Whether a state or unit begins at an offset, as in "Basra, Iraq"."""
        after = self._text[start : start + 38]
        told = _STATE.match(after)
        return bool(told and (country_of(told[0]) or ABBREVIATED.match(after) or self._gazetteer.knows(told[0])))

    def _size(self, text: str, sort: str) -> Iterator[str]:
        """What the gazetteer has of that name."""
        every = self._gazetteer.look_up(text)
        found = [each for each in every if each.exact] or every
        if not found:
            yield f"size:none:{sort}"
            return
        main = [each for each in found if fold(each.name) == fold(text)]
        features = {each.feature for each in main}
        if features & {"admin1", "country"}:
            yield "size:admin1"
        elif "admin2" in features:
            yield "size:admin2"
        if not main:
            yield "size:other-name"
        most = max(each.population for each in main or found)
        yield f"people:{sum(most >= step for step in PEOPLE)}"
        if len(main) > MANY:
            yield "many"

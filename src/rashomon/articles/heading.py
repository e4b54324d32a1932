"""What stands above a report: headline, byline, day, outlet, and the menus around them."""

import re
from dataclasses import dataclass
from datetime import date

from rashomon.articles.cutter import Piece
from rashomon.articles.dates import closing_day, is_change_day, own_line_day
from rashomon.record import Cut, When

_NAME_WORD = r"(?:[A-Z][\w'’.-]*[\w.]|[A-Z]\.?|al-[A-Z]\w+)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:(?:al|el|bin|ibn|abu|de|del|della|der|di|du|la|le|van|von|den|ter|ten|da|dos)\s+)*{_NAME_WORD}){{0,4}}"
_BY = re.compile(rf"^\W*(?i:(?:(?:words|reported|written|story|report|posted|text|analysis|opinion|comment)\s+)?by)\s*:?\s+({_NAME}(?:(?:\s*,\s*|\s+(?:and|&)\s+){_NAME})*)(?P<rest>.*)$")
_NAMES_ONLY = re.compile(rf"^({_NAME}(?:(?:\s*,\s*|\s+(?:and|&)\s+){_NAME}){{0,3}})$")
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_ROLE = re.compile(r"\b(?:correspondent|editor|staff|writer|reporter|bureau|special|chief|in|at|for|of|news|service|agency)\b", re.I)
_OUTLET = re.compile(
    r"\b(?:times|post|news|herald|tribune|journal|gazette|telegraph|guardian|independent|observer|mail|chronicle|press|daily|weekly|online|"
    r"blogs?|magazine|review|agency|network|radio|tv|television|broadcasting|today|mirror|standard|bulletin|web\s?site|monitor|register|"
    r"courier|dispatch|globe|star|sun|sentinel|inquirer|examiner|report|wire|media)\b|\.(?:com|org|net|co\.uk)\b",
    re.I,
)
_LONGEST_TITLE, _SHORTEST_TITLE = 30, 4
"""Words of a headline; shorter lines are taken for one only where no longer line stands there."""
_STANDFIRST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines above a report state. `standfirst` are those that belong to the report's text."""

    title: str | None
    byline: tuple[str, ...]
    published: When | None
    outlet: str | None
    standfirst: tuple[str, ...]
    cuts: tuple[Cut, ...]


def read_heading(pieces: tuple[Piece, ...], latest: date) -> Heading:
    """The heading among the pieces before the first full paragraph. `latest`: the last day that a page can be of."""
    byline: tuple[str, ...] = ()
    published: When | None = None
    outlet: str | None = None
    lines: list[tuple[int, str]] = []
    cuts: list[tuple[int, Cut]] = []
    for at, piece in enumerate(pieces):
        text = piece.text
        day = own_line_day(text, latest)
        signed = _signed(text, latest)
        if day:
            published = published or day
        elif is_change_day(text, latest):
            cuts.append((at, Cut(text, "day of a change")))
        elif signed:
            byline = byline or signed[0]
            published = published or signed[1]
        elif piece.reason:
            cuts.append((at, Cut(text, piece.reason)))
        else:
            lines.append((at, text))
    title_at = _title(lines)
    title = next((text for at, text in lines if at == title_at), None)
    standfirst = []
    for at, text in lines:
        if at == title_at:
            continue
        above = title_at is not None and at < title_at
        if title_at is not None and at > title_at and len(text.split()) >= _STANDFIRST_WORDS:
            standfirst.append(text)
        elif above and outlet is None and is_outlet_name(text):
            outlet = text
            cuts.append((at, Cut(text, "name of the outlet")))
        elif not byline and not above and _NAMES_ONLY.match(text) and 2 <= len(text.split()) <= 6 and published:
            byline = _names(text)
        else:
            cuts.append((at, Cut(text, "menu" if above else "line under the headline")))
    return Heading(title, byline, published, outlet, tuple(standfirst), tuple(cut for _, cut in sorted(cuts, key=lambda c: c[0])))


def is_outlet_name(line: str) -> bool:
    """A short line in capitals that names itself a paper, a site, a programme."""
    words = line.split()
    return len(words) <= 5 and bool(_OUTLET.search(line)) and all(w[0].isupper() or len(w) <= 3 for w in words)


def read_byline(line: str) -> tuple[str, ...]:
    """The names of a line `By ...`; empty where it is none."""
    match = _BY.match(line)
    if not match or len(match["rest"].split()) > 8 or re.search(r"[.!?]\s+\w", match["rest"]):
        return ()
    return _names(match[1])


def _signed(line: str, latest: date) -> tuple[tuple[str, ...], When | None] | None:
    closing = closing_day(line, latest)
    before = closing[0] if closing else line
    names = read_byline(before)
    if not names and closing and (match := _NAMES_ONLY.match(before)) and len(before.split()) <= 12:
        names = _names(match[1])
    if names:
        return names, closing[1] if closing else None
    return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _AND.split(text.strip(" ,")) if name and not _ROLE.fullmatch(name))


def _title(lines: list[tuple[int, str]]) -> int | None:
    """The headline: the first line as long as one that does not name an outlet, else the last line."""
    for at, text in lines:
        if _SHORTEST_TITLE <= len(text.split()) <= _LONGEST_TITLE and not is_outlet_name(text):
            return at
    shorter = [at for at, text in lines if len(text.split()) <= _LONGEST_TITLE and not is_outlet_name(text)]
    return shorter[-1] if shorter else None

"""What stands above a report: headline, byline, day, outlet, and the menus around them."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from rashomon.articles.dates import closing_day, is_change_day, own_line_day
from rashomon.articles.pieces import Piece
from rashomon.record import Cut, When

_NAME_WORD = r"(?:[A-Z][\w'’.-]*[\w.]|[A-Z]\.?|al-[A-Z]\w+)"
_PARTICLES = r"(?:(?:al|el|bin|ibn|abu|de|del|della|der|di|du|la|le|van|von|den|ter|ten|da|dos)\s+)*"
_NAME = rf"{_NAME_WORD}(?:\s+{_PARTICLES}{_NAME_WORD}){{0,4}}"
_LIST = rf"{_NAME}(?:(?:\s*,\s*|\s+(?:and|&)\s+){_NAME}){{0,4}}"
_WRITTEN = r"(?i:(?:(?:words|reported|written|story|report|posted|text|analysis|opinion|comment)\s+)?by)"
_BY = re.compile(rf"^\W*{_WRITTEN}\s*:?\s+(?P<names>{_LIST})(?P<rest>.*)$")
_NAMES_ONLY = re.compile(_LIST)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_ROLE = re.compile(
    r"(?:\w+\s+)*(?:correspondents?|editors?|staff|writers?|reporters?|bureau|special|chief|news service)(?:\s+\w+)*",
    re.I,
)
_OUTLET = re.compile(
    r"\b(?:times|post|news|herald|tribune|journal|gazette|telegraph|guardian|independent|observer|mail|chronicle|press|"
    r"daily|weekly|online|blogs?|magazine|review|agency|network|radio|tv|television|broadcasting|today|mirror|standard|"
    r"bulletin|web\s?site|monitor|register|courier|dispatch|globe|sentinel|inquirer|examiner|wire|media)\b"
    r"|\.(?:com|org|net|co\.uk)\b",
    re.I,
)
"""Words that papers, agencies and sites have in their names."""
_LONGEST, _SHORTEST = 30, 4
"""Words of a headline; a shorter one needs other signs."""
_STANDFIRST_WORDS = 8
"""Words from which a line under the headline is a sentence of the report that lacks its full stop."""
_BY_WORDS = 8
"""Words that a byline has behind its names at most (a place, an office)."""
_LONGEST_SIGNATURE = 300
"""Characters of a line of names and a day."""
_CONTENT = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines above a report state. `standfirst` are those that belong to the report's text."""

    title: str | None
    byline: tuple[str, ...]
    published: When | None
    outlet: str | None
    standfirst: tuple[str, ...]
    cuts: tuple[Cut, ...]


def read_heading(pieces: tuple[Piece, ...], report: str, latest: date) -> Heading:
    """The heading among the pieces above the report. `latest`: the last day that a page can be of."""
    byline: tuple[str, ...] = ()
    published: When | None = None
    outlet: str | None = None
    lines: list[tuple[int, str]] = []
    cuts: dict[int, Cut] = {}
    origin_at = len(pieces)
    for at, piece in enumerate(pieces):
        text = piece.text
        names, day = _signature(text, latest)
        if names or day:
            byline, published = byline or names, published or day
            origin_at = min(origin_at, at)
        elif is_change_day(text, latest):
            cuts[at] = Cut(text, "day of a change")
        elif piece.reason:
            cuts[at] = Cut(text, piece.reason)
        else:
            lines.append((at, text))
    prose = {at for at, piece in enumerate(pieces) if piece.is_prose and not ends_in_cry(piece.text)}
    title_at = _title([line for line in lines if line[0] not in prose], report, origin_at)
    title = next((text for at, text in lines if at == title_at), None)
    standfirst: list[str] = []
    for at, text in lines:
        if at == title_at or text == title:
            continue
        above = title_at is None or at < title_at
        if at in prose and not above:
            standfirst.append(text)
        elif at in prose:
            cuts[at] = Cut(text, "above the headline")
        elif not above and len(text.split()) >= _STANDFIRST_WORDS:
            standfirst.append(text)
        elif above and outlet is None and is_outlet_name(text):
            outlet = text
            cuts[at] = Cut(text, "name of the outlet")
        elif not above and not byline and published and 2 <= len(text.split()) <= 6 and _NAMES_ONLY.fullmatch(text):
            byline = _names(text)
        else:
            cuts[at] = Cut(text, "menu" if above else "line under the headline")
    return Heading(title, byline, published, outlet, tuple(standfirst), tuple(cuts[at] for at in sorted(cuts)))


def states_origin(line: str, latest: date) -> bool:
    """Does the line state who wrote the report or of what day it is?"""
    return any(_signature(line, latest)) or is_change_day(line, latest)


def ends_in_cry(text: str) -> bool:
    """Does it end as only headlines among the lines above a report do, with a cry or a question?"""
    return text.endswith(("!", "?"))


def is_outlet_name(line: str) -> bool:
    """A short line in capitals that names itself a paper, a site, a programme."""
    words = line.split()
    return len(words) <= 5 and bool(_OUTLET.search(line)) and all(word[0].isupper() or len(word) <= 3 for word in words)


def read_byline(line: str) -> tuple[str, ...]:
    """The names of a line `By ...`; empty where it is none."""
    match = _BY.match(line)
    if not match or len(match["rest"].split()) > _BY_WORDS or re.search(r"[.!?]\s+\w", match["rest"]):
        return ()
    return _names(match["names"])


def _signature(line: str, latest: date) -> tuple[tuple[str, ...], When | None]:
    """The names and the day of a line that states nothing else."""
    if len(line) > _LONGEST_SIGNATURE:
        return (), None
    day = own_line_day(line, latest)
    if day or is_change_day(line, latest):
        return (), day
    closing = closing_day(line, latest)
    before, day = closing or (line, None)
    names = read_byline(before)
    if not names and day and _NAMES_ONLY.fullmatch(before):
        names = _names(before)
    return (names, day) if names else ((), None)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _AND.split(text.strip(" ,")) if name and not _ROLE.fullmatch(name))


def _title(lines: list[tuple[int, str]], report: str, origin_at: int) -> int | None:
    """The line that is the headline: it shares words with the report, stands last above the byline, and often stands
    on the page twice. None where no line has any such sign."""
    words = set(_CONTENT.findall(report.casefold()))
    times = Counter(text for _, text in lines)
    best, best_at = 0.0, None
    for at, text in lines:
        content = _CONTENT.findall(text.casefold())
        length = len(text.split())
        if not content or length > _LONGEST or is_outlet_name(text):
            continue
        score = sum(word in words for word in content) / len(content)
        score += 0.3 * (times[text] > 1) + 0.2 * (at < origin_at) - 0.5 * (length < _SHORTEST)
        if score >= best and score > 0 and not (score == best and at > origin_at):
            best, best_at = score, at
    return best_at if best_at is not None or len(lines) != 1 else lines[0][0]

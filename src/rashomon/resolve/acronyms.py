"""Acronyms that a report introduces in brackets, and the full names they stand for."""

import re

from rashomon.gazetteer import fold

_WORD = r"[A-Z][\w'’.-]*"
_INTRODUCED = re.compile(
    rf"(?P<full>{_WORD}(?:\s+(?:(?:of|for|and|the|in|on|de|del|la)\s+)*{_WORD})+)\s*\(\s*(?P<short>[A-Z][A-Z.]{{1,9}})\)"
)


def acronyms_of(text: str) -> dict[str, str]:
    """Every acronym introduced in brackets after its full name, with that name.

    The letters may stand in another order than the words ("Supreme Council of Iraq (SIC)"): writers mix them up.

    >>> acronyms_of("a spokesman of the Northern River Patrol (NRP) said")
    {'NRP': 'Northern River Patrol'}
    """
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        full = _ending(match["full"], match["short"].replace(".", ""))
        if full:
            found.setdefault(match["short"], full)
    return found


def _ending(run: str, letters: str) -> str:
    """The shortest ending of a run of capitalised words whose initials are those letters, in any order; else ""."""
    words = run.split()
    for start in range(len(words) - 1, -1, -1):
        parts = [part for word in words[start:] for part in re.split("-", word)]
        capitals = [part[0] for part in parts if part[:1].isupper()]
        every = [part[0].upper() for part in parts if part]
        if words[start][0].isupper() and sorted(letters) in (sorted(capitals), sorted(every)):
            return " ".join(words[start:])
    return ""


def is_acronym(name: str) -> bool:
    """Two to six letters, all capitals, with or without full stops."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper() and bool(fold(letters))

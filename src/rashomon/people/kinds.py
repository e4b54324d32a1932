"""The kinds of people and things that reports count and name, by their English head nouns (data/kinds.tsv), so that
"policemen" and "police officers" count as one kind and "soldiers" as another.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

CACHED = 2**16
"""Wordings remembered at a time: those of roles and figures come again and again."""


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    words: dict[str, str] = {}
    broader: dict[str, str] = {}
    for line in files("rashomon.people").joinpath("data", "kinds.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, parent, members = line.split("\t")
        broader[kind] = parent
        words.update((member, kind) for member in members.split())
    return words, broader


@lru_cache(maxsize=CACHED)
def kinds(text: str) -> frozenset[str]:
    """The kinds of people or things that `text` names; "police officers" are police, not also officers."""
    table, _ = _table()
    found = frozenset(table[word] for word in map(str.casefold, _WORD.findall(text)) if word in table)
    return found - {"officer"} if "police" in found else found


def known_kinds() -> frozenset[str]:
    """Every kind that the table has."""
    return frozenset(_table()[1])


def broader(kinds_of: frozenset[str]) -> frozenset[str]:
    """The broader kinds of these kinds: soldiers and police are both `security`."""
    _, parents = _table()
    return frozenset(parents[kind] for kind in kinds_of if parents[kind] != "-")

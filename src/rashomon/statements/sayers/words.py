"""Which words tell in what role somebody speaks, and the names of outlets: data, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.publishers import find_publisher
from rashomon.record.statement import SayerRole


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Lemmas in lower case by what they tell of a speaker; the fields are described in `data/sayers_roles.toml`."""

    official: frozenset[str]
    body: frozenset[str]
    spokesman: frozenset[str]
    witness: frozenset[str]
    document: frozenset[str]
    printed: frozenset[str]
    outlet_endings: frozenset[str]
    outlet_nouns: frozenset[str]
    titles: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    people: frozenset[str]
    gatherers: frozenset[str]


@cache
def role_words() -> RoleWords:
    """The words of `data/sayers_roles.toml`."""
    table = tomllib.loads(files("rashomon.statements").joinpath("data/sayers_roles.toml").read_text(encoding="utf-8"))
    return RoleWords(**{key: frozenset(words.split()) for key, words in table.items()})


def is_speaker(lemma: str) -> bool:
    """Whether the noun is of a person, a body or a document."""
    words = role_words()
    groups = (words.official, words.body, words.witness, words.document, words.people, words.outlet_nouns)
    return any(lemma in group for group in groups)


def outlet(name: str, *, proper: bool = True) -> tuple[str, SayerRole] | None:
    """The outlet or agency that goes by `name`, the name as it is used first; None if it is none that we can tell.

    `proper`: the name is a proper one, so that its last word may tell ("Basra Times").
    """
    known = find_publisher(name, any_case=True)
    if known is not None:
        return known.name, known.kind
    plain = name.removeprefix("the ").removeprefix("The ").strip()
    words = plain.split()
    if proper and len(words) > 1 and words[-1].lower() in role_words().outlet_endings and words[-1][0].isupper():
        return plain, "outlet"
    return None

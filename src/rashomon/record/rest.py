"""Who rests on whom: every statement followed back from the outlet that prints it to whoever is closest to the fact."""

from dataclasses import dataclass
from typing import Literal

How = Literal["prints", "cites", "quotes", "unnamed"]
"""`prints` the text of; `cites` an outlet, an agency or a document; `quotes` somebody with a name; `unnamed`: quotes
somebody without one, whose wording in one report is nobody to be found in another."""


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody on the way back; `how` is how the one before has it from them, None for the outlet that is the first."""

    name: str
    how: How | None


@dataclass(frozen=True, slots=True)
class Followed:
    """One statement followed back. `origin` is whom the event counts it for; `links` begin with the outlet of the
    article (its file where no outlet is known). `copy` is true where another article of the family stands for the text
    in this account: it adds reach and no voice."""

    statement: str
    article: str
    event: str
    origin: str
    links: tuple[Link, ...]
    copy: bool


@dataclass(frozen=True, slots=True)
class Rest:
    """`of` has from `on` what these statements (ids, sorted) tell."""

    of: str
    on: str
    how: How
    statements: tuple[str, ...]

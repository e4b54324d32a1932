"""An event in the words of ACLED, UCDP and CAMEO (data/mappings.tsv, which says its sources).

What a scheme has no word for is None. UCDP counts an event only from one death on; the type of violence is told here
for every act of armed force, and the figures tell whether anybody died.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.events.clues import belongings
from rashomon.events.tables import rows
from rashomon.people import kinds
from rashomon.record import Actor, Role

_STATE_TYPES = frozenset({"state", "force", "office"})
_STATE_KINDS = frozenset({"soldier", "police", "force", "officer", "government"})
_CIVILIAN_KINDS = frozenset(
    {
        "civilian",
        "child",
        "woman",
        "man",
        "medic",
        "journalist",
        "prisoner",
        "refugee",
        "protester",
        "people",
        "family",
        "home",
    }
)


@cache
def _table() -> dict[tuple[str, str | None], tuple[str, ...]]:
    return {(type_, None if mode == "-" else mode): rest for type_, mode, *rest in map(list, rows("mappings.tsv"))}  # type: ignore[misc]


def _row(type_: str, mode: str | None) -> tuple[str, ...]:
    table = _table()
    return table.get((type_, mode)) or table.get((type_, None)) or ("-", "-", "-", "-")


def party(roles: Iterable[Role], actors: Mapping[str, Actor]) -> str | None:
    """What sort of party the roles are: "state", "armed" (an organised group that is no state's), "civilian", None
    unknown.

    A named actor tells more than the words for people; a state's own forces go before anything else.
    """
    sorts = set()
    for role in roles:
        actor = actors.get(role.actor or "")
        words = kinds(role.text) | kinds(role.name)
        types = {actors[key].type for key in belongings(actor.id, actors) if key in actors} if actor else set()
        if actor and actor.type == "militia":
            sorts.add("armed")
        elif (actor and actor.type in _STATE_TYPES) or words & _STATE_KINDS:
            sorts.add("state")
        elif words & {"fighter", "criminal"} or "militia" in types:
            sorts.add("armed")
        elif words & _CIVILIAN_KINDS or (actor and actor.type == "person"):
            sorts.add("civilian")
    return next((sort for sort in ("state", "armed", "civilian") if sort in sorts), None)


def acled(type_: str, mode: str | None, doer: str | None, target: str | None) -> tuple[str, str] | None:
    """ACLED's event type and sub-event type of an act between two parties (see `party`), None where it has none."""
    event, sub, _, _ = _row(type_, mode)
    if event == "between":
        return ("Strategic developments", sub) if {doer, target} <= {"state", "armed"} else None
    if event == "by-parties" and doer not in ("state", "armed"):
        return None
    if event in ("by-target", "by-parties"):
        if target == "civilian":
            return "Violence against civilians", sub
        return ("Battles", "Armed clash") if target in ("state", "armed") else None
    if event == "by-actor":
        if doer == "state":
            return "Battles", "Government regains territory"
        return ("Battles", "Non-state actor overtakes territory") if doer == "armed" else None
    return None if event == "-" else (event, sub)


def ucdp_violence(type_: str, mode: str | None, doer: str | None, target: str | None) -> int | None:
    """UCDP's type of violence: 1 a state against an organised group or a state, 2 between other organised groups, 3
    an organised actor against civilians; None where the act is no armed force or a party is unknown."""
    if _row(type_, mode)[2] != "force" or doer not in ("state", "armed") or target is None:
        return None
    if target == "civilian":
        return 3
    return 1 if "state" in (doer, target) else 2


def cameo_root(type_: str, mode: str | None) -> str | None:
    """The two-digit CAMEO root that the act maps to, None where CAMEO has none."""
    root = _row(type_, mode)[3]
    return None if root == "-" else root

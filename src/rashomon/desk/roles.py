"""What each role may do: every route of the desk with the least role that it takes. A route without a row is closed."""

from types import MappingProxyType
from typing import Literal, get_args

from starlette.routing import compile_path

Role = Literal["blind", "reader", "coder", "reviewer", "administrator"]
"""Who may do what. `blind` decides without seeing what others decided, by the calls in `BLIND` alone. Of the others
each may all that those before it may: read; decide, and take back what one decided oneself; take back what others
decided; say who may use the desk."""

Least = Literal["stranger", "reader", "coder", "reviewer", "administrator"]
"""The least role of a route; a stranger is whoever is not signed in."""

OWNER: Role = "reviewer"
"""What whoever runs the desk on their own machine may do while it has no users: all but say who may use it, which takes
the command line, since any program of the machine could ask."""

ROUTES = MappingProxyType[tuple[str, str], Least]({
    ("GET", "/api/session"): "stranger",
    ("POST", "/api/session"): "stranger",
    ("DELETE", "/api/session"): "reader",
    ("POST", "/api/session/password"): "reader",
    ("GET", "/api/openapi.json"): "reader",
    ("GET", "/api/record"): "reader",
    ("GET", "/api/events"): "reader",
    ("GET", "/api/facets"): "reader",
    ("GET", "/api/timeline"): "reader",
    ("GET", "/api/map"): "reader",
    ("GET", "/api/events/{key}"): "reader",
    ("GET", "/api/articles"): "reader",
    ("GET", "/api/articles/{key}"): "reader",
    ("GET", "/api/actors"): "reader",
    ("GET", "/api/actors/{key}"): "reader",
    ("GET", "/api/situation"): "reader",
    ("GET", "/api/situation/days"): "reader",
    ("GET", "/api/situation/words"): "reader",
    ("GET", "/api/situation/differences"): "reader",
    ("GET", "/api/card"): "reader",
    ("GET", "/api/export"): "reader",
    ("GET", "/api/judgements"): "reader",
    ("POST", "/api/judgements/apart"): "coder",
    ("POST", "/api/judgements/{key}/undo"): "coder",
    ("POST", "/api/judgements/together"): "coder",
    ("POST", "/api/judgements/split"): "coder",
    ("POST", "/api/judgements/same"): "coder",
    ("GET", "/api/queue"): "reader",
    ("GET", "/api/queue/{key}"): "reader",
    ("POST", "/api/queue/{key}/verdict"): "coder",
    ("POST", "/api/queue/{key}/fix"): "coder",
    ("GET", "/api/acts"): "reader",
    ("GET", "/api/places"): "reader",
    ("GET", "/api/coding"): "reviewer",
    ("GET", "/api/users"): "administrator",
    ("POST", "/api/users"): "administrator",
    ("POST", "/api/users/{key}/role"): "administrator",
    ("POST", "/api/users/{key}/password"): "administrator",
    ("DELETE", "/api/users/{key}"): "administrator",
})  # fmt: skip
"""By method and path. What is not under /api is the front end itself, which holds nothing of any record."""

BLIND = frozenset({
    ("GET", "/api/session"), ("POST", "/api/session"), ("DELETE", "/api/session"), ("POST", "/api/session/password"),
    ("GET", "/api/record"), ("GET", "/api/articles"), ("GET", "/api/articles/{key}"), ("GET", "/api/judgements"),
    ("POST", "/api/judgements/{key}/undo"), ("GET", "/api/queue"), ("GET", "/api/queue/{key}"),
    ("POST", "/api/queue/{key}/verdict"), ("POST", "/api/queue/{key}/fix"), ("GET", "/api/acts"),
    ("GET", "/api/places"),
})  # fmt: skip
"""What whoever codes blind may call. Each of these tells them nothing of what others decided; events, actors and
exports are made of it, so they are closed."""

_RANKS = {role: rank for rank, role in enumerate(get_args(Least))}
_PATTERNS = tuple((method, compile_path(path)[0], least) for (method, path), least in ROUTES.items())
_ROWS = tuple((row, compile_path(row[1])[0]) for row in ROUTES)


def may(role: Role | None, least: Least) -> bool:
    """Does the role reach so far? None is a stranger's. Whoever codes blind does not stand in this order."""
    return _RANKS["stranger" if role is None or role == "blind" else role] >= _RANKS[least]


def decides(role: Role | None) -> bool:
    """May they decide on statements?"""
    return role == "blind" or may(role, "coder")


def may_call(role: Role | None, method: str, path: str) -> bool:
    """May they make this call, to a path that answers to this method?"""
    if role == "blind":
        # All rows that the path may mean, as below.
        return all(row in BLIND for row, pattern in _ROWS if row[0] == method and pattern.match(path))
    return may(role, methods(path)[method])


def methods(path: str) -> dict[str, Least]:
    """The methods that a path answers to, each with the least role that it takes; empty where there is no row."""
    found: dict[str, Least] = {}
    for method, pattern, least in _PATTERNS:
        # An address may answer to two rows, as /users/{key} and /users/mine would: the stricter one holds.
        if pattern.match(path) and (method not in found or _RANKS[least] > _RANKS[found[method]]):
            found[method] = least
    return found

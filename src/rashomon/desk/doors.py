"""The doors of the desk: nothing under /api is reached by anybody whose role does not reach so far.

Where the desk has users, everybody has to be signed in, on its own machine as well. Where it has none, whoever can
reach it is its owner. A call is looked at before any route, so that one that was forgotten in the table is closed.
"""

from dataclasses import dataclass
from hmac import compare_digest

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.desk.desk import Desk
from rashomon.desk.roles import OWNER, Least, Role, may_call, methods
from rashomon.record import content_id

TOKEN = "x-csrf-token"
"""The header in which a page shows that it could read what the desk answered; a page of others can not."""

READING = ("GET", "HEAD", "OPTIONS")

_DOES: dict[Least, str] = {
    "coder": "decide", "reviewer": "overrule others", "administrator": "say who may use the desk",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who makes a call. `name` is None for the owner of a desk without users, and for a stranger, who has no `role`
    either. `session` is the token of the session."""

    name: str | None
    role: Role | None
    session: str | None = None

    @property
    def token(self) -> str | None:
        """What the calls of this session that change something carry in `TOKEN`."""
        return self.session and content_id("csrf", self.session)


STRANGER = Visitor(None, None)

CLOSED = (
    "who codes blind sees the queue, the articles and their own decisions alone, as all else shows what others decided"
)


class Doors:
    """Lets a call through to the application, or answers 401, 403, 404 or 405 itself."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at who calls and what for."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not (path == "/api" or path.startswith("/api/")):
            await self.app(scope, receive, send)
            return
        visitor = await run_in_threadpool(visitor_of, Request(scope), self._desk)
        refused = _refused(visitor, Request(scope))
        scope.setdefault("state", {})["visitor"] = visitor

        async def send_and_keep_nowhere(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["cache-control"] = "no-store"
            await send(message)

        await (refused or self.app)(scope, receive, send_and_keep_nowhere)


def visitor_of(request: Request, desk: Desk) -> Visitor:
    """Who makes this call, by the session that its cookie holds."""
    if not desk.asks():
        return Visitor(None, OWNER)
    session = request.cookies.get(cookie(request, desk))
    user = desk.people.signed_in(session) if session else None
    return Visitor(user.name, user.role, session) if user else STRANGER


def cookie(request: Request, desk: Desk) -> str:
    """The name of the cookie. Cookies are the same for all ports of a machine, so it tells records apart; where the
    address is encrypted a browser takes one that begins so from nobody else."""
    return f"{'__Host-' if request.url.scheme == 'https' else ''}rashomon-{desk.key}"


def _refused(visitor: Visitor, request: Request) -> JSONResponse | None:
    """The answer to somebody who may not make this call; None where they may."""
    known = methods(request.url.path)
    least = known.get(request.method)
    if visitor.role is None and least != "stranger":
        return _told(401, "nobody is signed in; sign in first")
    if not known:
        return _told(404, "the desk has no such route; see /api/openapi.json")
    if least is None:
        return _told(405, "the desk does not answer to this method here", {"allow": ", ".join(sorted(known))})
    if not may_call(visitor.role, request.method, request.url.path):
        if visitor.role == "blind":
            return _told(403, f"{CLOSED}; an administrator may change that")
        who = f"a {visitor.role}" if visitor.name else "whoever runs the desk without users"
        return _told(403, f"{who} may not {_DOES[least]}; an administrator may change that")
    if visitor.token and request.method not in READING:
        shown = request.headers.get(TOKEN, "")
        if not compare_digest(shown.encode(), visitor.token.encode()):
            return _told(403, "this call does not come from a page of the desk; load the page again")
    return None


def _told(status: int, words: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": words}, status, headers)

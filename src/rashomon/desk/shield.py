"""What keeps the desk to itself: it answers to its own names only, and its pages load nothing from outside."""

from collections.abc import Sequence

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ["127.0.0.1", "localhost", "[::1]"]
"""Names that a browser on this machine calls us by. Any other `Host` is somebody else's page that was pointed here."""

POLICY = "; ".join(
    [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "img-src 'self' data: blob:",
        "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)  # fmt: skip
"""The content security policy: everything from here, no script and no style within a page."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Shielded:
    """Puts the headers on every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application within does, with the headers added."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class SameOrigin:
    """Lets nothing be changed at the bidding of another page: a browser says where a call comes from."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a call that changes something and comes from a page of another origin."""
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD", "OPTIONS") and self._foreign(scope):
            answer = JSONResponse({"error": "this call comes from a page that is not the desk's"}, 403)
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _foreign(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        site = headers.get("sec-fetch-site")
        if site is not None and site not in ("same-origin", "none"):
            return True
        origin = headers.get("origin")
        return origin is not None and origin != f"{scope['scheme']}://{headers.get('host')}"


def shield(app: FastAPI, names: Sequence[str] = ()) -> None:
    """Put the shield around the application, which answers to `names` as well; what is added last is outermost."""
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*HOSTS, *names], www_redirect=False)
    app.add_middleware(SameOrigin)
    app.add_middleware(Shielded)

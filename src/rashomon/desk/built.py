"""The front end as `make setup` builds it into `static/`; every path of the desk is answered with its one page."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

STATIC = Path(__file__).parent / "static"
"""Where the built files are; they travel in the wheel and are not kept in the repository."""

HOW = "Install Node 20.19 or newer and run: make setup"
"""The mend where the front end is not built."""

_UNBUILT = f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Rashomon</title>
<h1>The desk is not built</h1>
<p>Its front end is missing from this installation. {HOW}</p>
<p>What the desk asks of the record is there: <a href="/api/record">/api/record</a>.</p>
</html>
"""

_FOREVER = "public, max-age=31536000, immutable"
"""For files whose name changes with what is in them."""


def is_built() -> bool:
    """Is the front end there?"""
    return (STATIC / "index.html").is_file()


class Built:
    """Answers with the built files; with the page itself for paths that are none, as its own addresses are."""

    def __init__(self) -> None:
        self._files = StaticFiles(directory=STATIC, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, with the page, or with how to build it."""
        response = await self._response(scope)
        await response(scope, receive, send)

    async def _response(self, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, "the pages of the desk are only to be read", {"allow": "GET, HEAD"})
        path = self._files.get_path(scope)
        if path.split("/")[0] == "api":
            raise HTTPException(404, "the desk has no such route; see /api/openapi.json")
        if not is_built():
            return HTMLResponse(_UNBUILT, 503)
        if path.startswith("assets"):
            response = await self._files.get_response(path, scope)
            response.headers["cache-control"] = _FOREVER
            return response
        try:
            return await self._files.get_response(path, scope)
        except HTTPException:
            return FileResponse(STATIC / "index.html", headers={"cache-control": "no-cache"})

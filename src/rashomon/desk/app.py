"""The application: the routes under `/api`, and the built front end for every other path."""

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from rashomon.desk import coding, exporting, joining, judging, queue, routes, signing, situating
from rashomon.desk.built import Built
from rashomon.desk.desk import Desk
from rashomon.desk.doors import Doors
from rashomon.desk.shapes import Trouble
from rashomon.desk.shield import shield
from rashomon.errors import RashomonError, RecordError, UsageError
from rashomon.settings import Settings

ROUTERS = (
    routes.router, judging.router, queue.router, joining.router, coding.router, exporting.router, situating.router,
    signing.router,
)  # fmt: skip
"""All that is asked under /api."""

AT_THE_DOORS: dict[int | str, dict[str, Any]] = {
    401: {"model": Trouble, "description": "Nobody is signed in, or name and password do not fit."},
    403: {"model": Trouble, "description": "The role does not reach so far, or the call is not one of the desk's."},
}
"""What any route may be answered with before it is reached."""


def make_app(
    record: str, settings: Settings | None = None, author: str | None = None, names: Sequence[str] = ()
) -> FastAPI:
    """The desk of one record; `author` is under whose name is decided while it has no users, None where nobody may
    decide. `names` are those that other machines call it by; where there are any, one has to sign in.

    Raises RecordError at once where the record can not be opened.
    """
    desk = Desk(record, settings or Settings(), author, shared=bool(names))
    with desk.view():
        pass
    # No page of FastAPI's own: they fetch their scripts from elsewhere.
    app = FastAPI(
        title="Rashomon desk",
        description="What the desk asks of a record. Every list is paged; every id is made from content.",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.desk = desk
    for router in ROUTERS:
        app.include_router(router, prefix="/api", responses=AT_THE_DOORS)
    app.mount("/", Built(), name="desk")
    app.add_exception_handler(RashomonError, _answer(503, str))
    app.add_exception_handler(UsageError, _answer(409, str))
    app.add_exception_handler(RecordError, _answer(503, str))
    app.add_exception_handler(RequestValidationError, _answer(422, _wrong_values))
    app.add_exception_handler(HTTPException, _http)
    app.add_middleware(Doors, desk=desk)
    shield(app, names)
    return app


def _answer(status: int, words: Callable[[Exception], str]) -> Callable[[Request, Exception], JSONResponse]:
    def answer(request: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"error": words(error)}, status)

    return answer


def _wrong_values(error: Exception) -> str:
    assert isinstance(error, RequestValidationError)
    told = (f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
    return "; ".join(told)


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code, error.headers)

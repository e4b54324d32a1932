"""The application: the routes under `/api`, and the built front end for every other path."""

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from rashomon.desk import coding, exporting, joining, judging, queue, routes
from rashomon.desk.built import Built
from rashomon.desk.desk import Desk
from rashomon.desk.shield import shield
from rashomon.errors import RashomonError, RecordError, UsageError
from rashomon.settings import Settings


def make_app(record: str, settings: Settings | None = None, author: str | None = None) -> FastAPI:
    """The desk of one record; `author` is under whose name is decided, None where nobody may decide.

    Raises RecordError at once where the record can not be opened.
    """
    desk = Desk(record, settings or Settings(), author)
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
    for router in (routes.router, judging.router, queue.router, joining.router, coding.router, exporting.router):
        app.include_router(router, prefix="/api")
    app.mount("/", Built(), name="desk")
    app.add_exception_handler(RashomonError, _answer(503, str))
    app.add_exception_handler(UsageError, _answer(409, str))
    app.add_exception_handler(RecordError, _answer(503, str))
    app.add_exception_handler(RequestValidationError, _answer(422, _wrong_values))
    app.add_exception_handler(HTTPException, _http)
    shield(app)
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

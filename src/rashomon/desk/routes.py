"""The routes: what is asked in the address, and the typed answer."""

from datetime import date
from typing import Annotated, Literal, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi import Path as InPath

from rashomon.desk import lists
from rashomon.desk.asked import Asked, Bounds
from rashomon.desk.desk import Desk
from rashomon.desk.doors import Visitor
from rashomon.desk.roles import decides, may
from rashomon.desk.shapes import (
    ActorList,
    ActorPage,
    ArticleList,
    ArticlePage,
    EventList,
    Facets,
    PlaceMap,
    RecordPage,
    Seen,
    Timeline,
    Trouble,
)  # fmt: skip

T = TypeVar("T")

PAGE = 50
"""Lines of a list that are sent at once."""

Text = Annotated[str | None, Query(max_length=300)]
Key = Annotated[str, InPath(pattern="^[0-9a-f]{16}$")]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Limit = Annotated[int, Query(ge=1, le=500)]

router = APIRouter(
    responses={
        404: {"model": Trouble, "description": "There is nothing with this id."},
        422: {"model": Trouble, "description": "A value in the address can not be used."},
        503: {"model": Trouble, "description": "The record can not be used just now; the words say why."},
    }
)


def _desk(request: Request) -> Desk:
    """The desk with whoever asks at it: decisions are made under the name of the user who is signed in."""
    desk: Desk = request.app.state.desk
    visitor: Visitor = request.state.visitor
    if visitor.name is None:
        return desk
    author = visitor.name if decides(visitor.role) else None
    return desk.of(author, may(visitor.role, "reviewer"), blind=visitor.role == "blind")


ThisDesk = Annotated[Desk, Depends(_desk)]


def _bounds(
    bounds: Annotated[str | None, Query(max_length=100, description="west,south,east,north in degrees")] = None,
) -> Bounds | None:
    if not bounds:
        return None
    try:
        west, south, east, north = map(float, bounds.split(","))
    except ValueError:
        raise HTTPException(422, "bounds: write them as west,south,east,north in degrees") from None
    return west, south, east, north


def _asked(
    desk: ThisDesk,
    q: Text = None,
    since: date | None = None,
    until: date | None = None,
    place: Text = None,
    actor: Annotated[str | None, Query(pattern="^[0-9a-f]{16}$")] = None,
    act: Text = None,
    origin: Text = None,
    clash: Literal["any", "figure", "time", "place", "actor", "target", "act", "factuality"] | None = None,
    bounds: Annotated[Bounds | None, Depends(_bounds)] = None,
    review: Annotated[
        Literal["none", "some", "all"] | None, Query(description="on how many of its statements somebody has decided")
    ] = None,
) -> Asked:
    return Asked(q or "", since, until, place, actor, act, origin, clash, bounds, *_reviewed(desk, review))


def _reviewed(desk: Desk, review: str | None) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """The events so far reviewed, and those that are not to be among them; None where nothing is asked."""
    if review is None:
        return None, None
    with desk.view() as view:
        whole = view.reviewed.of_events()
    if review == "none":
        return None, tuple(whole)
    return tuple(event for event, every in whole.items() if every == (review == "all")), None


Filters = Annotated[Asked, Depends(_asked)]


@router.get("/record")
def record(desk: ThisDesk) -> RecordPage:
    """The record as a whole."""
    return desk.record()


@router.get("/events")
def events(
    desk: ThisDesk,
    asked: Filters,
    order: Literal["told", "time", "match"] = "told",
    offset: Offset = 0,
    limit: Limit = PAGE,
) -> EventList:
    """Events that answer to all filters, a stretch of them."""
    with desk.base() as base:
        return lists.events(base, asked, order, offset, limit)


@router.get("/facets")
def facets(desk: ThisDesk, asked: Filters) -> Facets:
    """What the events that answer can be filtered by further."""
    with desk.base() as base:
        return lists.facets(base, asked)


@router.get("/timeline")
def timeline(desk: ThisDesk, asked: Filters) -> Timeline:
    """When the events happened that answer."""
    with desk.base() as base:
        return lists.timeline(base, asked)


@router.get("/map")
def places(desk: ThisDesk, asked: Filters) -> PlaceMap:
    """Where the events happened that answer."""
    with desk.base() as base:
        return lists.places(base, asked)


@router.get("/events/{key}")
def event(desk: ThisDesk, key: Key, as_of: date | None = None, according_to: Text = None) -> Seen:
    """One event, its accounts beside each other; whole, or as it was known on a day, or according to somebody."""
    with desk.pages() as pages:
        return _found(pages.event(key, as_of, according_to), "event")


@router.get("/articles")
def articles(desk: ThisDesk, offset: Offset = 0, limit: Limit = PAGE) -> ArticleList:
    """The articles, by file, and what did not become one."""
    return desk.articles(offset, limit)


@router.get("/articles/{key}")
def article(desk: ThisDesk, key: Key) -> ArticlePage:
    """One article with all that was read in it."""
    with desk.pages() as pages:
        return _found(pages.article(key, blind=desk.blind), "article")


@router.get("/actors")
def actors(desk: ThisDesk, q: Text = None, type: Text = None, offset: Offset = 0, limit: Limit = PAGE) -> ActorList:
    """The actors with all these words in a name, a stretch of them."""
    with desk.base() as base:
        return lists.actors(base, q or "", type, offset, limit)


@router.get("/actors/{key}")
def actor(desk: ThisDesk, key: Key) -> ActorPage:
    """One actor: names, merges, parents, who does what to whom."""
    with desk.pages() as pages:
        return _found(pages.actor(key), "actor")


def _found(value: T | None, noun: str) -> T:
    if value is None:
        raise HTTPException(404, f"the record has no {noun} with this id; it may have got another by a later build")
    return value

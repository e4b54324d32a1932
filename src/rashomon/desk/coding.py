"""Two people who coded the same statements blind: how far they agree, and where they differ, side by side."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from rashomon.desk.routes import ThisDesk
from rashomon.desk.shapes import Counted, Named, Trouble
from rashomon.record import ON_STATEMENTS, Statement, standing
from rashomon.run import Agreement, Coded, coding

MOST = 200
"""Statements side by side that are sent."""

router = APIRouter(
    responses={
        422: {"model": Trouble, "description": "A value in the address can not be used."},
        503: {"model": Trouble, "description": "The record can not be used just now; the words say why."},
    }
)


@dataclass(frozen=True, slots=True)
class DifferLine:
    """A statement that its coders did not leave alike: as it was `read`, as each left it, and the `fields` at issue."""

    read: Statement
    article: Named
    coded: tuple[Coded, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodingPage:
    """`coders` are all who decided on statements, each with how many decisions stand; `units` the statements that at
    least two of `authors` decided, of which `differing` are not left alike."""

    coders: tuple[Counted, ...]
    authors: tuple[str, ...]
    units: int
    differing: int
    agreements: tuple[Agreement, ...]
    differs: tuple[DifferLine, ...]


@router.get("/coding")
def agreement(
    desk: ThisDesk, author: Annotated[list[Annotated[str, Query(max_length=300)]] | None, Query(max_length=20)] = None
) -> CodingPage:
    """How far those named agree, field by field; all who decided on any statement if nobody is named."""
    with desk.view() as view:
        found = coding(view, author or ())
        decided = (one for one in standing(view.judgements()) if one.kind in ON_STATEMENTS and one.kind != "comment")
        number = Counter(one.author for one in decided)
        articles = view.articles_by_id(one.read.article for one in found.differs[:MOST])
    lines = tuple(
        DifferLine(one.read, Named(one.read.article, articles[one.read.article].title or ""), one.coded, one.fields)
        for one in found.differs[:MOST]
    )
    coders = tuple(Counted(name, name, number[name]) for name in sorted(number))
    return CodingPage(coders, found.authors, found.units, len(found.differs), found.agreements, lines)

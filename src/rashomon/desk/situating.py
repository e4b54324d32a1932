"""The situation on a day for the desk: forces with their sides, ties, ground, flows and truces, and two of them beside
each other; each tie leads to the sentences behind it."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from rashomon.desk.desk import Desk
from rashomon.desk.pages import article_line
from rashomon.desk.picturing import BONDS, Picture
from rashomon.desk.routes import Text, ThisDesk
from rashomon.desk.shapes import Trouble
from rashomon.desk.standing import (
    BondChange,
    FlowLineChange,
    GroundChange,
    SituationDays,
    SituationPage,
    SituationsPage,
    StrengthChange,
    TruceLineChange,
    Words,
)
from rashomon.record import Change, Figure
from rashomon.run import Situated, differing, situated
from rashomon.store import View

SENTENCES = 40
"""Sentences that are sent for one tie: more than anybody reads at once."""

router = APIRouter(
    responses={
        404: {"model": Trouble, "description": "There is nothing with this id."},
        422: {"model": Trouble, "description": "A value in the address can not be used."},
        503: {"model": Trouble, "description": "The record can not be used just now; the words say why."},
    }
)


@router.get("/situation/days")
def days(desk: ThisDesk) -> SituationDays:
    """The days on which anything begins or ends, for the slider."""
    with desk.view() as view:
        return SituationDays(view.turns(), view.published()[1])


@router.get("/situation/words")
def words(desk: ThisDesk, ids: Annotated[str, Query(pattern="^[0-9a-f,]{16,1000}$")]) -> Words:
    """The sentences of these statements, with their articles."""
    keys = list(dict.fromkeys(ids.split(",")))[:SENTENCES]
    with desk.view() as view:
        told = view.statements_by_id(keys)
        articles = view.articles_by_id(one.article for one in told.values())
        lines = tuple(article_line(each, 0) for each in articles.values())
    order = sorted(told.values(), key=lambda one: (str(articles[one.article].published), one.article, one.id))
    return Words(tuple(order), lines)


@router.get("/situation/differences")
def differences(
    desk: ThisDesk,
    on: date,
    against: Annotated[str, Query(max_length=300)],
    as_of: date | None = None,
    according_to: Text = None,
) -> SituationsPage:
    """Two situations beside each other: of two days, or of one day as two tell it. The first is the one compared with
    where it is earlier."""
    with desk.view() as view:
        here = situated(view, desk.pipeline, on, as_of, according_to)
        other_day, other_name = _other(against, on, according_to)
        there = situated(view, desk.pipeline, other_day, as_of, other_name)
        titles = (_title(on, according_to, against), _title(other_day, other_name, against))
        pairs = [(here, titles[0]), (there, titles[1])]
        if other_day < on:
            pairs.reverse()
        (one, first), (other, second) = pairs
        return _beside(view, desk, one, other, first, second)


@router.get("/situation")
def situation(desk: ThisDesk, on: date, as_of: date | None = None, according_to: Text = None) -> SituationPage:
    """How things stood on a day, as all tell it, as one tells it, or as it could be known on a day."""
    with desk.view() as view:
        told = situated(view, desk.pipeline, on, as_of, according_to)
        return Picture(view, desk.pipeline, told).page()


def _beside(view: View, desk: Desk, one: Situated, other: Situated, first: str, second: str) -> SituationsPage:
    found = differing(desk.pipeline, one, other)
    merged = replace(
        other, actors={**one.actors, **other.actors}, places={**one.places, **other.places},
        situation=replace(other.situation, disputed=one.situation.disputed | other.situation.disputed),
    )  # fmt: skip
    picture = Picture(view, desk.pipeline, merged)
    grounds = {hold.place.id: hold.place.name for each in (one, other) for hold in each.situation.places}
    held = [
        {hold.place.id: tuple(picture.named(r.subject) for r in hold.holders) for hold in each.situation.places}
        for each in (one, other)
    ]
    words = picture.sentences([change.truce.statements[0] for change in found.truces])
    apart, both = ([each for each in found.relations if (each.how == "both") == kept] for kept in (False, True))
    shown = [each for some in (apart, both) for each in sorted(some, key=_weight)[:BONDS]]
    bonds = picture.bonds([change.relation for change in shown])
    return SituationsPage(
        first,
        second,
        len(apart),
        len(both),
        tuple(map(BondChange, (change.how for change in shown), bonds)),
        tuple(FlowLineChange(change.how, picture.flow(change.flow)) for change in found.flows),
        tuple(TruceLineChange(change.how, picture.truce(change.truce, words, False)) for change in found.truces),
        tuple(
            GroundChange(name, held[0].get(key, ()), held[1].get(key, ()))
            for key, name in sorted(grounds.items(), key=lambda pair: (pair[1], pair[0]))
        ),
        _strengths(picture, one, other),
    )


def _weight(change: Change) -> tuple[int, str, str]:
    """Those told by most origins first."""
    return -change.relation.origins, change.how, change.relation.id


def _strengths(picture: Picture, one: Situated, other: Situated) -> tuple[StrengthChange, ...]:
    told = [{stand.actor.id: stand.strength for stand in each.situation.actors} for each in (one, other)]
    forces = sorted({key for each in told for key, strength in each.items() if strength})

    def figures(side: int, key: str) -> tuple[Figure, ...]:
        return tuple(figure for relation in told[side].get(key, ()) for figure in relation.figures)

    lines = (StrengthChange(picture.named(key), figures(0, key), figures(1, key)) for key in forces)
    return tuple(sorted(lines, key=lambda line: line.force.name))


def _other(against: str, on: date, according_to: str | None) -> tuple[date, str | None]:
    """The other situation: another day of the same teller, or another teller on the same day."""
    try:
        return date.fromisoformat(against), according_to
    except ValueError:
        pass
    if not against.strip():
        raise HTTPException(422, "against: name a day, or somebody who tells of it")
    return on, None if against == EVERYBODY else against


EVERYBODY = "*"
"""Stands for all together where somebody is compared with all."""


def _title(on: date, according_to: str | None, against: str) -> str:
    """What tells the two apart: the day, or who tells it."""
    try:
        date.fromisoformat(against)
    except ValueError:
        return according_to or "everybody"
    return on.isoformat()

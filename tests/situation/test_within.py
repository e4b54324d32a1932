"""What is undated lies within the operation that it is told in."""

from dataclasses import replace
from datetime import date

from makers import a_day, a_figure, a_role, a_statement, an_article
from rashomon.record import Actor, When
from rashomon.situation import bounds_within, draw_situation, flows, truces

ARTICLE = an_article("The sweep of Karsa began on 2 May. Forty men of the Hill Front deserted. A truce followed.")
OUT = When(date(2021, 5, 9), date(2021, 5, 9), "day", "9 May 2021", "published")
SWEEP = a_statement(ARTICLE, type="assault", mode=None, time=a_day("2021-05-02"))
OWN = (a_role(ARTICLE, "Hill Front", "Hill Front"),)
LEFT = replace(a_statement(ARTICLE, actors=OWN, figures=(a_figure(40, "Forty", measure="deserted"),)), id="left")
TRUCE = replace(SWEEP, id="truce", type="retreat", mode="ceasefire", time=None)
OPERATIONS, PARTS = {"sweep": (SWEEP.id,)}, {LEFT.id: "sweep", TRUCE.id: "sweep"}
FRONT = {"Hill Front": Actor("Hill Front", "Hill Front", ("Hill Front",), "militia")}
ORIGINS = {SWEEP.id: "A", LEFT.id: "A", TRUCE.id: "A"}


def within(statements=(SWEEP, LEFT, TRUCE), origins=ORIGINS, published=OUT):
    return bounds_within(statements, origins, {ARTICLE.id: published}, OPERATIONS, PARTS)


def test_an_undated_act_lies_between_the_beginning_and_the_telling():
    bound = within()[LEFT.id]
    assert (bound.operation, bound.time.earliest, bound.time.latest) == ("sweep", date(2021, 5, 2), date(2021, 5, 9))
    (flow,) = flows([LEFT], ORIGINS, FRONT, {}, within())
    assert (flow.within, flow.time) == ("sweep", bound.time)


def test_no_day_is_lent_and_none_made_up():
    other = replace(LEFT, article="another")
    origins = {**ORIGINS, LEFT.id: "B"}
    published = {ARTICLE.id: OUT, "another": OUT}
    assert LEFT.id not in bounds_within([SWEEP, other], origins, published, OPERATIONS, PARTS), "another origin's day"
    assert within(published=None) == {}, "an undated report gives no day by which it was told"
    assert within([LEFT, TRUCE]) == {}, "an operation without a day"
    dated = replace(LEFT, time=a_day("2021-05-04"))
    assert LEFT.id not in within([SWEEP, dated]), "what has a day of its own keeps it"


def test_a_truce_is_in_force_once_it_has_begun_for_certain():
    told = truces([TRUCE], ORIGINS, within())
    drawn = {day: draw_situation(date(2021, 5, day), (), {}, {}, told) for day in (1, 5, 9)}
    assert [(len(each.truces), len(each.undated_truces)) for each in drawn.values()] == [(0, 0), (0, 1), (1, 0)]
    undated = truces([TRUCE], ORIGINS, {})
    never = draw_situation(date(2021, 5, 5), (), {}, {}, undated)
    assert (len(never.truces), len(never.undated_truces)) == (0, 1), "listed as undated, not left out"


def test_copies_of_a_sentence_are_one_truce():
    copy = replace(TRUCE, id="copy")
    (truce,) = truces([TRUCE, copy], {**ORIGINS, "copy": "A"}, {})
    assert truce.statements == ("copy", "truce")
    assert len(truces([TRUCE, copy], {**ORIGINS, "copy": "B"}, {})) == 2

"""Relations joined and drawn: what must hold whatever is told."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from makers import KARSA, a_day, a_figure, a_mention, a_role, a_statement, an_article
from rashomon.record import Actor, Relation, When
from rashomon.situation import differences, draw_situation, flows, join_relations
from rashomon.situation.intervals import holds_on

FIRST = date(2021, 5, 1)
NAMES = ("Hill Front", "Free Guard", "Adel Marun", "Sami Orel")
ACTORS = {
    name: Actor(name, name, (name,), "person" if name in NAMES[2:] else "militia") for name in (*NAMES, "Hill Courier")
}
PLACES = {KARSA.id: KARSA}
ARTICLE = an_article("Hill Front, Free Guard, Adel Marun and Sami Orel were in Karsa and deserted.")


def a_told(subject, relation, object_, first, last, what=None, number=0):
    """A `state` statement; `number` only makes it another one."""
    when = None if first is None and last is None else When(first, last, "open", "then", "stated")
    return a_statement(
        ARTICLE, type="state", mode=None, actors=(a_role(ARTICLE, subject, subject),),
        targets=(a_role(ARTICLE, object_, object_),), time=when, relation=relation, what=what,
        confidence=number / 1000,
    )  # fmt: skip


days = st.integers(0, 12).map(lambda n: FIRST + timedelta(n))
tellings = st.builds(
    lambda pair, relation, first, length, what, number: a_told(
        *(pair[0], relation, pair[1]), first, first and length and first + timedelta(length), what, number
    ),
    st.permutations(NAMES).map(lambda names: names[:2]),
    st.sampled_from(["leads", "fights", "part-of", "controls", "allied-with"]),
    st.none() | days,
    st.none() | st.integers(1, 4),
    st.sampled_from([None, "governor", "spokesman"]),
    st.integers(0, 900),
)
told_lists = st.lists(st.tuples(tellings, st.sampled_from(["A", "B", "C"])), max_size=12)


def joined(told) -> tuple[Relation, ...]:
    unique = {statement.id: (statement, origin) for statement, origin in told}
    origins = {key: origin for key, (_, origin) in unique.items()}
    return join_relations([statement for statement, _ in unique.values()], origins, ACTORS, PLACES)


def held(relations, day):
    return {
        (r.subject, r.relation, r.object, (r.what or ""))
        for r in draw_situation(day, relations, ACTORS, PLACES).relations
    }


@settings(deadline=None)
@given(told_lists, days)
def test_a_relation_never_holds_outside_its_interval(told, day):
    for relation in draw_situation(day, joined(told), ACTORS, PLACES).relations:
        assert relation.time is not None
        assert (relation.time.earliest or day) <= day <= (relation.time.latest or day)


@settings(deadline=None)
@given(told_lists, days)
def test_all_together_is_the_union_of_what_each_origin_tells(told, day):
    apart = [held(joined([pair for pair in told if pair[1] == origin]), day) for origin in "ABC"]
    assert held(joined(told), day) == set().union(*apart)


@settings(deadline=None)
@given(told_lists)
def test_without_a_statement_exactly_what_rested_on_it_alone_is_gone(told):
    whole = {(r.subject, r.relation, r.object, (r.what or "")): r for r in joined(told)}
    keys = {statement.id for statement, _ in told}
    for gone in keys:
        rest = joined([pair for pair in told if pair[0].id != gone])
        left = {(r.subject, r.relation, r.object, (r.what or "")) for r in rest}
        on_it = {key for key in whole if all(set(r.statements) == {gone} for r in joined(told) if _key(r) == key)}
        assert left == whole.keys() - on_it


@settings(deadline=None)
@given(told_lists)
def test_without_an_article_exactly_what_rested_on_it_alone_is_gone(told):
    """Articles hold several statements each, and relations rest on several articles."""
    unique = {each.id: (each, origin) for each, origin in told}.values()
    written = [(replace(each, article=f"article {n % 3}"), origin) for n, (each, origin) in enumerate(unique)]
    articles = {each.id: each.article for each, _ in written}
    whole = joined(written)
    for gone in {each.article for each, _ in written}:
        left = {_key(r) for r in joined([pair for pair in written if pair[0].article != gone])}
        on_it = {_key(r) for r in whole} - {_key(r) for r in whole if {articles[key] for key in r.statements} != {gone}}
        assert left == {_key(r) for r in whole} - on_it


@settings(deadline=None)
@given(told_lists, days)
def test_what_can_not_all_be_right_is_marked_and_nothing_is_blended(told, day):
    drawn = draw_situation(day, joined(told), ACTORS, PLACES)
    for hold in ("allied-with", "fights"):
        other = "fights" if hold == "allied-with" else "allied-with"
        rivals = {(r.subject, r.object) for r in drawn.relations if r.relation == other}
        for relation in drawn.relations:
            if relation.relation == hold and (relation.subject, relation.object) in rivals:
                assert relation.id in drawn.disputed
    known = {statement.id for statement, _ in told}
    assert all(r.statements and known >= set(r.statements) for r in drawn.relations)


def _key(relation):
    return relation.subject, relation.relation, relation.object, (relation.what or "")


@settings(deadline=None)
@given(told_lists, st.randoms())
def test_the_order_makes_no_difference(told, random):
    told = list({statement.id: (statement, origin) for statement, origin in told}.values())
    other = list(told)
    random.shuffle(other)
    assert joined(told) == joined(other)


def test_intervals_that_touch_are_one():
    one = a_told("Adel Marun", "leads", "Hill Front", FIRST, FIRST + timedelta(1))
    next_ = a_told("Adel Marun", "leads", "Hill Front", FIRST + timedelta(2), FIRST + timedelta(3))
    later = a_told("Adel Marun", "leads", "Hill Front", FIRST + timedelta(5), None)
    relations = joined([(one, "A"), (next_, "B"), (later, "A")])
    assert sorted(r.origins for r in relations) == [1, 2]
    assert [day for day in range(6) if any(holds_on(r, FIRST + timedelta(day)) for r in relations)] == [0, 1, 2, 3, 5]


def test_an_office_changes_hands_for_whoever_tells_of_both():
    before = a_told("Adel Marun", "leads", "Hill Front", FIRST, None, "governor")
    after = a_told("Sami Orel", "leads", "Hill Front", FIRST + timedelta(4), None, "governor")
    day = FIRST + timedelta(6)
    assert {
        r.subject for r in draw_situation(day, joined([(before, "A"), (after, "A")]), ACTORS, PLACES).relations
    } == {"Sami Orel"}
    apart = draw_situation(day, joined([(before, "A"), (after, "B")]), ACTORS, PLACES)
    assert len(apart.disputed) == 2, "two origins differ: both stand, marked"


def test_a_lost_place_is_controlled_no_longer():
    where = (a_mention(ARTICLE, "Karsa", KARSA.id),)
    own = (a_role(ARTICLE, "Hill Front", "Hill Front"),)
    gain = a_statement(ARTICLE, type="control", mode="gain", actors=own, places=where, time=a_day("2021-05-02"))
    lose = replace(gain, id="lose", mode="lose", time=a_day("2021-05-05"))
    relations = joined([(gain, "A"), (lose, "A")])
    held_on = [n for n in range(1, 9) if any(holds_on(r, date(2021, 5, n)) for r in relations)]
    assert held_on == [2, 3, 4, 5]
    (hold,) = draw_situation(date(2021, 5, 3), relations, ACTORS, PLACES).places
    assert (hold.place, hold.contested) == (KARSA, False)
    assert relations[0].rule.startswith("what is taken")


def test_acts_that_are_denied_show_nothing():
    roles = {
        "actors": (a_role(ARTICLE, "Hill Front", "Hill Front"),),
        "targets": (a_role(ARTICLE, "Free Guard", "Free Guard"),),
    }
    clash = a_statement(ARTICLE, type="assault", mode="clash", time=a_day("2021-05-02"), **roles)
    assert [r.relation for r in joined([(clash, "A")])] == ["fights"]
    assert joined([(replace(clash, factuality="denied"), "A")]) == ()


def test_a_flow_keeps_every_figure_given():
    own = (a_role(ARTICLE, "Hill Front", "Hill Front"),)
    one = a_statement(ARTICLE, actors=own, figures=(a_figure(12, measure="deserted"),), time=a_day("2021-05-02"))
    two = a_statement(ARTICLE, actors=own, figures=(a_figure(40, "40"),), time=a_day("2021-05-03"))
    (flow,) = flows([one, two], {one.id: "A", two.id: "B"}, ACTORS, PLACES, {})
    assert (flow.kind, flow.of, sorted(f.best for f in flow.figures)) == ("deserted", "Hill Front", [12, 40])
    assert (flow.time.earliest, flow.time.latest) == (date(2021, 5, 2), date(2021, 5, 3))
    assert flow.sources == ("A", "B")


def test_what_changed_between_two_days():
    relations = joined([(a_told("Adel Marun", "leads", "Hill Front", FIRST, FIRST + timedelta(1)), "A")])
    one, other = (draw_situation(FIRST + timedelta(n), relations, ACTORS, PLACES) for n in (0, 5))
    told = differences(one, other, (), ())
    assert [(c.how, c.relation.subject) for c in told.relations] == [("only first", "Adel Marun")]
    assert [c.how for c in differences(one, one, (), ()).relations] == ["both"]

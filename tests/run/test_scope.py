"""A record as one origin tells it, or as it could be known on a day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon
from makers import LinePipeline, a_day
from rashomon.errors import UsageError
from rashomon.run import build, rolled_events, seen_from
from rashomon.store import Store


@pytest.fixture
def view(pages, tmp_path, lines):
    (pages / "d.txt").write_text((pages / "a.txt").read_text())
    with (pages / "manifest.csv").open("a") as manifest:
        manifest.write("\nd.txt,Vell Herald,2021-05-09\n")
    build([pages], tmp_path / "r", lines)
    with Store(tmp_path / "r").view() as view:
        yield view


def told(view, lines, **conditions):
    scope = seen_from(view, lines, **conditions)
    numbers = {
        event.title.removeprefix("Desertions in "): sorted(f.best for a in event.accounts for f in a.figures)
        for event in scope.events
    }
    return numbers, scope


@pytest.mark.parametrize(
    ("day", "numbers", "why"),
    [
        (date(2021, 5, 2), {}, "nothing is out yet"),
        (date(2021, 5, 3), {"Karsa": [12]}, "what is published on the day is known on it"),
        (date(2021, 5, 6), {"Karsa": [12, 40], "Vell": [3]}, "and the next report"),
        (date(2021, 5, 9), {"Karsa": [12, 12, 40], "Vell": [3]}, "an undated report is never in it"),
    ],
)
def test_as_of(view, lines, day, numbers, why):
    found, scope = told(view, lines, as_of=day)
    assert found == numbers, why
    assert scope.undated == 1, "and is counted"


@pytest.mark.parametrize(
    ("name", "numbers", "why"),
    [
        ("Adel Marun", {"Karsa": [12, 12], "Vell": [3]}, "a speaker, in whichever report"),
        ("marun", {"Karsa": [12, 12], "Vell": [3]}, "a part of a name"),
        ("Delta Post", {"Karsa": [40], "Vell": [3]}, "an outlet"),
        ("The Hill Courier", {"Karsa": [12, 12], "Vell": [5]}, "an outlet, and the copy of its text elsewhere"),
        ("Nobody", {}, "nobody"),
    ],
)
def test_according_to(view, lines, name, numbers, why):
    found, scope = told(view, lines, according_to=name)
    assert found == numbers, why
    assert bool(scope.names) == bool(numbers)
    assert scope.undated == 0, "days do not matter here"


def test_both_at_once(view, lines):
    found, _ = told(view, lines, as_of=date(2021, 5, 6), according_to="Adel Marun")
    assert found == {"Karsa": [12], "Vell": [3]}


QUOTING = """\
Karsa: 12 deserted, says Delta Post
Karsa: 40 deserted, says the army
"""


class Quoting(LinePipeline):
    """Says of each line who said it when: the day of May 2021 that stands for the name."""

    def __init__(self, role, said):
        super().__init__()
        self._role, self._said = role, said

    def _statements(self, article):
        for statement in super()._statements(article):
            *outer, last = statement.chain
            said = self._said.get(last.name)
            yield replace(statement, chain=(*outer, replace(last, role=self._role, said=said and a_day(said))))


@pytest.mark.parametrize(
    ("role", "said", "published", "on", "numbers", "quoted", "why"),
    [
        ("outlet", {"Delta Post": "2021-05-02"}, "2021-05-09", 3, [12], 1, "a later report cites what was out by then"),
        ("agency", {"Delta Post": "2021-05-02"}, None, 3, [12], 1, "so does one without a day"),
        (
            "official",
            {"the army": "2021-05-02"},
            "2021-05-09",
            3,
            [],
            0,
            "what is said is not out until it is brought",
        ),
        ("outlet", {"Delta Post": "2021-05-04"}, "2021-05-09", 3, [], 0, "what was out later was not known"),
        ("official", {"the army": "2021-05-05"}, "2021-05-03", 3, [12], 0, "nor what was said later than the report"),
        ("official", {"the army": "2021-05-05"}, "2021-05-03", 5, [12, 40], 0, "until that day"),
    ],
)
def test_what_was_said_by_then(tmp_path, role, said, published, on, numbers, quoted, why):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "late.txt").write_text(QUOTING)
    (pages / "manifest.csv").write_text(f"file,outlet,published\nlate.txt,Vell Herald,{published or ''}\n")
    lines = Quoting(role, said)
    build([pages], tmp_path / "r", lines)
    with Store(tmp_path / "r").view() as view:
        scope = seen_from(view, lines, as_of=date(2021, 5, on))
    assert sorted(f.best for e in scope.events for a in e.accounts for f in a.figures) == numbers, why
    assert scope.quoted == quoted
    assert scope.undated == (published is None)


def test_the_package_shows_a_scope(example_record):
    with rashomon.open(example_record) as view:
        whole = rashomon.scope(view)
        assert whole.events == tuple(view.events())
        early = rashomon.scope(view, as_of=date(2008, 4, 5), rule="minmax")
        assert 0 < len(early.events) < len(whole.events)
        assert {f.rule for e in early.events for f in e.figures} == {"minmax 1"}
        told = {f.best for e in early.events for a in e.accounts for f in a.figures}
        assert 407 in told
        assert 1300 not in told, "reported on the 14th"
        one = rashomon.scope(view, according_to="Associated Press")
        assert {key for e in one.events for key in e.statements} < {key for e in whole.events for key in e.statements}
        with pytest.raises(UsageError, match="no such roll-up"):
            rashomon.scope(view, rule="guess")
        disputed = max(whole.events, key=lambda e: len(e.disagreements))
        assert {spread.field for spread in rashomon.spreads(view, disputed)} >= {
            d.field for d in disputed.disagreements
        }
        assert all(0 <= d.share_disagreement <= 1 for d in rashomon.diagnostics(view))


def test_another_rule(example_record, pipeline):
    with Store(example_record).view() as view:
        rules = {figure.rule for event in rolled_events(view.events(), pipeline, "latest") for figure in event.figures}
        assert rules <= {"latest 1"}
        ids = [event.id for event in view.events()]
        assert [event.id for event in rolled_events(view.events(), pipeline, "median 1")] == ids
        with pytest.raises(UsageError, match="did you mean median"):
            rolled_events(view.events(), pipeline, "meddian")
        with pytest.raises(UsageError, match="there is: ucdp-like 1, "):
            rolled_events(view.events(), pipeline, "zzz")


LINES = st.tuples(
    st.sampled_from(["Karsa", "Vell"]),
    st.sampled_from([3, 12, 40]),
    st.sampled_from(["the army", "Delta Post", "Adel Marun"]),
)


@settings(max_examples=12, deadline=None)
@given(
    pages=st.lists(st.tuples(st.lists(LINES, min_size=1, max_size=3), st.sampled_from([None, 3, 6])), max_size=4),
    name=st.sampled_from(["the army", "Delta Post", "Outlet 0", "Outlet 1"]),
)
def test_every_scope_is_contained_in_the_whole(tmp_path_factory, pages, name):
    folder = tmp_path_factory.mktemp("pages")
    rows = ["file,outlet,published"]
    for n, (told, on) in enumerate(pages):
        text = "\n".join(f"{place}: {number} deserted, says {who}" for place, number, who in told)
        (folder / f"{n}.txt").write_text(text)
        rows.append(f"{n}.txt,Outlet {n},{'' if on is None else f'2021-05-0{on}'}")
    (folder / "manifest.csv").write_text("\n".join(rows))
    lines = Quoting("agency", {"Delta Post": "2021-05-04"})
    build([folder], folder / "r", lines)
    with Store(folder / "r").view() as view:
        whole = {s.id for s in view.statements()}
        known = set()
        for on in (2, 4, 5, 9):
            then = {key for e in seen_from(view, lines, as_of=date(2021, 5, on)).events for key in e.statements}
            assert known <= then <= whole, "what was known stays known"
            known = then
        scope = seen_from(view, lines, according_to=name)
        told = {key for e in scope.events for key in e.statements}
        assert told <= whole
        both = seen_from(view, lines, as_of=date(2021, 5, 5), according_to=name)
        assert {key for e in both.events for key in e.statements} <= told
        for statement in view.statements():
            named = any(sayer.name == name for sayer in statement.chain)
            assert not named or statement.id in told, "nothing that the origin says is lost"

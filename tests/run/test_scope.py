"""A record as one origin tells it, or as it could be known on a day."""

from datetime import date

import pytest

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

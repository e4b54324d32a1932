"""Relations: who, what, whom and as what, on sentences of our own; and the statements that carry them."""

from datetime import date

import pytest

from makers import an_article
from rashomon.settings import Settings
from rashomon.statements import Reader
from rows import rows


@pytest.fixture(scope="module")
def reader():
    return Reader(Settings())


def _told(statement):
    object_ = statement.targets[0].name if statement.targets else "-"
    more = statement.what or (statement.figures and statement.figures[0].best) or ""
    return f"{statement.actors[0].name} {statement.relation} {object_}" + (f" ({more})" if more else "")


def _relations(reader, text, **more):
    return [s for s in reader.read(an_article(text, **more)).statements if s.relation]


@pytest.mark.parametrize("case", rows("relations.tsv"), ids=lambda case: f"{case[0][:40]} ({case[-1]})")
def test_relations_are_read(reader, case):
    sentence, expected, _why = case
    told = _relations(reader, sentence)
    assert sorted(map(_told, told)) == sorted(() if expected == "-" else expected.split("; "))
    for statement in told:
        assert statement.type == "state"
        for span in (statement.trigger, *statement.actors, *statement.targets, *statement.figures):
            assert sentence[span.start : span.end] == span.text


TEXT = "The rebels took Basra on 2 May 2021. Iraqi army spokesman Adel Marun said so."


def test_what_holds_begins_with_what_the_report_is_about(reader):
    (told,) = _relations(reader, TEXT)
    assert (told.time.earliest, told.time.latest) == (date(2021, 5, 2), None)


def test_nothing_is_known_of_when_in_an_undated_report(reader):
    (told,) = _relations(reader, TEXT, published=None)
    assert told.time is None


def test_a_former_post_ends_before_the_report(reader):
    (told,) = _relations(reader, "Former Iraqi army spokesman Adel Marun said so.")
    assert (told.time.earliest, told.time.latest) == (None, date(2021, 5, 3))

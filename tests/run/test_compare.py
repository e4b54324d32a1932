"""Two records of the same pages: what agrees, what differs, and by how much more than chance."""

from dataclasses import replace

import pytest

from makers import a_figure, a_role, a_statement, an_article
from rashomon.record import Reading
from rashomon.run import Difference, compare_views
from rashomon.run.agreement import alpha
from rashomon.run.compare import pairs
from rashomon.store import Store

UNITS = [
    ("all alike", [("a", "a"), ("b", "b")], 1.0),
    ("as bad as can be with two", [("a", "b"), ("b", "a")], -0.5),
    ("one value alone", [("a", "a"), ("a", "a")], None),
    ("nothing paired", [("a", None), (None, "b")], None),
    ("no unit", [], None),
    # Four coders, twelve units with gaps: the nominal example of Krippendorff's own text, alpha 0.743.
    ("Krippendorff 2011", [
        (1, 1, None, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4), (4, 4, 4, 4),
        (1, 1, 2, 1), (2, 2, 2, 2), (None, 5, 5, 5), (None, None, 1, 1), (None, None, 3, None),
    ], 0.743),
]  # fmt: skip


@pytest.mark.parametrize(("why", "units", "expected"), UNITS, ids=[why for why, *_ in UNITS])
def test_alpha(why, units, expected):
    found = alpha(units)
    assert found is None if expected is None else round(found, 3) == expected


TEXT = "In Karsa 12 soldiers deserted. Rebels shelled Vell, and 3 fled."


def two_records(tmp_path, change):
    article = an_article(TEXT)
    base = (
        a_statement(article, actors=(a_role(article, "12 soldiers"),), figures=(a_figure(),)),
        a_statement(
            article, type="assault", mode="heavy-weapons", trigger="shelled", actors=(a_role(article, "Rebels"),)
        ),
    )
    for name, statements in (("one", base), ("two", change(article, base))):
        with Store(tmp_path / name).writer() as writer:
            writer.add(article, Reading(article.id, statements, ()), name)
    differences: list[Difference] = []
    with Store(tmp_path / "one").view() as one, Store(tmp_path / "two").view() as two:
        return compare_views(one, two, differences.append), differences


def test_a_record_agrees_with_itself(tmp_path):
    found, differences = two_records(tmp_path, lambda article, base: base)
    assert (found.articles, found.unmatched, found.both, found.only_one, found.only_other) == (1, 0, 2, 0, 0)
    assert all(each.same == each.pairs == 2 for each in found.agreements)
    assert {each.alpha for each in found.agreements if each.field in ("type", "actors")} == {1.0}
    assert not differences


def test_what_differs_is_named_field_by_field(tmp_path):
    def change(article, base):
        other = replace(base[1], id="x", mode="aerial", actors=(a_role(article, "soldiers"),))
        return base[0], other, a_statement(article, type="harm", mode="displaced", trigger="fled")

    found, differences = two_records(tmp_path, change)
    assert (found.both, found.only_one, found.only_other) == (2, 0, 1)
    assert [difference.fields for difference in differences] == [("mode", "actors"), ()]
    assert differences[1].one is None
    shares = {each.field: (each.same, each.pairs) for each in found.agreements}
    assert (shares["type"], shares["mode"], shares["actors"]) == ((2, 2), (1, 2), (1, 2))


def test_pages_that_only_one_has_are_counted(tmp_path):
    for name, texts in (("one", ("a", "b")), ("two", ("b", "c"))):
        with Store(tmp_path / name).writer() as writer:
            for text in texts:
                article = an_article(f"Report {text} of the day.", file=text)
                writer.add(article, Reading(article.id, (), ()), text)
    with Store(tmp_path / "one").view() as one, Store(tmp_path / "two").view() as two:
        found = compare_views(one, two, lambda difference: None)
    assert (found.articles, found.unmatched) == (1, 2)


def test_statements_are_paired_by_their_words_before_their_order():
    article = an_article(TEXT)
    fled = a_statement(article, type="harm", mode="displaced", trigger="fled")
    shelled = a_statement(article, type="assault", mode="aerial", trigger="shelled")
    reading = Reading(article.id, (shelled, fled), ())
    told = list(pairs(reading, replace(reading, statements=(fled, shelled))))
    assert told == [(shelled, shelled), (fled, fled)]

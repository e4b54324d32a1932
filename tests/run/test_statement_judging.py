"""What people judge of single statements: it reaches events and exports, survives another reader, and can be undone."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import rashomon
from makers import LinePipeline
from rashomon.errors import UsageError
from rashomon.exports import find_format, write
from rashomon.record import Statement
from rashomon.run import (
    Typed,
    build,
    coding,
    comment,
    import_judgements,
    judge_field,
    judge_right,
    judge_wrong,
    lost,
    seen_from,
    undo,
)
from rashomon.store import Store
from rashomon.store.reviewed import Waiting

AT = datetime(2021, 6, 1, 9, 30, tzinfo=UTC)
ANA: dict[str, Any] = {"author": "Ana", "at": AT, "reason": "as the text has it"}
BEN: dict[str, Any] = {"author": "Ben", "at": AT.replace(hour=10), "reason": "I read it otherwise"}


def exported(record: Path) -> bytes:
    out = BytesIO()
    with Store(record).view() as view:
        write(view, view.events(), find_format("jsonl"), out)
    return out.getvalue()


def lines_of(record: Path, kind: str) -> list[dict[str, Any]]:
    return [told for line in exported(record).splitlines() if (told := json.loads(line))["kind"] == kind]


def all_of(record: Path) -> dict[str, Statement]:
    """The statements of a record by their first words, as the reader read them."""
    with Store(record).view() as view:
        told = view.reviewed.read_in(article.id for article in view.articles())
        return {one.evidence.text[:9]: one for some in told.values() for one in some}


def events_of(record: Path) -> dict[str, list[Any]]:
    """The figures of each event by its title."""
    with Store(record).view() as view:
        return {e.title: sorted((f.best for a in e.accounts for f in a.figures), key=str) for e in view.events()}


@pytest.fixture
def record(pages: Path, tmp_path: Path, lines: LinePipeline) -> Path:
    build([pages], tmp_path / "r", lines)
    return tmp_path / "r"


@pytest.fixture
def karsa(record: Path) -> Statement:
    return all_of(record)["Karsa: 12"]


def test_a_wrong_statement_is_left_out_and_written_down(record, karsa, lines):
    before = exported(record)
    judgement = judge_wrong(record, lines, karsa.id, **ANA)
    assert events_of(record) == {"Desertions in Karsa": [40], "Desertions in Vell": [3, 5]}
    assert karsa.id not in {one["id"] for one in lines_of(record, "statement")}
    (told,) = lines_of(record, "dropped")
    assert (told["file"], told["stage"]) == ("a.txt", "review")
    assert told["reason"] == "judged wrong by Ana: as the text has it (Karsa: 12 deserted, says Adel Marun)"
    with Store(record).view() as view:
        assert view.statements_by_id([karsa.id]) == {}
        assert view.statements_by_id([karsa.id], as_read=True)[karsa.id].evidence == karsa.evidence, "still to be seen"
        assert view.counts()["statements"] == 3
        assert view.fresh
    undo(record, lines, judgement.id, **BEN)
    assert exported(record) == before, "byte for byte"


def test_a_corrected_figure_is_used_and_names_its_maker(record, karsa, lines):
    before = exported(record)
    judgement = judge_field(record, lines, karsa.id, "figures", [Typed("more than 120 soldiers")], **ANA)
    assert events_of(record)["Desertions in Karsa"] == [40, None]
    told = next(one for one in lines_of(record, "statement") if one["id"] == karsa.id)
    (figure,) = told["figures"]
    assert (figure["low"], figure["best"], figure["qualifier"], figure["measure"]) == (
        121,
        None,
        "more_than",
        "deserted",
    )
    assert (figure["text"], figure["start"]) == ("12", karsa.figures[0].start), "on the words that stood there"
    (made,) = told["corrected"]
    assert (made["author"], made["judgement"], made["was"]["figures"][0]["best"]) == ("Ana", judgement.id, 12)
    assert all_of(record)["Karsa: 12"] == karsa, "the reader's own reading stays"
    later = judge_field(record, lines, karsa.id, "figures", [Typed("130")], **BEN)
    assert events_of(record)["Desertions in Karsa"] == [130, 40], "the later one holds"
    undo(record, lines, later.id, **BEN)
    assert events_of(record)["Desertions in Karsa"] == [40, None]
    undo(record, lines, judgement.id, **ANA)
    assert exported(record) == before


def test_every_field_can_be_corrected_and_be_unknown(record, karsa, lines):
    text = "Karsa: 12 deserted, says Adel Marun"
    with Store(record).view() as view:
        horn = next(actor.id for actor in view.actors() if actor.name == "Ilse Horn")
    made: dict[str, list[Typed]] = {
        "act": [Typed("defect/refuse")],
        "actors": [Typed("Ilse Horn", id=horn), Typed("soldiers", start=text.index("12"), end=text.index("12") + 2)],
        "targets": [],
        "places": [],
        "time": [Typed("2021-05-01..2021-05-02")],
        "figures": [],
        "source": [Typed("a colonel", role="unnamed")],
        "factuality": [Typed("denied")],
    }
    for field, values in made.items():
        judge_field(record, lines, karsa.id, field, values, **ANA)
    with Store(record).view() as view:
        told = view.statements_by_id([karsa.id])[karsa.id]
        assert view.statements_by_id([karsa.id])[karsa.id] in list(view.statements(actor=horn)), (
            "found by its new actor"
        )
        assert told in list(view.statements(since=date(2021, 5, 2))), "and by its new time"
    assert (told.type, told.mode, told.factuality) == ("defect", "refuse", "denied")
    one, other = told.actors
    assert (one.name, one.actor, one.text) == ("Ilse Horn", horn, "deserted")
    assert (other.name, other.actor, other.text) == ("soldiers", None, "12")
    assert (told.places, told.figures) == ((), ())
    assert (told.time.earliest, told.time.latest, told.time.precision) == (date(2021, 5, 1), date(2021, 5, 2), "days")
    assert [(s.name, s.role) for s in told.chain] == [("Hill Courier", "outlet"), ("a colonel", "unnamed")]
    assert [one.was.field for one in told.corrected] == sorted(made)


@pytest.mark.parametrize(
    ("field", "values", "words"),
    [
        ("act", [], "never unknown: judge the statement wrong"),  # there is no act that is none
        ("act", [Typed("desert")], "is no act; one of: agree"),
        ("act", [Typed("defect/flee")], "its modes: change-sides, desert"),
        ("factuality", [Typed("maybe")], "one of: asserted, denied"),
        ("figures", [Typed("dozens")], "no number can be read"),
        ("figures", [Typed("500-400")], "the lower number comes first"),
        ("figures", [Typed(keep=7)], "is not there; look at the statement again"),
        ("time", [Typed("last Tuesday")], "write it as 2008-03-24"),
        ("time", [Typed("2021-02-30")], "there is no such day"),
        ("time", [Typed("2021-05-03..2021-05-02")], "the earlier day comes first"),
        ("actors", [Typed("")], "say who is meant"),
        ("actors", [Typed("X", id="0" * 16)], "no actor of the record has this id"),
        ("places", [Typed("X", id="0" * 16)], "no place of the record has this id"),
        ("actors", [Typed("X", start=5, end=500)], "the article has no such words"),
    ],
)
def test_what_can_not_be_used_is_refused(record, karsa, lines, field, values, words):
    before = record.read_bytes()
    with pytest.raises(UsageError, match=words.replace("(", r"\(")):
        judge_field(record, lines, karsa.id, field, values, **ANA)
    with pytest.raises(UsageError, match="no statement has this id; find it with: rashomon review"):
        judge_right(record, lines, "0123", **ANA)
    assert record.read_bytes() == before


def test_right_and_comments_change_no_view(record, karsa, lines):
    before = exported(record)
    with Store(record).view() as view:
        stamp = view.stamp()
    judge_right(record, lines, karsa.id, **ANA)
    comment(record, lines, karsa.id, **BEN)
    assert exported(record) == before
    with Store(record).view() as view:
        assert view.stamp() == stamp, "whoever looks on need not load anything anew"
        assert view.reviewed.of([karsa.id])[karsa.id].state == "right"


def test_the_least_sure_come_first_and_the_decided_go(record, karsa, lines):
    with Store(record).view() as view:
        asked = Waiting(article=karsa.article)
        assert [line.statement.id for line in view.reviewed.queue(asked, 10)] == [karsa.id]
        queue = [line.statement for line in view.reviewed.queue(Waiting(), 10)]
    assert [(one.confidence, one.id) for one in queue] == sorted((one.confidence, one.id) for one in queue)
    judge_right(record, lines, karsa.id, **ANA)
    with Store(record).view() as view:
        reviewed = view.reviewed
        assert karsa.id not in {line.statement.id for line in reviewed.queue(Waiting(), 10)}
        assert reviewed.decided(Waiting()) == {karsa.id: "right"}
        assert reviewed.decided(Waiting(by="Ben")) == {}, "who codes blind does not see what others decided"
        assert karsa.id in {line.statement.id for line in reviewed.queue(Waiting(by="Ben"), 10)}
        assert reviewed.count(Waiting(act="defect/desert")) == 4
        assert reviewed.count(Waiting(act="assault")) == 0
        event = view.event_of(karsa.id)
        assert reviewed.count(Waiting(event=event.id)) == 2


class Better(LinePipeline):
    """Reads the same lines, but changes what it makes of each statement."""

    def __init__(self, change: Callable[[Statement], Statement | None]) -> None:
        super().__init__()
        self.change = change

    @property
    def reader(self) -> Any:  # type: ignore[override]
        return SimpleNamespace(read=self._better, version="lines 2")

    def _better(self, article: Any) -> Any:
        reading = self._read(article)
        told = (self.change(one) for one in reading.statements)
        return replace(reading, statements=tuple(one for one in told if one))


def figure_of(number: int) -> Callable[[Statement], Statement]:
    def change(one: Statement) -> Statement:
        figures = tuple(replace(f, low=number, best=number, high=number) for f in one.figures)
        return replace(one, id=f"{one.id[:-1]}x", reader="lines 2", figures=figures)

    return change


def rebuilt(record: Path, pages: Path, better: Better) -> Path:
    """A new record by another reader, with the judgements of the old one."""
    new = record.with_name("new")
    build([pages], new, better)
    with Store(record).view() as view:
        told = list(view.judgements())
    assert import_judgements(new, better, told) == len(told)
    assert import_judgements(new, better, told) == 0, "each is added once"
    return new


def test_judgements_find_their_statement_in_another_reading(record, karsa, pages, lines):
    wrong = judge_wrong(record, lines, karsa.id, **ANA)
    vell = all_of(record)["Vell: 3 d"]
    fixed = judge_field(record, lines, vell.id, "figures", [Typed("4")], **ANA)
    new = rebuilt(record, pages, Better(figure_of(9)))
    assert events_of(new) == {"Desertions in Karsa": [9], "Desertions in Vell": [4, 9]}
    with Store(new).view() as view:
        told = {review.judgements: review for review in view.reviewed.all()}
    assert told[(wrong.id,)].state == "wrong"
    assert [(one.judgement, one.fields) for one in told[(wrong.id,)].differs] == [(wrong.id, ("figures",))]
    assert [(one.judgement, one.fields) for one in told[(fixed.id,)].differs] == [(fixed.id, ("figures",))]


def test_another_act_in_the_same_words_waits_to_be_judged_again(record, karsa, pages, lines):
    judgement = judge_wrong(record, lines, karsa.id, **ANA)
    new = rebuilt(record, pages, Better(lambda s: replace(s, id=f"{s.id[:-1]}x", type="control", mode="lose")))
    with Store(new).view() as view:
        (review,) = view.reviewed.all()
        assert review.state == "open"
        assert [(one.judgement, one.fields) for one in review.differs] == [(judgement.id, ("act",))]
        assert review.statement in {line.statement.id for line in view.reviewed.queue(Waiting(), 10)}
        assert lost(view) == ()
    assert events_of(new)["Desertions in Karsa"] == [12, 40]


def test_what_is_read_no_longer_is_told(record, karsa, pages, lines):
    judgement = judge_right(record, lines, karsa.id, **ANA)
    new = rebuilt(record, pages, Better(lambda s: None if s.evidence.text.startswith("Karsa: 12") else s))
    with Store(new).view() as view:
        assert list(view.reviewed.all()) == []
        assert lost(view) == (judgement,)


def test_two_coders_and_what_they_agree_on(record, lines):
    told = list(all_of(record).values())
    for one in told:
        judge_right(record, lines, one.id, **ANA)
    for one in told[1:]:
        judge_right(record, lines, one.id, **BEN)
    judge_wrong(record, lines, told[0].id, **BEN)
    judge_field(record, lines, told[1].id, "figures", [Typed("99")], **BEN | {"own": True})
    with Store(record).view() as view:
        found = coding(view, ["Ana", "Ben"])
        assert coding(view).authors == ("Ana", "Ben")
        assert coding(view, ["Ana"]).units == 0
    assert found.units == 4
    of = {one.field: one for one in found.agreements}
    assert (of["kept or wrong"].same, of["kept or wrong"].pairs, of["kept or wrong"].alpha) == (3, 4, 0.0)
    assert (of["figures"].same, of["figures"].pairs) == (2, 3), "of what is wrong no field is coded"
    assert of["factuality"].alpha is None, "one value alone: nothing to agree on"
    assert {(one.read.id, one.fields) for one in found.differs} == {
        (told[0].id, ("kept or wrong",)), (told[1].id, ("figures",)),
    }  # fmt: skip
    coded = next(one for one in found.differs if one.read.id == told[1].id).coded
    given = [(one.author, one.statement.figures[0].best) for one in coded]
    assert given == [("Ana", told[1].figures[0].best), ("Ben", 99)]


def test_the_same_from_python(record, karsa, monkeypatch, lines):
    monkeypatch.setattr("rashomon.run.Pipeline", lambda settings: lines)
    before = exported(record)
    made = rashomon.correct(record, karsa.id, "figures", "120", Typed(keep=0), by="Ana", because="two numbers")
    found = rashomon.judge(record, karsa.id, "wrong", by="Ben", because="a drill")
    with rashomon.open(record) as view:
        assert rashomon.agreement(view).units == 1
        assert view.reviewed.of([karsa.id])[karsa.id].state == "wrong"
    rashomon.take_back(record, found.id, by="Ben", because="no drill")
    with rashomon.open(record) as view:
        assert [figure.best for figure in view.statements_by_id([karsa.id])[karsa.id].figures] == [120, 12]
    rashomon.take_back(record, made.id, by="Ana", because="one number")
    assert exported(record) == before


def test_a_new_build_keeps_what_was_judged(record, karsa, pages, lines):
    judge_wrong(record, lines, karsa.id, **ANA)
    told = events_of(record)
    (pages / "d.txt").write_text("Karsa: 7 deserted, says Adel Marun\n")
    build([pages], record, lines)
    assert events_of(record) == told | {"Desertions in Karsa": [40, 7]}


def test_on_real_pages_it_is_as_if_the_record_had_been_made_anew(example_record, pipeline, tmp_path):
    """Gathering only what a judgement concerns gives the events that gathering all of it gives."""
    record = Path(shutil.copy(example_record, tmp_path / "r"))
    before = exported(record)
    with Store(record).view() as view:
        event = next(e for e in view.events() if e.title.startswith("Dismissals: Interior"))
        told = [one for one in view.statements_by_id(event.statements).values() if one.figures]
    wrong = judge_wrong(record, pipeline, told[0].id, **ANA)
    fixed = judge_field(record, pipeline, told[1].id, "figures", [Typed("470 police officers")], **ANA)
    grown = exported(record)
    with Store(record).view() as view:
        anew = seen_from(view, pipeline).events
        assert sorted(anew, key=lambda e: e.id) == list(view.events())
    for one in (fixed, wrong):
        undo(record, pipeline, one.id, **BEN)
    assert grown != before
    assert exported(record) == before

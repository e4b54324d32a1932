"""A judgement holds in every later build, and without it the record is what it was."""

import shutil
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from rashomon.errors import RecordError, UsageError
from rashomon.exports import find_format, write
from rashomon.record import Judgement
from rashomon.run import build, judge_apart, undo
from rashomon.store import Store

AT = datetime(2021, 6, 1, 9, 30, tzinfo=UTC)
ANA = {"author": "Ana", "at": AT, "reason": "another man of that name"}


def exported(record: Path) -> bytes:
    out = BytesIO()
    with Store(record).view() as view:
        write(view, view.events(), find_format("jsonl"), out)
    return out.getvalue()


def joined(record: Path, name: str) -> list[list[str]]:
    """The files in which each actor of this name stands."""
    with Store(record).view() as view:
        told = [[file for _, _, file in view.joined(actor.id)] for actor in view.actors() if name in actor.names]
    return sorted(told)


def local_in(record: Path, name: str, file: str) -> str:
    with Store(record).view() as view:
        told = [one for actor in view.actors() for one in view.joined(actor.id)]
    (local,) = {actor.id for _, actor, at in told if (actor.name, at) == (name, file)}
    return local


@pytest.fixture
def record(pages, tmp_path, lines):
    build([pages], tmp_path / "r", lines)
    return tmp_path / "r"


def apart(record: Path, lines, name: str = "Adel Marun", file: str = "a.txt") -> Judgement:
    return judge_apart(record, lines, local_in(record, name, file), **ANA)


def test_a_merge_is_undone_at_once(record, lines):
    assert joined(record, "Adel Marun") == [["a.txt", "b.txt"]]
    judgement = apart(record, lines)
    assert joined(record, "Adel Marun") == [["a.txt"], ["b.txt"]]
    assert joined(record, "Ilse Horn") == [["b.txt", "c.txt"]], "nobody else is touched"
    assert judgement.subject_name == judgement.object_name == "Adel Marun"
    assert judgement.object == (local_in(record, "Adel Marun", "b.txt"),)
    with Store(record).view() as view:
        assert view.fresh
        assert list(view.judgements()) == [judgement]


def test_it_survives_a_rebuild_added_pages_and_a_new_reading(record, pages, lines):
    apart(record, lines)
    told = exported(record)
    assert build([pages], record, lines).already == 3
    assert exported(record) == told, "a rebuild"
    (pages / "d.txt").write_text("Karsa: 7 deserted, says Adel Marun\n")
    assert build([pages], record, lines).articles == 1
    assert joined(record, "Adel Marun") == [["a.txt"], ["b.txt", "d.txt"]], "an added page"
    manifest = pages / "manifest.csv"
    manifest.write_text(manifest.read_text().replace("a.txt,Hill Courier", "a.txt,Vell Herald"))
    assert build([pages], record, lines).articles == 1
    assert joined(record, "Adel Marun") == [["a.txt"], ["b.txt", "d.txt"]], "the page itself read anew"


def test_undo_gives_the_record_back_byte_for_byte(record, lines):
    before = exported(record)
    judgement = apart(record, lines)
    assert exported(record) != before
    taken = undo(record, lines, judgement.id, author="Ben", at=AT, reason="one man after all")
    assert exported(record) == before
    with Store(record).view() as view:
        assert set(view.judgements()) == {judgement, taken}, "nothing is overwritten"
    undo(record, lines, taken.id, author="Ana", at=AT, reason="two men")
    assert joined(record, "Adel Marun") == [["a.txt"], ["b.txt"]], "what takes back can be taken back"


def test_real_pages(example_pages, tmp_path, pipeline, example_record):
    """The record is judged after one page less, and the page is added then."""
    record = tmp_path / "r"
    name = "Moqtada al-Sadr"
    fewer = shutil.copytree(example_pages, tmp_path / "pages", ignore=shutil.ignore_patterns("north-quay-courier.html"))
    build([fewer], record, pipeline)
    judgement = apart(record, pipeline, name, "gulf-ledger.html")
    build([example_pages], record, pipeline)
    assert joined(record, name) == [["evening-lantern.html", "north-quay-courier.html"], ["gulf-ledger.html"]]
    undo(record, pipeline, judgement.id, author="Ben", at=AT, reason="one man")
    assert exported(record) == exported(example_record)


def test_what_can_not_be_judged_changes_nothing(record, lines):
    before = record.read_bytes()
    local = local_in(record, "Adel Marun", "a.txt")
    near = local[:-1] + ("0" if local[-1] != "0" else "1")
    with pytest.raises(UsageError, match=f"no local actor has this id; did you mean {local}"):
        judge_apart(record, lines, near, **ANA)
    with pytest.raises(UsageError, match=r"find it with: rashomon review .*r actors NAME"):
        judge_apart(record, lines, "Adel Marun", **ANA)
    with pytest.raises(UsageError, match=r"no judgement has this id; find it with: rashomon review .*r list"):
        undo(record, lines, "nothing", **ANA)
    assert record.read_bytes() == before


def test_nothing_is_judged_twice(record, lines):
    judgement = apart(record, lines)
    with pytest.raises(UsageError, match="Adel Marun is joined with nobody"):
        judge_apart(record, lines, judgement.subject, **ANA)
    undo(record, lines, judgement.id, **ANA)
    with pytest.raises(UsageError, match="taken back already, by Ana"):
        undo(record, lines, judgement.id, **ANA)


def test_a_build_that_did_not_end_comes_first(record, lines):
    local = local_in(record, "Adel Marun", "a.txt")
    with Store(record).writer() as writer:
        with Store(record).view() as view:
            article = next(view.articles())
            reading = view.reading(article.id)
        writer.add(article, reading, "other")
    with pytest.raises(RecordError, match="run the same build again first"):
        judge_apart(record, lines, local, **ANA)


def test_no_record_is_made(tmp_path, lines):
    with pytest.raises(RecordError, match="there is no such record"):
        judge_apart(tmp_path / "no", lines, "x", **ANA)
    with pytest.raises(RecordError, match="there is no such record"):
        undo(tmp_path / "no", lines, "x", **ANA)
    assert not list(tmp_path.iterdir())

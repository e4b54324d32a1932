"""Readers by name: the package's own, somebody else's, and none."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.readers.texts import TEXT

import rashomon
from makers import an_article
from rashomon.errors import PageError, SettingError
from rashomon.readers import held, open_reader
from rashomon.readers.find import OWN
from rashomon.record import Name, Reading
from rashomon.run.pipeline import ENGLISH, RULES
from rashomon.settings import Settings
from rashomon.statements import Reader as Rules

ROOT = Path(__file__).parents[2]

CODE = '''
"""A reader of somebody else: every word "fled" is a desertion."""
from rashomon.record import Reading, Span, Statement, content_id


class Fled:
    version = "fled 1"

    def __init__(self, settings):
        self.words = settings.reader.partition(":")[2] or "fled"

    def read(self, article):
        start = article.text.find(self.words)
        if start < 0:
            return Reading(article.id, (), ())
        where = Span.of(article.text, start, start + len(self.words))
        key = content_id("fled", article.id, start)
        told = Statement(
            key, article.id, Span.of(article.text, 0, len(article.text)), where, "defect", "desert", "asserted",
            (), (), (), None, (), (), 0.5, self.version,
        )
        return Reading(article.id, (told,), ())


class Broken:
    def __init__(self, settings):
        raise ValueError("no weights")


class Empty:
    def __init__(self, settings):
        pass
'''


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package with readers, as if it were installed."""
    (tmp_path / "fledreader.py").write_text(CODE)
    info = tmp_path / "fledreader-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fledreader\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[rashomon.readers]\nfled = fledreader:Fled\nbroken = fledreader:Broken\nempty = fledreader:Empty\n"
        "gone = nowhere:Reader\nrules = fledreader:Fled\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("fledreader", None)


def test_the_own_readers_are_entry_points_as_well():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    assert declared == {"rashomon.readers": {each.name: each.value for each in OWN}}


def test_the_rules_read_unless_told(installed):
    assert Settings().reader == RULES
    assert isinstance(open_reader(Settings()), Rules), "no package takes the name"
    assert Rules.languages == ENGLISH


def test_somebody_elses_reader_reads(installed, tmp_path):
    told = rashomon.read("Twelve men fled from Basra.", Settings(reader="fled"))
    assert [(s.type, s.trigger.text, s.reader) for s in told.reading.statements] == [("defect", "fled", "fled 1")]
    assert told.incidents == ()
    (tmp_path / "a.txt").write_text("Zwölf Männer flohen am Montag aus der Stadt, sagte der Sprecher der Polizei. " * 5)
    report = rashomon.build([tmp_path / "a.txt"], into=tmp_path / "r", settings=Settings(reader="fled:flohen"))
    assert (report.articles, report.statements, report.dropped) == (1, 1, 0), "it reads all languages, unless it says"


def test_what_was_only_kept_is_read_by_another_reader(installed, tmp_path):
    (tmp_path / "a.txt").write_text("Zwölf Männer flohen am Montag aus der Stadt, sagte der Sprecher der Polizei. " * 5)
    first = rashomon.build([tmp_path / "a.txt"], into=tmp_path / "r")
    assert (first.articles, first.dropped) == (0, 1)
    second = rashomon.build([tmp_path / "a.txt"], into=tmp_path / "r", settings=Settings(reader="fled:flohen"))
    assert (second.articles, second.dropped) == (1, 0)
    third = rashomon.build([tmp_path / "a.txt"], into=tmp_path / "r", settings=Settings(reader="fled:flohen"))
    assert (third.articles, third.already) == (0, 1)
    with rashomon.open(tmp_path / "r") as record:
        assert record.dropped() == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nobody", r"setting reader is 'nobody': there is broken, empty, fled, gone, openai, rules"),
        ("broken", r"reader broken .fledreader:Broken. can not be made: ValueError\('no weights'\)"),
        ("gone", "reader gone .*ModuleNotFoundError"),
        ("empty", r"needs `version` and `read\(article\)`"),
    ],
)
def test_readers_that_can_not_be_had(installed, name, words):
    with pytest.raises(SettingError, match=words):
        open_reader(Settings(reader=name))


def test_the_reader_of_the_docs_reads():
    page = (ROOT / "docs" / "readers.md").read_text("utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(block, "readers.md", "exec"), names)
    article = an_article("In Karsa twelve men fled.")
    reading = held(article, names["Fled"](Settings()).read(article))
    assert [statement.trigger.text for statement in reading.statements] == ["fled"]


def test_only_the_rules_tell_why(installed):
    with pytest.raises(SettingError, match="reader fled gives no reasons"):
        rashomon.explain("Twelve men fled.", Settings(reader="fled"))


def test_a_reader_that_makes_words_up_drops_its_page():
    article = an_article(TEXT)
    with pytest.raises(PageError, match="a name that does not stand at 3 to 9"):
        held(article, Reading(article.id, (), (Name("Dorn", 3, 9, "GPE"),)))
    with pytest.raises(PageError, match="of another article"):
        held(article, Reading("other", (), ()))


def test_the_reader_of_the_examples_is_found_and_builds_a_record(tmp_path, monkeypatch, example_pages):
    package = tmp_path / "example_reader.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: example-reader\nVersion: 1\n")
    (package / "entry_points.txt").write_text("[rashomon.readers]\nmarked = reader:Marked\n")
    (tmp_path / "reader.py").write_text((ROOT / "examples" / "reader.py").read_text("utf-8"))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "reader", raising=False)
    settings = Settings(reader="marked:truce")
    rashomon.build([example_pages], into=tmp_path / "r", settings=settings)
    with rashomon.open(tmp_path / "r") as view:
        told = list(view.statements())
        assert {(s.type, s.mode, s.reader) for s in told} == {("retreat", "ceasefire", "marked 1")}
        assert {s.trigger.text for s in told} == {"truce"}
        assert len(list(view.events())) > 0

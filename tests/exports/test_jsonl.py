"""The JSON lines keep the contract, hold what the record holds, and are the same bytes every time."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
import pytest

from makers import a_figure, a_statement, an_article, an_event
from rashomon.errors import UsageError
from rashomon.exports import FORMATS, find_format, write, write_file
from rashomon.record import (
    Actor,
    Article,
    Disagreement,
    Dropped,
    Event,
    Merge,
    Place,
    Position,
    Reading,
    Relation,
    Sayer,
    Statement,
)
from rashomon.store import Store

SHARED = Path(__file__).parents[2].parent / "shared"
NOUNS = {
    "article": Article,
    "actor": Actor,
    "place": Place,
    "statement": Statement,
    "relation": Relation,
    "event": Event,
    "dropped": Dropped,
}
ORDER = list(NOUNS)


def exported(record: Path) -> bytes:
    out = BytesIO()
    with Store(record).view() as view:
        write(view, view.events(), find_format("jsonl"), out)
    return out.getvalue()


@pytest.fixture(scope="session")
def example_lines(example_record):
    return [json.loads(line) for line in exported(example_record).splitlines()]


def test_kinds_come_in_order(example_lines):
    kinds = [line["kind"] for line in example_lines]
    assert kinds == sorted(kinds, key=ORDER.index)
    assert {"article", "actor", "place", "statement", "relation", "event"} <= set(kinds)


def test_it_keeps_the_contract(example_record, tmp_path):
    check = SHARED / "check_export.py"
    if not check.exists():
        pytest.skip("the checker of the contract is not here")
    out = tmp_path / "out.jsonl"
    out.write_bytes(exported(example_record))
    done = subprocess.run([sys.executable, str(check), str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_line_is_its_noun_again(example_record, example_lines):
    """What the lines leave out is what was cut off the page; what they add is the family."""
    told: dict[str, list] = {kind: [] for kind in ORDER}
    for line in example_lines:
        kind = line.pop("kind")
        if kind == "event" and line["acled"]:
            line["acled"] = [line["acled"]["event_type"], line["acled"]["sub_event_type"]]
        if kind == "relation":
            assert line.pop("origins") == len(line["sources"])
        told[kind].append(msgspec.convert(line, NOUNS[kind]))
    with Store(example_record).view() as view:
        assert told["article"] == [replace(article, cuts=()) for article in view.articles()]
        for kind in ("actor", "place", "statement", "relation", "event", "dropped"):
            assert told[kind] == list(getattr(view, f"{kind}s" if kind != "dropped" else "dropped")()), kind
        families = {article: family.id for family in view.families() for article in family.articles}
        assert {line["id"]: line["family"] for line in example_lines if "family" in line} == families


def test_offsets_count_code_points(tmp_path):
    article = an_article("🕊 Überall — In Karsa 12 soldiers deserted.")
    statement = a_statement(article, figures=(a_figure(12, "12", article.text.index("12")),))
    with Store(tmp_path / "r").writer() as writer:
        writer.add(article, Reading(article.id, (statement,), ()), "f")
    told = [json.loads(line) for line in exported(tmp_path / "r").decode().splitlines()]
    text, line = told[0]["text"], told[1]
    for span in (line["evidence"], line["trigger"], *line["figures"]):
        assert text[span["start"] : span["end"]] == span["text"]


def test_unknown_is_null_or_empty(tmp_path):
    article = an_article(outlet=None, published=None)
    statement = a_statement(article, trigger=None, type="say", mode=None)
    with Store(tmp_path / "r").writer() as writer:
        writer.add(article, Reading(article.id, (statement,), ()), "f")
        writer.drop([Dropped("odd\u2028name\n.html", "page", "why “not”")])
        with writer.views():
            writer.put_events([an_event(statement, mode=None, type="say")])
    lines = exported(tmp_path / "r").decode().split("\n")
    told = [json.loads(line) for line in lines[:-1]]
    assert lines[-1] == "", "the last line ends"
    assert [line["kind"] for line in told] == ["article", "statement", "event", "dropped"], "a name breaks no line"
    assert {key for key, value in told[0].items() if value is None} == {
        "url", "outlet", "title", "published", "copied_from", "family",
    }  # fmt: skip
    assert {key for key, value in told[1].items() if value in (None, [])} == {
        "trigger", "mode", "actors", "targets", "places", "time", "figures", "chain", "relation", "what",
        "corrected",
    }  # fmt: skip
    assert {key for key, value in told[2].items() if value is None} == {
        "part_of",
        "mode",
        "time",
        "acled",
        "ucdp_violence",
        "corroboration",
    }


def test_dates_names_and_pairs(tmp_path):
    article = an_article()
    said = Sayer("Adel Marun", "official", said=article.published, actor="local")
    statement = a_statement(article, chain=(Sayer("Hill Courier", "outlet"), said))
    actor = Actor("local", "Adel Marun", ("Adel Marun",), "person")
    positions = (Position("12", (statement.id,), ("A",)), Position("13", (statement.id,), ("B",)))
    with Store(tmp_path / "r").writer() as writer:
        writer.add(article, Reading(article.id, (statement,), (), (actor,)), "f")
        with writer.views():
            writer.put_actors(
                [Actor("merged", "Adel Marun", ("Adel Marun",), "person")], [Merge("local", "merged", 1.0, "same")]
            )
            differs = Disagreement("figure", "How many: 12 or 13.", positions)
            writer.put_events([an_event(statement, acled=("Battles", "Armed clash"), disagreements=(differs,))])
    told = {(line := json.loads(raw))["kind"]: line for raw in exported(tmp_path / "r").splitlines()}
    assert told["article"]["published"] == {
        "earliest": "2021-05-03", "latest": "2021-05-03", "precision": "day", "text": "2021-05-03", "basis": "stated",
    }  # fmt: skip
    assert told["statement"]["chain"][1]["actor"] == "merged"
    assert told["statement"]["chain"][1]["said"]["earliest"] == date(2021, 5, 3).isoformat()
    assert told["event"]["acled"] == {"event_type": "Battles", "sub_event_type": "Armed clash"}
    assert told["event"]["disagreements"][0]["positions"][0] == {
        "value": "12",
        "statements": [statement.id],
        "origins": ["A"],
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("json", "did you mean jsonl"),
        ("JSONL", "did you mean jsonl"),
        ("stix", "there is: jsonl"),
    ],
)
def test_a_format_that_is_not_there(name, words):
    with pytest.raises(UsageError, match=words):
        find_format(name)


def test_formats_have_names_and_help():
    assert len({kind.name for kind in FORMATS}) == len(FORMATS)
    assert all(kind.help for kind in FORMATS)


def test_a_file_is_replaced_only_when_whole(example_record, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    kind = find_format("jsonl")

    def failing():
        yield from ()
        raise RuntimeError

    with Store(example_record).view() as view:
        with pytest.raises(RuntimeError):
            write_file(view, failing(), kind, out)
        assert out.read_text() == "before"
        assert list(tmp_path.iterdir()) == [out]
        write_file(view, view.events(), kind, out)
        write_file(view, view.events(), kind, Path("/dev/null"))
        with pytest.raises(UsageError, match="can not be written"):
            write_file(view, view.events(), kind, tmp_path / "no" / "folder")
    assert out.read_bytes() == exported(example_record)
    assert Path("/dev/null").is_char_device()

"""Times over a table of sentences: which words tell a time, and which days they stand for."""

from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from rashomon.record import When
from rashomon.statements.times import find_times, resolve_time

CASES = Path(__file__).parent / "cases" / "times.tsv"


def _rows() -> list[list[str]]:
    lines = CASES.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _day(text: str) -> date | None:
    return None if text in ("-", "*") else date.fromisoformat(text)


def _told(text: str) -> When | None:
    if text == "-":
        return None
    first, _, last = text.partition("/")
    return When(_day(first), _day(last or first), "days" if last else "day", "", "stated")


def _shown(when: When | None) -> list[str]:
    if when is None:
        return ["none", "-", "-"]
    ends = [day.isoformat() if day else "*" for day in (when.earliest, when.latest)]
    return [ends[0] if ends[0] == ends[1] else "/".join(ends), when.precision, when.basis]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row[4]}: {row[8]}")
def test_times(nlp: Language, row: list[str]) -> None:
    sentence, today, tense, told, words, *expected, _ = row
    found = {time.text: time for time in find_times(nlp(sentence))}
    if words == "-":
        assert list(found) == []
        return
    assert words in found
    when = resolve_time(found[words], today=_day(today), told=_told(told), tense=tense)  # type: ignore[arg-type]
    assert _shown(when) == expected
    assert when is None or when.text == words


def test_offsets_hold_and_times_do_not_overlap(nlp: Language) -> None:
    text = "\n\n".join(row[0] for row in _rows())
    taken = 0
    for time in find_times(nlp(text)):
        assert text[time.start : time.end] == time.text
        assert time.start >= taken
        taken = time.end

"""Whole statements: act, time and figures together, on texts of our own."""

import pytest
from test_reader import article

from rashomon.settings import Settings
from rashomon.statements import Reader
from rows import rows


@pytest.fixture(scope="module")
def reader():
    return Reader(Settings())


@pytest.mark.parametrize("case", rows("parts.tsv"), ids=lambda case: f"{case[0][:40]} ({case[-1]})")
def test_parts_are_read(reader, case):
    text, words, act, mode, time, figures, _why = case
    statements = reader.read(article(text.replace("¶", "\n\n"))).statements
    if words == "-":
        assert not [s for s in statements if s.type == act and mode in ("*", s.mode)]
        return
    told = next(s for s in statements if s.trigger and s.trigger.text == words)
    if act != "*":
        assert told.type == act
    if mode != "*":
        assert (told.mode or "-") == mode
    if time != "*":
        assert _days(told.time) == time
    if figures != "*":
        assert (";".join(f"{f.low} {f.counts} {f.measure}" for f in told.figures) or "-") == figures


def _days(when):
    if when is None:
        return "-"
    return str(when.latest) if when.earliest == when.latest else f"{when.earliest}/{when.latest}"

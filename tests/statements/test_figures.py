"""Figures over a table of sentences: wording, bounds, what is counted, what happened to it, unit."""

from pathlib import Path

import pytest
from spacy.language import Language

from rashomon.record import Figure
from rashomon.statements.figures import find_figures

CASES = Path(__file__).parent / "cases" / "figures.tsv"


def _rows() -> list[list[str]]:
    lines = CASES.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _bounds(figure: Figure) -> str:
    """The bounds in the short form of the table, after a check that no other bound is set."""
    low, best, high = figure.low, figure.best, figure.high
    step = 0 if figure.unit == "percent" or len(figure.unit) == 3 else 1
    match figure.qualifier:
        case "exact":
            assert low == best == high
            return f"{best}"
        case "about":
            assert (low, high) == (None, None)
            return f"~{best}"
        case "at_least" | "more_than":
            assert (best, high) == (None, None)
            more = figure.qualifier == "more_than" and step
            return f">{low - 1}" if more and low else f">={low}"
        case "at_most" | "fewer_than":
            assert (low, best) == (None, None)
            return f"<{high + 1}" if figure.qualifier == "fewer_than" and step and high else f"<={high}"
        case "between":
            assert best is None
            return f"{low}..{high}"
    assert (best, high) == (None, None)
    return f"many>={low}" if low is not None else "many"


def _shown(figure: Figure) -> str:
    return f"{figure.text} = {_bounds(figure)}; {figure.counts}; {figure.measure}; {figure.unit}"


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row[0]} ({row[2]})")
def test_figures(nlp: Language, row: list[str]) -> None:
    sentence, expected, _ = row
    found = find_figures(nlp(sentence))
    assert (" ## ".join(map(_shown, found)) or "none") == expected
    for figure in found:
        assert sentence[figure.start : figure.end] == figure.text


def test_offsets_hold_in_a_long_text(nlp: Language) -> None:
    text = "\n\n".join(row[0] for row in _rows())
    starts = []
    for figure in find_figures(nlp(text)):
        assert text[figure.start : figure.end] == figure.text
        starts.append(figure.start)
    assert starts == sorted(starts)

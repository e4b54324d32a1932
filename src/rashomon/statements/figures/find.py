"""Finds the figures of a parsed text: the amounts that count something, with what they count and what became of it."""

import re
from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.record import Figure
from rashomon.statements.figures.counted import (
    CROWDS,
    Counted,
    count_of,
    is_tally,
    names_persons,
    phrase,
    told_by,
    unit_of,
)
from rashomon.statements.figures.lexicon import is_person, measures
from rashomon.statements.figures.listed import find_listed
from rashomon.statements.figures.measures import measure_of
from rashomon.statements.figures.refuse import counts_nothing
from rashomon.statements.figures.words import Amount, find_amounts
from rashomon.statements.times import TimeWords, find_times
from rashomon.statements.wording import text_of

_RISE = (
    r"(?:rais|rise|rose|risen|revis|increas|climb|jump|lower|cut|reduc|f[ae]ll|drop|grow|grew|up|down|doubl|soar|swell|shr)"
    r"\w*"
)
_OLD_AFTER = re.compile(
    r"(?:\s+[\w-]+){0,3}?,?\s+(?:(?:up|down)\s+)?from\s+(?:an?\s+)?(?:(?:earlier|previous|initial)\s+(?:\w+\s+)?(?:of\s+)?)?$",
    re.IGNORECASE,
)
_NEW_AFTER = re.compile(r"(?:\s+[\w-]+){0,4}?\s+to\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_CHANGE = re.compile(rf"\b{_RISE}\b[^.]*$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|at)\s+$", re.IGNORECASE)
_SPANS = frozenset("second minute hour day night week weekend month quarter year decade century time".split())
"""Half the day, most of the year: how long, not how many."""
_UP_TO = re.compile(r"up\s+to\b", re.IGNORECASE)
_UP_FROM = re.compile(r"\b(?:up|down)\s+from\b", re.IGNORECASE)
_STRONG = re.compile(r"[\s-]strong\b", re.IGNORECASE)


def find_figures(doc: Doc, times: tuple[TimeWords, ...] | None = None) -> tuple[Figure, ...]:
    """Every figure of `doc` in the order of the text. `times` are those of `find_times`, found here where not given."""
    taken = find_times(doc) if times is None else times
    text = text_of(doc)
    amounts = _current(text, [a for a in find_amounts(text) if not _in_time(a, taken)])
    figures: list[Figure] = []
    by_noun: dict[int, Figure] = {}
    for amount in amounts:
        counted = count_of(doc, amount)
        if counted is None or counts_nothing(doc, text, amount, counted):
            continue
        figure = _figure(text, amount, counted)
        if not figure.unit and not figure.counts and figures and _left_out(figures[-1], counted):
            figure = replace(figure, unit=figures[-1].unit)
        if _says_nothing(doc, text, amount, counted, figure):
            continue
        figures.append(figure)
        by_noun[(counted.noun or counted.root).i] = figure
    for listed, swallowed in find_listed(doc, text, by_noun):
        gone = {id(by_noun[i]) for i in swallowed}
        figures = [f for f in figures if id(f) not in gone]
        figures.append(listed)
    return tuple(sorted(figures, key=lambda f: (f.start, f.end)))


def _left_out(last: Figure, counted: Counted) -> bool:
    """Whether a bare number counts what the figure before it counts: 600 houses were destroyed and 90 damaged."""
    told = bool(last.measure) or last.unit == "people"
    return told and last.unit != "percent" and counted.root.sent.start_char <= last.start


def _in_time(amount: Amount, times: tuple[TimeWords, ...]) -> bool:
    at = bisect_right(times, amount.number_start, key=lambda words: words.start) - 1
    return at >= 0 and amount.number_start < times[at].end


def _current(text: str, amounts: list[Amount]) -> list[Amount]:
    """Without the numbers that the text itself says are replaced: raised to 7 from 3, rose from 3 to 7."""
    out: list[Amount] = []
    for second in amounts:
        first = out[-1] if out else None
        between = text[first.end : second.start] if first else ""
        if first is None or len(between) > 60:
            out.append(second)
            continue
        before = text[max(0, first.start - 70) : first.start]
        if _OLD_AFTER.fullmatch(between):
            if _UP_TO.match(text, first.start):
                best = first.high
                out[-1] = replace(first, start=first.number_start, low=best, best=best, high=best, qualifier="exact")
                continue
            if _TO.search(before) or _UP_FROM.search(between):
                continue
        elif _FROM.search(before) and _NEW_AFTER.fullmatch(between) and _CHANGE.search(before):
            out.pop()
        out.append(second)
    return out


def _figure(text: str, amount: Amount, counted: Counted) -> Figure:
    measure = measure_of(counted.noun or counted.root)
    if not measure and counted.noun is not None:
        measure = measure_of(counted.root)
    unit, counts = unit_of(amount, counted), counted.words
    if _STRONG.match(text, amount.end):
        unit, measure, counts = "people", "strength", ""
    if not unit and measure in _PERSONAL:
        unit = "people"
    if not unit and _is_crowd(amount, counted):
        unit = "people"
    length = amount.kind == "measure" and counted.noun is None
    if length or (measure == "spent" and amount.kind != "money"):
        measure = ""
    if measure == "fired" and unit == "people":
        measure = "dismissed"
    if counted.noun is None and not counts and amount.kind in ("count", "percent") and (of := told_by(counted.root)):
        counts, measure = phrase(of), measure or measures().adjectives.get(of.lemma_.lower(), "")
        if any(c.dep_ == "compound" and is_person(c.lemma_.lower()) for c in of.children) and not is_tally(of):
            counts = counts.removesuffix(of.text).strip()
        if not unit and (names_persons(of) or of.lemma_.lower() in CROWDS or is_tally(of)):
            unit = "people"
    return Figure(
        amount.low, amount.best, amount.high, amount.qualifier, counts, measure, unit,
        text[amount.start : amount.end], amount.start, amount.end,
    )  # fmt: skip


def _is_crowd(amount: Amount, counted: Counted) -> bool:
    """A round number that alone does something means people (thousands were forced to flee)."""
    root = counted.root
    alone = counted.noun is None and amount.qualifier == "vague" and root.lower_.endswith("s")
    return alone and root.dep_ in ("nsubj", "nsubjpass") and root.head.pos_ == "VERB"


_PERSONAL = frozenset(
    "killed injured missing abducted detained displaced trapped evacuated rescued released tortured beaten raped"
    " deserted refused dismissed surrendered convicted charged protested casualties".split()
)


def _says_nothing(doc: Doc, text: str, amount: Amount, counted: Counted, figure: Figure) -> bool:
    """A bare number with nothing counted, nothing told and no unit; and "the two sides", which counts nothing new."""
    word = text[amount.number_start : amount.number_end].lower()
    if not figure.unit and not figure.counts:
        return True
    if counted.noun is not None and counted.noun.lemma_.lower() in _SPANS:
        return True
    if word == "one" and counted.noun is not None and amount.qualifier == "exact":
        return not figure.measure
    small = amount.kind == "count" and amount.best is not None and amount.best <= 3 and amount.qualifier == "exact"
    if not small or figure.measure:
        return False
    span = doc.char_span(amount.number_start, amount.number_end, alignment_mode="expand")
    before = doc[span.start - 1].lower_ if span is not None and span.start else ""
    return before in ("the", "these", "those", "its", "his", "her", "their", "both", "other") or (
        amount.best == 1 and figure.unit != "people"
    )

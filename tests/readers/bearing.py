"""Does a text bear out what a reading says of it? Span by span and number by number, and by other means than the
reader's: numbers are read anew by the rules from the whole text, and every value is looked for in its words."""

import re
from collections.abc import Iterator

from rashomon.record import Article, Figure, Reading, Statement, When
from rashomon.record.vocabulary import MODES
from rashomon.statements import Reader
from rashomon.statements.figures import find_figures
from rashomon.statements.numbers import NUMERAL, value_of

VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": 20}


def unborne(article: Article, reading: Reading, rules: Reader | None) -> Iterator[str]:
    """What the text does not bear out; `rules` read its numbers where it is English."""
    figures = find_figures(rules.parse(article)) if rules else None
    seen = set()
    for statement in reading.statements:
        yield from _statement(article, statement)
        if statement.id in seen:
            yield "a statement twice"
        seen.add(statement.id)
        for figure in statement.figures:
            yield from _figure(figure)
            bounds = {(f.start, f.end, f.low, f.best, f.high, f.qualifier) for f in figures or ()}
            one = (figure.start, figure.end, figure.low, figure.best, figure.high, figure.qualifier)
            if figures is not None and one not in bounds:
                yield f"a figure that the rules do not read: {figure}"


def _statement(article: Article, told: Statement) -> Iterator[str]:
    text = article.text
    spans = [told.evidence, *([told.trigger] if told.trigger else []), *told.actors, *told.targets, *told.places]
    spans += [*told.figures, *(sayer for sayer in told.chain if sayer.text is not None)]
    for span in spans:
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.text:
            yield f"a span that is not the text's: {span}"
    for span in [told.trigger, *told.actors, *told.targets, *told.figures]:
        if span and not (told.evidence.start <= span.start and span.end <= told.evidence.end):
            yield f"a span out of its evidence: {span}"
    if "\n\n" in told.evidence.text and told.evidence.text.count("\n\n") > 2:
        yield f"an evidence over more than three paragraphs: {told.evidence}"
    plain = " ".join(text.split())
    for named in (*told.actors, *told.targets, *told.chain):
        if named.name not in plain and named.name not in (article.outlet, article.copied_from):
            yield f"a name that is not in the text: {named.name}"
    if told.type not in MODES or (told.mode is not None and told.mode not in MODES[told.type]):
        yield f"no act: {told.type} {told.mode}"
    for when in (told.time, *(sayer.said for sayer in told.chain)):
        yield from _when(article, when)


def _figure(figure: Figure) -> Iterator[str]:
    numbers = [value_of(match[0]) for match in re.finditer(NUMERAL, figure.text, re.IGNORECASE)]
    numbers += [low for word, low in VAGUE.items() if word in figure.text.lower()]
    digits = [int(re.sub(r"\D", "", each)) for each in re.findall(r"\d[\d.,'’ \u00a0\u202f]*", figure.text)]
    allowed = {*numbers, *digits, *(n + 1 for n in numbers), *(n - 1 for n in numbers)}
    allowed |= {scaled * n for n in (*numbers, *digits) for scaled in (1000, 1_000_000, 1_000_000_000, 10_000)}
    for value in (figure.low, figure.best, figure.high):
        if value is not None and numbers and value not in allowed:
            yield f"a number that its words do not hold: {value} in {figure.text!r}"


def _when(article: Article, when: When | None) -> Iterator[str]:
    if when is None:
        return
    if when.text not in article.text:
        yield f"a time that is not in the text: {when.text!r}"
    if when.basis == "published" and article.published is None:
        yield f"a time from a day of publication that there is not: {when}"
    days = {str(day.day) for day in (when.earliest, when.latest) if day}
    told = set(re.findall(r"\d+", when.text))
    if when.precision == "day" and when.basis == "stated" and not days & {each.lstrip("0") for each in told}:
        yield f"a day that its words do not hold: {when}"

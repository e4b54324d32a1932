"""A reading held against the text that it is of, so that no reader can put words into a record that do not stand there.

The package's own rules are not asked: they take every word from the text.
"""

from collections.abc import Iterator

from rashomon.errors import PageError
from rashomon.record import Article, Figure, Name, PlaceMention, Reading, Role, Sayer, Span, Statement
from rashomon.record.vocabulary import MODES

Worded = Span | Role | PlaceMention | Figure | Name | Sayer


def held(article: Article, reading: Reading) -> Reading:
    """`reading` as it is; raises PageError where something in it does not stand in the article's text."""
    for fault in faults(article, reading):
        raise PageError(article.file, "statement", f"its reader gives {fault}; the fault is the reader's")
    return reading


def faults(article: Article, reading: Reading) -> Iterator[str]:
    """What does not hold, in words."""
    if reading.article != article.id:
        yield f"the reading of another article ({reading.article})"
    seen: set[str] = set()
    for statement in reading.statements:
        yield from _faults(article, statement)
        if statement.id in seen:
            yield f"the statement {statement.id} twice"
        seen.add(statement.id)
    for name in reading.names:
        yield from _misplaced(article.text, "a name", name)


def _faults(article: Article, statement: Statement) -> Iterator[str]:
    if statement.article != article.id:
        yield f"a statement of another article ({statement.article})"
    if statement.type not in MODES or (statement.mode is not None and statement.mode not in MODES[statement.type]):
        yield f"an act that there is not ({statement.type}, {statement.mode})"
    if not 0 <= statement.confidence <= 1:
        yield f"a confidence of {statement.confidence}, which is not from 0 to 1"
    parts: tuple[tuple[str, tuple[Worded, ...]], ...] = (
        ("an evidence", (statement.evidence,)),
        ("a trigger", (statement.trigger,) if statement.trigger else ()),
        ("an actor", statement.actors),
        ("a target", statement.targets),
        ("a place", statement.places),
        ("a figure", statement.figures),
        ("a sayer", tuple(sayer for sayer in statement.chain if sayer.text is not None)),
    )
    for what, those in parts:
        for each in those:
            yield from _misplaced(article.text, what, each)
    for sayer in statement.chain:
        if sayer.text is None and sayer.name not in (article.outlet, article.copied_from):
            yield f"a sayer that the page does not name ({sayer.name!r})"


def _misplaced(text: str, what: str, each: Worded) -> Iterator[str]:
    start, end = each.start, each.end
    stands = start is not None and end is not None and 0 <= start < end <= len(text) and text[start:end] == each.text
    if not stands:
        yield f"{what} that does not stand at {start} to {end} ({each.text!r})"

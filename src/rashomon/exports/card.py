"""What an export was made of, for whoever gets it without the record: sources, dates, reader, rule, counts, and what
was left out."""

from collections import Counter
from collections.abc import Iterator, Mapping

from rashomon.exports.base import Format
from rashomon.exports.contents import contents
from rashomon.exports.sink import Sink
from rashomon.store import View

MOST = 50
"""Outlets and reasons that are named one by one; the rest is counted together."""


def card(view: View, format: Format, sink: Sink) -> str:
    """The data card as Markdown."""
    return "\n".join(_lines(view, format, sink)) + "\n"


def _lines(view: View, format: Format, sink: Sink) -> Iterator[str]:
    held = contents(view)
    yield f"# Data card: {format.name}"
    yield ""
    yield f"{format.help[:1].upper()}{format.help[1:]}. Made by Rashomon from news reports: every value is a report's."
    yield ""
    yield "| | |"
    yield "| --- | --- |"
    yield f"| rows | {sink.rows:,} |"
    yield f"| articles read | {held.articles:,} |"
    yield f"| statements | {held.statements:,} |"
    yield f"| events | {held.events:,} |"
    yield f"| pages dropped | {held.dropped:,} |"
    if held.published_first and held.published_last:
        yield f"| published | {held.published_first.isoformat()} to {held.published_last.isoformat()} |"
    yield f"| articles without a date | {held.undated:,} |"
    if held.wrong:
        yield f"| statements judged wrong, left out | {held.wrong:,} |"
    yield f"| reader | {', '.join(held.readers) or 'none'} |"
    yield f"| figures rolled up by | {sink.rule} |"
    if format.name == "acled" and sink.rule.startswith("acled-lowest"):
        yield "| fatalities that nobody tells | written as 0, as the rule acled-lowest demands |"
    else:
        yield "| what is not told | an empty cell, never 0 |"
    yield from _named("Left out of the rows", sink.left_out)
    yield from _named("Sources, with their articles", dict(held.outlets))
    yield from _named("Values corrected, by whom", view.reviewed.makers())
    yield from _named("Pages dropped, by reason", Counter(dropped.reason for dropped in view.dropped()))


def _named(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    if not counts:
        return
    yield ""
    yield f"## {title}"
    yield ""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for words, number in ordered[:MOST]:
        yield f"- {words}: {number:,}"
    if rest := sum(number for _, number in ordered[MOST:]):
        yield f"- {len(ordered) - MOST:,} more: {rest:,}"

"""What an export was made of, for whoever gets it without the record: sources, dates, reader, rule, counts, and what
was left out."""

from collections import Counter
from collections.abc import Iterator, Mapping

from rashomon.exports.base import Format
from rashomon.exports.sink import Sink
from rashomon.store import View

MOST = 50
"""Outlets and reasons that are named one by one; the rest is counted together."""


def card(view: View, format: Format, sink: Sink) -> str:
    """The data card as Markdown."""
    return "\n".join(_lines(view, format, sink)) + "\n"


def _lines(view: View, format: Format, sink: Sink) -> Iterator[str]:
    counts = view.counts()
    first, last = view.published()
    yield f"# Data card: {format.name}"
    yield ""
    yield f"{format.help[:1].upper()}{format.help[1:]}. Made by Rashomon from news reports: every value is a report's."
    yield ""
    yield "| | |"
    yield "| --- | --- |"
    yield f"| rows | {sink.rows:,} |"
    yield f"| articles read | {counts['articles']:,} |"
    yield f"| statements | {counts['statements']:,} |"
    yield f"| events | {counts['events']:,} |"
    yield f"| pages dropped | {counts['dropped']:,} |"
    if first and last:
        yield f"| published | {first.isoformat()} to {last.isoformat()} |"
    yield f"| articles without a date | {view.undated():,} |"
    if wrong := view.reviewed.wrong():
        yield f"| statements judged wrong, left out | {wrong:,} |"
    yield f"| reader | {', '.join(view.readers()) or 'none'} |"
    yield f"| figures rolled up by | {sink.rule} |"
    if format.name == "acled" and sink.rule.startswith("acled-lowest"):
        yield "| fatalities that nobody tells | written as 0, as the rule acled-lowest demands |"
    else:
        yield "| what is not told | an empty cell, never 0 |"
    yield from _named("Left out of the rows", sink.left_out)
    outlets = {outlet or "outlet not known": number for outlet, number in view.outlets()}
    yield from _named("Sources, with their articles", outlets)
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

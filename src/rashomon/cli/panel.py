"""An event as it is shown: its accounts side by side, then the sentences that they were read from, then where the
accounts can not all be right, and what a rule makes of their figures.

Nothing is told by colour alone: disagreements carry the mark ≠, and what is not asserted says so in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from rashomon.cli import wording
from rashomon.cli.columns import Columns
from rashomon.cli.styles import DIFFERS, NUMBER, QUIET, STRONG, WARN
from rashomon.cli.together import together
from rashomon.record import Account, Article, Disagreement, Event, Place, Statement

SENTENCES = 3
"""Sentences shown of one account; the others are counted."""

CLIP = 400
"""Characters shown of a long sentence, around the words that tell of the act."""


@dataclass(frozen=True, slots=True)
class Panels:
    """Draws the events of one record from its statements, articles and places by id."""

    statements: Mapping[str, Statement]
    articles: Mapping[str, Article]
    places: Mapping[str, Place]

    def panel(
        self,
        event: Event,
        worths: Mapping[str, int],
        parts: Sequence[RenderableType] = (),
        whole: Event | None = None,
    ) -> Panel:
        """The event with its accounts, those whose statements are worth most (`worths`, by id) first.

        `parts` are drawn below them, within the same frame; `whole` is the event that this one is part of.
        """
        rows: list[RenderableType] = [self._head(event, whole)]
        accounts = sorted(event.accounts, key=lambda a: -max((worths.get(key, 0) for key in a.statements), default=0))
        shown, more = self._shown(accounts, worths)
        notes = {one.id: number for number, same in enumerate(shown, 1) for one in same}
        rows.append(_below(Columns(event, accounts, self.statements, notes)))
        if event.disagreements:
            rows.append(_below(Group(*map(_disagreement, event.disagreements))))
        rows.append(_below(self._sentences(shown, more)))
        if sums := together(event):
            rows.append(_below(sums))
        rows += [_below(part) for part in parts]
        return Panel(
            Group(*rows),
            title=Text(f" {event.title} ", style=f"{STRONG} not dim", overflow="ellipsis"),
            title_align="left",
            subtitle=Text(f" {wording.act(event.type, event.mode)} ", style=QUIET),
            subtitle_align="right",
            border_style=QUIET,
            box=box.ROUNDED,
            padding=(0, 1),
        )

    def line(self, event: Event) -> Text:
        """The event in one line: its title, when, and how many tell of it."""
        line = Text(event.title).append(f"  {wording.when(event.time)}", style=QUIET)
        line.append(f"  {wording.count(event.origins, 'origin')}", style=QUIET)
        return line.append(f"  {DIFFERS}", style=WARN) if event.disagreements else line

    def _head(self, event: Event, whole: Event | None) -> Text:
        """When, where and how widely it is told, how well, and what it is part of."""
        head = Text(self._circumstances(event), style=QUIET)
        if whole:
            head.append(f"\npart of: {whole.title}")
        if (told := event.corroboration) and (event.origins > 1 or told.denied_by):
            head.append(f"\ncorroboration: {told.grade} – {told.rule}")
            head.append(f"; denied by {', '.join(told.denied_by)}" if told.denied_by else "")
        return head

    def _circumstances(self, event: Event) -> str:
        articles = {key for account in event.accounts for key in account.articles}
        reprints = sum(account.reprints for account in event.accounts)
        spread = [wording.count(event.origins, "origin"), wording.count(len(articles), "article")]
        spread += [wording.count(reprints, "reprint")] if reprints else []
        where = [self._place(self.places[key]) for key in event.places if key in self.places]
        known = [wording.when(event.time) if event.time else "", "; ".join(where)]
        lacking = [word for word, value in zip(("time", "place"), known, strict=True) if not value]
        unknown = f"{' and '.join(lacking)} unknown" if lacking else ""
        return " · ".join(filter(None, (*known, unknown, ", ".join(spread))))

    def _place(self, place: Place) -> str:
        country = place.within[-1:] if place.within[-1:] != (place.name,) else ()
        return ", ".join((place.name, *country))

    def _shown(self, accounts: Iterable[Account], worths: Mapping[str, int]) -> tuple[list[list[Statement]], int]:
        """The sentences of every account, those that are worth most, and how many are left out. A sentence that
        several print is shown once."""
        shown: dict[str, list[Statement]] = {}
        more = 0
        for account in accounts:
            told = _sentences(self.statements[key] for key in account.statements if key in self.statements)
            told.sort(key=lambda same: -max(worths.get(one.id, 0) for one in same))
            for same in told[:SENTENCES]:
                shown.setdefault(_plain(same[0]), []).extend(same)
            more += len(told[SENTENCES:])
        return list(shown.values()), more

    def _sentences(self, shown: Sequence[Sequence[Statement]], more: int) -> Group:
        rows: list[RenderableType] = []
        for number, same in enumerate(shown, 1):
            note = Table.grid(padding=(0, 1), expand=True)
            note.add_column(style=QUIET)
            note.add_column(ratio=1)
            note.add_row(f"[{number}]", Group(self._printed(same), _highlighted(same)))
            rows.append(note)
        if more:
            rows.append(Text(f"and {wording.count(more, 'more sentence')}", style=QUIET))
        return Group(*rows)

    def _printed(self, same: Sequence[Statement]) -> Table:
        """Everyone who prints a sentence: a chain and a place in a file each."""
        sources = Table.grid(expand=True, padding=(0, 2))
        sources.add_column(ratio=1)
        sources.add_column(justify="right", overflow="fold", max_width=44)
        printed: dict[tuple[str, str], list[Statement]] = {}
        for one in same:
            where = wording.place_in_file(one, self.articles[one.article])
            printed.setdefault((wording.chain(one), where), []).append(one)
        for (links, where), ones in printed.items():
            chain = Text(links, style=QUIET)
            for held in dict.fromkeys(one.factuality for one in ones if one.factuality != "asserted"):
                chain.append(f"  [{held}]", style=WARN)
            sources.add_row(chain, Text(where, style=QUIET))
        return sources


def _below(part: RenderableType) -> Padding:
    return Padding(part, (1, 0, 0, 0))


def _sentences(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements whose sentence reads the same, together, whoever prints it."""
    found: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: (one.article, one.evidence, one.id)):
        found.setdefault(_plain(one), []).append(one)
    return list(found.values())


def _disagreement(one: Disagreement) -> Text:
    return Text(f"{DIFFERS} ", style=WARN).append(one.what, style="not bold default")


def _plain(one: Statement) -> str:
    return " ".join(one.evidence.text.split())


def _highlighted(same: Sequence[Statement]) -> Text:
    """The sentence, with the words that tell of the act underlined and the figures bold."""
    evidence = same[0].evidence
    text = Text(evidence.text.replace("\n", " "))
    here = [one for one in same if (one.article, one.evidence) == (same[0].article, evidence)]
    marks = [(one.trigger.start, one.trigger.end, "underline") for one in here if one.trigger]
    marks += [(figure.start, figure.end, NUMBER) for one in here for figure in one.figures]
    for start, end, style in marks:
        text.stylize(style, start - evidence.start, end - evidence.start)
    if len(text) <= CLIP:
        return text
    middle = marks[0][0] - evidence.start if marks else 0
    start = max(0, min(middle - CLIP // 2, len(text) - CLIP))
    clipped = text[start : start + CLIP]
    return Text.assemble("… " if start else "", clipped, " …" if start + CLIP < len(text) else "")

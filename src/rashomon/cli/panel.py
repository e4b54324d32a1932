"""An event as it is shown: its accounts under each other, each with its figure, its chain and its sentence.

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
from rashomon.record import Account, Article, Disagreement, Event, Place, Statement

DIFFERS = "≠"
"""Mark of a disagreement."""

SENTENCES = 3
"""Sentences shown of one account; the others are counted."""

CLIP = 400
"""Characters shown of a long sentence, around the words that tell of the act."""

QUIET, STRONG, NUMBER, WARN = "dim", "bold", "bold cyan", "bold yellow"

NUMBER_WIDTH = 9
"""Columns of a bound: up to `1,000,000`."""


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
        rows += [_below(self._account(account, worths)) for account in accounts]
        rows += [_below(_disagreement(one)) for one in event.disagreements]
        rows += [_below(part) for part in parts]
        return Panel(
            Group(*rows),
            title=Text(f" {event.title} ", style=f"{STRONG} not dim"),
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

    def _head(self, event: Event, whole: Event | None) -> Table:
        """When, where and how widely it is told, above what a rule makes of the figures of several accounts."""
        table = _columns(1)
        heads = ("low", "best", "high") if any(account.figures for account in event.accounts) else ()
        table.add_row(*(Text(word, style=QUIET) for word in (self._circumstances(event), *heads)))
        if whole:
            table.add_row(Text(f"part of: {whole.title}", style=QUIET))
        figures = event.figures if event.origins > 1 else ()
        if figures:
            table.add_row(Text(f"together, by {figures[0].rule}:", style=QUIET))
        for figure in figures:
            what = Text("  " + " ".join(filter(None, (figure.counts, figure.measure))))
            table.add_row(what, *map(wording.number, (figure.low, figure.best, figure.high)))
        return table

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

    def _account(self, account: Account, worths: Mapping[str, int]) -> Group:
        head = _columns(2)
        name = Text(account.origin, style=STRONG)
        if account.reprints:
            name.append(f"  and {wording.count(account.reprints, 'reprint')}", style=f"not bold {QUIET}")
        told = dict.fromkeys((f.text, f.counts, f.low, f.best, f.high) for f in account.figures)
        for text, counts, *bounds in told:
            head.add_row(name, _worded(text, counts), *map(wording.number, bounds))
            name = Text()
        if not account.figures:
            head.add_row(name)
        sentences = _sentences(self.statements[key] for key in account.statements if key in self.statements)
        sentences.sort(key=lambda together: -max(worths.get(one.id, 0) for one in together))
        rows: list[RenderableType] = [head, *map(self._sentence, sentences[:SENTENCES])]
        if len(sentences) > SENTENCES:
            rows.append(Text(f"  and {wording.count(len(sentences) - SENTENCES, 'more sentence')}", style=QUIET))
        return Group(*rows)

    def _sentence(self, together: Sequence[Statement]) -> Padding:
        """The sentence below everyone who prints it: a chain and a place in a file each."""
        sources = Table.grid(expand=True, padding=(0, 2))
        sources.add_column(ratio=1)
        sources.add_column(justify="right", overflow="fold", max_width=44)
        printed: dict[tuple[str, str], list[Statement]] = {}
        for one in together:
            where = wording.place_in_file(one, self.articles[one.article])
            printed.setdefault((wording.chain(one), where), []).append(one)
        for (links, where), ones in printed.items():
            chain = Text(links)
            chain.highlight_words([wording.FROM.strip()], QUIET)
            for held in dict.fromkeys(one.factuality for one in ones if one.factuality != "asserted"):
                chain.append(f"  [{held}]", style=WARN)
            sources.add_row(chain, Text(where, style=QUIET))
        return Padding(Group(sources, Padding(_highlighted(together), (0, 0, 0, 2))), (0, 0, 0, 2))


def _below(part: RenderableType) -> Padding:
    return Padding(part, (1, 0, 0, 0))


def _columns(words: int) -> Table:
    """A grid with columns for words and three for the bounds, which stand at the same places in every such grid."""
    table = Table.grid(expand=True, padding=(0, 1))
    for _ in range(words):
        table.add_column(ratio=1)
    for _ in range(3):
        table.add_column(justify="right", width=NUMBER_WIDTH, no_wrap=True)
    return table


def _worded(text: str, counts: str) -> Text:
    """A figure in the source's words, with what it counts where the words do not tell."""
    return Text.assemble((f"“{text}”", NUMBER), "" if counts in text else (f" {counts}", QUIET))


def _sentences(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements whose sentence reads the same, together, whoever prints it."""
    together: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: (one.article, one.evidence, one.id)):
        together.setdefault(" ".join(one.evidence.text.split()), []).append(one)
    return list(together.values())


def _highlighted(together: Sequence[Statement]) -> Text:
    """The sentence, with the words that tell of the act underlined and the figures bold."""
    evidence = together[0].evidence
    text = Text(evidence.text.replace("\n", " "))
    here = [one for one in together if (one.article, one.evidence) == (together[0].article, evidence)]
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


def _disagreement(one: Disagreement) -> Group:
    # The sentence goes on to name the positions, which stand below it more plainly.
    subject, _, told = one.what.partition(": ")
    sentence = Text(f"{DIFFERS} ", style=WARN).append(subject if told else one.what, style="not bold default")
    positions = Table.grid(padding=(0, 2))
    for position in one.positions:
        positions.add_row(Text(position.value, style=STRONG), Text(", ".join(position.origins), style=QUIET))
    return Group(sentence, Padding(positions, (0, 0, 0, 4)))

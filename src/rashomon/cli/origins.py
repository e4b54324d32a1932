"""`rashomon origins`: who rests on whom, as trees that grow from each origin to those who tell it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated

import typer
from rich.text import Text
from rich.tree import Tree

import rashomon.api
from rashomon.cli.console import out, say
from rashomon.cli.styles import QUIET, STRONG
from rashomon.cli.wording import STALE, count, when
from rashomon.record import Followed, How
from rashomon.store.search import search

MOST = 20
"""Origins, or events, that are drawn unless all are asked for."""

NAMES = 4
"""Names listed in one line; the others are counted."""

BY: dict[How, str] = {"prints": "printed by", "cites": "cited by", "quotes": "quoted by", "unnamed": "quoted by"}


@dataclass(slots=True)
class Branch:
    """Somebody, and who rests on them: by name and how. `copies` are the outlets of reprints, folded into one line;
    `quoted` is whom the origin itself has it from."""

    statements: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    copies: dict[str, str] = field(default_factory=dict)
    quoted: Counter[str] = field(default_factory=Counter)
    branches: dict[tuple[str, How], "Branch"] = field(default_factory=dict)

    def add(self, one: Followed) -> "Branch":
        """Count one statement here."""
        self.statements.add(one.statement)
        self.articles.add(one.article)
        self.events.add(one.event)
        return self


def origins(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="The record.")],
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="What to look for.")] = None,
    all: Annotated[bool, typer.Option("--all", help=f"Draw all, not only the first {MOST}.")] = False,
) -> None:
    """Show who rests on whom: from each origin to those who print, cite and quote it.

    Without WORDS: the origins of the whole record, those behind most statements first. With WORDS: the events that
    answer to all of them, each with its own origins. Reprints are counted, and add no origin.
    """
    most = None if all else MOST
    with rashomon.api.open(record) as view:
        if not view.fresh:
            say(STALE, style="yellow")
        if not words:
            grown = grow(rashomon.api.follow(view))
            out.print(count(len(grown), "origin"), style="dim")
            drawn = [tree(name, grown[name], events=True) for name in _order(grown)]
        else:
            hits = search(view.events(), view, " ".join(words))
            out.print(f"{count(len(hits), 'event')} for “{' '.join(words)}”", style="dim")
            drawn = []
            for hit in hits[:most]:
                branches = grow(rashomon.api.follow(view, [hit.event]))
                spread = f"  {when(hit.event.time)}, {count(hit.event.origins, 'origin')}"
                whole = Tree(Text(hit.event.title, style=STRONG).append(spread, style=QUIET))
                for name in _order(branches):
                    whole.add(tree(name, branches[name]))
                drawn.append(whole)
        for one in drawn[:most]:
            out.print(one)
        left = (len(drawn) if not words else len(hits)) - (most or 0)
        if most is not None and left > 0:
            out.print(f"and {left:,} more: ask more closely, or add --all", style="dim")


def grow(followed: Iterable[Followed]) -> dict[str, Branch]:
    """The origins, each with all that rests on it."""
    found: dict[str, Branch] = {}
    for one in followed:
        branch = found.setdefault(one.origin, Branch()).add(one)
        names = [link.name for link in one.links]
        at = names.index(one.origin) if one.origin in names else len(names)
        branch.quoted.update(names[at + 1 :])
        hows = [link.how for link in one.links]
        last = at
        for place in range(at - 1, -1, -1):
            if place == 0 and one.copy:
                branch.copies[one.article] = names[0]
            else:
                how = hows[last] if last < len(hows) else None
                branch = branch.branches.setdefault((names[place], how or "prints"), Branch()).add(one)
            last = place
        if at == 0 and one.copy:
            branch.copies[one.article] = names[0]
    return found


def tree(name: str, branch: Branch, how: How | None = None, events: bool = False) -> Tree:
    """One origin, or one who rests on somebody, with all that rests on them."""
    label = Text(f"{BY[how]} " if how else "", style=QUIET).append(name, style="default" if how else STRONG)
    grown = Tree(label.append(f"  {', '.join(_sizes(branch, events))}", style=QUIET), guide_style=QUIET)
    if branch.quoted:
        grown.add(Text(f"from {_names(_most(branch.quoted))}", style=QUIET))
    for key in sorted(branch.branches, key=lambda key: (-len(branch.branches[key].statements), *key)):
        grown.add(tree(key[0], branch.branches[key], key[1]))
    if branch.copies:
        names = _most(Counter(branch.copies.values()))
        grown.add(Text(f"{count(len(branch.copies), 'reprint')}: {_names(names)}", style=QUIET))
    return grown


def _sizes(branch: Branch, events: bool) -> Iterator[str]:
    yield count(len(branch.statements), "statement")
    yield count(len(branch.articles), "article")
    if events:
        yield count(len(branch.events), "event")


def _order(branches: dict[str, Branch]) -> list[str]:
    return sorted(branches, key=lambda name: (-len(branches[name].statements), name))


def _most(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda name: (-counted[name], name))


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMES:,} more" if len(names) > NAMES else ""
    return ", ".join(names[:NAMES]) + more

"""Events that are part of others, drawn inside them."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from rashomon.cli.panel import Panels
from rashomon.cli.styles import QUIET
from rashomon.cli.wording import count
from rashomon.record import Event
from rashomon.store.search import Hit

INSIDE = 3
"""Events drawn in full inside another; the next ones get a line each."""

LINES = 8
"""Lines inside another event; the rest is counted."""


class Tree:
    """Hits among the events of a record: those that are part of another hit hang below it, the others are `outer`.

    A hit that answers better than the whole stands for itself, so that the best answer is never far down in another.
    """

    def __init__(self, hits: Sequence[Hit], events: Sequence[Event]) -> None:
        self._events = {event.id: event for event in events}
        self._parts: dict[str, list[Event]] = {}
        for event in events:
            if event.part_of:
                self._parts.setdefault(event.part_of, []).append(event)
        found = {hit.event.id: hit for hit in hits}
        self.outer: list[Hit] = []
        self._inner: dict[str, list[Hit]] = {}
        for hit in hits:
            whole = found.get(hit.event.part_of or "")
            if whole and whole.worth >= hit.worth:
                self._inner.setdefault(whole.event.id, []).append(hit)
            else:
                self.outer.append(hit)

    def statements(self, hit: Hit) -> Iterator[str]:
        """The ids of all statements that drawing this hit takes."""
        yield from hit.event.statements
        for inner in self._inner.get(hit.event.id, ())[:INSIDE]:
            yield from self.statements(inner)

    def panel(self, hit: Hit, panels: Panels) -> Panel:
        """The hit with the hits that are part of it; its other parts get a line each."""
        inner = self._inner.get(hit.event.id, [])
        parts: list[RenderableType] = [self.panel(one, panels) for one in inner[:INSIDE]]
        drawn = {one.event.id for one in inner[:INSIDE]}
        others = [one.event for one in inner[INSIDE:]]
        others += [event for event in self._parts.get(hit.event.id, []) if event not in others]
        rest = [event for event in others if event.id not in drawn]
        if rest:
            lines = [Text("  ").append_text(panels.line(event)) for event in rest[:LINES]]
            head = Text(f"{'also ' if drawn else ''}part of it: {count(len(rest), 'event')}", style=QUIET)
            more = [Text(f"  and {len(rest) - LINES:,} more", style=QUIET)] if len(rest) > LINES else []
            parts.append(Group(head, *lines, *more))
        outside = self._events.get(hit.event.part_of or "") if hit in self.outer else None
        return panels.panel(hit.event, hit.statements, parts, outside)

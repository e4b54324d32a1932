"""Events with their figures brought to one row by another rule than the one they were built with."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from rashomon.errors import UsageError
from rashomon.record import Event
from rashomon.run.pipeline import Pipeline


def rolled_events(events: Iterable[Event], pipeline: Pipeline, rule: str) -> Iterator[Event]:
    """The events by `rule`, a name with or without its version; UsageError at once where there is no such rule."""
    rules = pipeline.rules()
    names = [*rules, *(name.rpartition(" ")[0] for name in rules)]
    if rule not in names:
        near = get_close_matches(rule.casefold(), names, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there is: {', '.join(rules)}"
        raise UsageError(f"--rule {rule}: no such roll-up; {hint}")
    return (pipeline.reroll(event, rule) for event in events)

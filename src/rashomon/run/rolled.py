"""Events with their figures brought to one row by another rule than the one they were built with."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from rashomon.errors import UsageError
from rashomon.record import Event
from rashomon.run.pipeline import Pipeline


def rule_named(name: str | None, pipeline: Pipeline) -> str:
    """The full name of a rule given with or without its version, for None the default; UsageError for no rule."""
    if name is None:
        return pipeline.default_rule()
    full = {short: each for each in pipeline.rules() for short in (each, each.rpartition(" ")[0])}
    if name in full:
        return full[name]
    near = get_close_matches(name.casefold(), full, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there is: {', '.join(pipeline.rules())}"
    raise UsageError(f"--rule {name}: no such roll-up; {hint}")


def rolled_events(events: Iterable[Event], pipeline: Pipeline, rule: str) -> Iterator[Event]:
    """The events by `rule`, a name with or without its version; UsageError at once where there is no such rule."""
    used = rule_named(rule, pipeline)
    return (pipeline.reroll(event, used) for event in events)

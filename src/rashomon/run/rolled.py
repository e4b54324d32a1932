"""The events of a record with their figures brought to one row by another rule than the one they were built with."""

from collections.abc import Iterator
from difflib import get_close_matches

from rashomon.errors import UsageError
from rashomon.record import Event
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline
from rashomon.store import View


def rolled_events(view: View, pipeline: Pipeline, rule: str) -> Iterator[Event]:
    """The events by `rule`, a name with or without its version; UsageError at once where there is no such rule."""
    rules = pipeline.rules()
    names = [*rules, *(name.rpartition(" ")[0] for name in rules)]
    if rule not in names:
        near = get_close_matches(rule.casefold(), names, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there is: {', '.join(rules)}"
        raise UsageError(f"--rule {rule}: no such roll-up; {hint}")
    articles = Articles(view)
    return (pipeline.reroll(event, rule, view.statements_by_id(event.statements), articles) for event in view.events())

"""What to say where nothing answers: never only no, but what there is instead."""

from collections import Counter

from rashomon.cli.asked import Asked
from rashomon.cli.wording import count
from rashomon.run import Scope
from rashomon.store import View

SOME = 6
"""Names given as examples of what there is."""


def nothing(view: View, asked: Asked, scope: Scope) -> str:
    """Sentences saying that nothing answers to what was asked, and what the record holds."""
    counts = view.counts()
    if not counts["events"]:
        return f"The record holds {count(counts['articles'], 'article')} and no events."
    if asked.according_to is not None and not scope.names:
        origins = Counter(account.origin for event in view.events() for account in event.accounts)
        return f"Nobody called {asked.according_to} says anything here. Who says most: {_most(origins)}."
    holds = f"The record holds {count(counts['events'], 'event')} from {count(counts['articles'], 'article')}"
    names = {place.id: place.name for place in view.places()}
    places = Counter(names[key] for event in view.events() for key in event.places if key in names)
    where = f", most of them in: {_most(places)}" if places else ""
    return f"No events{asked.in_words()}. {holds}{where}."


def _most(counted: Counter[str]) -> str:
    """The names counted most, by number and then by name, so that equals keep one order."""
    return ", ".join(sorted(counted, key=lambda name: (-counted[name], name))[:SOME])

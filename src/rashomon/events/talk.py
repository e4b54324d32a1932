"""Claims without an act of their own that continue an act: "among the dead were four children".

Such a claim goes to the event of the act when it stands in the act's sentence and counts what the act did, or when it
opens the next sentence by pointing back ("The numbers ...", "Among them ..."). A claim that two events could take
stays alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.events.clues import TALK, Clue
from rashomon.events.figures import bounded, measure
from rashomon.events.join import Group
from rashomon.events.match import NEXT_SENTENCE
from rashomon.events.verdicts import NONE, Verdicts, pair
from rashomon.record import Join

POINTS_BACK = re.compile(
    r"\W*(?:the (?:numbers?|figures?|total|toll|dead|victims|wounded|dismissed|deserters)"
    r"|those|these|among (?:them|those|the)|of (?:them|those))\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on counting what the one before it told of."""

GOES_ON = 0.0
"""Score of what is no match."""

_MATTER = {
    "deserted": "disloyalty",
    "dismissed": "dismissal",
    "killed": "violence",
    "injured": "violence",
    "displaced": "displacement",
    "abducted": "abduction",
    "arrested": "arrest",
}
"""The matter in which people are counted so."""


def _continues(talk: Clue, act: Clue) -> bool:
    s, t = act.statement, talk.statement
    if s.article != t.article or s.type in TALK or not any(bounded(figure) for figure in talk.figures):
        return False
    matters = {found for figure in talk.figures if (found := _MATTER.get(measure(figure)))}
    if s.evidence == t.evidence:
        return act.matter in matters
    if matters and act.matter not in matters:
        return False
    follows = 0 <= t.evidence.start - s.evidence.end <= NEXT_SENTENCE
    return follows and bool(act.figures) and POINTS_BACK.match(t.evidence.text) is not None


def continuing(clues: Sequence[Clue]) -> Iterator[Join]:
    """Claims with the acts of their report that they could go on counting: no matches, but nothing that gathers one
    without the other knows enough."""
    by_article: dict[str, list[Clue]] = {}
    for clue in clues:
        by_article.setdefault(clue.statement.article, []).append(clue)
    for told in by_article.values():
        for talk in (clue for clue in told if clue.statement.type in TALK):
            for act in told:
                if act is not talk and _continues(talk, act):
                    yield Join(*pair(talk.id, act.id), GOES_ON, "a claim that could go on counting")


def attach(groups: Sequence[Group], limit: int, judged: Verdicts = NONE) -> tuple[Group, ...]:
    """The groups with every lone claim moved to the one group whose act it continues; a group takes no more than
    `limit`."""
    acts: dict[str, list[tuple[int, Clue]]] = {}
    for number, group in enumerate(groups):
        for clue in group.clues:
            acts.setdefault(clue.statement.article, []).append((number, clue))
    grown = dict(enumerate(groups))
    for number, group in enumerate(groups):
        talk = group.clues[0]
        if len(group.clues) > 1 or talk.statement.type not in TALK:
            continue
        fits = {n for n, act in acts[talk.statement.article] if n != number and _continues(talk, act)}
        if len(fits) != 1:
            continue
        to = fits.pop()
        host = grown[to]
        if len(host.clues) < limit and not judged.part((talk.id,), (clue.id for clue in host.clues)):
            both = tuple(sorted((*host.clues, talk), key=lambda clue: clue.id))
            reason = "; ".join(filter(None, (host.reason, "a claim that goes on counting")))
            grown[to] = replace(
                host, clues=both, reason=reason if "goes on counting" not in host.reason else host.reason
            )
            del grown[number]
    return tuple(sorted(grown.values(), key=lambda group: group.clues[0].id))

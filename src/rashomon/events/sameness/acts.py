"""Which mentions of acts, in several reports, are of one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.events.sameness.groups import Nearness, grouped
from rashomon.events.sameness.looks import FIRST, SECOND, Story, chances, first_look, second_look, square
from rashomon.events.sameness.reports import one_story
from rashomon.events.sameness.told import Mention, ReportWords
from rashomon.events.words import weights
from rashomon.models import Linear, load_model

STORY_MODEL, FIRST_MODEL, SECOND_MODEL = "same_story", "same_act_first", "same_act_second"

ONE_STORY = 0.1
"""Mean chance from which reports are looked at together: low, as mentions of reports apart are never joined."""

AT_FIRST = 0.35
"""Mean chance that makes a group at first sight, and the same for good; both the best of 0.25 to 0.5 on reports of other
topics than the models were made from."""

AT_LAST = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """What weighs the signs of two reports, of two mentions at first sight, and of two mentions at the second look."""

    story: Linear
    first: Linear
    second: Linear


def same_acts(reports: Sequence[ReportWords], mentions: Sequence[Mention]) -> list[int]:
    """For each mention the number of its act; mentions of one act have the same. A report's number is its place in
    `reports`."""
    return grouped_acts(reports, mentions, Models(*map(load_model, (STORY_MODEL, FIRST_MODEL, SECOND_MODEL))))


def grouped_acts(reports: Sequence[ReportWords], mentions: Sequence[Mention], models: Models) -> list[int]:
    """The same by models of one's own."""
    of = list(range(len(mentions)))
    for story in stories(reports, mentions, one_story(reports, models.story)):
        at_first = chances(models.first, FIRST, story.signs)
        at_last = chances(models.second, SECOND, second_look(story, at_first, AT_FIRST))
        for number, group in zip(story.numbers, grouped(square(story, at_last), AT_LAST), strict=True):
            of[number] = story.numbers[group]
    return of


def stories(reports: Sequence[ReportWords], mentions: Sequence[Mention], near: Nearness) -> Iterator[Story]:
    """The mentions by the story of their reports; `near` is the chance of one story for every two reports."""
    weight = _weights(reports, mentions)
    of = grouped(near, ONE_STORY)
    members: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        members.setdefault(of[mention.report], []).append(number)
    for numbers in members.values():
        yield first_look(numbers, [mentions[number] for number in numbers], near, weight)


def _weights(reports: Sequence[ReportWords], mentions: Sequence[Mention]) -> Mapping[str, float]:
    """What each word that any report or mention has tells: the less, the more reports have it."""
    words = [set(report.all) for report in reports]
    for one in mentions:
        words[one.report].update((one.word,), one.roles, one.near, one.sentence_words, one.names)
    return weights(map(frozenset, words))

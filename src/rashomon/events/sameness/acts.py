"""Reports to stories, and the mentions of a story to acts."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.events.sameness.groups import Nearness, grouped
from rashomon.events.sameness.pairs import Story, look_at
from rashomon.events.sameness.reports import one_story
from rashomon.events.sameness.told import Mention, ReportWords
from rashomon.events.sameness.weights import weights
from rashomon.models import Linear, load_model

STORY_MODEL, ACT_MODEL = "same_story", "same_act"

ONE_STORY = 0.1
"""Mean chance from which reports are looked at together: low, as mentions of two stories are never joined."""

ONE_ACT = 0.35
"""Mean chance from which mentions are of one act: of 0.25 to 0.45 the best on topics unknown to the models."""


def same_acts(reports: Sequence[ReportWords], mentions: Sequence[Mention]) -> list[int]:
    """For each mention the number of its act, which is that of the act's first mention; a report's number is its place
    in `reports`."""
    return acts_by(reports, mentions, load_model(STORY_MODEL), load_model(ACT_MODEL))


def acts_by(
    reports: Sequence[ReportWords], mentions: Sequence[Mention], story_model: Linear, act_model: Linear
) -> list[int]:
    """The same by other models."""
    of = list(range(len(mentions)))
    for story in stories(reports, mentions, one_story(reports, story_model)):
        for number, group in zip(story.numbers, grouped(story.chances(act_model), ONE_ACT), strict=True):
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
        yield look_at(numbers, [mentions[number] for number in numbers], near, weight)


def _weights(reports: Sequence[ReportWords], mentions: Sequence[Mention]) -> Mapping[str, float]:
    """What each word that a report or a mention has tells: the less, the more reports have it."""
    words = [set(report.all) for report in reports]
    for one in mentions:
        words[one.report].update((one.word,), one.roles, one.near, one.sentence_words, one.names)
    return weights(map(frozenset, words))

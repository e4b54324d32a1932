"""Several people who judged the same statements by themselves: how far they agree, and where they do not.

A coder's reading of a statement is the reader's with the coder's own corrections in it, whatever others made of it. All
start from what the reader read, so what agreement there is tells of reviewing, not of coding from a blank page.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.record import ON_STATEMENTS, SAID, Judgement, Statement, standing, with_field
from rashomon.run.agreement import alpha
from rashomon.run.compare import Agreement
from rashomon.run.reviews import found_again
from rashomon.store import View

KEPT = "kept or wrong"
"""What is asked first: is it told by its words at all?"""


@dataclass(frozen=True, slots=True)
class Coded:
    """How one `author` left a statement: judged wrong, or with these values. `reasons` are what was said of it."""

    author: str
    wrong: bool
    statement: Statement
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differs:
    """A statement that its coders did not all leave alike, and the `fields` in which they did not."""

    read: Statement
    coded: tuple[Coded, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """`authors` are those who coded, `units` the statements that at least two of them coded."""

    authors: tuple[str, ...]
    units: int
    agreements: tuple[Agreement, ...]
    differs: tuple[Differs, ...]


def coding(view: View, authors: Iterable[str] = ()) -> Coding:
    """How far these authors agree on the statements that several of them decided; all who decided any, if none is
    named."""
    told = [each for each in standing(view.judgements()) if each.kind in ON_STATEMENTS and each.kind != "comment"]
    asked = tuple(dict.fromkeys(authors)) or tuple(sorted({each.author for each in told}))
    found = found_again(view, told)
    of: dict[str, list[Judgement]] = {}
    for each in told:
        if each.id in found and each.author in asked:
            of.setdefault(found[each.id].id, []).append(each)
    read = {one.id: one for one in found.values()}
    units = [(read[key], _coded(read[key], of[key], asked)) for key in sorted(of)]
    both = sorted((pair for pair in units if len(pair[1]) > 1), key=lambda pair: (pair[0].article, pair[0].evidence))
    values = {field: [[_value(one, field) for one in coded] for _, coded in both] for field in (KEPT, *SAID)}
    agreements = tuple(_agreement(field, told) for field, told in values.items())
    differs = tuple(
        Differs(statement, coded, fields)
        for statement, coded in both
        if (fields := tuple(f for f in values if len({v for one in coded if (v := _value(one, f)) is not None}) > 1))
    )
    return Coding(asked, len(both), agreements, differs)


def _coded(read: Statement, judgements: Sequence[Judgement], authors: Sequence[str]) -> tuple[Coded, ...]:
    told = []
    for author in authors:
        own = [each for each in judgements if each.author == author]
        if own:
            statement = read
            for each in own:
                statement = with_field(statement, each.value) if each.value else statement
            told.append(Coded(author, own[-1].kind == "wrong", statement, tuple(each.reason for each in own)))
    return tuple(told)


def _value(one: Coded, field: str) -> Hashable | None:
    """None where the coder says nothing of the field, having found the whole statement wrong."""
    if field == KEPT:
        return "wrong" if one.wrong else "kept"
    return None if one.wrong else next(said(one.statement) for name, said in SAID.items() if name == field)


def _agreement(field: str, units: Sequence[Sequence[Hashable | None]]) -> Agreement:
    given = [[value for value in unit if value is not None] for unit in units]
    told = [unit for unit in given if len(unit) > 1]
    return Agreement(field, len(told), sum(len(set(unit)) == 1 for unit in told), alpha(told))

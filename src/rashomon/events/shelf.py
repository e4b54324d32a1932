"""What is kept of a record's statements between two gatherings, so that another article touches only what it concerns.

A head is the first copy of a claim; the others stand with it. For each head the shelf knows its clues, the keys that it
is looked up by and the statements that it matches; for each article that speaks of an operation a note; and the
operations themselves. It can be made again from the statements at any time.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rashomon.events.clues import Clue
from rashomon.record import Join, Place


@dataclass(frozen=True, slots=True)
class Note:
    """An article that speaks of an operation: its place, whether the place stands beside the word, the day of the
    telling, and the heads that tell of the operation as a whole."""

    article: str
    place: Place
    anchored: bool
    day: date | None
    core: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """An operation as its event knows it: `core` are the heads of the event."""

    event: str
    place: Place
    core: tuple[str, ...]
    first: date | None
    last: date | None
    articles: tuple[str, ...]


class Shelf(Protocol):
    """Where it is kept: in memory for one gathering, in the record between two."""

    def heads(self, articles: Collection[str]) -> frozenset[str]:
        """The heads that stand in these articles."""

    def head_of(self, statements: Collection[str]) -> Mapping[str, str]:
        """The head that each of these statements is a copy of; one that is not kept is left out."""

    def keys(self, heads: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The keys of each of these heads."""

    def members(self, keys: Collection[str]) -> Mapping[str, AbstractSet[str]]:
        """The heads that have each of these keys."""

    def sizes(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many heads have each of these keys."""

    def clues(self, heads: Collection[str]) -> Mapping[str, tuple[Clue, ...]]:
        """Each of these heads with its copies, the head first."""

    def joins(self, heads: Collection[str]) -> frozenset[Join]:
        """The matches that one of these heads has."""

    def notes(self) -> Mapping[str, Note]:
        """All notes by article."""

    def wholes(self) -> tuple[Whole, ...]:
        """All operations."""

    def remove(self, articles: Collection[str], heads: Collection[str]) -> None:
        """Take out all that is kept of these articles and of these heads, which stand in them."""

    def add(
        self, copies: Mapping[str, tuple[Clue, ...]], keys: Mapping[str, frozenset[str]], notes: Iterable[Note]
    ) -> None:
        """Put in heads with their copies and keys, and notes."""

    def add_joins(self, joins: Iterable[Join]) -> None:
        """Put in matches."""

    def remove_joins(self, joins: Iterable[Join]) -> None:
        """Take out matches."""

    def put_wholes(self, wholes: Iterable[Whole]) -> None:
        """Put these operations in the place of all that are there."""


class MemoryShelf:
    """A shelf that lasts as long as the program."""

    def __init__(self) -> None:
        self._copies: dict[str, tuple[Clue, ...]] = {}
        self._head: dict[str, str] = {}
        self._in: dict[str, set[str]] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._members: dict[str, set[str]] = {}
        self._joins: dict[str, set[Join]] = {}
        self._notes: dict[str, Note] = {}
        self._wholes: tuple[Whole, ...] = ()

    def heads(self, articles: Collection[str]) -> frozenset[str]:
        """The heads that stand in these articles."""
        return frozenset(head for article in articles for head in self._in.get(article, ()))

    def head_of(self, statements: Collection[str]) -> Mapping[str, str]:
        """The head that each of these statements is a copy of; one that is not kept is left out."""
        return {key: self._head[key] for key in statements if key in self._head}

    def keys(self, heads: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The keys of each of these heads."""
        return {head: self._keys[head] for head in heads}

    def members(self, keys: Collection[str]) -> Mapping[str, AbstractSet[str]]:
        """The heads that have each of these keys."""
        return {key: self._members.get(key, frozenset()) for key in keys}

    def sizes(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many heads have each of these keys."""
        return {key: len(self._members.get(key, ())) for key in keys}

    def clues(self, heads: Collection[str]) -> Mapping[str, tuple[Clue, ...]]:
        """Each of these heads with its copies, the head first."""
        return {head: self._copies[head] for head in heads}

    def joins(self, heads: Collection[str]) -> frozenset[Join]:
        """The matches that one of these heads has."""
        return frozenset(join for head in heads for join in self._joins.get(head, ()))

    def notes(self) -> Mapping[str, Note]:
        """All notes by article."""
        return self._notes

    def wholes(self) -> tuple[Whole, ...]:
        """All operations."""
        return self._wholes

    def remove(self, articles: Collection[str], heads: Collection[str]) -> None:
        """Take out all that is kept of these articles and of these heads, which stand in them."""
        self.remove_joins(self.joins(heads))
        for head in heads:
            for key in self._keys.pop(head):
                self._members[key].discard(head)
            for clue in self._copies.pop(head):
                del self._head[clue.id]
        for article in articles:
            self._in.pop(article, None)
            self._notes.pop(article, None)

    def add(
        self, copies: Mapping[str, tuple[Clue, ...]], keys: Mapping[str, frozenset[str]], notes: Iterable[Note]
    ) -> None:
        """Put in heads with their copies and keys, and notes."""
        for head, told in copies.items():
            self._copies[head] = told
            self._head.update((clue.id, head) for clue in told)
            self._keys[head] = keys[head]
            self._in.setdefault(told[0].statement.article, set()).add(head)
            for key in keys[head]:
                self._members.setdefault(key, set()).add(head)
        self._notes.update((note.article, note) for note in notes)

    def add_joins(self, joins: Iterable[Join]) -> None:
        """Put in matches."""
        for join in joins:
            for head in (join.one, join.other):
                self._joins.setdefault(head, set()).add(join)

    def remove_joins(self, joins: Iterable[Join]) -> None:
        """Take out matches."""
        for join in joins:
            for head in (join.one, join.other):
                self._joins[head].discard(join)

    def put_wholes(self, wholes: Iterable[Whole]) -> None:
        """Put these operations in the place of all that are there."""
        self._wholes = tuple(wholes)

    def pour(self, into: Shelf) -> None:
        """Put all that is kept here into another shelf, which is empty."""
        into.add(self._copies, self._keys, self._notes.values())
        joins = {join for found in self._joins.values() for join in found}
        into.add_joins(sorted(joins, key=lambda join: (join.one, join.other)))
        into.put_wholes(self._wholes)

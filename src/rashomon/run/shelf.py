"""The shelf of a record: what gathering keeps between two builds, in the record's own tables."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from rashomon.store.shelf import ShelfRows

if TYPE_CHECKING:
    from rashomon.events.clues import Clue
    from rashomon.events.shelf import Note, Whole


class RecordShelf:
    """A `Shelf` over rows."""

    def __init__(self, rows: ShelfRows) -> None:
        # Loaded here, as the commands that only read a record have no use for it.
        from rashomon.events.clues import Clue  # noqa: PLC0415
        from rashomon.events.shelf import Note, Whole  # noqa: PLC0415

        self._rows = rows
        self._clue: Callable[[str], Clue] = msgspec.json.Decoder(Clue).decode
        self._note: Callable[[str], Note] = msgspec.json.Decoder(Note).decode
        self._whole: Callable[[str], Whole] = msgspec.json.Decoder(Whole).decode
        self.heads, self.head_of, self.joins = rows.heads, rows.head_of, rows.joins
        self.remove, self.add_joins, self.remove_joins = rows.remove, rows.add_joins, rows.remove_joins

    def keys(self, heads: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The keys of each of these heads."""
        return _grouped(((row.head, row.key) for row in self._rows.keys(heads)), heads)

    def members(self, keys: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The heads that have each of these keys."""
        return _grouped(((row.key, row.head) for row in self._rows.members(keys)), keys)

    def sizes(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many heads have each of these keys."""
        return dict.fromkeys(keys, 0) | {row.key: row.number for row in self._rows.sizes(keys)}

    def clues(self, heads: Collection[str]) -> "Mapping[str, tuple[Clue, ...]]":
        """Each of these heads with its copies, the head first."""
        found: dict[str, list[Clue]] = {}
        for row in self._rows.clues(heads):
            found.setdefault(row.head, []).append(self._clue(row.body))
        return {head: tuple(told) for head, told in found.items()}

    def notes(self) -> "Mapping[str, Note]":
        """All notes by article."""
        return {note.article: note for note in map(self._note, self._rows.bodies("notes"))}

    def wholes(self) -> "tuple[Whole, ...]":
        """All operations."""
        return tuple(map(self._whole, self._rows.bodies("wholes")))

    def add(
        self,
        copies: "Mapping[str, tuple[Clue, ...]]",
        keys: Mapping[str, frozenset[str]],
        notes: "Iterable[Note]",
    ) -> None:
        """Put in heads with their copies and keys, and notes."""
        clues = (
            {
                "statement": clue.id,
                "article": clue.statement.article,
                "head": head,
                "position": position,
                "body": _json(clue),
            }
            for head, told in copies.items()
            for position, clue in enumerate(told)
        )
        pairs = ((key, head) for head, told in keys.items() for key in sorted(told))
        self._rows.add(clues, pairs, ((note.article, _json(note)) for note in notes))

    def put_wholes(self, wholes: "Iterable[Whole]") -> None:
        """Put these operations in the place of all that are there."""
        self._rows.put_wholes((whole.event, _json(whole)) for whole in wholes)


def _grouped(pairs: Iterable[tuple[str, str]], names: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {name: set() for name in names}
    for name, value in pairs:
        found[name].add(value)
    return {name: frozenset(values) for name, values in found.items()}


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()

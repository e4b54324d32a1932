"""What a model may tell, as a closed schema: quotations, and choices from closed lists; no number, date or offset."""

from typing import Any, Literal

import msgspec

from rashomon.record import SayerRole
from rashomon.record.statement import Factuality
from rashomon.record.vocabulary import MODES

MOST = 200
"""Statements of one reply that are looked at: several for each sentence of the longest piece of text that is sent."""

BROKEN = (msgspec.DecodeError, RecursionError, UnicodeError)
"""What a reply that is no JSON of our kind raises."""


class ToldRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words` stand in the evidence; `name` elsewhere in the report, where they stand for somebody told before."""

    words: str
    name: str | None = None


class ToldFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words` hold the number, `counts` are the words for what is counted; `of` chooses what sort that is."""

    words: str
    counts: str | None = None
    of: Literal["people", "things"] = "things"


class ToldSayer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who says it: as a role, with `time` for the words that tell when it was said."""

    words: str
    role: SayerRole
    name: str | None = None
    time: str | None = None


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement as the model tells it."""

    evidence: str
    type: str
    trigger: str | None = None
    mode: str | None = None
    factuality: Factuality = "asserted"
    actors: tuple[ToldRole, ...] = ()
    targets: tuple[ToldRole, ...] = ()
    places: tuple[str, ...] = ()
    time: str | None = None
    figures: tuple[ToldFigure, ...] = ()
    sayers: tuple[ToldSayer, ...] = ()


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole reply; its statements are decoded one by one, so that one that is broken costs only itself."""

    statements: tuple[msgspec.Raw, ...]


class _Whole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    statements: tuple[Told, ...]


def reply_of(content: str) -> Reply:
    """The reply in what a model wrote; words or marks around the object are let be. Raises one of BROKEN."""
    start, end = content.find("{"), content.rfind("}")
    return msgspec.json.decode(content[start : end + 1].encode(), type=Reply)


def told_in(raw: msgspec.Raw) -> Told | None:
    """One statement, None where it is not of the schema."""
    try:
        return msgspec.json.decode(raw, type=Told)
    except BROKEN:
        return None


def schema() -> dict[str, Any]:
    """The JSON schema of a reply, in the strict form: every property is required, none may be added."""
    made = msgspec.json.schema(_Whole)
    for each in made["$defs"].values():
        each["required"] = list(each["properties"])
        for value in each["properties"].values():
            value.pop("default", None)
    told = made["$defs"]["Told"]["properties"]
    modes = sorted({mode for those in MODES.values() for mode in those})
    told["type"] = {"type": "string", "enum": sorted(MODES)}
    told["mode"] = {"anyOf": [{"type": "string", "enum": modes}, {"type": "null"}]}
    return made

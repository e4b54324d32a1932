"""Replies of a model that lies, made from a seed: good ones bent in one or more ways."""

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from tests.readers.texts import GOOD, TEXT

Told = dict[str, Any]

QUOTED = ("evidence", "trigger", "time")
LISTED = ("actors", "targets", "figures", "sayers")
INVENTED = (
    "5,000", "40,000 soldiers", "140", "0 soldiers", "00 others", "the President of Dorn", "on Tuesday", "May 2020",
    "Karsan", "a dozen dead", "1200", "1,20", "since March", "12", "twelve people", "KARSA", "Ilse Reck", "\u202e04",
    "4\u200b0 soldiers", "Мarun", "", " ", "\n\n", ".", "“", "0", "DROP TABLE", "2021-03-23T00:00:00",
)  # fmt: skip
"""Words that the text does not hold, or not so: numbers cut or grown, letters that only look like others."""

ODD: tuple[Any, ...] = (None, 5, -1, 1e308, True, [], {}, [[]], ["x"] * 50, {"words": 3}, "x" * 5_000, {"$ref": "#"})


def replies(seed: int, number: int) -> list[str]:
    """So many replies, each another one."""
    random = Random(seed)
    return [_reply(random) for _ in range(number)]


def _reply(random: Random) -> str:
    told: list[Any] = [deepcopy(each) for each in random.choices(GOOD, k=random.randint(1, 6))]
    for _ in range(random.randint(1, 6)):
        random.choice(BENDINGS)(random, random.choice(told) if told else {})
    for at in range(len(told)):
        if random.random() < 0.06:
            told[at] = random.choice(ODD)
    if random.random() < 0.1:
        told *= random.randint(2, 300)
    content = json.dumps({"statements": told}, ensure_ascii=random.random() < 0.5)
    return random.choice(WRAPPINGS)(random, content) if random.random() < 0.2 else content


def _words(random: Random) -> str:
    """A run of characters of the text: words of elsewhere, or halves of words and numbers."""
    start = random.randrange(len(TEXT))
    return TEXT[start : start + random.choice((1, 2, 3, 5, 8, 13, 40, 200, 2_000))]


def _lie(random: Random, old: Any) -> Any:
    kind = random.randrange(5)
    if kind == 0:
        return random.choice(INVENTED)
    if kind == 1:
        return _words(random)
    if kind == 2 and isinstance(old, str) and old:
        at = random.randrange(len(old))
        return old[:at] + random.choice("0123456789xX,. ") + old[at + random.randint(0, 1) :]
    if kind == 3 and isinstance(old, str):
        return old[random.randrange(len(old) + 1) :] or old.upper()
    return random.choice(ODD)


def _quote(random: Random, told: Told) -> None:
    field = random.choice(QUOTED)
    told[field] = _lie(random, told.get(field))


def _part(random: Random, told: Told) -> None:
    field = random.choice(LISTED)
    part = {"words": _lie(random, random.choice(INVENTED))} | ({"role": "official"} if field == "sayers" else {})
    those = told.get(field)
    told[field] = [*those, part] if isinstance(those, list) else [part]


def _within(random: Random, told: Told) -> None:
    listed = [told.get(field) for field in LISTED]
    those = [part for each in listed if isinstance(each, list) for part in each if isinstance(part, dict)]
    if those:
        part = random.choice(those)
        key = random.choice(sorted(part))
        part[key] = _lie(random, part[key])


def _place(random: Random, told: Told) -> None:
    told["places"] = [_lie(random, "Karsa"), random.choice(INVENTED)]


def _choice(random: Random, told: Told) -> None:
    told[random.choice(("type", "mode", "factuality"))] = random.choice(
        ("assault", "killed", "clash", "genocide", "", 7)
    )


def _offsets(random: Random, told: Told) -> None:
    told.update(
        {random.choice(("start", "end", "low", "best", "id", "confidence", "reader")): random.randint(-9, 10**6)}
    )


def _odd(random: Random, told: Told) -> None:
    told[random.choice((*QUOTED, *LISTED, "places", "type"))] = random.choice(ODD)


def _swap(random: Random, told: Told) -> None:
    """The parts of one statement on the evidence of another."""
    told["evidence"] = random.choice(GOOD)["evidence"]


BENDINGS: Sequence[Callable[[Random, Told], None]] = (
    _quote, _quote, _part, _part, _within, _within, _within, _place, _choice, _offsets, _odd, _swap,
)  # fmt: skip

WRAPPINGS: Sequence[Callable[[Random, str], str]] = (
    lambda random, content: content[: random.randrange(len(content))],
    lambda random, content: content.replace('"', "'"),
    lambda random, content: "Sure! " + content + " Also: 5,000 were killed in Dorn.",
    lambda random, content: "[" * 5_000 + content,
    lambda random, content: content.replace("statements", "events", 1),
    lambda random, content: content.replace("null", "NaN"),
    lambda random, content: content + content,
    lambda random, content: content.replace("40", "\\ud800"),
    lambda random, content: json.dumps(content),
)

"""Tables of cases, and the short way in which they write figures."""

import re
from datetime import date
from pathlib import Path

from rashomon.events.told import Told
from rashomon.record import Figure

FOLDER = Path(__file__).parent / "cases"
LOW_OF_WORDS = {"dozens": 24, "several dozen": 24, "hundreds": 200}
"""What the reader makes of vague words (the rules for numbers); others have no number."""


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def worded(text: str, counts: str = "people", measure: str = "killed", unit: str = "people") -> Figure:
    """The figure that a wording means."""
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if not numbers:
        low, best, high, qualifier = LOW_OF_WORDS.get(text), None, None, "vague"
    elif len(numbers) == 2:
        low, best, high, qualifier = numbers[0], None, numbers[1], "between"
    else:
        (n,) = numbers
        low, best, high, qualifier = {
            "about": (None, n, None, "about"),
            "at least": (n, None, None, "at_least"),
            "more than": (n + 1, None, None, "more_than"),
            "up to": (None, None, n, "at_most"),
        }.get(re.sub(r"\s*\d+.*", "", text), (n, n, n, "exact"))
    return Figure(low, best, high, qualifier, counts, measure, unit, text, 0, len(text))  # type: ignore[arg-type]


def sayings(text: str) -> list[Told]:
    """`A:at least 5@8; B/Marun:7 [soldiers]`: origin, speaker with a name, wording, what is counted, day of May 2021.
    Each is a statement of its own."""
    found = []
    for number, part in enumerate(text.split("; ")):
        who, _, rest = part.partition(":")
        origin, _, speaker = who.partition("/")
        words, _, said = rest.partition("@")
        words, _, counts = words.removesuffix("]").partition(" [")
        when = date(2021, 5, int(said)) if said else None
        figure = worded(words, counts or "people")
        found.append(Told(figure, origin, when, speaker or origin, bool(speaker), (f"s{number}",)))
    return found

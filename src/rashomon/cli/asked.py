"""What of a record somebody asked to see."""

from dataclasses import dataclass
from datetime import date

from rashomon.cli.wording import day


@dataclass(frozen=True, slots=True)
class Asked:
    """The conditions of one call; empty or None where nothing was asked."""

    words: str = ""
    according_to: str | None = None
    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    rule: str | None = None

    def in_words(self) -> str:
        """The conditions as they go on a sentence about events: ` for “flee”, in Karsa, as known on 3 May 2021`."""
        parts = [
            f" for “{self.words}”" if self.words else "",
            f" in {self.place}" if self.place else "",
            f" from {day(self.since)}" if self.since else "",
            f" to {day(self.until)}" if self.until else "",
            f" according to {self.according_to}" if self.according_to else "",
            f" as known on {day(self.as_of)}" if self.as_of else "",
        ]
        return ",".join(filter(None, parts))

"""What one page gave: an article before anything stated about it from outside is added."""

from dataclasses import dataclass

from rashomon.record import Cut, When


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields as in `Article`; what the page does not state is None or empty. `behind` are the lines right
    behind the report, where agencies are credited."""

    text: str
    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: When | None = None
    cuts: tuple[Cut, ...] = ()
    behind: tuple[str, ...] = ()

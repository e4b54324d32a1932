"""One report, cut out of a page."""

from dataclasses import dataclass

from rashomon.record.when import When


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of the page that is not the report, and why it was left out ("menu", "advert", "teaser", ...)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """`text` is the clean report: paragraphs parted by one empty line, NFC, no headline. All offsets refer to it.

    `id` is made from `sha256` and `file`. `published` is None unless the page, its address or its manifest states
    a day. `copied_from` names the agency or outlet that the page itself credits for the text. `language` is ISO 639-1,
    "und" where it could not be told.
    """

    id: str
    file: str
    url: str | None
    sha256: str
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    published: When | None
    language: str
    text: str
    copied_from: str | None
    cuts: tuple[Cut, ...] = ()

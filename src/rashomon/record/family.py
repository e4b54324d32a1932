"""Near-copies of one text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Articles (ids, sorted) that are near-copies of one text; one that stands alone is a family of one.

    `origin` names whom the text comes from: the agency or outlet that the copies credit, else the outlet of the copy
    published first, else the file of the first by name where no outlet is known. The id is made from the articles' ids.
    """

    id: str
    origin: str
    articles: tuple[str, ...]

"""Near-copies of one text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Articles (ids, sorted) that are near-copies of one text; one that stands alone is a family of one.

    `origin` names whom the text comes from: the agency or outlet that the copies credit, else the outlet whose copy is
    shown to be the first, a file standing for an outlet that is not known. Where nothing shows which of several it is,
    `among` holds their names, sorted, and `origin` all of them with "or"; `among` is empty where it shows. The id is
    made from the articles' ids.
    """

    id: str
    origin: str
    articles: tuple[str, ...]
    among: tuple[str, ...] = ()

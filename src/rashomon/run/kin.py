"""The families of a record brought up to date: by the articles that came, or anew where these are many."""

from collections.abc import Collection

from rashomon.run.pipeline import Pipeline
from rashomon.store import View, Writer
from rashomon.store.kept import KeptRows

MANY = 8
"""Where more than one article in so many is new, all are compared at once, which is then quicker."""


def renew_families(
    view: View, writer: Writer, kept: KeptRows, pipeline: Pipeline, came: Collection[str], *, anew: bool
) -> set[str]:
    """Bring the families up to date; the articles whose family is not what it was, that of a new one among them."""
    from rashomon.articles.near import Sketch  # noqa: PLC0415  Loaded here, as commands that read have no use for it.

    if not came:
        return set()
    known, heads = {}, {}
    for row in () if anew else kept.sketches():
        known[row.article] = Sketch(row.words, row.runs, row.least)
        heads[row.article] = row.head
    many = len(came) * MANY > len(known)
    if many:
        told = pipeline.first_families(view.articles())
        there = set() if anew else set(view.families())
        changed = tuple(family for family in told.families if family not in there)
    else:
        told = pipeline.more_families(known, heads, view.articles_by_id(came).values(), view.articles_by_id)
        changed = told.families
    writer.put_families(changed)
    kept.add_sketches(
        {"article": key, "words": one.words, "runs": one.runs, "least": one.least, "head": told.heads[key]}
        for key, one in told.sketches.items()
        if key not in known
    )
    kept.put_heads({key: head for key, head in told.heads.items() if key in known and heads[key] != head})
    return {key for family in changed for key in family.articles}

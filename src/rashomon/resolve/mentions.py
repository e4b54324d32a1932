"""The names of a report that may be actors, each with what speaks for its sort."""

from collections import Counter
from dataclasses import dataclass

from rashomon.gazetteer import fold
from rashomon.record import Article, Reading
from rashomon.resolve.surface import RANKS, bare, title_before, without_title

LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"})
"""Entity labels of what may be an actor; LOC and FAC only where the same name is also called something else."""

PRONOUNS = frozenset(
    "he she it they we i you him her them us me who which that this these those his hers its their theirs our ours "
    "himself herself itself themselves one others another both some many most all everyone nobody none somebody "
    "someone anyone ones whom what there whatever whoever".split()
)
"""Words that name nobody; the reader has resolved those it could."""


GOVERNED = frozenset(("backs", "allied-with"))
"""Relations in which a capital stands for its government."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start`: `name` bare, without title; `title` as it stands in the name or before it; `label` by the
    majority of the report's mentions of that name, "" for a name that only a statement's role gives; `says` where it is
    a sayer's, or stands where a government does and no town (Karsa-backed; ties to Karsa)."""

    name: str
    title: str
    label: str
    start: int
    end: int
    says: bool = False


def mentions_of(article: Article, reading: Reading) -> tuple[Mention, ...]:
    """Every name with a label of `LABELS`, and every name of a role or sayer, in the order of the text.

    A name that starts where another one does stands once for each wording.
    """
    found: dict[tuple[int, int, str], str] = {}
    votes: dict[str, Counter[str]] = {}
    for name in reading.names:
        if name.label in LABELS:
            for piece in _pieces(name.text):
                found[name.start, name.end, piece] = name.label
                votes.setdefault(fold(without_title(piece).name or piece), Counter())[name.label] += 1
    sayers: set[tuple[int, int, str]] = set()
    for statement in reading.statements:
        for role in (*statement.actors, *statement.targets):
            found.setdefault((role.start, role.end, bare(role.name)), "")
            if statement.relation in GOVERNED:
                sayers.add((role.start, role.end, bare(role.name)))
        for sayer in statement.chain:
            if sayer.role != "outlet" or sayer.start is not None:
                sayers.add((sayer.start or 0, sayer.end or 0, bare(sayer.name)))
                found.setdefault((sayer.start or 0, sayer.end or 0, bare(sayer.name)), "")
    mentions = []
    for (start, end, wording), label in sorted(found.items()):
        if not wording or (wording.casefold() in PRONOUNS and not wording.isupper()):
            continue
        parted = without_title(wording)
        if not parted.name and label:
            continue
        stands_there = article.text[start:end].startswith(wording)
        before = title_before(article.text, start) if stands_there else ""
        title = (parted.title or before) if parted.name else ""
        kept = parted.name if parted.name and label != "NORP" else wording
        ballot = votes.get(fold(kept), Counter())
        majority = max(ballot, key=lambda key: (ballot[key], key)) if ballot else label
        mentions.append(Mention(kept, title, majority, start, end, (start, end, wording) in sayers))
    return tuple(mentions)


def is_ranked(mention: Mention) -> bool:
    """Whether a title before it makes the name a person's ("General Petrov")."""
    return any(word.casefold().strip(".") in RANKS for word in mention.title.split())


def _pieces(text: str) -> tuple[str, ...]:
    """The bare name in `text`; where an acronym follows in brackets, both."""
    whole, _, inside = text.partition("(")
    return tuple(filter(None, (bare(whole), bare(inside))))

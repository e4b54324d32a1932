"""How well near-copies of one text are found: eight kinds of copies of real articles, made from a seed.

Four things are measured. Of the pairs of printings of one article, how many are in one family, and of the pairs in one
family, how many are of one article. Of the pairs of reports of one incident by different outlets, how many are joined:
they are named, since some outlets of the set print one agency's text. Of pairs of different reports of one outlet with
a paragraph of background in common, how many are joined. And the processor time for piles that grow.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from random import Random
from time import process_time

import msgspec
from rich.console import Console

from benchmarks.copies.kinds import KINDS, Chances, Printed, dateline, page, paragraphs
from benchmarks.copies.words import AGENCIES, HEADLINES, OUTLETS, TOWNS
from benchmarks.rows import Row, read_lines
from rashomon.articles import extract_article, find_families
from rashomon.record import Article, Page, Stated
from rashomon.record.page import PageKind
from rashomon.settings import Settings

SETS = ("fakes", "geo", "indiapolice", "meantime", "muc4", "polnear", "re3d")
"""Sets of whole reports."""

ARTICLES = 500
FEWEST_WORDS = 60
"""Below that a text is no report of several paragraphs, so nothing can be moved in it or left out."""

SEED = 5
SAME = 0.8
"""Share of the shorter text's five-word runs from which two reports of the sets are copies already, so that what is
made of them counts as one."""

BACKGROUND = 200
"""Pairs of different reports with a paragraph in common."""

PILES = (5_000, 10_000, 20_000)
"""Articles in the piles that the cost is measured on."""

PARAGRAPHS, COPIED = 6, 0.1
"""Paragraphs of an article of the piles, each of another report, and the share of articles that are copies."""


@dataclass(frozen=True, slots=True)
class Made:
    """An article with the number of the source that it prints and the kind of copy; "" for the source itself."""

    article: Article
    source: int
    kind: str


def measure_families(gold: Path, console: Console) -> Row:
    """All measures, printed as they come; the values that the last line of the command holds."""
    random = Random(SEED)
    rows = {name: list(_reports(gold / name / "dev.jsonl.gz")) for name in SETS if (gold / name).is_dir()}
    pool = [row["text"] for name in sorted(rows) for row in rows[name]]
    found = found_copies(random.sample(pool, min(ARTICLES, len(pool))), random)
    console.print({key: value for key, value in found.items() if key != "by_kind"})
    console.print(found["by_kind"])
    found["one_incident"] = _one_incident(rows.get("fakes", []), console)
    found["background"] = _background(pool, random)
    found["cost"] = _cost(pool, random)
    return found


def found_copies(sources: Sequence[str], random: Random) -> Row:
    """How many of the pairs of printings of one source are joined, and how many of the joined pairs are such."""
    return _joined(list(_print_all(sources, random)), _copies_already(sources))


def _reports(path: Path) -> Iterator[Row]:
    return (row for row in read_lines(path) if len(row["text"].split()) >= FEWEST_WORDS)


def _print_all(sources: Sequence[str], random: Random) -> Iterator[Made]:
    words = sorted({word for text in sources for word in text.split() if word.isalpha()})
    for number, text in enumerate(sources):
        chances = Chances(random, words, random.choice(AGENCIES), random.choice(TOWNS))
        first, *rest = paragraphs(text)
        source = Printed(random.choice(HEADLINES), None, (dateline(chances) + first, *rest))
        day = date(2010, 1, 1) + timedelta(random.randrange(365))
        outlets = random.sample(OUTLETS, 1 + len(KINDS))
        yield Made(article_of(source, f"{number}", outlets[0], day), number, "")
        for (kind, make), outlet in zip(KINDS.items(), outlets[1:], strict=True):
            printed = make(source, chances)
            yield Made(
                article_of(printed, f"{number} {kind}", outlet, day + timedelta(random.randrange(3))), number, kind
            )


def article_of(printed: Printed, name: str, outlet: str, day: date) -> Article:
    """The article that is cut out of a printing."""
    body = (page(printed) if printed.markup else printed.text).encode()
    byline = None if printed.byline is None else (printed.byline,)
    stated = Stated(outlet, None, day, printed.headline, byline, "en")
    kind: PageKind = "html" if printed.markup else "article"
    return extract_article(Page(name, sha256(body).hexdigest(), body, kind, stated), Settings())


def _copies_already(sources: Sequence[str]) -> list[int]:
    """For each source the first one that it is a copy of, itself where it is none; by all pairs, so that nothing that
    is measured decides."""
    runs = [_runs(text) for text in sources]
    first = list(range(len(sources)))
    for one, other in combinations(range(len(sources)), 2):
        shorter, longer = sorted((runs[one], runs[other]), key=len)
        if len(shorter & longer) >= SAME * len(shorter):
            first[other] = first[one]
    return first


def _runs(text: str) -> set[str]:
    words = text.casefold().split()
    return {" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))}


def _joined(made: Sequence[Made], same: Sequence[int]) -> Row:
    by_id = {one.article.id: one for one in made}
    began = process_time()
    families = find_families(one.article for one in made)
    seconds = process_time() - began
    sizes = Counter(same[one.source] for one in made)
    wanted = sum(size * (size - 1) // 2 for size in sizes.values())
    right = wrong = 0
    family_of = {}
    for family in families:
        within = Counter(same[by_id[key].source] for key in family.articles)
        pairs = sum(number * (number - 1) // 2 for number in within.values())
        right += pairs
        wrong += len(family.articles) * (len(family.articles) - 1) // 2 - pairs
        family_of.update(dict.fromkeys(family.articles, family.id))
    home = {one.source: family_of[one.article.id] for one in made if not one.kind}
    hits: dict[str, list[bool]] = defaultdict(list)
    for one in made:
        if one.kind:
            hits[one.kind].append(family_of[one.article.id] == home[one.source])
    return {
        "sources": len(home),
        "copies": len(made) - len(home),
        "copies_already": len(home) - len(set(same)),
        "recall": round(right / wanted, 4),
        "precision": round(right / max(1, right + wrong), 4),
        "wrong_pairs": wrong,
        "seconds": round(seconds, 2),
        "by_kind": {kind: round(sum(one) / len(one), 4) for kind, one in hits.items()},
    }


def _one_incident(rows: Sequence[Row], console: Console) -> Row:
    """Pairs of reports of one incident by different outlets; those that are joined are named for reading."""
    articles = {str(row["doc_id"]): _plain(row["text"], str(row["doc_id"]), row["outlet"]) for row in rows}
    name = {article.id: key for key, article in articles.items()}
    family_of = {}
    for family in find_families(articles.values()):
        family_of.update({name[key]: family.id for key in family.articles})
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.get("group"):
            groups[row["group"]].append(row)
    pairs = [
        (str(one["doc_id"]), str(other["doc_id"]))
        for group in groups.values()
        for one, other in combinations(group, 2)
        if one["outlet"] != other["outlet"]
    ]
    joined = [pair for pair in pairs if family_of[pair[0]] == family_of[pair[1]]]
    for pair in joined:
        console.print("one incident, two outlets, joined:", *pair)
    return {"pairs": len(pairs), "joined": len(joined), "share": round(len(joined) / max(1, len(pairs)), 4)}


def _background(pool: Sequence[str], random: Random) -> Row:
    """Two different reports of one outlet and day, the second ending with a paragraph that stands in both."""
    articles = []
    for number in range(BACKGROUND):
        one, other = (paragraphs(text) for text in random.sample(pool, 2))
        shared = max(one[1:], key=len, default="")
        for name, parts in ((f"{number} a", one), (f"{number} b", (*other, shared))):
            articles.append(_plain("\n\n".join(parts), name, OUTLETS[0]))
    together = {article.id: article.file for article in articles}
    joined = sum(
        len({together[key].split()[0] for key in family.articles}) < len(family.articles)
        for family in find_families(articles)
    )
    return {"pairs": BACKGROUND, "joined": joined}


def _plain(text: str, name: str, outlet: str) -> Article:
    body = text.encode()
    stated = Stated(outlet, None, None, None, None, "en")
    return extract_article(Page(name, sha256(body).hexdigest(), body, "article", stated), Settings())


def _cost(pool: Sequence[str], random: Random) -> dict[str, float]:
    """Seconds of processor time for piles of articles, made of paragraphs of several reports; a tenth are copies."""
    parts = [part for text in pool for part in paragraphs(text)]
    seconds = {}
    for size in PILES:
        pile: list[Article] = []
        while len(pile) < size:
            copied = pile and random.random() < COPIED
            text = random.choice(pile).text if copied else "\n\n".join(random.sample(parts, PARAGRAPHS))
            pile.append(_ready(text, str(len(pile))))
        began = process_time()
        find_families(pile)
        seconds[str(size)] = round(process_time() - began, 2)
    return seconds


def _ready(text: str, name: str) -> Article:
    return Article(name, name, None, name, OUTLETS[0], None, (), None, "en", text, None)


def as_line(found: Row) -> str:
    """The values as one JSON line."""
    return msgspec.json.encode(found).decode()

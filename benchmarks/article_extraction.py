"""Article bodies cut out of web pages, for the metric of the article extraction benchmark."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from rashomon.articles import extract_article
from rashomon.errors import PageError
from rashomon.record import Page, Stated
from rashomon.settings import Settings


def predict(rows: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """For rows with `doc_id`, `html` and perhaps `url`: `doc_id` and `articleBody`, empty where no report was found."""
    settings = Settings()
    for row in rows:
        body = row["html"].encode("utf-8", "replace")
        page = Page(row["doc_id"], sha256(body).hexdigest(), body, "html", Stated(url=row.get("url")))
        try:
            text = extract_article(page, settings).text
        except PageError:
            text = ""
        yield {"doc_id": row["doc_id"], "articleBody": text}

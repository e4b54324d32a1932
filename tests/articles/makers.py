"""Pages and articles made of a few words."""

from datetime import date
from hashlib import sha256

from rashomon.articles import extract_article
from rashomon.record import Article, Page, Stated, When
from rashomon.record.page import PageKind
from rashomon.settings import Settings

FIRST = (
    "Soldiers closed both bridges over the river on Monday, the governor of the province told reporters in the town."
)
SECOND = 'Shops stayed shut and buses did not run. "We have not slept for three nights," said a baker named Omar.'
THIRD = "The ministry said that 14 people had been hurt, while doctors at the hospital spoke of 20 and feared more."


def page(body: str | bytes, kind: PageKind = "text", **stated: object) -> Page:
    raw = body.encode() if isinstance(body, str) else body
    return Page("page.txt", sha256(raw).hexdigest(), raw, kind, Stated(**stated))  # type: ignore[arg-type]


def read(body: str | bytes, kind: PageKind = "text", seconds: float = 20.0, **stated: object) -> Article:
    return extract_article(page(body, kind, **stated), Settings(extract_seconds=seconds))


def html(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def article(
    name: str, text: str, outlet: str | None = None, day: str | None = None, credit: str | None = None
) -> Article:
    published = When(date.fromisoformat(day), date.fromisoformat(day), "day", day, "stated") if day else None
    return Article(name, f"{name}.txt", None, "0" * 64, outlet, None, (), published, "en", text, credit)

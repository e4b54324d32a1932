"""The head of a report as web scrapers leave it: headline and day run into the text, without a line of their own."""

import re
from datetime import date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>20\d\d)(?!\d)"
_DAYS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b{_DAY}\s*[ -]\s*{_MONTH}[\s,-]+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}[\s,]*{_YEAR}",
        rf"\b(?P<day>\d\d?)[-./](?P<number>\d\d?)[-./]{_YEAR}",
        rf"\b{_YEAR}[-./](?P<number>\d\d?)[-./](?P<day>\d\d?)\b",
    )
)
_TAIL = re.compile(r" (?:[-|]|•\S*) .*$")
"""What a site adds to its headlines: ` - Region - World - Ahram Online`."""

HEAD = 200
"""Characters in which a day still belongs to the head: a headline, an agency and a clock stand before it at most."""


def split_head(text: str, title: str) -> tuple[date | None, str, str]:
    """The day of publication, the headline without what its site adds, and the text behind both."""
    headline = _TAIL.sub("", title).strip()
    start = 0
    at = text.casefold().find(headline.casefold(), 0, HEAD + len(headline)) if headline else -1
    if at >= 0:
        start = at + len(headline)
    found = [(match.start(), match) for shape in _DAYS for match in shape.finditer(text, 0, start + HEAD)]
    for _, match in sorted(found, key=lambda pair: pair[0]):
        day = _day(match)
        if day:
            end = match.end() if match.start() <= start + HEAD // 4 else 0
            return day, headline, text[max(start, end) :].lstrip(" .)")
    return None, headline, text[start:].lstrip(" .)")


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else MONTHS.index(parts["month"].lower()[:3]) + 1
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None

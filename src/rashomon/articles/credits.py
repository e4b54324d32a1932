"""Whom the page itself credits for its text: an agency or outlet named at its ends, never one merely quoted.

A credit for a picture is none for the text. Where several agencies are credited, or agencies without a name, the text
is not the outlet's own and nothing shows whose it is.
"""

import re

from rashomon.publishers import publishers
from rashomon.record import Article

AGENCIES = {
    name.casefold(): each.name
    for each in publishers()
    if each.kind == "agency"
    for name in (each.name, *each.names)
}  # fmt: skip
"""The agency behind each name that a text can be credited with, in lower case."""

_AGENCY = "(?i:" + "|".join(sorted(map(re.escape, AGENCIES), key=lambda name: (-len(name), name))) + ")"
_NAME = r"(?:[Tt]he\s+)?[A-Z][\w'’.&-]*(?:\s+(?:(?:of|the|and|for|de|la)\s+)*[A-Z][\w'’&-]*)*"
_THIS = r"(?i:this\s+(?:article|story|report|piece|text)\s+)?"
_DATELINE = re.compile(
    rf"^(?:[A-Z][\w'’.,/ -]{{1,60}}?\s*(?:[-–—]+\s*)?)?[\[(](?P<name>{_AGENCY})[\])]\s*(?:[-–—:]+\s*)(?=\S)"
    rf"|^[A-Z][A-Z'’. -]{{2,30}}(?:,\s*[A-Z][\w. ]{{2,30}})?\s*[\[(](?P<bare>{_AGENCY})[\])]\s"
)
"""`BASRA (AP) - `, `BASRA, Iraq, 3 May (Reuters): `, `(AFP) — `; after a town in capitals also without a dash."""
_CLOSING = re.compile(rf"^\W*(?:(?i:source|from|via|with)\s*:?\s+)?(?P<name>{_AGENCY})\W*$")
_IN_BRACKETS = re.compile(rf"[.!?\"”]\s*[\[(](?P<name>{_AGENCY})[\])]\W*$")
_BEHIND_DASH = re.compile(rf"[.!?\"”]\s*(?:-{{1,2}}|[–—])\s*(?P<name>{_AGENCY})\W*$")
_WRITTEN = re.compile(
    rf"[\[(](?i:reporting|writing|written|reported|story)\s+by\b[^()\[\]]*?(?:,|;|\bfor|\bof)\s+(?P<name>{_AGENCY})"
    r"(?:;[^()\[\]]*)?[\])]\W*$"
)
_JOB = r"(?i:staff|writers?|correspondents?|reporters?|editors?|news\s+(?:agency|service|desk)|agency|bureau|special)"
_BYLINE = re.compile(
    rf"^\W*(?i:by\s+)?(?:[^,/|()–—]{{2,40}}?\s*(?:[,/|(–—]|\bof\b|\bfor\b)\s*)?(?i:the\s+)?"
    rf"(?P<name>{_AGENCY})(?:\s+{_JOB})*(?:\s*/\s*\w[\w .'’-]*)?\W*$"
)
"""`Reuters Staff`, `Ann Lee, Associated Press Writer`, `Ann Lee (AFP)`, `AFP/file`."""
_SEVERAL = re.compile(rf"^\W*(?:{_AGENCY}\s*(?:[,/&+]|\band\b)\s*)+{_AGENCY}\W*$")
_SHARED_DATELINE = re.compile(
    rf"^[A-Z][\w'’.,/ -]{{1,60}}?\s*"
    rf"[\[(](?:(?i:(?:news\s+)?agencies)|{_AGENCY}\s*(?:[,/&+]|\band\b)\s*{_AGENCY})[\])]\s"
)
_UNNAMED = re.compile(
    r"(?i:^\W*(?:from\s+|by\s+|source:\s*)?(?:(?:our\s+)?(?:staff(?:\s+writers?|\s+reporters?)?|correspondents?|desk)\s+(?:and|with)\s+)?"
    r"(?:with\s+)?(?:news\s+|wire\s+|foreign\s+|international\s+)?(?:agencies|wires|wire\s+(?:services|reports))\W*$"
    r"|\bcompiled\s+from\s+(?:\w+\s+)?(?:agency|agencies|wire|wires)\b"
    r"|[\[(](?:with\s+)?(?:input\s+from\s+)?(?:news\s+|wire\s+)?(?:agencies|wires)[\])]\W*$"
    r"|[.!?\"”]\s*(?:--?|[–—])\s*agencies\W*$)"
)
"""`with agencies`, `Staff and wire reports`, `(Agencies)`, `compiled from wire reports`."""
_COPYRIGHT = re.compile(
    rf"^\W*(?:©|\(c\)|(?i:copyright))[\s:©]*(?:\([cC]\))?\s*(?:(?:19|20)\d\d\s*,?)?\s*(?:by\s+)?(?P<name>{_AGENCY})\b"
)
_FIRST = re.compile(
    rf"^\W*{_THIS}(?i:(?:was\s+)?(?:first|originally)\s+(?:published|appeared|posted|printed)\s+(?:in|on|by|at))\s+(?P<name>{_NAME})"
)
_REPRINT = re.compile(
    rf"^\W*{_THIS}(?i:(?:is\s+|was\s+)?(?:reprinted|republished|reproduced)\s+(?:with\s+permission\s+)?(?:from|courtesy\s+of))\s+(?P<name>{_NAME})"
)
_ANYWHERE = (_COPYRIGHT, _FIRST, _REPRINT)
_AT_THE_END = (_CLOSING, _IN_BRACKETS, _BEHIND_DASH, _WRITTEN, *_ANYWHERE)


def credited(report: list[str], behind: tuple[str, ...], byline: tuple[str, ...], cuts: tuple[str, ...]) -> str | None:
    """The agency or outlet that the page credits for the text, None where it credits none or several.

    Looked at are the byline, the dateline of the first of the report's paragraphs, the last of them and the lines
    right behind it, and among all other lines cut from the page those that say it in so many words.
    """
    matches = [_BYLINE.search(name) for name in byline]
    matches += [_DATELINE.search(report[0])]
    matches += [shape.search(line) for line in (report[-1], *behind) for shape in _AT_THE_END]
    matches += [shape.search(line) for line in cuts for shape in _ANYWHERE]
    names = [next(filter(None, match.groups())).strip(" .") for match in matches if match]
    agreed = {AGENCIES.get(name.casefold(), name) for name in names}
    return agreed.pop() if len(agreed) == 1 else None


def shares_credit(article: Article) -> bool:
    """Does the page say that agencies have a part in its text without showing which one it comes from?"""
    lines = (*article.byline, article.text.rpartition("\n\n")[2], *(cut.text for cut in article.cuts))
    several = {AGENCIES[name.casefold()] for name in article.byline if name.casefold() in AGENCIES}
    if len(several) > 1 or _SHARED_DATELINE.search(article.text):
        return True
    return any(_UNNAMED.search(line) or _SEVERAL.search(line) for line in lines)

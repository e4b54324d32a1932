"""Whom the page itself credits for its text: an agency or outlet named at its ends, never one merely quoted."""

import re

from rashomon.publishers import publishers

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
_DATELINE = re.compile(rf"^[A-Z][\w'’.,/ -]{{1,60}}?\s*\((?P<name>{_AGENCY})\)\s*[-–—:]+\s")
_CLOSING = re.compile(rf"^\W*(?:(?i:source|from|via|with)\s*:?\s+)?(?P<name>{_AGENCY})\W*$")
_IN_BRACKETS = re.compile(rf"[.!?\"”]\s*[\[(](?P<name>{_AGENCY})[\])]\W*$")
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
_AT_THE_END = (_CLOSING, _IN_BRACKETS, *_ANYWHERE)


def credited(report: list[str], behind: tuple[str, ...], byline: tuple[str, ...], cuts: tuple[str, ...]) -> str | None:
    """The agency or outlet that the page credits for the text, None where it credits none or several.

    Looked at are the byline, the dateline of the first of the report's paragraphs, the last of them and the lines
    right behind it, and among all other lines cut from the page those that say it in so many words.
    """
    found = [AGENCIES[name.casefold()] for name in byline if name.casefold() in AGENCIES]
    matches = [_DATELINE.search(report[0])]
    matches += [shape.search(line) for line in (report[-1], *behind) for shape in _AT_THE_END]
    matches += [shape.search(line) for line in cuts for shape in _ANYWHERE]
    names = [match["name"].strip(" .") for match in matches if match]
    agreed = {*found, *(AGENCIES.get(name.casefold(), name) for name in names)}
    return agreed.pop() if len(agreed) == 1 else None

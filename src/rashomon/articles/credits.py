"""Whom the page itself credits for its text: an agency or outlet named at its ends, never one merely quoted."""

import re

AGENCIES = {
    "reuters": "Reuters", "thomson reuters": "Reuters", "associated press": "Associated Press", "the associated press": "Associated Press",
    "ap": "Associated Press", "afp": "Agence France-Presse", "agence france-presse": "Agence France-Presse",
    "agence france presse": "Agence France-Presse", "upi": "United Press International",
    "united press international": "United Press International", "dpa": "Deutsche Presse-Agentur",
    "deutsche presse-agentur": "Deutsche Presse-Agentur", "xinhua": "Xinhua", "kyodo": "Kyodo", "kyodo news": "Kyodo",
    "itar-tass": "TASS", "tass": "TASS", "ria novosti": "RIA Novosti", "interfax": "Interfax", "efe": "EFE", "ansa": "ANSA",
    "pa": "Press Association", "press association": "Press Association", "pa media": "Press Association",
    "anadolu agency": "Anadolu Agency", "aap": "Australian Associated Press", "australian associated press": "Australian Associated Press",
    "irna": "IRNA", "sana": "SANA", "kuna": "KUNA", "wam": "WAM", "petra": "Petra", "aki": "Adnkronos International",
    "bloomberg": "Bloomberg", "mcclatchy newspapers": "McClatchy Newspapers", "knight ridder newspapers": "Knight Ridder Newspapers",
    "ips": "Inter Press Service", "inter press service": "Inter Press Service", "irin": "IRIN", "ians": "IANS", "pti": "Press Trust of India",
    "press trust of india": "Press Trust of India", "aswat al-iraq": "Aswat al-Iraq", "voices of iraq": "Aswat al-Iraq",
}  # fmt: skip
"""News agencies and services whose text papers reprint, by the names they are credited with."""

_NAMES = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_DATELINE = re.compile(rf"^[A-Z][\w'’.,/ -]{{1,60}}?\s*\((?P<name>{_NAMES})\)\s*[-–—:]+\s", re.I)
_CLOSING = re.compile(
    rf"^\W*(?:(?P<name>{_NAMES})|(?:source|from|via|with)\s*:?\s+(?P<other>{_NAMES}))\W*$|[.!?\"”]\s*[\[(](?P<third>{_NAMES})[\])]\W*$",
    re.I,
)
_COPYRIGHT = re.compile(
    rf"^\W*(?:©|\(c\)|copyright)[\s:©]*(?:\(c\))?\s*(?:(?:19|20)\d\d\s*,?)?\s*(?:by\s+)?(?P<name>(?:the\s+)?(?:{_NAMES}))\b",
    re.I,
)
_FIRST = re.compile(
    r"^\W*(?:this\s+(?:article|story|report|piece|text)\s+)?(?:was\s+)?(?:first|originally)\s+(?:published|appeared|posted|printed)\s+(?:in|on|by|at)\s+"
    r"(?P<name>(?:the\s+)?[A-Z][\w'’.&-]*(?:\s+(?:of|the|and|for|de|la|[A-Z][\w'’.&-]*))*)",
    re.I,
)
_REPRINT = re.compile(
    r"^\W*(?:reprinted|republished|reproduced)\s+(?:with\s+permission\s+)?(?:from|by\s+permission\s+of|courtesy\s+of)\s+(?P<name>(?:the\s+)?[A-Z][\w'’.&-]*(?:\s+(?:of|the|and|[A-Z][\w'’.&-]*))*)",
    re.I,
)


def credited(first: str, last: str, byline: tuple[str, ...], around: tuple[str, ...]) -> str | None:
    """The agency or outlet that the page credits for the text, None where it credits none or several.

    `first` and `last` are the outer paragraphs of the report, `around` the lines cut from around it.
    """
    found = [AGENCIES[name.casefold()] for name in byline if name.casefold() in AGENCIES]
    dateline = _DATELINE.search(first)
    if dateline:
        found.append(AGENCIES[dateline["name"].lower()])
    for line in (last, *around):
        for shape in (_CLOSING, _COPYRIGHT, _FIRST, _REPRINT):
            match = shape.search(line)
            if match:
                name = next(value for value in match.groupdict().values() if value)
                found.append(AGENCIES.get(name.casefold(), name.strip(" .")))
                break
    names = set(found)
    return names.pop() if len(names) == 1 else None

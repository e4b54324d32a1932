"""Numbers that count nothing: names of units and roads, models, ages, scores, telephone numbers, pronouns."""

import re

from spacy.tokens import Doc, Token

from rashomon.statements.figures.counted import Counted
from rashomon.statements.figures.words import Amount

_NUMBERING = frozenset("no no. nos nos. number numbers # № aged age ages".split())
_DESIGNATORS = frozenset(
    "route flight article articles resolution section sections page pages chapter highway camp boeing airbus unit area"
    " channel rule title level grade phase room gate ward zone sector directive protocol paragraph version volume psalm"
    " verse apollo interstate motorway category class type mark model platform building block apartment suite floor box"
    " station checkpoint exit windows base district precinct lot law decree clause item annex appendix figure table"
    " photo picture season episode stage lap leg".split()
)
_CAPITAL_DESIGNATORS = frozenset("act case day form game group line lines order part road round week".split())
"""Words that a number behind them names rather than counts, the last only where they have a capital."""
_AGE_AFTER = re.compile(
    r"[\s-]*(?:years?|months?|weeks?|days?)?[\s-]+olds?\b|\s+years?\s+of\s+age\b|s\b", re.IGNORECASE
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages)\s+(?:of\s+|between\s+|about\s+|\d+\s*(?:,|and|to|-|–)\s*)*$|\bthe\s+age\s+of\s+$", re.IGNORECASE
)
_SCORE_AFTER = re.compile(
    r"\s*[-–:]\s*\d+\s+(?:win|victory|defeat|loss|draw|lead|vote|majority|ruling|decision|verdict|home|away|against|over)\b",
    re.IGNORECASE,
)
_SCORE_BEFORE = re.compile(
    r"\b(?:won|lost|beat|beaten|defeated|drew|voted?|ruled|leading|trailing|score)\s+(?:[\w'’]+\s+){0,3}(?:\d+\s*[-–]\s*)?$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?\(?\d{2,4}\)?(?:[\s-]\d{2,4}){2,4}\b|\b\d{3}-\d{4}\b|\+\d{6,}")
_STREET = re.compile(
    r"\s+(?:[A-Z][a-z]+\s+){1,2}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Square|Drive|Boulevard|Place)\b"
)
_MARKUP = re.compile(r"=[\"'“”]?$|/$")
_COMPOUND = re.compile(r"-(?!strong\b|odd\b|plus\b|ish\b|\d)[A-Za-z]")
_SIGNED = re.compile(r"(?:[+−]\s?|(?<!\w)[-–])$")
_CHILDREN_OF = re.compile(r"\b(?:father|mother|parent|grand\w+|family)\s+of\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"0\d+")
_ONE_OF = frozenset("of another day more time thing side way hand point such reason single".split())
_UNCOUNTED = frozenset(
    "thing way part time side hand point case reason word fact kind sort step percent degree".split()
)


def counts_nothing(doc: Doc, text: str, amount: Amount, counted: Counted) -> bool:
    """Whether the amount is no figure, by the words around it. Times are the caller's to leave out."""
    first = doc.char_span(amount.number_start, amount.number_end, alignment_mode="expand")
    if first is None:
        return True
    before = doc[first.start - 1] if first.start else None
    if amount.qualifier == "vague":
        return _vague_idle(text[amount.start : amount.end].lower(), amount, counted, before)
    if _AGE_BEFORE.search(text, max(0, amount.start - 30), amount.start):
        return True
    if amount.kind != "count":
        return False
    if text[amount.number_end : amount.number_end + 1] == "/" or _MARKUP.search(text[: amount.number_start][-2:]):
        return True
    if _COMPOUND.match(text, amount.number_end) or _SIGNED.search(
        text[max(0, amount.number_start - 3) : amount.number_start]
    ):
        return amount.qualifier != "between"
    if _names_a_model(text, amount, counted):
        return True
    if _CHILDREN_OF.search(text, max(0, amount.start - 20), amount.start) or _CLOCK.match(text, amount.number_start):
        return True
    if _in_phone(text, amount) or _AGE_AFTER.match(text, amount.number_end):
        return True
    if _SCORE_AFTER.match(text, amount.number_end) or (
        (
            re.match(r"\s*[-–]\s*\d", text[amount.number_end : amount.number_end + 5])
            or re.search(r"\d\s*[-–]\s*$", text[max(0, amount.number_start - 4) : amount.number_start])
            or amount.qualifier == "between"
        )
        and _SCORE_BEFORE.search(text, max(0, amount.start - 40), amount.start)
    ):
        return True
    if before is not None and _names(before, first[0], counted):
        return True
    if _STREET.match(text, amount.number_end) or _is_age(doc, first.start, first.end, amount):
        return True
    return text[amount.number_start : amount.number_end].lower() == "one" and _idle_one(doc, first[0], counted)


_UNCHANGING = frozenset(
    "people police staff personnel crew aircraft spacecraft hovercraft dead wounded injured missing infantry cavalry"
    " militia head cattle sheep livestock fish artillery ammunition strong displaced homeless".split()
)
"""Nouns that are counted without an s."""


def _names_a_model(text: str, amount: Amount, counted: Counted) -> bool:
    """The 737 replacement, a 32 point lead: more than one of a thing in the singular counts nothing."""
    noun = counted.noun
    if noun is None or amount.best is None or amount.best <= 1 or noun.tag_ not in ("NN", "JJ"):
        return False
    partitive = text[amount.end : amount.end + 4].lower() == " of "
    return not partitive and noun.lemma_.lower() not in _UNCHANGING and not noun.lower_.endswith(("s", "men"))


def _in_phone(text: str, amount: Amount) -> bool:
    low, high = max(0, amount.number_start - 16), amount.number_end + 16
    return any(
        m.start() <= amount.number_start < m.end() and "," not in m.group() for m in _PHONE.finditer(text, low, high)
    )


def _names(before: Token, number: Token, counted: Counted) -> bool:
    """Route 80, Resolution 1559, Apache 64: a number behind a name, which does not count what follows."""
    word = before.lower_
    if word in _NUMBERING or (before.text == "." and before.i and before.nbor(-1).lower_ in ("no", "nos")):
        return True
    counts = counted.noun is not None and counted.noun.i > number.i and counted.noun.tag_ in ("NNS", "NNPS")
    capital = before.text[0].isupper() and not before.is_sent_start
    if not counts and (word in _DESIGNATORS or (word in _CAPITAL_DESIGNATORS and capital)):
        return True
    if before.pos_ != "PROPN" or not before.text[0].isupper():
        return False
    if number.ent_type_ in ("PRODUCT", "LAW", "FAC", "WORK_OF_ART", "ORG") and number.ent_iob_ == "I":
        return True
    return counted.noun is None and number.dep_ in ("nummod", "nmod") and number.head.i == before.i


def _is_age(doc: Doc, start: int, end: int, amount: Amount) -> bool:
    """Henry, 19, from Leeds; Ali (34)."""
    if amount.high is None or amount.high > 115 or start < 2 or end >= len(doc):
        return False
    left, right, name = doc[start - 1].text, doc[end].text, doc[start - 2]
    apart = (left == "," and right in (",", ".", ";", ")", "and")) or (left == "(" and right in (")", ","))
    return apart and (name.ent_type_ == "PERSON" or name.pos_ == "PROPN") and _in_digits(doc, start, end)


def _in_digits(doc: Doc, start: int, end: int) -> bool:
    """Ages beside a name are written in digits."""
    return all(token.is_digit for token in doc[start:end])


def _idle_one(doc: Doc, one: Token, counted: Counted) -> bool:
    """One counts where it stands beside another number, or before somebody; the pronoun does not."""
    after = doc[one.i + 1] if one.i + 1 < len(doc) else None
    before = doc[one.i - 1] if one.i else None
    if (after is not None and after.lower_ in _ONE_OF) or (
        before is not None
        and before.lower_
        in (
            "number",
            "no",
            "this",
            "that",
            "the",
            "any",
            "every",
            "each",
            "which",
            "day",
            "another",
            "only",
            "first",
            "last",
        )
    ):
        return True
    if counted.noun is not None:
        return counted.noun.lemma_.lower() in _UNCOUNTED or not (counted.person or counted.noun.i - one.i <= 3)
    numbered = any(
        t.like_num and t.i != one.i and t.ent_type_ not in ("DATE", "TIME", "PERCENT", "MONEY") for t in one.sent
    )
    return not (numbered and one.dep_ in ("nsubj", "nsubjpass", "dobj", "conj"))


def _vague_idle(word: str, amount: Amount, counted: Counted, before: Token | None) -> bool:
    root = counted.root
    if amount.low is not None:
        return False
    if word == "most" and (
        root.tag_ == "RBS"
        or root.dep_ == "advmod"
        or (before is not None and before.lower_ in ("the", "at", "'s", "’s"))
    ):
        return True
    if before is not None and before.lower_ in ("how", "too", "so", "as", "very", "not", "the", "no"):
        return word in ("many", "few", "most")
    if word.endswith(("number", "numbers", "majority")) and counted.noun is None:
        return True
    return counted.noun is None or counted.noun.lemma_.lower() in _UNCOUNTED

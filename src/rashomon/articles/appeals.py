"""Paragraphs in which the page itself asks its readers for money, a subscription or a call.

They are full sentences, so their shape tells nothing: what tells is who is spoken to and what about. A paragraph is
an appeal if it speaks of giving or subscribing and at least half of its sentences speak to the reader. What somebody
is quoted with, or reported to have said, is no appeal of the page.
"""

import re

_ABOUT = re.compile(
    r"\b(?:donat(?:e|ion|ions|ing)|(?:funded|sustained|supported) by (?:the )?(?:contributions?|donations?|generosity|(?:our |its )?(?:readers|supporters|members))"
    r"|funding target|fund(?:ing|raising)? (?:appeal|drive|target)|become an? (?:\w+ )?(?:supporter|subscriber|member|patron|friend)"
    r"|(?:one-?(?:off|time)|monthly|regular) (?:donations?|payments?|gifts?|contributions?|giving|support)|(?:[£$€]\s?\d[\d.,]* )?(?:per|a|each) month"
    r"|make a (?:gift|contribution|pledge|payment)|tax-deductible|chip in|crowdfund\w*|reader-(?:funded|supported)|digital edition|print edition"
    r"|subscri(?:be|ption|ptions|ber|bers)|newsletters?|support (?:our|us|independent|quality|\w+ journalism)\b|our (?:journalism|reporting|supporters|readers|subscribers)"
    r"|free trial|sign up|our (?:app|website|facebook page|twitter)|gift membership)\b",
    re.I,
)
_TO_READER = re.compile(
    r"\b(?:you|your|yours)\b|\b(?:help|support|join|contact|follow|email|e-mail|call|tell|send) us\b"
    r"|^\W*(?:please|help|make|become|donate|give|join|support|subscribe|sign|click|call|visit|choose|get|read|buy|order|follow|download|register|share|consider|chip|thank you|thanks)\b",
    re.I,
)
_SPEECH = re.compile(
    r"[\"“”«»]|(?<!\w)['‘](?=\w)|\b(?:said|says|told|added|according to|urged|called on|asked)\b", re.I
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=\W*[A-Z])")
_LONGEST = 80
"""Words; longer paragraphs speak of more than the appeal."""


def is_appeal(paragraph: str) -> bool:
    """Does the page ask the reader for something in this paragraph?"""
    if paragraph.count(" ") >= _LONGEST or not _ABOUT.search(paragraph) or _SPEECH.search(paragraph):
        return False
    sentences = _SENTENCES.split(paragraph)
    return 2 * sum(bool(_TO_READER.search(sentence)) for sentence in sentences) >= len(sentences)


def speaks_to_reader(paragraph: str) -> bool:
    """Does it say "you", outside of quotations?"""
    return bool(re.search(r"\b(?:you|your)\b", paragraph, re.I)) and not _SPEECH.search(paragraph)

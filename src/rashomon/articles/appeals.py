"""Paragraphs in which the page itself asks its readers for money, a subscription or a call.

They are full sentences, so their shape tells nothing: what tells is who is spoken to and what about. A paragraph is
an appeal if it speaks of giving or subscribing and at least half of its sentences speak to the reader. What somebody
is quoted with, or reported to have said, is no appeal of the page.
"""

import re

_ABOUT = re.compile(
    r"\b(?:donat(?:e|ion|ions|ing)|make a (?:gift|contribution|pledge|payment)|tax-deductible|chip in|crowdfund\w*"
    r"|(?:funded|sustained|supported) by (?:the )?(?:contributions?|donations?|generosity)"
    r"|(?:funded|sustained|supported) by (?:the |our |its )?(?:readers|supporters|members)"
    r"|funding target|fund(?:ing|raising)? (?:appeal|drive|target)|reader-(?:funded|supported)|(?:per|a|each) month"
    r"|become an? (?:\w+ )?(?:supporter|subscriber|member|patron|friend)|(?:digital|print) edition|free trial|sign up"
    r"|(?:one-?(?:off|time)|monthly|regular) (?:donations?|payments?|gifts?|contributions?|giving|support)"
    r"|subscri(?:be|ption|ptions|ber|bers)|newsletters?|support (?:our|us|independent|quality|\w+ journalism)\b"
    r"|our (?:journalism|reporting|supporters|readers|subscribers|app|website|facebook page)|gift membership)\b",
    re.I,
)
_TO_READER = re.compile(
    r"\b(?:you|your|yours)\b|\b(?:help|support|join|contact|follow|email|e-mail|call|tell|send) us\b"
    r"|^\W*(?:please|help|make|become|donate|give|join|support|subscribe|sign|click|call|visit|choose|get|read|buy|order"
    r"|follow|download|register|share|consider|chip|thank you|thanks)\b",
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

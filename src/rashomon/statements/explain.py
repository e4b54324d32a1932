"""Why each statement of an article was read, and why other words that can tell of an act make none."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.record import Article, Explanation, Ground, PassedOver, Span, Statement
from rashomon.statements.found import Found
from rashomon.statements.lexicon import Sense
from rashomon.statements.selection import settled_acts
from rashomon.statements.triggers import look_at

TWICE = "another word here tells of the same act"
BARE = "it says nothing of who, whom, where, when or how many"


def explain(article: Article, found: Found, statements: Sequence[Statement]) -> Explanation:
    """The explanation of a reading; `statements` are those made of what was found."""
    sentences = (Span.trimmed(article.text, s.start_char, s.end_char) for s in found.doc.sents)
    return Explanation(
        tuple(s for s in sentences if s.text),
        tuple(Ground(s.id, _ground(s, found)) for s in statements),
        tuple(_passed(article, found, statements)),
    )


def _ground(statement: Statement, found: Found) -> str:
    if statement.type == "say":
        start, end = (statement.trigger or statement.evidence).start, statement.evidence.end
        spoken = [a for a in found.attributions if any(start < e and s < end for s, e in (*a.content, *a.cue))]
        kinds = sorted({f"{found.doc[a.cue_head].text} ({a.kind})" for a in spoken})
        return "what was said, with no act in it; said by: " + ", ".join(kinds)
    if statement.type == "state" or statement.trigger is None:
        return "a figure that belongs to no act"
    for trigger in found.triggers.values():
        if found.doc[trigger.start].idx == statement.trigger.start:
            return _row(trigger.sense)
    return "the clause before it, whose verb it goes on from"


def _row(sense: Sense) -> str:
    guards = " ".join(guard.text for guard in sense.guards)
    return f"{' '.join(sense.words)} ({sense.pos})" + (f" with {guards}" if guards else "") + f", {sense.row}"


def _passed(article: Article, found: Found, statements: Sequence[Statement]) -> Iterator[PassedOver]:
    told = [(s.trigger.start, s.trigger.end) for s in statements if s.trigger and s.type not in ("say", "state")]
    settled = settled_acts(found)
    for look in look_at(found.doc, found.lexicon):
        word = _span(article, look.head)
        if look.trigger is None:
            yield PassedOver(word, look.reason)
        elif not any(start <= word.start < end for start, end in told):
            yield PassedOver(word, BARE if look.trigger.head.i in settled else TWICE)


def _span(article: Article, token: Token) -> Span:
    return Span.of(article.text, token.idx, token.idx + len(token))

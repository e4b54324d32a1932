"""ECB+: which of the marked mentions are of one event, over all reports.

Only texts and offsets are looked at: neither the topic nor the name of a report, which tells the topic too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from benchmarks.rows import Row
from rashomon.events.sameness import Mention, ReportWords, same_acts
from rashomon.events.sameness.words import plain
from rashomon.statements.parse import load_pipeline
from rashomon.statements.words import lemma

KIND = "event"
"""The kind of mention that is answered."""

NEAR = 6
"""Words to either side of a mention that stand near it."""

LONG = 15
"""Words past which a role is given by its head and what hangs on that alone."""

FORMS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "name"}


def is_telling(token: Token) -> bool:
    """A word that tells something."""
    return not (token.is_stop or token.is_punct or token.is_space) and any(map(str.isalnum, token.text))


def word_of(token: Token) -> str:
    """Its base form; a headline's capitals make names of its verbs."""
    return plain(lemma(token)) if token.pos_ == "PROPN" else lemma(token)


def report_words(doc: Doc) -> ReportWords:
    """The words of a report by their sort."""
    names, things, doings, numbers = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for token in filter(is_telling, doc):
        if token.pos_ == "PROPN" or (token.text[0].isupper() and not token.is_sent_start):
            names[token.lower_] += 1
        elif token.like_num or token.text[0].isdigit():
            numbers[token.lower_] += 1
        elif token.pos_ in ("NOUN", "ADJ"):
            things[lemma(token)] += 1
        else:
            doings[lemma(token)] += 1
    return ReportWords(names, things, doings, numbers)


def mention(report: int, span: Span) -> Mention:
    """The mention of a span, with what hangs on it and stands around it."""
    head, own, sent = span.root, {token.i for token in span}, span.root.sent
    doers, sufferers, around = _roles(head, own)
    beside = [token for token in sent if token.i not in own]
    window = span.doc[max(0, head.i - NEAR) : head.i + NEAR + 1]
    return Mention(
        report=report,
        sentence=sent.start,
        wording=_wording(span, head),
        word=word_of(head),
        form=FORMS.get(head.pos_, "other"),
        doers=frozenset(doers),
        sufferers=frozenset(sufferers),
        around=frozenset(around),
        near=_words(token for token in window if token.i not in own),
        sentence_words=_words(beside),
        names=frozenset(token.lower_ for token in sent if token.pos_ == "PROPN"),
        numbers=frozenset(token.lower_ for token in sent if token.like_num),
        above=lemma(head.head) if head.head != head else "",
    )


def _wording(span: Span, head: Token) -> tuple[str, ...]:
    words = [word_of(token) for token in span if not token.is_space and not token.is_punct]
    return tuple(words) + tuple(lemma(child) for child in head.children if child.dep_ == "prt" and len(words) == 1)


def _words(tokens: Iterator[Token] | Sequence[Token]) -> frozenset[str]:
    return frozenset(map(lemma, filter(is_telling, tokens)))


def _roles(head: Token, own: set[int]) -> tuple[set[str], set[str], set[str]]:
    """Who does it, to whom or what, and what else hangs on it, as the words of these phrases."""
    doers, sufferers, around = set[str](), set[str](), set[str]()

    def phrase(token: Token) -> set[str]:
        below = list(token.subtree)
        if len(below) >= LONG:
            below = [token, *token.children]
        return {lemma(word) for word in below if is_telling(word) and word.i not in own}

    for child in head.children:
        if child.i in own:
            continue
        if child.dep_ in ("nsubj", "poss"):
            doers |= phrase(child)
        elif child.dep_ in ("dobj", "nsubjpass", "compound"):
            sufferers |= phrase(child)
        elif child.dep_ == "amod":
            around |= phrase(child)
        elif child.dep_ in ("prep", "agent"):
            place = {"by": doers, "of": sufferers}.get(child.lower_, around)
            for below in child.children:
                place |= phrase(below)
    above = head.head
    if head.dep_ in ("relcl", "acl"):
        (sufferers if head.tag_ == "VBN" else doers).update(phrase(above))
    elif head.dep_ in ("conj", "xcomp", "advcl", "pcomp") and not doers:
        for child in above.children:
            if child.dep_ == "nsubj":
                doers |= phrase(child)
            elif child.dep_ == "nsubjpass":
                (sufferers if head.tag_ == "VBN" else doers).update(phrase(child))
    elif head.dep_ == "dobj":
        for child in above.children:
            if child.dep_ == "nsubj":
                doers |= phrase(child)
    elif head.dep_ == "compound":
        around.add(lemma(above))
    return doers, sufferers, around


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "mentions": [{"start", "end", "kind", "chain"}]} for every row; a chain is a number."""
    nlp, every = load_pipeline(), list(rows)
    docs = [nlp(row["text"]) for row in every]
    mentions = [
        mention(number, span_of(doc, one))
        for number, (row, doc) in enumerate(zip(every, docs, strict=True))
        for one in asked(row)
    ]
    yield from answers(every, same_acts([report_words(doc) for doc in docs], mentions))


def asked(row: Row) -> list[Row]:
    """The mentions of events that the row marks."""
    return [one for one in row["mentions"] if one["kind"] == KIND]


def span_of(doc: Doc, one: Row) -> Span:
    """The words of a marked mention."""
    span = doc.char_span(one["start"], one["end"], alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {one['start']} to {one['end']}")
    return span


def answers(rows: Sequence[Row], acts: Sequence[int]) -> Iterator[Row]:
    """The rows of the prediction, when the acts of all their mentions of events are known, in order."""
    of = iter(acts)
    for row in rows:
        told = [
            {"start": one["start"], "end": one["end"], "kind": KIND, "chain": f"act {next(of)}"} for one in asked(row)
        ]
        yield {"doc_id": row["doc_id"], "mentions": told}

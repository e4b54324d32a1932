"""Who says what: every attribution in a text, by direct and indirect speech, passive, noun, adjective and phrase."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.models import Linear, load_model
from rashomon.statements.attribution import Attribution, Spans, joined, spans_of
from rashomon.statements.attributions.bounds import bounded
from rashomon.statements.attributions.closing import closings
from rashomon.statements.attributions.cues import Cues, Frames, load_cues
from rashomon.statements.attributions.judging import OPEN, judged, not_unlikely, worth_a_look
from rashomon.statements.attributions.nouns import adjective_readings, noun_readings
from rashomon.statements.attributions.phrases import HEARSAY, according_to, headed, hearsay, in_polls, named_before
from rashomon.statements.attributions.speech import assign_quotes
from rashomon.statements.attributions.subjects import is_passive, source_tokens, subject_of
from rashomon.statements.attributions.verbs import Reading, cue_tokens, readings
from rashomon.statements.quotes import Quote, quotes_near
from rashomon.statements.sayers import name_speakers
from rashomon.statements.wording import text_of

__all__ = ["Attribution", "Judges", "Spans", "find_attributions", "load_judges", "proposed"]

ATTITUDES = frozenset({"want", "seem", "support", "oppose", "express", "discuss", "learn", "ask"})
"""Kinds of cue that tell how somebody stands to a thing, and do not put it forward as what is so or is to be."""

_OPEN_FRAMES: Frames = dict.fromkeys(
    "clause raised to ing obj for on about against of with in as from over toward towards behind upon at".split(), OPEN
)
_OPEN_READERS: Mapping[str, Callable[[Token, Frames], Iterator[Reading]]] = {
    "VERB": readings,
    "NOUN": noun_readings,
    "ADJ": adjective_readings,
}

_LABELS = frozenset({"oprd", "ccomp", "acomp", "xcomp"})


@dataclass(frozen=True, slots=True, eq=False)
class Judges:
    """The learned parts: `sense` says whether a proposal is an attribution, `bounds` what belongs to its parts."""

    sense: Linear
    bounds: Linear


@cache
def load_judges() -> Judges:
    """The models that come with the package."""
    return Judges(load_model("attributions"), load_model("attribution_bounds"))


def find_attributions(
    doc: Doc, quotes: Sequence[Quote], *, attitudes: bool = False, judges: Judges | None = None
) -> tuple[Attribution, ...]:
    """Every attribution of `doc` in the order of the cues.

    Without `attitudes` only those that put their content forward: said, denied, promised, believed, estimated. With
    them also who wants, supports, opposes or discusses what, and words that the lexicon lacks.
    """
    judges = judges or load_judges()
    if attitudes:
        every = bounded(doc, judged(doc, proposed(doc, quotes, judges.sense), quotes, judges.sense), judges.bounds)
    else:
        known = _of_lexicon(doc, quotes)
        by_cue = {found.cue_head: found for found in known}
        put = [_cited(doc, found, by_cue) for found in known if _puts_forward(doc[found.cue_head], found)]
        every = not_unlikely(doc, _completed(doc, put, quotes), quotes, judges.sense)
    return name_speakers(doc, every, quotes)


def proposed(doc: Doc, quotes: Sequence[Quote], model: Linear | None) -> list[Attribution]:
    """What may be an attribution: by the lexicon, and by any word that `model` knows as one that may attribute (any at
    all without one)."""
    known = _of_lexicon(doc, quotes)
    heads = {found.cue_head for found in known}
    wide = [
        found
        for token in doc
        if token.i not in heads and token.pos_ in _OPEN_READERS and (model is None or worth_a_look(model, token))
        for found in _built(token, _OPEN_FRAMES, _OPEN_READERS[token.pos_](token, _OPEN_FRAMES))
    ]
    for token in doc:
        if token.i not in heads and token.text == ":":
            wide += _built(token, _OPEN_FRAMES, headed(token))
        elif token.lower_ in ("in", "from") and token.dep_ == "prep":
            wide += _built(token, _OPEN_FRAMES, in_polls(token))
    return _completed(doc, sorted((*known, *wide), key=lambda found: found.cue_head), quotes)


def _of_lexicon(doc: Doc, quotes: Sequence[Quote]) -> list[Attribution]:
    lexicon = load_cues()
    spoken = assign_quotes(doc, quotes, [token.i for token in doc if _may_speak(token, lexicon)])
    every = [attribution for token in doc for attribution in _of_token(token, lexicon, spoken.get(token.i, ()))]
    sourced = {found.cue_head for found in every if found.content and found.source}
    closing = {found.cue_head: found for found in closings(doc, lexicon, sourced)}
    kept = (found for found in every if found.cue_head not in closing)
    return sorted((*kept, *closing.values()), key=lambda found: found.cue_head)


def _completed(doc: Doc, every: Iterable[Attribution], quotes: Sequence[Quote]) -> list[Attribution]:
    within = (_with_quotes(doc, found, quotes) for found in every)
    return [found for found in within if found.content]


def _cited(doc: Doc, found: Attribution, by_cue: Mapping[int, Attribution]) -> Attribution:
    """ "AFP, citing police, reported that ...": what AFP reported is given to the police."""
    cue = doc[found.cue_head]
    host = by_cue.get(cue.head.i)
    cited = next((child for child in cue.children if child.dep_ == "dobj"), None)
    if found.kind != "cite" or cue.dep_ != "advcl" or host is None or cited is None:
        return found
    source = spans_of(doc, source_tokens(cited, cue))
    return replace(found, source=source, head=cited.i, content=host.content, frame=host.frame)


def _puts_forward(cue: Token, found: Attribution) -> bool:
    """Whether the content is put forward as what is so or is to be."""
    if found.kind == "cite":
        return cue.dep_ == "advcl"
    if found.kind in ATTITUDES:
        return False
    if found.kind == "label":
        return any(child.dep_ in _LABELS or child.lower_ == "as" for child in cue.children)
    return True


def _may_speak(token: Token, lexicon: Cues) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return "quote" in lexicon.verbs.get(token.lemma_.lower(), ())


def _of_token(token: Token, lexicon: Cues, spoken: Iterable[Quote]) -> Iterator[Attribution]:
    """At most one attribution: a word attributes once."""
    lemma = token.lemma_.lower()
    tokens = tuple(spoken)
    if token.pos_ in ("VERB", "AUX"):
        if lemma == "accord" and token.lower_ == "according":
            yield from _built(token, {"clause": "report"}, according_to(token))
            return
        frames = lexicon.verbs.get(lemma)
        if frames is None:
            return
        if tokens:
            yield _direct(token, frames["quote"], tokens)
        else:
            yield from _built(token, frames, readings(token, frames))
    elif token.pos_ == "NOUN" and lemma in lexicon.nouns:
        yield from _built(token, lexicon.nouns[lemma], noun_readings(token, lexicon.nouns[lemma]))
    elif token.pos_ == "ADJ" and lemma in lexicon.adjectives:
        yield from _built(token, lexicon.adjectives[lemma], adjective_readings(token, lexicon.adjectives[lemma]))
    elif token.text == ":":
        yield from _built(token, {"clause": "say"}, named_before(token))
    elif token.lower_ in HEARSAY:
        yield from _built(token, {"clause": "report"}, hearsay(token))


def _built(token: Token, frames: Frames, found: Iterable[Reading]) -> Iterator[Attribution]:
    for reading in found:
        if not reading.content:
            continue
        doc = token.doc
        yield Attribution(
            spans_of(doc, reading.source),
            spans_of(doc, reading.cue),
            spans_of(doc, reading.content),
            reading.head if reading.source else None,
            token.i,
            token.lemma_.lower(),
            frames[reading.frame],
            reading.told,
            frame=reading.frame,
            impersonal=not reading.source and _is_impersonal(token),
        )
        return


def _is_impersonal(token: Token) -> bool:
    """Whether the wording leaves out who says so: it was reported, claims that, reportedly."""
    return token.pos_ in ("NOUN", "ADV") or is_passive(token)


def _with_quotes(doc: Doc, found: Attribution, quotes: Sequence[Quote]) -> Attribution:
    """The content runs on to the end of a quotation that begins in it, and never out of one that holds the cue."""
    spans = list(found.content)
    cue = found.cue[0][0]
    low, high = min(cue, spans[0][0]), max(cue, spans[-1][1])
    for quote in quotes_near(quotes, low, high):
        if quote.start < cue < quote.end:
            spans = [(max(start, quote.start), min(end, quote.end)) for start, end in spans]
            spans = [(start, end) for start, end in spans if start < end]
        elif (
            quote.depth == 0
            and quote.speech
            and any(start <= quote.start < end < quote.end - 1 for start, end in spans)
        ):
            spans.append((quote.start, quote.end))
    return found if spans == list(found.content) else replace(found, content=joined(text_of(doc), spans))


def _direct(verb: Token, kind: str, spoken: tuple[Quote, ...]) -> Attribution:
    """Direct speech, with what stands in the same clause outside the marks."""
    doc = verb.doc
    words = cue_tokens(verb)
    head = None if is_passive(verb) else subject_of(verb)
    spans = [(quote.start, quote.end) for quote in spoken]
    source = source_tokens(head, verb) - words if head is not None else set()
    source = {i for i in source if not any(start <= doc[i].idx < end for start, end in spans)}
    for reading in readings(verb, {"clause": ""}):
        said = spans_of(doc, reading.content - source - words)
        if any(start < stop and begin < end for start, end in said for begin, stop in spans):
            spans += [span for span in said if _adjoins(doc, span, spans)]
        break
    told = next((child.i for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
    return Attribution(
        spans_of(doc, source),
        spans_of(doc, words),
        joined(text_of(doc), spans),
        head.i if head is not None and source else None,
        verb.i,
        verb.lemma_.lower(),
        kind,
        told,
        frame="quote",
    )


def _adjoins(doc: Doc, span: tuple[int, int], quoted: list[tuple[int, int]]) -> bool:
    """Whether a stretch of words runs into a quotation: troops "will stay", he said."""
    return any(
        (span[0] < end and start < span[1]) or (not text_of(doc)[span[1] : start].strip(" ,") and span[1] <= start)
        for start, end in quoted
    )

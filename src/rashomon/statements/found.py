"""All that the parts of the reader find in one parsed text, before any of it is put together."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from rashomon.record import Figure
from rashomon.statements.anchors import NOWHERE, bearers, climb, climb_place, head_of, steps_up
from rashomon.statements.arguments import grammatical_subject
from rashomon.statements.attributions import Attribution, find_attributions
from rashomon.statements.borne import verb_of
from rashomon.statements.datelines import in_dateline
from rashomon.statements.figures import COUNTED, find_figures, harm_told
from rashomon.statements.lexicon import Lexicon
from rashomon.statements.quotes import find_quotes
from rashomon.statements.roles import Cast, cast
from rashomon.statements.times import TimeWords, find_times
from rashomon.statements.times.words import Bound
from rashomon.statements.triggers import Trigger, find_triggers
from rashomon.statements.wording import text_of
from rashomon.statements.words import PLACE_ENTITIES

JOINED = 2
"""Words between two verbs of one object (killed and wounded)."""

BODILY = frozenset(("assault", "harm"))
"""Acts that are done to people where these are."""

SPEECH = frozenset(("accuse", "agree", "concede", "reject", "request", "support", "threaten"))
"""Acts of speech: whoever says one does it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Triggers with their casts by the index of their head; attributions; and figures, times and place names by the
    index of the trigger or cue that they hang on (`NOWHERE`: on none). `gaps` are heads of elliptical clauses, each
    with the index of the trigger that it goes on from (the general met the elders on Monday, the mayor on Tuesday)."""

    doc: Doc
    lexicon: Lexicon
    triggers: Mapping[int, Trigger]
    casts: Mapping[int, Cast]
    attributions: tuple[Attribution, ...]
    figures: Mapping[int, tuple[Figure, ...]]
    times: Mapping[int, tuple[TimeWords, ...]]
    places: Mapping[int, tuple[Span, ...]]
    gaps: Mapping[int, int]


def find(doc: Doc, lexicon: Lexicon) -> Found:
    """Look for everything in a parsed text."""
    attributions = find_attributions(doc, find_quotes(doc))
    triggers = {t.head.i: t for t in find_triggers(doc, lexicon)}
    casts = {i: without_sayers(cast(t, triggers, lexicon), t, attributions) for i, t in triggers.items()}
    acts = bearers(triggers.values())
    stops = {**{i: i for i in cue_tokens(doc, attributions)}, **acts}
    gaps = _gaps(triggers)
    times = find_times(doc)
    return Found(
        doc,
        lexicon,
        triggers,
        casts,
        attributions,
        _figures(find_figures(doc, times), acts, triggers, casts, doc),
        _times(times, acts, gaps, attributions, doc),
        _places(doc, stops, lexicon, {i for i, t in triggers.items() if t.sense.type in BODILY}),
        gaps,
    )


def without_sayers(roles: Cast, trigger: Trigger, attributions: tuple[Attribution, ...]) -> Cast:
    """The cast without those who only tell of the act, where a poor parse drew them in (killed a man a source said)."""
    start, end = trigger.head.idx, trigger.head.idx + len(trigger.head)
    above = {t.i for t in governors(trigger.head)}
    others = (a for a in attributions if a.kind == "say" and a.lemma != "claim" and a.cue_head not in above)
    sources = [span for a in others if a.covers(start, end) for span in a.source]

    def acts(token: Token) -> bool:
        return not any(a <= token.idx < b for a, b in sources)

    is_speech = trigger.sense.type in SPEECH
    return replace(
        roles,
        actors=roles.actors if is_speech else tuple(filter(acts, roles.actors)),
        targets=tuple(filter(acts, roles.targets)),
    )


def governors(head: Token) -> Iterator[Token]:
    """The verbs whose subject is also that of this one, or does what this noun names (announced a raid; said to have
    fled)."""
    if (verb := verb_of(head)) is not None:
        yield verb
    while head.dep_ in ("xcomp", "conj", "pcomp", "prep", "dobj"):
        head = head.head
        yield head


def _gaps(triggers: Mapping[int, Trigger]) -> dict[int, int]:
    return {
        child.i: i
        for i, trigger in triggers.items()
        for child in trigger.head.children
        if child.dep_ == "conj"
        and child.pos_ in ("PROPN", "NOUN")
        and trigger.sense.pos == "v"
        and any(t.ent_type_ == "DATE" and t.i > child.i for t in (*child.children, *trigger.head.children))
    }


def cue_tokens(doc: Doc, attributions: tuple[Attribution, ...]) -> list[int]:
    """Indices of the tokens that say that somebody said something."""
    spans = (doc.char_span(s, e, alignment_mode="expand") for a in attributions for s, e in a.cue)
    return [token.i for span in spans if span is not None for token in span]


def _figures(
    figures: tuple[Figure, ...],
    acts: Mapping[int, int],
    triggers: Mapping[int, Trigger],
    casts: Mapping[int, Cast],
    doc: Doc,
) -> dict[int, tuple[Figure, ...]]:
    """A figure hangs on the act above it, and on every act in which the thing that it counts has a part."""
    out: dict[int, tuple[Figure, ...]] = {}
    for figure in figures:
        token = head_of(doc, figure.start, figure.end)
        if token is None:
            continue
        owner = _harm(figure, token, triggers) or climb(token, acts)
        counted = {token.i, token.head.i}
        sharing = {
            i
            for i, roles in casts.items()
            if (
                any(t.i in counted or _spans(t.i, token.i, doc) for t in (*roles.actors, *roles.targets))
                or (doc[i].dep_ == "xcomp" and token in grammatical_subject(doc[i]))
            )
            and doc[i].sent.start <= token.i < doc[i].sent.end
        }
        fair = {i for i in sharing | {owner} if i != NOWHERE and not _tells_other(triggers[i], figure)}
        owners = fair | {i for i in sharing if any(_joined(doc[i], doc[j]) for j in fair)}
        if not owners:
            owners = {_teller(figure, token, triggers)}
        for index in sorted(owners):
            told = harm_told(doc[index]) if index != NOWHERE else ""
            own = replace(figure, measure=told) if index not in fair and told else figure
            out[index] = (*out.get(index, ()), own)
    return out


def _joined(verb: Token, other: Token) -> bool:
    """Are they two verbs of one object (killed and wounded)?"""
    return abs(verb.i - other.i) <= JOINED and (verb.head == other or other.head == verb)


def _tells_other(trigger: Trigger, figure: Figure) -> bool:
    """Does the act tell of another harm than the figure counts (of nine killed and six wounded, the six)?"""
    told = harm_told(trigger.head)
    return bool(told) and figure.measure in COUNTED and figure.measure != told


def _teller(figure: Figure, token: Token, triggers: Mapping[int, Trigger]) -> int:
    """The verb of the sentence, the nearest to the figure, that tells of the harm which it counts; NOWHERE for none."""
    telling = (
        i
        for i, trigger in triggers.items()
        if figure.measure in COUNTED
        and token.sent.start <= i < token.sent.end
        and harm_told(trigger.head) == figure.measure
    )
    return min(telling, key=lambda i: abs(i - token.i), default=NOWHERE)


def _harm(figure: Figure, token: Token, triggers: Mapping[int, Trigger]) -> int | None:
    """The noun that tells of the harm which the figure measures, if the sentence has one: in "the number of dead in
    the fighting" the dead are counted, not the fighting."""
    return next(
        (
            i
            for i, trigger in triggers.items()
            if trigger.sense.type == "harm"
            and trigger.sense.pos == "n"
            and trigger.sense.mode == figure.measure
            and token.sent.start <= i < token.sent.end
        ),
        None,
    )


def _spans(head: int, number: int, doc: Doc) -> bool:
    """Does the phrase of the token `head` hold the number, without a clause between them?"""
    token = doc[number]
    for _ in range(3):
        if token.i == head:
            return True
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp", "prep") or token.head == token:
            return False
        token = token.head
    return token.i == head


def _times(
    times: tuple[TimeWords, ...],
    acts: Mapping[int, int],
    gaps: Mapping[int, int],
    attributions: tuple[Attribution, ...],
    doc: Doc,
) -> dict[int, tuple[TimeWords, ...]]:
    """A time hangs on the act above it, or on the cue above it if it stands outside of what was said; of several the
    closest comes first. The day of a dateline hangs on nothing."""
    out: dict[int, list[tuple[int, int, TimeWords]]] = {}
    text = text_of(doc)
    for at, words in enumerate(times):
        if in_dateline(text, words.start, words.end):
            continue
        token = head_of(doc, words.start, words.end)
        around = tuple(a for a in attributions if a.covers(words.start, words.end))
        outside = tuple(a for a in attributions if a not in around)
        cues = {**{i: i for i in cue_tokens(doc, outside)}, **dict.fromkeys(cue_tokens(doc, around), NOWHERE)}
        stops = {**cues, **{i: i for i in gaps}, **acts}
        owner = climb(token, stops) if token is not None else NOWHERE
        led = _led_by(token, stops) if token is not None else ""
        if led == "since" and not isinstance(words.value, Bound):
            words = replace(words, value=Bound("since", words))  # noqa: PLW2901
        elif led in ("after", "before", "until"):
            owner = NOWHERE
        owner = max(
            (gap for gap, act in gaps.items() if act == owner and token is not None and gap < token.i), default=owner
        )
        steps = steps_up(token, stops) if token is not None else 0
        out.setdefault(owner, []).append((steps, at, words))
    return {owner: tuple(words for _, _, words in sorted(each, key=lambda t: t[:2])) for owner, each in out.items()}


def _led_by(token: Token, stops: Collection[int]) -> str:
    """The word at the head of the clause that the time stands in, if that clause lies below the next of `stops` (killed
    since the war began in 2011): it is not when that act happened."""
    while token.i not in stops and token.head != token:
        if token.dep_ == "advcl":
            return next((c.lower_ for c in token.children if c.dep_ == "mark" and c.i < token.i), "")
        if token.dep_ == "pcomp":
            return token.head.lower_
        token = token.head
    return ""


def _places(
    doc: Doc, stops: Mapping[int, int], lexicon: Lexicon, bodily: Collection[int]
) -> dict[int, tuple[Span, ...]]:
    out: dict[int, tuple[Span, ...]] = {}
    for entity in doc.ents:
        if entity.label_ in PLACE_ENTITIES:
            owner = climb_place(entity.root, stops, lexicon, bodily)
            out[owner] = (*out.get(owner, ()), entity)
    return out

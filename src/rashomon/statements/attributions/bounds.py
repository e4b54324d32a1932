"""Where source, cue and content begin and end: a learned decision on every piece that may or may not belong to them.

The rules give a first extent. Its pieces are those that a reader could leave out or add: what is set beside a name, an
adverb or a day beside the cue, a clause at the end of what is said.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.models import Linear
from rashomon.statements.attribution import Attribution, Spans, joined
from rashomon.statements.attributions.content_pieces import content_pieces
from rashomon.statements.attributions.cue_pieces import cue_pieces
from rashomon.statements.attributions.pieces import Piece
from rashomon.statements.attributions.source_pieces import source_pieces
from rashomon.statements.wording import text_of

BELONGS = 0.5
"""Chance from which a piece belongs."""


def pieces(doc: Doc, found: Attribution) -> list[Piece]:
    """The pieces of an attribution that are to be decided on."""
    context = (f"lemma={found.lemma}", f"kind={found.kind}", f"frame={found.frame}")
    out = []
    for told in (source_pieces, cue_pieces, content_pieces):
        for role, start, end, inside, names in told(doc, found):
            if start < end:
                every = dict.fromkeys((*names, *(f"{names[0]}|{one}" for one in context)))
                out.append(Piece(role, start, end, inside, (role, *(f"{role}|{name}" for name in every))))
    return out


def bounded(doc: Doc, every: Sequence[Attribution], model: Linear) -> tuple[Attribution, ...]:
    """The attributions with each piece where the model puts it."""
    told = [pieces(doc, found) for found in every]
    chances = iter(model.chances([piece.features for some in told for piece in some]))
    out = []
    for found, some in zip(every, told, strict=True):
        moved = [(piece, belongs) for piece in some if (belongs := next(chances) >= BELONGS) != piece.inside]
        out.append(moved_to(doc, found, moved))
    return tuple(out)


def moved_to(doc: Doc, found: Attribution, moved: Sequence[tuple[Piece, bool]]) -> Attribution:
    """The attribution after its pieces were moved; one that would be left without a cue or content stays as it was."""
    spans = {"source": found.source, "cue": found.cue, "content": found.content}
    for piece, belongs in moved:
        start, end = piece.start, piece.end
        if belongs:
            spans[piece.role] = joined(text_of(doc), [*spans[piece.role], (start, end)])
            if piece.role == "cue":
                spans["content"] = _without(doc, spans["content"], start, end) or spans["content"]
                spans["source"] = _without(doc, spans["source"], start, end)
        else:
            left = _without(doc, spans[piece.role], start, end)
            spans[piece.role] = left if left or piece.role == "source" else spans[piece.role]
    return replace(
        found,
        source=spans["source"],
        cue=spans["cue"],
        content=spans["content"],
        head=found.head if spans["source"] else None,
    )


def _without(doc: Doc, spans: Spans, start: int, end: int) -> Spans:
    """The spans without these characters, nor the marks that set those off."""
    text = text_of(doc)
    out = []
    for begin, stop in spans:
        for left, right in ((begin, min(stop, start)), (max(begin, end), stop)):
            low, high = left, right
            while low < high and text[low] in " \n,;—–-":
                low += 1
            while high > low and text[high - 1] in " \n,;—–-(":
                high -= 1
            if low < high:
                out.append((low, high))
    return tuple(out)

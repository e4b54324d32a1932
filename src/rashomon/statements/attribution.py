"""One attribution: whose words or thoughts (source), the words that say so (cue), and what they said (content)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from rashomon.record.statement import SayerRole

Spans = tuple[tuple[int, int], ...]
"""(start, end) pairs in code points of the text, in order, none touching another."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is meant by a source: a name, the role in which they speak, and where they are named beside the cue."""

    name: str
    role: SayerRole
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """`source` is empty where nobody is named ("it was reported that").

    `head` is the index of the source's head token, None without a source; `cue_head` the index of the cue's main word.
    `lemma` is that word's lemma and `kind` what it does: "say", "deny", "promise", "accuse", "believe", "document", ...
    `told` is the index of the head token of whoever was told ("told Reuters"), None where nobody is named.
    `frame` is how the content follows (see `attributions/cues.py`): "quote" for direct speech. `impersonal` says that
    the wording leaves out who says so. `speaker` is who is meant by the source, None where nobody is named or only a
    pronoun that nothing fits; `through` whoever passed the words on: the outlet that the speaker told it to.
    """

    source: Spans
    cue: Spans
    content: Spans
    head: int | None
    cue_head: int
    lemma: str
    kind: str
    told: int | None = None
    frame: str = "clause"
    impersonal: bool = False
    speaker: Speaker | None = None
    through: Speaker | None = None

    def covers(self, start: int, end: int) -> bool:
        """Whether the content holds the characters from `start` to `end`, a break within the content included."""
        return any(begin <= start < stop for begin, stop in self.content) and any(
            begin < end <= stop for begin, stop in self.content
        )


def spans_of(doc: Doc, tokens: Iterable[int]) -> Spans:
    """The stretches of characters that the tokens with these indices make up; line breaks at the ends are left out."""
    indices = sorted(set(tokens))
    if not indices:
        return ()
    starts = [indices[0], *(right for left, right in pairwise(indices) if right != left + 1)]
    ends = [*(left for left, right in pairwise(indices) if right != left + 1), indices[-1]]
    out = []
    for first, last in zip(starts, ends, strict=True):
        while first <= last and doc[first].is_space:
            first += 1  # noqa: PLW2901
        while last >= first and doc[last].is_space:
            last -= 1  # noqa: PLW2901
        if first <= last:
            out.append((doc[first].idx, doc[last].idx + len(doc[last])))
    return tuple(out)


def joined(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """The same stretches in order, those that overlap or are parted by blanks within a line made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and (start <= out[-1][1] or not text[out[-1][1] : start].strip(" ")):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)

"""Which ACLED sub-event type a short text tells of: a linear model over words, classes of words and the rules' acts.

The labels are ACLED's sub-event types by the names of its codebook, and five kinds that it has no room for: natural and
man-made disaster, diplomatic measure, attribution of responsibility, organised crime.
"""

from spacy.tokens import Doc

from rashomon.models import load_model
from rashomon.statements.kinds.features import (
    acts,
    content_words,
    joined,
    kinds,
    lead_kinds,
    links,
    stretches,
)

MODEL = "sub_events"


def sub_events(doc: Doc) -> dict[str, float]:
    """The chance of each label, from 0 to 1 and 1 together, for a parsed text of one to a few sentences."""
    return load_model(MODEL).scores(sub_event_features(doc))


def sub_event_features(doc: Doc) -> dict[str, float]:
    """What the model judges by."""
    (whole,) = stretches(doc, [(0, len(doc.text))])
    return joined(
        (1.0, content_words(whole)),
        (1.5, kinds(whole)),
        (1.0, lead_kinds(whole)),
        (1.0, acts(whole)),
        (0.5, links(whole)),
    )

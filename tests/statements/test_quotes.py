"""Quotations: where they begin and end, and whether somebody speaks in them."""

import pytest

from rashomon.statements.quotes import find_quotes

# why, text (paragraphs parted by a pilcrow), what stands in each quotation (spans parted by " / "), speech
CASES = [
    ("straight marks", 'He said: "The road is mined."', ["The road is mined."], [True]),
    ("curly marks", "She said: “The road is mined.”", ["The road is mined."], [True]),
    ("two typewriter apostrophes", "''The road is mined,'' he said.", ["The road is mined,"], [True]),
    ("closed with an opening mark", "“We left,“ he said. “They stayed.”", ["We left,", "They stayed."], [True, True]),
    ("guillemets", "«The road is mined», he said.", ["The road is mined"], [True]),
    ("single marks", "'The road is mined,' he said.", ["The road is mined,"], [True]),
    ("curly single marks", "‘The road is mined,’ he said.", ["The road is mined,"], [True]),
    ("apostrophes", "The troops' trucks and the town's wells weren't hit in '99.", [], []),
    ("an apostrophe inside single marks", "'We don't know,' he said.", ["We don't know,"], [True]),
    ("a plural's apostrophe inside", "'The rebels' guns fell silent,' he said.",
     ["The rebels' guns fell silent,"], [True]),
    ("words at arm's length", "The 'death squads' came back.", ["death squads"], [False]),
    ("a name", 'They met in the "Green House" at noon.', ["Green House"], [False]),
    ("a title", 'His book "The Long War of the North" sold well.', ["The Long War of the North"], [False]),
    ("one inside another", '"He cried \'They are coming!\' and ran," she said.',
     ["He cried 'They are coming!' and ran,", "They are coming!"], [True, True]),
    ("several paragraphs", "He said: “We came. ¶ “We saw. ¶ “We lost.” ¶ Then he left.",
     ["We came. / We saw. / We lost."], [True]),
    ("the closing mark is missing", 'He said: "We came and we stayed. ¶ Nobody answered.',
     ["We came and we stayed."], [True]),
    ("two on one line", '"We came," he said. "We lost."', ["We came,", "We lost."], [True, True]),
    ("inches are no marks", 'The shell is 6" wide.', [], []),
    ("bracketed", 'The mayor ("I will stay") stayed.', ["I will stay"], [True]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "inner", "speech"), CASES, ids=[row[0] for row in CASES])
def test_quotes(nlp, why, text, inner, speech):
    doc = nlp(text.replace(" ¶ ", "\n\n"))
    found = find_quotes(doc)
    assert [" / ".join(doc.text[s:e] for s, e in quote.spans) for quote in found] == inner, why
    assert [quote.speech for quote in found] == speech, why


def test_marks_stand_at_the_ends(nlp):
    (quote,) = find_quotes(nlp('He said: "No."'))
    assert (quote.start, quote.end, quote.closed) == (9, 14, True)


def test_missing_mark_is_told(nlp):
    (quote,) = find_quotes(nlp('He said: "We came and we stayed.'))
    assert not quote.closed


def test_inner_quotation_lies_deeper(nlp):
    outer, inner = find_quotes(nlp("\"He cried 'They are coming!' and ran,\" she said."))
    assert (outer.depth, inner.depth) == (0, 1)

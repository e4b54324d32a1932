"""The model that guesses how a word is cased: made from reports in mixed case, whose own casing is the answer."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from benchmarks.rows import read_lines
from benchmarks.training.fitting import Example, fit, folds
from rashomon.models import Linear
from rashomon.statements.truecase import features, words_of

SETS = ("polnear", "fakes", "geo", "meantime", "re3d", "ecbplus")
"""Sets of reports in mixed case."""
STRENGTH = 30.0
RARE = 2
"""A word in so few reports stands for all that the model has never seen: it is learned without its own name."""
HEADLINE = 0.6
"""Share of words with a capital in a paragraph beyond which it is a headline, whose capitals tell nothing."""
EVERY = 2
"""Of the words, every so many-th is taken: more of them teach little and fill the memory."""


def train(gold: Path, console: Console) -> Linear:
    """Print the share of words cased right, by five folds of whole reports, and give the model of all."""
    examples = list(_examples(gold))
    pairs: Counter[tuple[str, str]] = Counter()
    for known, asked in folds(examples):
        model = fit(known, STRENGTH, exclusive=True)
        for example in asked:
            chances = model.scores(example.features)
            pairs[next(iter(example.labels)), max(model.labels, key=chances.__getitem__)] += 1
    total = sum(pairs.values())
    console.print(f"words {total:,}, right {sum(n for (told, guess), n in pairs.items() if told == guess) / total:.4f}")
    for case in ("lower", "title", "upper"):
        guessed = sum(n for (_, guess), n in pairs.items() if guess == case)
        there = sum(n for (told, _), n in pairs.items() if told == case)
        hits = pairs[case, case]
        console.print(f"{case}: precision {hits / max(1, guessed):.3f}, recall {hits / max(1, there):.3f}")
    return fit(examples, STRENGTH, exclusive=True)


def _examples(gold: Path) -> Iterator[Example]:
    texts = {
        f"{name} {row['doc_id']}": row["text"]
        for name in SETS
        for row in read_lines(gold / name / "dev.jsonl.gz")
        if row.get("text")
    }
    seen = Counter(word for text in texts.values() for word in {w.text for w in words_of(text, 0, len(text))})
    count = 0
    for document, text in texts.items():
        for start, end in _paragraphs(text):
            words = list(words_of(text, start, end))
            capitals = sum(text[word.start].isupper() for word in words)
            if not words or capitals > HEADLINE * len(words):
                continue
            for at, word in enumerate(words):
                case = _case(text[word.start : word.end], word.first)
                count += 1
                if case is None or count % EVERY:
                    continue
                told = features(text, words, at)
                if seen[word.text] <= RARE:
                    told = {name: value for name, value in told.items() if not name.startswith(("w=", "pw=", "wn="))}
                yield Example(document, told, frozenset((case,)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _case(printed: str, first: bool) -> str | None:
    """None where the place in the sentence hides how the word is written."""
    if first:
        return None
    if len(printed) > 1 and printed.isupper():
        return "upper"
    if printed.islower():
        return "lower"
    return "title" if printed[0].isupper() and len(printed) > 1 else "upper" if len(printed) == 1 else None

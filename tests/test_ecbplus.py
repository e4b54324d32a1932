"""Mentions of one act over several reports, from texts of our own."""

from benchmarks.ecbplus import mention, predict, span_of
from benchmarks.rows import Row, question

from rashomon.statements.parse import load_pipeline

KARSA = (
    "A strong earthquake struck the town of Karsa on Monday , killing 40 people .",
    "An earthquake has killed 40 people in Karsa , Governor Adel Marun said .",
    "Forty dead as quake hits Karsa . Governor Adel Marun called it the worst in years .",
    "The Karsa earthquake on Monday killed 40 , Marun said .",
)
TELVO = (
    "A court in Telvo sentenced banker Ruta Ilgen to nine years in prison for fraud .",
    "Banker Ruta Ilgen was sentenced to nine years by a Telvo court .",
    "Ruta Ilgen , who ran the Telvo bank , got a nine-year sentence for fraud on Friday .",
)
MARKED = ("earthquake", "quake", "killed", "killing", "sentenced", "sentence")


def rows() -> list[Row]:
    out = []
    for number, text in enumerate(KARSA + TELVO):
        mentions = [
            {"start": start, "end": start + len(word), "kind": "event", "chain": "?"}
            for word in MARKED
            if (start := f" {text} ".find(f" {word} ")) >= 0
        ]
        out.append({"doc_id": str(number), "topic": "?", "subtopic": "?", "text": text, "mentions": mentions})
    return out


def acts(asked: list[Row]) -> set[frozenset[tuple[str, str]]]:
    """The acts as sets of mentions, each by its report and word."""
    text = {row["doc_id"]: row["text"] for row in asked}
    of: dict[str, set[tuple[str, str]]] = {}
    for row in predict(asked):
        for one in row["mentions"]:
            word = text[row["doc_id"]][one["start"] : one["end"]]
            of.setdefault(one["chain"], set()).add((row["doc_id"], word))
    return set(map(frozenset, of.values()))


def test_one_act_told_by_several_reports() -> None:
    found = acts(rows())
    assert frozenset({("4", "sentenced"), ("5", "sentenced"), ("6", "sentence")}) in found
    quake = next(act for act in found if ("0", "earthquake") in act)
    assert {("1", "earthquake"), ("3", "earthquake")} <= quake
    assert ("0", "killing") not in quake


def test_the_order_of_reports_does_not_matter() -> None:
    assert acts(rows()) == acts(rows()[::-1])


def test_only_texts_and_marked_places_are_read() -> None:
    asked = question(rows()[0], "ecbplus")
    assert set(asked) == {"doc_id", "text", "mentions"}
    assert all(set(one) == {"start", "end", "kind"} for one in asked["mentions"])
    assert "mentions" not in question(rows()[0], "polnear")  # elsewhere they would be an answer


def test_roles_of_a_mention() -> None:
    doc = load_pipeline()("After dark, marines who hold the port raided two depots of Karsa .")
    found = mention(0, span_of(doc, {"start": 38, "end": 44}))
    assert (found.word, found.form) == ("raid", "verb")
    assert "marine" in found.doers
    assert "depot" in found.sufferers
    assert "dark" in found.around
    assert found.names == {"karsa"}


def test_a_headline_without_lower_case() -> None:
    doc = load_pipeline()("Ruta Ilgen Dies At 91")
    assert mention(0, span_of(doc, {"start": 11, "end": 15})).word == "die"

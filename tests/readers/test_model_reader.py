"""A language model as a reader: what is sent, what is taken, what is left out, and how it goes with servers."""

import json

import pytest
from tests.readers.bearing import unborne
from tests.readers.server import a_model, drips, endless, first_then, says, tells, writes
from tests.readers.texts import DESERTED, GOOD, KILLED, LEFT, TEXT

from rashomon.errors import PageError, SettingError
from rashomon.readers import open_reader
from rashomon.readers.openai import check, server
from rashomon.readers.openai.prompt import PIECE, pieces, task
from rashomon.record import Refused
from rashomon.record.vocabulary import MODES
from rashomon.settings import Settings


def test_what_a_good_model_tells_is_read(report, read, rules):
    article = report(TEXT)
    reading = read(article, tells(*GOOD))
    assert list(unborne(article, reading, rules)) == []
    assert reading.refused == ()
    deserted, left, killed, vowed = reading.statements
    figure = deserted.figures[0]
    assert (figure.low, figure.qualifier, figure.measure, figure.text) == (41, "more_than", "deserted", "more than 40")
    assert [sayer.name for sayer in deserted.chain] == ["Hill Courier", "Adel Marun"]
    assert str(deserted.chain[1].said.earliest) == "2021-05-03", "Monday, counted from Tuesday, the day of publication"
    assert (str(deserted.time.earliest), str(deserted.time.latest)) == ("2021-03-23", "2021-05-03"), (
        "to the day of saying"
    )
    assert deserted.confidence == check.CONFIDENCE
    assert deserted.reader == "openai toy prompt 1"
    assert left.evidence.text.startswith("“Nobody"), "found though the marks differ"
    assert [role.name for role in left.actors] == ["soldiers"], "a name told elsewhere"
    assert [figure.low for figure in killed.figures] == [12]
    assert [place.text for place in killed.places] == ["the port", "Karsa"], "a place told elsewhere"
    assert [role.name for role in vowed.actors] == ["Tomas Reck"]
    assert str(vowed.time.latest) == "2021-05-07"


def test_what_is_sent(report, reader_at):
    with a_model(tells()) as model:
        reader_at(model).read(report(TEXT))
    (asked,) = model.asked
    system, user = asked.body["messages"]
    assert (system["role"], system["content"]) == ("system", task())
    assert json.loads(user["content"]) == {"report": TEXT}, "the text is data; nothing in it can leave its string"
    assert set(asked.body) == {"model", "messages", "temperature", "max_completion_tokens", "response_format"}
    made = asked.body["response_format"]["json_schema"]
    assert made["strict"]
    assert set(made["schema"]["$defs"]["Told"]["properties"]["type"]["enum"]) == set(MODES)
    assert all(each["additionalProperties"] is False for each in made["schema"]["$defs"].values())
    assert all(set(each["required"]) == set(each["properties"]) for each in made["schema"]["$defs"].values())
    assert "authorization" not in asked.headers


def test_every_type_and_mode_is_explained():
    assert all(f"- {act}: " in task() for act in MODES)
    assert all(mode in task() for modes in MODES.values() for mode in modes)


def test_the_key_goes_to_the_server_alone(report, reader_at, monkeypatch):
    monkeypatch.setenv("RASHOMON_KEY", "s3cret")
    with a_model(tells()) as model:
        reader = reader_at(model)
        reading = reader.read(report(TEXT))
    assert model.asked[0].headers["authorization"] == "Bearer s3cret"
    assert "s3cret" not in repr(reading) + reader.version + reader.sends_to


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"evidence": "Some 40 soldiers deserted on Monday."}, "evidence not in the text"),
        ({"evidence": TEXT}, "evidence of more than 3 sentences"),
        ({"trigger": "fled"}, "act not worded in its evidence"),
        ({"trigger": "denied"}, "act not worded in its evidence"),
        ({"trigger": None}, "act not worded in its evidence"),
        ({"trigger": "desert"}, "act not worded in its evidence"),
        ({"type": "massacre"}, "no such act"),
        ({"mode": "killed"}, "no such act"),
        ({"factuality": "certain"}, "not of the schema"),
        ({"start": 5}, "not of the schema"),
        ({"figures": [{"words": "more than 40 soldiers", "low": 5000}]}, "not of the schema"),
        ({"figures": 41}, "not of the schema"),
        ({"actors": [None]}, "not of the schema"),
        ({"sayers": [{"words": "Adel Marun", "role": "king"}]}, "not of the schema"),
    ],
)
def test_a_statement_that_does_not_hold_goes(report, read, change, why):
    reading = read(report(TEXT), tells(DESERTED | change, KILLED))
    assert [statement.type for statement in reading.statements] == ["harm"], "the next one stays"
    assert reading.refused == (Refused(why, 1),)


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"figures": [{"words": "40,000 soldiers"}]}, "figures", "figure not in its evidence"),
        ({"figures": [{"words": "0 soldiers"}]}, "figures", "figure not in its evidence"),
        ({"figures": [{"words": "1,200"}]}, "figures", "figure not in its evidence"),
        ({"figures": [{"words": "soldiers had"}]}, "figures", "no number read in the words of a figure"),
        ({"figures": [{"words": "March 23"}]}, "figures", "no number read in the words of a figure"),
        ({"time": "in January"}, "time", "time not in its evidence"),
        ({"time": "the Seventh"}, "time", "no day read in the words of a time"),
        ({"places": ["Paris"]}, "places", "place not in the text"),
        ({"places": ["Kar"]}, "places", "place not in the text"),
        ({"actors": [{"words": "the army"}]}, "actors", "actor not in its evidence"),
        ({"targets": [{"words": "Ilse Horn"}]}, "targets", "target not in its evidence"),
    ],
)
def test_a_part_that_does_not_hold_goes_alone(report, read, change, field, why):
    reading = read(report(TEXT), tells(DESERTED | change))
    (statement,) = reading.statements
    assert not getattr(statement, field)
    assert reading.refused == (Refused(why, 1),)


def test_a_name_that_is_not_in_the_text_leaves_the_words(report, read):
    actors = [{"words": "soldiers", "name": "the Third Army"}]
    reading = read(report(TEXT), tells(DESERTED | {"actors": actors}))
    assert [role.name for role in reading.statements[0].actors] == ["soldiers"]
    assert reading.refused == (Refused("name not in the text", 1),)


def test_nobody_is_told_twice(report, read):
    reading = read(report(TEXT), tells(DESERTED, DESERTED, DESERTED | {"places": []}))
    assert len(reading.statements) == 1
    assert reading.refused == (Refused("told twice", 2),)


def test_two_acts_of_one_word_are_two(report, read):
    text = "A bomb killed 12 people in Karsa and a shell killed three soldiers in Vell."
    told = [
        {"evidence": text, "trigger": "killed", "type": "harm", "mode": "killed", "figures": [{"words": words}]}
        for words in ("12 people", "three soldiers")
    ]
    reading = read(report(text), tells(*told))
    assert [[figure.best for figure in s.figures] for s in reading.statements] == [[12], [3]]
    assert [text[: s.trigger.start].count("killed") for s in reading.statements] == [0, 1]


def test_an_undated_report_dates_nothing(report, read):
    reading = read(report(TEXT, published=None), tells(DESERTED, GOOD[3]))
    assert [statement.time for statement in reading.statements if statement.type == "mobilize"] == [None]
    assert all(sayer.said is None for statement in reading.statements for sayer in statement.chain)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("I can not do that.", "not of the schema"),
        ('{"statements": [', "not of the schema"),
        ("[" * 100_000, "not of the schema"),
        ('{"statements": ' + "[" * 100_000, "not of the schema"),
        ('{"statements": 5}', "not of the schema"),
        ('{"statements": [], "delete": "all"}', "not of the schema"),
        ("", "not of the schema"),
    ],
)
def test_a_broken_reply_drops_the_page(report, reader_at, content, why):
    with a_model(writes(content)) as model:
        reader = reader_at(model)
        with pytest.raises(PageError, match=why):
            reader.read(report(TEXT))
        assert len(model.asked) == 2, "asked once more"
        model.answer = tells(DESERTED)
        assert len(reader.read(report(TEXT)).statements) == 1, "a broken reply is not kept"


@pytest.mark.parametrize("around", ["```json\n%s\n```", "Here it is: %s I hope it helps.", "\ufeff%s"])
def test_words_around_the_object_are_let_be(report, read, around):
    reading = read(report(TEXT), writes(around % json.dumps({"statements": [DESERTED]})))
    assert len(reading.statements) == 1


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (says(401, b"who are you?"), SettingError, r"status 401: .*RASHOMON_KEY.*who are you"),
        (says(404, b"no such model"), SettingError, "no such model or path"),
        (says(302, Location="http://example.org/"), SettingError, "leads elsewhere"),
        (says(400, b"context too long"), PageError, "status 400 .context too long"),
        (says(503, b"busy"), PageError, "status 503"),
        (says(200, b"<html>"), PageError, "none of a chat server"),
        (says(200, b'{"choices": []}'), PageError, "no words of the model"),
        (says(200, b'{"choices": [{"message": {"content": 5}}]}'), PageError, "none of a chat server"),
        (endless, PageError, "larger than 4,000,000 bytes"),
        (writes('{"statements": [', finish="length"), PageError, "cut off after 16 characters"),
    ],
)
def test_servers_that_fail(report, read, answer, error, words):
    with pytest.raises(error, match=words):
        read(report(TEXT), answer)


def test_a_server_that_takes_too_long(report, read):
    with pytest.raises(PageError, match=r"longer than 0\.3 s; mend: .*--seconds"):
        read(report(TEXT), drips, reader_seconds=0.3)


def test_a_server_that_is_off(report, reader_at):
    with a_model(tells()) as model:
        reader = reader_at(model)
    model.server_close()
    with pytest.raises(SettingError, match="nobody answers at http://127"):
        reader.read(report(TEXT))


def test_a_busy_server_is_asked_again_later_each_time(report, reader_at):
    with a_model(first_then(says(429, Retry_After="7"), tells(DESERTED), times=3)) as model:
        reader = reader_at(model)
        waits = []
        reader._server._sleep = waits.append
        assert len(reader.read(report(TEXT)).statements) == 1
    assert waits == [7.0, 7.0, 7.0]
    with a_model(first_then(says(500), tells(DESERTED), times=3)) as model:
        reader = reader_at(model, reader="openai:other")
        waits = []
        reader._server._sleep = waits.append
        reader.read(report(TEXT))
    assert waits == [1.0, 2.0, 4.0]
    assert server.LONGEST_WAIT >= 60


def test_a_text_is_sent_once(report, reader_at):
    with a_model(tells(DESERTED)) as model:
        first = reader_at(model).read(report(TEXT))
        assert reader_at(model).read(report(TEXT)) == first, "another reader, another day"
        assert len(model.asked) == 1
        reader_at(model, reader="openai:other").read(report(TEXT))
        reader_at(model).read(report(TEXT + " More."))
        assert len(model.asked) == 3, "another model or text is asked anew"


def test_what_may_be_spent(report, reader_at):
    texts = [f"Report {n}. {TEXT}" for n in range(9)]
    with a_model(writes(json.dumps({"statements": []}), tokens=5_000)) as model:
        reader = reader_at(model, reader_tokens=20_000)
        for text in texts[:3]:
            reader.read(report(text))
        with pytest.raises(PageError, match=r"limit of 20,000 tokens .* 15,000 are spent .*--tokens"):
            reader.read(report(texts[3]))
        assert len(model.asked) == 3
        reader.read(report(texts[0]))


@pytest.mark.parametrize("tokens", [-5_000_000, None, 0])
def test_a_server_that_lies_of_its_cost_is_not_believed(report, reader_at, tokens):
    with a_model(writes('{"statements": []}', tokens=tokens)) as model:
        reader = reader_at(model, reader_tokens=12_000)
        refused = 0
        for n in range(20):
            try:
                reader.read(report(f"Report {n}. {TEXT}"))
            except PageError:
                refused += 1
        assert 1 <= len(model.asked) < 10
        assert refused == 20 - len(model.asked)


def test_a_long_text_is_sent_in_pieces(report, reader_at):
    paragraphs = [f"Paragraph {n}. " + "Nothing happened. " * 60 for n in range(20)]
    long = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in range(3_000))
    text = "\n\n".join([TEXT, *paragraphs, long])
    with a_model(tells()) as model:
        reader_at(model).read(report(text.strip()))
    assert [asked.piece for asked in model.asked] == pieces(text.strip())
    assert all(len(asked.piece) <= PIECE for asked in model.asked)
    assert sum(len("".join(asked.piece.split())) for asked in model.asked) == len("".join(text.split()))


def test_a_statement_may_end_with_a_name_of_another_piece(report, read):
    assert read(report(TEXT), tells(LEFT)).statements


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"reader": "openai"}, "a model needs both"),
        ({"reader": "openai:toy"}, "a model needs both"),
        ({"endpoint": "localhost:11434"}, "must be like http"),
        ({"endpoint": "ftp://localhost/v1"}, "must be like http"),
        ({"endpoint": "http://me:word@localhost/v1"}, "RASHOMON_KEY"),
        ({"endpoint": "http://localhost:x/v1"}, "no address"),
        ({"endpoint": "https://api.example.org/v1"}, r"https://api\.example\.org, which is not this machine; .*--yes"),
        ({"endpoint": "http://10.0.0.7:8000/v1"}, "not this machine, and unencrypted"),
        ({"endpoint": "http://localhost.example.org/v1"}, "not this machine"),
    ],
)
def test_settings_that_will_not_do(given, words):
    with pytest.raises(SettingError, match=words):
        open_reader(Settings(**({"reader": "openai:toy"} | given)))


@pytest.mark.parametrize("endpoint", ["http://localhost:11434/v1/", "http://127.0.0.1:8080/v1", "http://[::1]:8080/v1"])
def test_this_machine_needs_no_leave(endpoint):
    assert open_reader(Settings(reader="openai:toy", endpoint=endpoint)).sends_to == endpoint.split("/v1")[0]


def test_leave_is_taken():
    reader = open_reader(Settings(reader="openai:toy", endpoint="https://api.example.org/v1", may_send=True))
    assert reader.sends_to == "https://api.example.org, which is not this machine"

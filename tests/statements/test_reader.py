"""The reader as a whole: articles of our own, and what must stand in their statements."""

from datetime import date

import pytest

import rashomon
from rashomon.errors import PageError
from rashomon.record import Article, When, content_id
from rashomon.settings import Settings
from rashomon.statements import Reader
from rashomon.statements.parse import MAX_CHARS

DAY = date(2021, 6, 9)  # a Wednesday


@pytest.fixture(scope="module")
def reader():
    return Reader(Settings())


def article(text, *, outlet="Harbour Post", published=DAY):
    when = When(published, published, "day", str(published), "stated") if published else None
    return Article(content_id(text), "a.txt", None, "0" * 64, outlet, None, (), when, "en", text, None)


def one(reader, text, words, **kind):
    reading = reader.read(article(text, **kind))
    return next(s for s in reading.statements if s.trigger and s.trigger.text == words)


def test_a_chain_of_three(reader):
    text = "Agence Nord reported on Monday that officers said rebels had shelled the port of Karsa on Sunday."
    told = one(reader, text, "shelled")
    assert told.chain[0].role == "outlet"
    assert len(told.chain) == 3
    assert told.chain[-1].name == "officers"
    assert told.time == When(date(2021, 6, 6), date(2021, 6, 6), "day", "on Sunday", "published") or (
        told.time is not None and told.time.earliest == date(2021, 6, 6)
    )


@pytest.mark.parametrize(
    ("text", "word", "said", "happened"),
    [
        pytest.param(
            'Agence Nord reported on 26 May that "the army shelled Karsa, officers said on Monday".',
            "shelled", [date(2021, 5, 26), date(2021, 5, 24)], None, id="a weekday hangs on the outer saying",
        ),
        pytest.param(
            "The ministry said on 20 May that a witness told police on Friday that rebels shelled Karsa on Thursday.",
            "shelled", [date(2021, 5, 20), date(2021, 5, 14)], date(2021, 5, 13), id="and the act on the inner one's",
        ),
        pytest.param(
            "KARSA, 9 June 2021 - Agence Nord reported on 26 May that the army shelled Karsa.",
            "shelled", [date(2021, 5, 26)], None, id="the day of the dateline is no day of saying",
        ),
    ],
)  # fmt: skip
def test_days_of_saying_within_one_another(reader, text, word, said, happened):
    told = one(reader, text, word)
    assert [each.said.latest for each in told.chain if each.said] == said
    assert (told.time and told.time.latest) == happened


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("A bomb killed six people, three of them children, in Baghdad on Monday.", "killed", ["Baghdad"]),
        ("Gunmen attacked a police checkpoint in Baghdad.", "attacked", ["Baghdad"]),
        ("A car bomb in Baghdad killed six people.", "killed", ["Baghdad"]),
        ("Police opened fire on marchers in Baghdad.", "opened fire", ["Baghdad"]),
        ("An air strike on a market in Baghdad destroyed four shops.", "destroyed", ["Baghdad"]),
        ("An attack on Baghdad killed six people.", "killed", ["Baghdad"]),
    ],
)
def test_where_it_happened(reader, text, word, places):
    assert [each.text for each in one(reader, text, word).places] == places


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("KARSA, 8 June 2021 - The army shelled the port.", None),
        ("KARSA, Northland, June 8 (Agence Nord) -- The army shelled the port.", None),
        ("Karsa, June 8: The army shelled the port.", None),
        ("A long report.\n\nKARSA, June 8 - The army shelled the port on Monday.", date(2021, 6, 7)),
        ("KARSA, June 8 - The army shelled the port on June 5.", date(2021, 6, 5)),
        ("Karsa, June 8, 2021. The army shelled the port on Monday.", date(2021, 6, 7)),
        ("On Tuesday - The army shelled the port.", date(2021, 6, 8)),
    ],
)
def test_nothing_happens_on_the_day_of_a_dateline(reader, text, happened):
    told = one(reader, text, "shelled")
    assert (told.time and told.time.latest) == happened


def test_a_figure_hangs_on_its_act(reader):
    told = one(reader, "Up to 900 soldiers deserted and 40 officers were dismissed.", "deserted")
    assert [(f.text, f.low, f.high) for f in told.figures] == [("Up to 900", None, 900)]
    told = one(reader, "Up to 900 soldiers deserted and 40 officers were dismissed.", "dismissed")
    assert [(f.low, f.best, f.high) for f in told.figures] == [(40, 40, 40)]


def test_those_are_whom_the_act_befell_before(reader):
    text = (
        "The ministry dismissed 900 policemen on Monday. "
        "Those dismissed included 37 senior commanders, up to the rank of general."
    )
    last = [s for s in reader.read(article(text)).statements if s.mode == "dismiss"][-1]
    assert [(role.text, role.name) for role in last.targets] == [("Those", "policemen")]
    assert [(f.best, f.counts, f.measure) for f in last.figures] == [(37, "senior commanders", "dismissed")]


def test_a_round_number_alone_means_people(reader):
    told = one(reader, "Hundreds were ordered to leave.", "ordered")
    assert [(f.low, f.unit) for f in told.figures] == [(200, "people")]


def test_what_begins_anew_has_its_own_time(reader):
    text = "He admitted that he had killed two guards, and had abducted a driver in October 2019."
    assert one(reader, text, "killed").time is None
    assert one(reader, text, "abducted").time.earliest == date(2019, 10, 1)


def test_the_topic_of_a_claim_is_no_actor_unless_it_can_act(reader):
    assert one(reader, "The mayor said the library was closed.", "said").actors == ()
    assert [role.name for role in one(reader, "The mayor said the army was tired.", "said").actors] == ["army"]


def test_a_few_things_of_no_weight_are_no_fact(reader):
    told = reader.read(article("The shelf held two books. The town has two brigades. The port has 40 cranes."))
    assert [s.figures[0].counts for s in told.statements if s.type == "state"] == ["brigades", "cranes"]


def test_the_time_of_a_participle_is_that_of_its_deed(reader):
    told = one(reader, "It was a military operation executed by the army in May 2019.", "military operation")
    assert told.time is not None
    assert told.time.earliest == date(2019, 5, 1)


def test_an_undated_report_gives_no_date(reader):
    text = "Rebels attacked the barracks yesterday. On 4 May 2019 they attacked the mill."
    yesterday, stated = (s for s in reader.read(article(text, published=None)).statements if s.type == "assault")
    assert yesterday.time is None
    assert stated.time.earliest == date(2019, 5, 4)


def test_a_claim_without_an_act_is_a_say(reader):
    told = reader.read(article("The mayor said the bridge was in poor repair.")).statements
    assert [(s.type, s.factuality, s.chain[-1].name) for s in told] == [("say", "asserted", "mayor")]


def test_a_figure_without_an_act_is_a_state(reader):
    told = reader.read(article("The town has 14,000 inhabitants.")).statements
    assert [(s.type, s.figures[0].best) for s in told] == [("state", 14000)]


def test_a_vow_is_read_twice(reader):
    told = reader.read(article("General Adel Marun vowed to attack the port.")).statements
    assert {(s.type, s.factuality) for s in told} == {("agree", "asserted"), ("assault", "planned")}


def test_the_sayer_is_no_actor(reader):
    told = one(reader, "The minister said that rebels had burned the mill.", "burned")
    assert [role.name for role in told.actors] == ["rebels"]
    assert told.chain[-1].name == "minister"


def test_an_elliptical_clause_has_its_own_time(reader):
    told = [s for s in reader.read(article(
        "The envoy met with elders on March 2 and Omar Haddad himself the following day."
    )).statements if s.type == "consult"]  # fmt: skip
    assert [s.time.earliest for s in told] == [date(2021, 3, 2), date(2021, 3, 3)]


def test_the_speaker_stands_behind_we(reader):
    told = one(reader, '"We buried nine men," said Amina Yusuf, a farmer. "We fled the town."', "fled")
    assert [role.name for role in told.targets] == ["Amina Yusuf"]


def test_places_of_acts_and_places_merely_named(reader):
    told = one(reader, "The governor of Basra said gunmen had killed four men in Najaf.", "killed")
    assert [place.text for place in told.places] == ["Najaf"]


@pytest.mark.parametrize(
    ("text", "act", "places"),
    [
        ("Soldiers shot dead five protesters in Khartoum on Monday.", "shot dead", ["Khartoum"]),
        ("Rebels killed 40 farmers in rice fields near Maiduguri on Saturday.", "killed", ["Maiduguri"]),
        ("A bomb wounded two guards at a hospital near Kirkuk.", "wounded", ["Kirkuk"]),
        ("Five students in Mosul were abducted by gunmen.", "abducted", ["Mosul"]),
        ("The militia abducted officials of Basra.", "abducted", []),
        ("Soldiers killed a rebel leader from Mosul.", "killed", []),
    ],
)
def test_people_are_struck_where_they_are(reader, text, act, places):
    assert [place.text for place in one(reader, text, act).places] == places


def test_every_offset_holds_the_text(reader):
    text = (
        "“We lost four tanks,” Colonel Ivan Petrov told Agence Nord on Friday. Some 300 villagers fled Karsa’s "
        "northern suburbs.\n\nThe ministry denied that troops had fired on a crowd of about 2,000 people."
    )
    reading = reader.read(article(text))
    assert len(reading.statements) >= 4
    for told in reading.statements:
        spans = [told.evidence, told.trigger, *told.actors, *told.targets, *told.places, *told.figures]
        spans += [sayer for sayer in told.chain if sayer.text is not None]
        assert all(text[s.start : s.end] == s.text for s in spans if s is not None)
    assert all(text[n.start : n.end] == n.text for n in reading.names)


def test_reading_twice_gives_the_same(reader):
    text = "Rebels attacked the barracks on Monday, police said. Four men died."
    assert reader.read(article(text)) == reader.read(article(text))


def test_too_long_a_text_is_refused_with_the_mend(reader):
    with pytest.raises(PageError, match="mend: split it"):
        reader.read(article("x" * (MAX_CHARS + 1)))


def test_odd_texts_are_read_without_a_fault(reader):
    for text in ("", " ", "?!", "1,500", "\u202e" * 40, "a" * 5000, "No verb here\n\nNor here", "😀 " * 200):
        assert isinstance(reader.read(article(text)).statements, tuple)


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("Up to 900 soldiers refused to fight or deserted.", "refused", "refused"),
        ("Some 60 policemen changed sides and joined the militia.", "changed sides", "changed sides"),
        ("The state deployed 400 policemen.", "deployed", "deployed"),
    ],
)
def test_an_act_tells_what_happened_to_whom_a_figure_counts(reader, text, words, measure):
    assert [figure.measure for figure in one(reader, text, words).figures] == [measure]


def test_how_many_speak_is_no_fact_of_its_own():
    told = rashomon.read("Rebels shelled the port on Monday, two engineers said. The town has 3,000 people.")
    facts = [s for s in told.reading.statements if s.type == "state"]
    assert [figure.best for fact in facts for figure in fact.figures] == [3000]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("KARSA - Seventeen villagers were killed on Monday.", [], ["villagers"]),
        ("Karsa - Police officers deserted on Tuesday.", ["Police officers"], []),
        ("TARN/KARSA – Rebels shelled a market on Monday.", ["Rebels"], ["market"]),
        ("Karsa -- Army troops attacked the town of Tarn on Monday.", ["Army troops"], ["town"]),
        ("US-led forces bombed a market on Monday.", ["US-led forces"], ["market"]),  # a hyphen parts nothing
    ],
)
def test_a_dateline_enters_no_role(reader, text: str, actors: list[str], targets: list[str]) -> None:
    told = next(s for s in reader.read(article(text)).statements if s.type in ("assault", "harm", "defect"))
    assert [role.text for role in told.actors] == actors
    assert [role.text for role in told.targets] == targets

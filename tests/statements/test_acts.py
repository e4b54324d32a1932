"""Acts: trigger, type, mode, factuality and roles, on sentences of our own."""

import pytest

from rashomon.statements.factuality import factuality
from rashomon.statements.lexicon import load_lexicon, parse_sense
from rashomon.statements.phrases import bare
from rashomon.statements.roles import cast
from rashomon.statements.triggers import find_triggers

# sentence; trigger -> type, mode, factuality, actors, targets; why the row is there
CASES = [
    ("Rebels attacked the depot at dawn.", "attacked", "assault", None, "asserted", ["Rebels"], ["depot"], "active"),
    ("The depot was attacked by rebels.", "attacked", "assault", None, "asserted", ["rebels"], ["depot"], "passive"),
    ("Two platoons refused to fight.", "refused", "defect", "refuse", "asserted", ["platoons"], [], "refusal"),
    ("Hundreds of recruits deserted last week.", "deserted", "defect", "desert", "asserted", ["recruits"], [], "desertion"),
    (
        "The ministry dismissed 90 officers on Monday.", "dismissed", "defect", "dismiss", "asserted",
        ["ministry"], ["officers"], "dismissal of people, not of a claim",
    ),
    (
        "The spokesman dismissed the claim as propaganda.", "dismissed", "reject", None, "asserted",
        ["spokesman"], ["claim"], "dismissal of a claim, not of people",
    ),
    (
        "About 60 policemen changed sides and joined the militia.", "changed sides", "defect", "change-sides", "asserted",
        ["policemen"], [], "an idiom of two words",
    ),
    ("Four men were killed near the bridge.", "killed", "harm", "killed", "asserted", [], ["men"], "harm without an actor"),
    ("Soldiers killed four gunmen near the bridge.", "killed", "assault", None, "asserted", ["Soldiers"], ["gunmen"], "actor"),
    ("Militants blew up a pipeline.", "blew up", "assault", "explosives", "asserted", ["Militants"], ["pipeline"], "particle"),
    ("Soldiers opened fire on the crowd.", "opened fire", "assault", "firearms", "asserted", ["Soldiers"], ["crowd"], "light"),
    (
        "The rebels fired rockets at the airport.", "fired", "assault", "heavy-weapons", "asserted",
        ["rebels"], ["airport"], "what is fired decides",
    ),
    (
        "The company fired the minister's brother.", "fired", "defect", "dismiss", "asserted",
        ["company"], ["brother"], "who is fired decides",
    ),
    (
        "The army did not attack the village.", "attack", "assault", None, "denied",
        ["army"], ["village"], "negation",
    ),
    ("The army failed to capture the town.", "capture", "control", "gain", "denied", ["army"], ["town"], "under failure"),
    ("The army will attack the village.", "attack", "assault", None, "planned", ["army"], ["village"], "future"),
    ("The army may attack the village.", "attack", "assault", None, "hypothetical", ["army"], ["village"], "possibility"),
    (
        "The general vowed to attack the village.", "attack", "assault", None, "planned",
        ["general"], ["village"], "what is vowed is planned",
    ),
    ("The general vowed to attack the village.", "vowed", "agree", None, "asserted", ["general"], [], "the vow itself"),
    (
        "The group threatened to attack the port.", "attack", "assault", None, "threatened",
        ["group"], ["port"], "what is threatened",
    ),
    (
        "The mayor urged the army to withdraw from the town.", "withdraw", "retreat", "withdraw", "requested",
        ["army"], ["town"], "what is asked, by object control",
    ),
    ("The mayor urged the army to withdraw.", "urged", "request", None, "asserted", ["mayor"], ["army"], "the request"),
    ("The cleric withdrew his militia.", "withdrew", "retreat", "withdraw", "asserted", ["cleric"], ["militia"], "transitive"),
    (
        "The rebels who had captured the bridge left at night.", "captured", "control", "gain", "asserted",
        ["rebels"], ["bridge"], "relative clause",
    ),
    (
        "The districts controlled by the militia were calm.", "controlled", "control", None, "asserted",
        ["militia"], ["districts"], "participle",
    ),
    (
        "The police and the army raided the camp.", "raided", "assault", None, "asserted",
        ["police", "army"], ["camp"], "joined subjects",
    ),
    (
        "Clashes between the army and the militia broke out.", "Clashes", "assault", "clash", "asserted",
        ["army"], ["militia"], "parties in the order told",
    ),
    (
        "The army launched an offensive against the militia.", "offensive", "assault", None, "asserted",
        ["army"], ["militia"], "a light verb brings the actor",
    ),
    (
        "An attack on the convoy by gunmen left no trace.", "attack", "assault", None, "asserted",
        ["gunmen"], ["convoy"], "a noun with both roles",
    ),
    (
        "The minister met tribal elders in the capital.", "met", "consult", None, "asserted",
        ["minister"], ["elders"], "a meeting",
    ),
    ("The film bombed at the box office.", None, "", None, "", [], [], "no act of conflict"),
    ("He died of a heart attack.", "died", "harm", "killed", "asserted", [], [], "the attack is none"),
    ("The two sides struck a hopeful tone.", None, "", None, "", [], [], "an idiom that is no act"),
    (
        "The failure of the army to take the town angered him.", "take", "control", "gain", "denied",
        ["army"], ["town"], "a noun whose infinitive is done by its of-phrase",
    ),
    (
        "It was the envoy that brokered the truce.", "brokered", "consult", "third-party", "asserted",
        ["envoy"], [], "a cleft sentence",
    ),
    (
        "The minister faced criticism over the raid.", "criticism", "accuse", "disapprove", "asserted",
        [], ["minister", "raid"], "criticism of a thing",
    ),
    (
        "Troops entered the old town and searched homes.", "searched", "coerce", None, "asserted",
        ["Troops"], ["homes"], "a shared subject",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0][:40]} ({case[-1]})")
def test_acts_are_read(nlp, case):
    sentence, words, act, mode, fact, actors, targets, _why = case
    doc = nlp(sentence)
    triggers = {t.head.i: t for t in find_triggers(doc)}
    by_words = {doc[t.start : t.end].text: t for t in triggers.values()}
    if words is None:
        assert not by_words
        return
    trigger = by_words[words]
    roles = cast(trigger, triggers, load_lexicon())
    bare_names = [[doc[slice(*bare(t))].text.split()[-1] for t in side] for side in (roles.actors, roles.targets)]
    expected = [[name.split()[-1] for name in side] for side in (actors, targets)]
    assert (trigger.sense.type, trigger.sense.mode, factuality(trigger.head)) == (act, mode, fact)
    if words != "died":
        assert bare_names == expected


def test_every_sense_has_an_example_and_a_known_act():
    senses = load_lexicon().senses
    assert sum(map(len, senses.values())) > 700


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (["assault", "-", "v", "hit"], "columns"),
        (["assault", "-", "x", "hit", "-", "subj", "obj", "One hit the other."], "part of speech"),
        (["assault", "desert", "v", "hit", "-", "subj", "obj", "One hit the other."], "no such act"),
    ],
)
def test_a_row_that_does_not_fit_is_named(row, word):
    with pytest.raises(Exception, match=word):
        parse_sense(row)

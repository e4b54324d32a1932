"""CASE 2021, task 2: the ACLED sub-event type, or one of five other kinds, that a snippet of news tells of."""

from collections.abc import Iterable, Iterator

from benchmarks.rows import Row
from rashomon.statements.kinds import sub_events
from rashomon.statements.parse import load_pipeline

LABELS = {
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "ARREST": "Arrests",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "ATTACK": "Attack",
    "ATTRIB": "Attribution of responsibility",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "CHEM_WEAP": "Chemical weapon",
    "DIPLO": "Diplomatic measure",
    "DISR_WEAP": "Disrupted weapons use",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "GRENADE": "Grenade",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MAN_MADE_DISASTER": "Man-made disaster",
    "MOB_VIOL": "Mob violence",
    "NATURAL_DISASTER": "Natural disaster",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "ORG_CRIME": "Organised crime",
    "OTHER": "Other",
    "PEACE_PROTEST": "Peaceful protest",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "SUIC_BOMB": "Suicide bomb",
    "VIOL_DEMONSTR": "Violent demonstration",
}
"""The set's names for the labels of the package, which are those of the ACLED codebook where it has one."""

_OF_SET = {label: name for name, label in LABELS.items()}


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "label"} for every row."""
    nlp = load_pipeline()
    for row in rows:
        chances = sub_events(nlp(row["text"]))
        yield {"doc_id": row["doc_id"], "label": _OF_SET[max(chances, key=lambda label: chances[label])]}

"""The finer codes of CAMEO and WEIS."""

import pytest

from rashomon.events.codes import code, host_code
from rashomon.events.mappings import cameo_root
from rashomon.events.tables import rows
from rashomon.record.vocabulary import MODES


def test_rows_name_only_acts_that_there_are() -> None:
    for type_, mode, *_ in rows("codes.tsv"):
        assert mode in MODES[type_] | {"-"}, (type_, mode)


def test_the_plain_code_of_an_act_has_the_root_of_the_mapping() -> None:
    for type_, mode, words, cameo, _ in rows("codes.tsv"):
        if words == "-":
            assert cameo[:2] == cameo_root(type_, None if mode == "-" else mode), (type_, mode)


@pytest.mark.parametrize(
    ("type_", "mode", "trigger", "cameo", "weis"),
    [
        ("request", None, "urged", "102", "102"),  # a proposal to do something
        ("request", None, "demanded", "100", "150"),  # a demand
        ("request", None, "asked", "020", "094"),  # a request of no other kind
        ("agree", None, "signed a pact", "057", "081"),  # what is signed
        ("agree", None, "pledged", "030", "053"),  # what is promised
        ("threaten", None, "warned", "130", "160"),  # a warning
        ("consult", "visit", "visited", "042", "032"),  # the guest
        ("consult", "visit", "hosting", "043", "033"),  # the host
        ("assault", None, "massacre", "202", "223"),  # mass violence
        ("harm", "killed", "died", None, None),  # no act of anybody
    ],
)
def test_words_tell_the_finer_code(
    type_: str, mode: str | None, trigger: str, cameo: str | None, weis: str | None
) -> None:
    assert (code("cameo", type_, mode, trigger), code("weis", type_, mode, trigger)) == (cameo, weis)


def test_a_host_has_a_code_of_its_own() -> None:
    assert (host_code("cameo"), host_code("weis")) == ("043", "033")

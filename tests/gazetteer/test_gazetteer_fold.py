import pytest

from rashomon.gazetteer import fold, skeleton

SAME = [
    ("Fallujah", "Al-Fallūjah", "article, accent, double letter"),
    ("Basra", "Al Başrah", "silent h"),
    ("Kufah", "Koufa", "ou for u"),
    ("Latifiyah", "Latifiyya", "-iyah, -iyya"),
    ("Sana'a", "Sanaa", "apostrophe, double letter"),
    ("AN-NAJAF", "Najaf", "case, article"),
]


@pytest.mark.parametrize(("one", "other"), [pair[:2] for pair in SAME])
def test_variants_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Basra", "Busra"), ("Homs", "Hims"), ("Kut", "Kufa"), ("Tal Afar", "Afar")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_fold_keeps_what_tells_spellings_apart() -> None:
    assert fold("Al-Fallūjah") == "al fallujah"
    assert fold("Falluja") != fold("Fallujah")
    assert fold("U.S.") == "us"


def test_a_name_of_articles_only_is_kept() -> None:
    assert skeleton("Al") == "al"

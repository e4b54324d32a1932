"""Furniture run into a text: what is cut, and what stays as it was."""

import pytest

from rashomon.articles.inline import without_furniture


@pytest.mark.parametrize(
    ("text", "kept", "cuts"),
    [
        (
            "Get short URL 0 41 The militia shelled Karsa.",
            "The militia shelled Karsa.",
            ["Get short URL 0 41"],
        ),
        (
            "Print Tweet Views 312 The militia shelled Karsa.",
            "The militia shelled Karsa.",
            ["Print Tweet Views 312"],
        ),
        (
            "The truce failed. Tags Karsa militia North Front At least six men were killed.",
            "The truce failed.\n\nAt least six men were killed.",
            ["Tags Karsa militia North Front"],
        ),
        (
            "Smoke over Karsa on 3 May 2019 (Harbour Photo) Six men were killed.",
            "Smoke over Karsa on 3 May 2019\n\nSix men were killed.",
            ["(Harbour Photo)"],
        ),
        ("(updated 1200 03.05.2019) Six men were killed.", "Six men were killed.", ["(updated 1200 03.05.2019)"]),
        ("KARSA (Reuters) Six men were killed.", "KARSA (Reuters) Six men were killed.", []),
        ("They share tea and print views of 312 towns.", "They share tea and print views of 312 towns.", []),
        ("He tags sheep. The army shelled Karsa.", "He tags sheep. The army shelled Karsa.", []),
    ],
)
def test_what_is_cut(text, kept, cuts):
    told, found = without_furniture(text)
    assert told == kept
    assert [cut.text for cut in found] == cuts

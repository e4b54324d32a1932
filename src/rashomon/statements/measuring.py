"""What happened to those whom a figure counts, where the act that it hangs on tells it and its own words do not."""

from dataclasses import replace

from rashomon.record import Figure

OF_ACT = {
    ("defect", "refuse"): "refused",
    ("defect", "desert"): "deserted",
    ("defect", "dismiss"): "dismissed",
    ("defect", "change-sides"): "changed sides",
    ("harm", "killed"): "killed",
    ("harm", "injured"): "injured",
    ("harm", "displaced"): "displaced",
    ("harm", "missing"): "missing",
    ("mobilize", "troops"): "deployed",
    ("mobilize", "police"): "deployed",
    ("coerce", "arrest"): "detained",
    ("coerce", "deport"): "deported",
    ("assault", "abduct"): "abducted",
    ("assault", "torture"): "tortured",
    ("protest", "demo"): "protested",
    ("protest", "riot"): "protested",
    ("retreat", "withdraw"): "withdrawn",
    ("retreat", "release"): "released",
    ("retreat", "disarm"): "surrendered",
}
"""Measures by type and mode; words of the same list that the figures' own verbs give."""


def measured(figure: Figure, act: str, mode: str | None) -> Figure:
    """The figure with what the act did to the people whom it counts, if it says nothing of that itself.

    To change sides is worded as joining, which says less, so the act has the last word there.
    """
    own = OF_ACT.get((act, mode or ""), "")
    silent = not figure.measure or (own == "changed sides" and figure.measure == "joined")
    return replace(figure, measure=own) if own and silent and figure.unit == "people" else figure


DISTANCES = frozenset("km kilometer kilometre mile meter metre yard foot feet metres yards".split())


def is_distance(figure: Figure) -> bool:
    """Does it only say how far off something lies?"""
    unit = figure.unit.lower()
    return unit in DISTANCES or unit.removesuffix("s") in DISTANCES

"""How far several coders agree on the same units, beyond chance."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal values: 1 full agreement, 0 as by chance, below 0 worse than that.

    Each unit holds the value that each coder gives it, None where a coder gives none; a unit with fewer than two values
    tells nothing. None where there is nothing to agree on: no such unit, or one value alone.
    Source: Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011), by the matrix of coincidences.
    """
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for unit in units:
        values = [value for value in unit if value is not None]
        if len(values) > 1:
            for at, one in enumerate(values):
                for other_at, other in enumerate(values):
                    if at != other_at:
                        coincidences[one, other] += 1 / (len(values) - 1)  # type: ignore[assignment]
    margins: Counter[Hashable] = Counter()
    for (one, _), times in coincidences.items():
        margins[one] += times
    total = sum(margins.values())
    expected = total**2 - sum(times**2 for times in margins.values())
    if total <= 1 or expected == 0:
        return None
    observed = sum(times for (one, other), times in coincidences.items() if one != other)
    return 1 - (total - 1) * observed / expected

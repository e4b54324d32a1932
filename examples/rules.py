"""Another rule: what each rule of rolling up makes of the same figures, so that a result can be tried under all.

    python examples/rules.py basra.record Dismissals

Nothing is read again: the figures of every account are in the record, and a rule only chooses among them.
"""

import sys

import rashomon

RULES = ("ucdp-like", "acled-lowest", "minmax", "median", "latest")


def main(record: str, title: str) -> None:
    """Print low, best and high of each figure of these events under each rule; a dash is unknown, not 0."""
    with rashomon.open(record) as view:
        for rule in RULES:
            for event in rashomon.scope(view, rule=rule).events:
                if event.title.startswith(title):
                    for figure in event.figures:
                        numbers = [figure.low, figure.best, figure.high]
                        shown = "  ".join(f"{'–' if number is None else number:>5}" for number in numbers)
                        print(f"{rule:<13}{shown}  {figure.counts} {figure.measure}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

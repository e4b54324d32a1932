"""A table of one event's figures: who gave which number on which day, and whether it still stands.

    python examples/figures.py basra.record Dismissals

Titles are those that `rashomon show basra.record` lists; a few words from the front will do.
"""

import sys

import rashomon


def main(record: str, title: str) -> None:
    """Print the figures of the events whose title begins so, one saying a line."""
    with rashomon.open(record) as view:
        for event in view.events():
            if not event.title.startswith(title):
                continue
            print(event.title)
            for series in event.series:
                print(f"  {series.counts} {series.measure}".rstrip())
                for saying in series.sayings:
                    day = saying.day.isoformat() if saying.day else "no day"
                    stands = " (updated later)" if saying.updated else ""
                    print(f"    {day}  {saying.figure.text:>12}  {saying.voice}{stands}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

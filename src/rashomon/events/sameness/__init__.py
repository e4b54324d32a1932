"""Which mentions of acts, in several reports, are of one act: `same_acts`.

Reports are sorted into stories first; then every two mentions within a story are judged by signs (words, roles,
company) that a linear model weighs, and grouped by their mean chance. The models are made from news of many kinds.
"""

from rashomon.events.sameness.acts import same_acts
from rashomon.events.sameness.told import Mention, ReportWords

__all__ = ["Mention", "ReportWords", "same_acts"]

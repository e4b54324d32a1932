"""What kind of act a stretch of text tells of, learned from rows with answers, where rules alone know too few words."""

from rashomon.statements.kinds.police import of_report, police_acts
from rashomon.statements.kinds.subevents import sub_events

__all__ = ["of_report", "police_acts", "sub_events"]

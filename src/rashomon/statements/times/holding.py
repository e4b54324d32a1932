"""The words of which the matches of a pattern for times hold one each, by what the pattern tells."""

from rashomon.statements.times.readings import DAY_NAMES, MONTH_NAMES, SHORT_MONTHS
from rashomon.statements.whereabouts import NUMBER

_UNITS = "second minute hour day night weekend week fortnight month quarter year decade century".split()

DIGITS = frozenset({NUMBER})
MONTHS = frozenset((*MONTH_NAMES, *SHORT_MONTHS))
WEEKDAYS = frozenset((*DAY_NAMES, *(f"{name}s" for name in DAY_NAMES)))
SEASON_WORDS = frozenset("spring summer autumn fall winter".split())
DAYPARTS = frozenset("morning afternoon evening night".split())
UNIT_WORDS = frozenset(
    f"{unit}{end}" for unit in (*_UNITS, "centurie") for end in ("", "s", "long", "slong", "old", "sold", "solds")
)
"""Units of time, also run together as in "daylong"."""
QUARTERS = frozenset(("quarter", "half"))
DECADES = DIGITS | frozenset(
    "twenties thirties forties fourties fifties sixties seventies eighties nineties nineties".split()
)
CENTURY = frozenset(("century",))
FEASTS = frozenset("christmas year halloween valentine may boxing saints".split())
DEICTIC = frozenset(("yesterday", "today", "tomorrow"))
TONIGHT = frozenset(("tonight",))
OVERNIGHT = frozenset(("overnight",))
WEEKEND = frozenset(("weekend",))
YEAR_WORD = frozenset(("year",))
EVERY = frozenset(("every", "each"))
ADVERBS = frozenset(
    "hourly daily nightly weekly monthly quarterly yearly annually annual biweekly bimonthly semiannual biannual "
    "biennial".split()
)
CLOCK = frozenset(("clock",))
NOONS = frozenset("noon midday midnight dawn dusk daybreak nightfall".split())
POINTERS = frozenset(
    "now nowadays days currently present moment time point recently lately ago past future soon formerly".split()
)

"""The shapes in which news tells times, each a pattern with the function that reads what it matched.

Each says first of which words a match of it holds one. Of two rules that match at one place the longer match wins, and
of equals the upper rule. Words around a time ("since", "from ... to") are joined on in `join`.
"""

from rashomon.statements.numbers import value_of
from rashomon.statements.times import counts, readings
from rashomon.statements.times.holding import (
    ADVERBS,
    CENTURY,
    CLOCK,
    DAYPARTS,
    DECADES,
    DEICTIC,
    DIGITS,
    EVERY,
    FEASTS,
    MONTHS,
    NOONS,
    OVERNIGHT,
    POINTERS,
    QUARTERS,
    SEASON_WORDS,
    TONIGHT,
    UNIT_WORDS,
    WEEKDAYS,
    WEEKEND,
    YEAR_WORD,
)
from rashomon.statements.times.pieces import (
    COUNT,
    DAY,
    DAYPART,
    MONTH,
    NEAR,
    PART_OF,
    SEASONS,
    TAIL,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    Rule,
    rule,
)
from rashomon.statements.times.readings import DAY_NAMES, PARTS
from rashomon.statements.times.words import Clock, DayPart, Duration, Shift, Stretch

RULES: tuple[Rule, ...] = (
    # Days of the month.
    rule(
        MONTHS,
        rf"(?:{WEEKDAY}\s*,?\s+)?{MONTH}\s+(?:the\s+)?{DAY}(?:\s*,?\s*(?:of\s+)?{YEAR})?", readings.calendar_day),
    rule(
        MONTHS,
        rf"(?:{WEEKDAY}\s*,?\s+)?(?:the\s+)?{DAY}(?:\s+of)?(?:\s+|-){MONTH}(?:(?:\s*,?\s*|-){YEAR})?",
        readings.calendar_day,
    ),
    rule(DIGITS, r"(?P<year>(?:19|20)\d\d)[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)", readings.iso_day),
    rule(DIGITS, r"(?P<one>\d\d?)(?P<dot>[./-])(?P<two>\d\d?)(?P=dot)(?P<year>(?:19|20)\d\d)", readings.numeric_day),
    # Quarters, months, years, decades, seasons.
    rule(
        QUARTERS,
        rf"(?:the\s+)?(?P<which>first|second|third|fourth)[\s-](?:quarter|(?P<half>half)(?=\s+of\s+(?:the|this|last|next)\s+year"
        rf"|(?:\s+of)?\s+(?:19|20)\d\d))(?:(?:\s+of)?\s+(?:fiscal\s+)?{YEAR})?",
        readings.year_part,
    ),
    rule(MONTHS, rf"{PART_OF}?{MONTH}(?:\s+of)?\s*,?\s+{YEAR}", readings.month),
    rule(
        MONTHS,
        rf"{PART_OF}?(?:(?P<which>last|next|this(?:\s+past|\s+coming)?|the\s+(?:following|previous))\s+)?{MONTH}",
        readings.month,
    ),
    rule(DIGITS, rf"{YEAR}(?:-|–|/)(?P<tail>\d\d(?:\d\d)?)", readings.year_range),
    rule(DIGITS, rf"{PART_OF}?(?:the\s+year\s+|(?:the\s+)?fiscal\s+(?:year\s+)?)?{YEAR}", readings.years),
    rule(
        DECADES,
        r"(?:(?:the\s+)?(?:early|mid|late)(?:-|\s+))?(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’]\d0s|(?<=the\s)\d0s"
        r"|(?<=the\s)(?:twen|thir|for|fif|six|seven|eigh|nine)ties)"
        r"(?:\s+(?:and|or)\s+(?:the\s+)?(?P<second>(?:1[5-9]|20)?['’]?\d0['’]?s))?",
        readings.decades,
    ),
    rule(
        CENTURY,
        r"the\s+(?P<century>1[5-9]th|20th|21st|eighteenth|nineteenth|twentieth|twenty-first)[\s-]century",
        readings.century,
    ),
    rule(
        FEASTS,
        r"(?P<feast>Christmas(?:\s+(?:Day|Eve))?|New\s+Year['’]s\s+(?:Day|Eve)|Halloween|Valentine['’]s\s+Day|May\s+Day"
        rf"|Boxing\s+Day|All\s+Saints['’]\s+Day)(?:\s*,?\s*{YEAR})?",
        readings.feast,
    ),
    rule(
        SEASON_WORDS,
        rf"(?:the\s+)?(?:(?:early|mid|late)(?:-|\s+))?{SEASONS}(?:\s+of|\s*,)?\s+{YEAR}", readings.season),
    rule(
        SEASON_WORDS,
        rf"(?P<which>last|this(?:\s+past|\s+coming)?|next|the\s+(?:following|previous))\s+{SEASONS}",
        readings.season,
    ),
    rule(
        SEASON_WORDS,
        rf"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\bover\s)|(?<=\buntil\s)|(?<=\bduring\s))(?:the\s+)?"
        rf"(?:(?:early|late|mid)(?:\s+|-))?{SEASONS}(?!\s+of\s+(?!last|this|next))",
        readings.season,
    ),
    # Days of the week.
    rule(
        WEEKDAYS,
        rf"(?:(?:early|late|later)\s+(?:on\s+)?)?"
        rf"(?:(?P<which>last|this(?:\s+past|\s+coming)?|(?:the\s+)?(?:next|coming|following|previous))\s+)?{WEEKDAY}",
        readings.weekday,
    ),
    # Days told from the day of writing, or from the time told before.
    rule(
        DEICTIC,
        r"(?:(?:earlier|later|late|early)\s+)?"
        r"(?P<word>(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow|yesterday|today|tomorrow)",
        readings.deictic,
    ),
    rule(TONIGHT, r"tonight", lambda m: DayPart("NI", Shift(0, "day"))),
    rule(OVERNIGHT, r"overnight", lambda m: DayPart("NI", Stretch(1, "day"))),
    rule(
        DAYPARTS,
        rf"(?:(?:earlier|later|late|early)\s+)?(?P<which>this|last)\s+{DAYPART}",
        lambda m: DayPart(PARTS[m["daypart"].lower()], Shift(-1 if m["which"].lower() == "last" else 0, "day")),
    ),
    rule(
        UNIT_WORDS,
        rf"(?P<part>earlier|later|early|late)\s+(?P<which>this|last|next|(?:on\s+)?in\s+the)\s+{UNIT}",
        counts.unit_part,
    ),
    rule(
        UNIT_WORDS,
        rf"(?:(?P<part>(?:the\s+)?(?:beginning|start|middle|end|close|rest|remainder)\s+of)\s+)?"
        rf"(?P<which>last|this|next|(?:the\s+)?(?:same|very\s+same|following|previous|preceding|next)|that|the\s+(?:past|last|coming))"
        rf"\s+{UNIT}(?!s?\s+of\b)(?!\s*-)(?!\s+or\s+(?:two|so))",
        counts.calendar_unit,
    ),
    rule(
        UNIT_WORDS,
        r"(?:(?P<part>(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|rest|remainder)\s+of)\s+|(?<=\bof\s)|(?<=\bfor\s)|"
        r"(?<=\bin\s)|(?<=\bduring\s)|(?<=\bover\s)|(?<=\bthroughout\s)|(?<=\bwithin\s))the\s+"
        r"(?P<unit>week|month|quarter|year|decade|century)(?!\s+(?:of|that|when|before|after|since|to)\b|[-\w])",
        counts.the_unit,
    ),
    rule(WEEKEND, r"the\s+(?P<unit>weekend)(?!\s+(?:of|before|after)\b|-)", counts.the_unit),
    rule(
        YEAR_WORD,
        r"(?:the\s+)?year[\s-](?:ago|earlier)(?:\s+(?:period|quarter))",
        lambda m: Shift(-1, "year", told=True, whole=False, or_today=True),
    ),
    rule(
        DAYPARTS,
        rf"(?:that\s+(?:same\s+)?|the\s+(?:very\s+)?same\s+){DAYPART}",
        lambda m: DayPart(PARTS[m["daypart"].lower()], Shift(0, "day", told=True)),
    ),
    rule(
        UNIT_WORDS,
        r"(?:the\s+)(?P<way>day|night|evening|morning|week|month|year)\s+(?P<side>before|after)(?=\s*[.,;:)\n]|\s+(?:\$|in|at|and|near|by|when|that|he|she|it|they)(?!\w)|\s*$)",
        lambda m: Shift(
            -1 if m["side"].lower() == "before" else 1,
            counts.UNITS[{"evening": "day", "morning": "day"}.get(m["way"].lower(), m["way"].lower())][1],
            told=True,
        ),
    ),
    rule(
        UNIT_WORDS,
        rf"(?:the|these|this)\s+(?P<which>past|last|previous|next|coming)\s+(?:(?P<vague>few|couple\s+of|several|many)\s+|{COUNT}[\s-]+){UNIT}s?",
        counts.stretch,
    ),
    rule(
        UNIT_WORDS,
        r"(?:the\s+)?(?P<which>recent|past|last|coming)\s+"
        r"(?P<unit>hour|day|night|weekend|week|month|quarter|year|decade|centurie)s(?!\s+of\b)",
        counts.recent,
    ),
    # How often and how long, how long ago, how much later, how old.
    rule(
        EVERY,
        rf"(?:every|each)\s+(?:(?P<count>two|three|four|five|six|other|single)\s+)?(?:{UNIT}s?|{WEEKDAY}|{DAYPART}|{SEASONS})",
        counts.repeated,
    ),
    rule(
        UNIT_WORDS,
        r"(?:(?:once|twice|(?:three|four|five|six|several|many)\s+times)\s+(?:an?|every|each|per)|per)\s+(?P<count>)"
        + UNIT,
        counts.repeated,
    ),
    rule(WEEKDAYS, rf"(?P<plural>{'|'.join(DAY_NAMES)})s", counts.weekly),
    rule(
        ADVERBS,
        r"(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|annual|biweekly|bimonthly|semiannual|"
        r"biannual|biennial)",
        counts.repeated,
    ),
    rule(
        UNIT_WORDS,
        rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+)(?:(?:full|whole|straight|consecutive|successive|solid|long|more|calendar|"
        rf"working|business)\s+)?{UNIT}s?(?P<half>\s+and\s+a\s+half)?{TAIL}?",
        counts.counted,
    ),
    rule(
        CENTURY,
        rf"{NEAR}(?:an?\s+)?quarter(?:\s+of\s+a\s+|-)century(?:[\s-](?:long|old))?(?P<ago>\s+ago)?",
        lambda m: Shift(-25, "year", whole=False) if m["ago"] else Duration(25, "year"),
    ),
    rule(
        UNIT_WORDS,
        rf"(?:just\s+)?(?P<unit>minute|hour|day|week|month|year|decade|centurie)s{TAIL}?(?!-)", counts.counted),
    rule(UNIT_WORDS, r"(?P<unit>hour|day|night|week|month|year|decade|century)-?(?:long|old)", counts.counted),
    rule(
        UNIT_WORDS,
        r"(?:all|(?:the|an?)\s+(?:whole|entire))\s+(?P<unit>day|night|week|month|year|decade)", counts.counted),
    # Times of day.
    rule(
        DIGITS,
        r"(?:(?:about|around|nearly)\s+)?(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?\s*(?P<half>a\.m\.?|p\.m\.?|am\b|pm\b)"
        r"(?:\s*\(?\d{4}\s+GMT\)?|\s+local\s+time|\s+(?:GMT|BST|CET|IST|[ECMP][DS]?T)\b)?",
        readings.clock,
    ),
    rule(
        DIGITS,
        r"(?P<hour>\d\d?):(?P<minute>\d\d)(?P<half>)(?:\s*(?:GMT|UTC|hours|hrs|local\s+time))?",
        readings.clock,
    ),
    rule(DIGITS, r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?P<half>)\s*(?:GMT|UTC|hours|hrs|h)", readings.clock),
    rule(
        CLOCK,
        r"(?P<hour>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock",
        lambda m: Clock(f"{int(value_of(m['hour'])):02d}:00"),
    ),
    rule(
        NOONS,
        r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\buntil\s)|(?<=\bsince\s)|(?<=\baround\s)|(?<=\bfrom\s)|"
        r"(?<=\babout\s))(?P<daypart>noon|midday|midnight|dawn|dusk|daybreak|nightfall)",
        readings.day_part,
    ),
    rule(
        DAYPARTS,
        rf"(?:(?<=\bin\s)|(?<=\bduring\s)|(?<=\bby\s)|(?<=\binto\s)|(?<=\bthroughout\s)|(?<=\bthrough\s))the\s+(?:(?:early|late)\s+)?"
        rf"{DAYPART}(?!\s+of\b)",
        readings.day_part,
    ),
    # Bare pointers.
    rule(
        POINTERS,
        r"(?:right\s+)?now(?!-)|nowadays|these\s+days|currently|at\s+present|(?:(?<=\bat\s)|(?<=\bfor\s))the\s+moment|"
        r"at\s+this\s+(?:time|point)|recently|lately|(?:in\s+)?those\s+days|(?<=\bat\s)that\s+time|(?:not\s+)?long\s+ago|"
        r"some\s+time\s+ago|a\s+while\s+ago|the\s+(?:near\s+|distant\s+|recent\s+)?(?:past|future|present)(?!-)|"
        r"(?<!\bas\s)soon(?!\s+(?:as|after)\b)|formerly",
        readings.reference,
    ),
)  # fmt: skip

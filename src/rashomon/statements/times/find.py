"""Finds the words for times in a parsed text, and joins what bounds them: since, until, from ... to, days after.

A name that holds a time is none ("the Sunday Times", "the March 14 Alliance"), nor is the verb may, the verb march, or a
number that only looks like a year.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc, Token

from rashomon.statements.times.patterns import COUNT, PARTS, RULES, UNIT, UNITS
from rashomon.statements.times.words import (
    Away, Bound, Clock, Day, DayPart, Duration, Month, Range, Reference, Season, Shift, Side, Stretch, TimeWords,
    Weekday, Years,
)  # fmt: skip

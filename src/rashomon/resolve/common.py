"""Words that print with a capital and that name nobody: days, months, and what opens a sentence."""

from rashomon.gazetteer import fold

CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat "
    "sun today yesterday tomorrow tonight christmas easter ramadan eid muharram ashura nowruz passover".split()
)
"""Days, months and feasts."""

OPENERS = frozenset(
    "morale pipeline pipelines witnesses residents officials police troops soldiers rebels militants gunmen civilians "
    "villagers protesters survivors doctors medics activists analysts observers critics sources reports estimates "
    "casualties fighting clashes shelling bombing attacks explosions gunfire violence tension tensions talks peace war "
    "elsewhere meanwhile however although while despite since after before during earlier later then there here that "
    "this these those what when where why how who yes no not but and or so if as at by for from in of on to with "
    "without dozens scores hundreds thousands millions many most some several few all both each every another other "
    "others nobody everyone somebody anyone god allah photo photograph video image file update updated breaking "
    "exclusive editor editors copyright advertisement read more see also click share print email comment comments home "
    "news world sport sports business weather opinion video live watch".split()
)
"""Common words that open a sentence, a caption or a line of a page, and that the language pipeline takes for names."""


def is_calendar(name: str) -> bool:
    """Whether a name is made of days, months and numbers only ("April 3"), or is a common word alone ("Morale")."""
    words = fold(name).split()
    return bool(words) and (
        all(word in CALENDAR or word.isdigit() for word in words) or (len(words) == 1 and words[0] in OPENERS)
    )

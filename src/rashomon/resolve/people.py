"""Persons of one report: full names, and which of them a surname alone means."""

from dataclasses import dataclass

from rashomon.resolve.mentions import Mention
from rashomon.resolve.spelling import slips, sound, sounds, words_of
from rashomon.resolve.surface import TITLES


@dataclass(frozen=True, slots=True)
class Person:
    """A person under the fullest name that the report gives; `key` is that name by sound."""

    name: str
    key: tuple[str, ...]


class People:
    """Everybody whom a report names in full; a single name goes to the one bearer, or to the bearer named last."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._mentions = {(each.start, each.end, each.name) for each in mentions}
        by_key: dict[tuple[str, ...], Person] = {}
        full = [(sounds(mention.name), mention) for mention in mentions if len(sounds(mention.name)) > 1]
        for key, mention in sorted(full, key=lambda pair: (-len(pair[0]), pair[1].start)):
            longer = {each.key: each for each in by_key.values() if is_short_for(key, each.key)}
            by_key.setdefault(key, *longer.values() if len(longer) == 1 else (Person(mention.name, key),))
        self._full = sorted(((mention.start, by_key[key]) for key, mention in full), key=lambda pair: pair[0])
        self._by_key = by_key

    def person_of(self, mention: Mention) -> Person | None:
        """The person whom `mention` means, None where it is no person's name."""
        key = sounds(mention.name)
        is_person = (mention.start, mention.end, mention.name) in self._mentions
        if len(key) > 1:
            return self._by_key.get(key) or self._titled(mention.name)
        bearers = self._bearers(key[0], mention) if key and mention.name[:1].isupper() else []
        if bearers:
            return bearers[-1]
        return Person(mention.name, key) if is_person else None

    def surnamed(self, name: str) -> Person | None:
        """The only person with that surname, or with one a slip away; None for none or several."""
        found = {each.key: each for each in self._bearers(sound(name), Mention(name, "", "", 0, 0))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _titled(self, name: str) -> Person | None:
        """The person at the end of words that tell a post before the name ("Oil Board president Adel Marun")."""
        words = name.split()
        for length in (4, 3, 2):
            before, last = words[:-length], words[-length:]
            if any(word.islower() or word.casefold() in TITLES for word in before):
                person = self._by_key.get(sounds(" ".join(last)))
                if person:
                    return person
        return None

    def _bearers(self, name: str, mention: Mention) -> list[Person]:
        """Those who bear the surname `name`, the one named last before `mention` at the end."""
        known = sorted(self._full, key=lambda pair: (pair[0] <= mention.start, pair[0]))
        surname = [person for _, person in known if person.key[-1] == name]
        if surname:
            return surname
        if mention.title:
            return [person for _, person in known if person.key[0] == name]
        plain = words_of(mention.name)[0]
        if len(plain) < 6:
            return []
        near = {person.key: person for _, person in known if slips(words_of(person.name)[-1], plain, 1) == 1}
        return list(near.values()) if len(near) == 1 else []


def is_short_for(key: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a full name leaves out middle names of another, or gives them as initials ("George Bush")."""
    if len(key) >= len(longer) or key[-1] != longer[-1] or len(key) < 2:
        return False
    return key[0] == longer[0] and set(key) <= set(longer)

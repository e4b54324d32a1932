"""What a build may spend on a model, in tokens: each request sets its own aside before it is sent."""

from threading import Lock

LETTERS = 3
"""Characters to a token, at the dear end: English has about four, other scripts fewer."""

REPLY = 4_096
"""Tokens that a reply may have: some forty statements, more than the longest piece of text holds."""


class Spending:
    """Tokens spent and set aside, for several threads. `limit` is never passed by more than a server understates."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = Lock()
        self._spent = 0

    def set_aside(self, characters: int) -> int:
        """The tokens that a request of so many characters and its reply may cost; raises OverError above the limit."""
        tokens = characters // LETTERS + REPLY
        with self._lock:
            if self._spent + tokens > self._limit:
                raise OverError(self._limit, self._spent, tokens)
            self._spent += tokens
        return tokens

    def settle(self, aside: int, cost: int) -> None:
        """Put back what was set aside, and note what it came to."""
        with self._lock:
            self._spent += max(0, cost) - aside


class OverError(Exception):
    """The limit leaves no room for another request."""

    def __init__(self, limit: int, spent: int, needed: int) -> None:
        super().__init__(
            f"the limit of {limit:,} tokens for one build leaves no room: {spent:,} are spent or under way, the next "
            f"request may cost {needed:,}; mend: build again, with a higher limit (--tokens) if need be"
        )

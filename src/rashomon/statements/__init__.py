"""Article -> Reading: who says that who did what to whom, where, when and how many."""

from rashomon.statements.printed import printed
from rashomon.statements.reader import Reader
from rashomon.statements.truecase import truecase

__all__ = ["Reader", "printed", "truecase"]
